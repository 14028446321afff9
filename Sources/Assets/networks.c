#include "networks.h"

static const unsigned char armor_soins[] = {
#embed "../../networks/armor-soins.yaml"
};

static const unsigned char centre_val_de_loire[] = {
#embed "../../networks/centre-val-de-loire.yaml"
};

static const unsigned char cvl_cardiologie[] = {
#embed "../../networks/cvl-cardiologie.yaml"
};

static const unsigned char cvl_dermatologie[] = {
#embed "../../networks/cvl-dermatologie.yaml"
};

static const unsigned char ess_cardio_idf[] = {
#embed "../../networks/ess-cardio-idf.yaml"
};

static const unsigned char essdv_idf[] = {
#embed "../../networks/essdv-idf.yaml"
};

static const unsigned char oncobreizh[] = {
#embed "../../networks/oncobreizh.yaml"
};

static const unsigned char seine_et_marne[] = {
#embed "../../networks/seine-et-marne.yaml"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} networks[] = {
    {"armor-soins", armor_soins, sizeof armor_soins},
    {"centre-val-de-loire", centre_val_de_loire, sizeof centre_val_de_loire},
    {"cvl-cardiologie", cvl_cardiologie, sizeof cvl_cardiologie},
    {"cvl-dermatologie", cvl_dermatologie, sizeof cvl_dermatologie},
    {"ess-cardio-idf", ess_cardio_idf, sizeof ess_cardio_idf},
    {"essdv-idf", essdv_idf, sizeof essdv_idf},
    {"oncobreizh", oncobreizh, sizeof oncobreizh},
    {"seine-et-marne", seine_et_marne, sizeof seine_et_marne},
};

size_t essaim_networks_count(void) { return sizeof networks / sizeof networks[0]; }
const char *essaim_network_name(size_t index) { return networks[index].name; }
const unsigned char *essaim_network(size_t index) { return networks[index].bytes; }
size_t essaim_network_count(size_t index) { return networks[index].count; }
