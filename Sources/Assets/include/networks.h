#pragma once
#include <stddef.h>

/* The files of networks/, UTF-8, by index from 0 to the count less one. A network that frames another comes before it. */
size_t essaim_networks_count(void);
/* The name of the file without its ending, which is the network's id. */
const char *essaim_network_name(size_t index);
const unsigned char *essaim_network(size_t index);
size_t essaim_network_count(size_t index);
