#include "field.h"

/* #embed belongs to C23; the compiler of Swift has it in every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char dermatology[] = {
#embed "../../protocols/dermatologie.json"
};

static const unsigned char wounds[] = {
#embed "../../protocols/plaies.json"
};

static const unsigned char ecg[] = {
#embed "../../protocols/ecg.json"
};

static const unsigned char acts[] = {
#embed "billing/acts.json"
};

const unsigned char *essaim_protocol_dermatology(void) { return dermatology; }
size_t essaim_protocol_dermatology_count(void) { return sizeof dermatology; }

const unsigned char *essaim_protocol_wounds(void) { return wounds; }
size_t essaim_protocol_wounds_count(void) { return sizeof wounds; }

const unsigned char *essaim_protocol_ecg(void) { return ecg; }
size_t essaim_protocol_ecg_count(void) { return sizeof ecg; }

const unsigned char *essaim_billing_acts(void) { return acts; }
size_t essaim_billing_acts_count(void) { return sizeof acts; }
