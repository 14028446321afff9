#include "networks.h"

static const unsigned char oncobreizh[] = {
#embed "../../networks/oncobreizh.yaml"
};
const unsigned char *essaim_network_oncobreizh(void) { return oncobreizh; }
size_t essaim_network_oncobreizh_count(void) { return sizeof oncobreizh; }
