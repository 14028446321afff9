#pragma once
#include <stddef.h>

/* networks/oncobreizh.yaml, UTF-8: the network that `essaim demo` declares. */
const unsigned char *essaim_network_oncobreizh(void);
size_t essaim_network_oncobreizh_count(void);
