#include "field.h"

/* #embed belongs to C23; the compiler of Swift has it in every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char allergologie[] = {
#embed "../../protocols/allergologie.json"
};

static const unsigned char antibiotiques[] = {
#embed "../../protocols/antibiotiques.json"
};

static const unsigned char cardiologie[] = {
#embed "../../protocols/cardiologie.json"
};

static const unsigned char dermatologie[] = {
#embed "../../protocols/dermatologie.json"
};

static const unsigned char diabetologie[] = {
#embed "../../protocols/diabetologie.json"
};

static const unsigned char ecg[] = {
#embed "../../protocols/ecg.json"
};

static const unsigned char geriatrie[] = {
#embed "../../protocols/geriatrie.json"
};

static const unsigned char gynecologie_obstetrique[] = {
#embed "../../protocols/gynecologie-obstetrique.json"
};

static const unsigned char hematologie[] = {
#embed "../../protocols/hematologie.json"
};

static const unsigned char infectiologie[] = {
#embed "../../protocols/infectiologie.json"
};

static const unsigned char medecine_interne[] = {
#embed "../../protocols/medecine-interne.json"
};

static const unsigned char medecine_vasculaire[] = {
#embed "../../protocols/medecine-vasculaire.json"
};

static const unsigned char nephrologie[] = {
#embed "../../protocols/nephrologie.json"
};

static const unsigned char oncologie[] = {
#embed "../../protocols/oncologie.json"
};

static const unsigned char ophtalmologie[] = {
#embed "../../protocols/ophtalmologie.json"
};

static const unsigned char orl[] = {
#embed "../../protocols/orl.json"
};

static const unsigned char orthopedie[] = {
#embed "../../protocols/orthopedie.json"
};

static const unsigned char plaies[] = {
#embed "../../protocols/plaies.json"
};

static const unsigned char pneumologie[] = {
#embed "../../protocols/pneumologie.json"
};

static const unsigned char thyroide[] = {
#embed "../../protocols/thyroide.json"
};

static const unsigned char acts[] = {
#embed "billing/acts.json"
};

static const struct {
    const unsigned char *bytes;
    size_t count;
} protocols[] = {
    {allergologie, sizeof allergologie},
    {antibiotiques, sizeof antibiotiques},
    {cardiologie, sizeof cardiologie},
    {dermatologie, sizeof dermatologie},
    {diabetologie, sizeof diabetologie},
    {ecg, sizeof ecg},
    {geriatrie, sizeof geriatrie},
    {gynecologie_obstetrique, sizeof gynecologie_obstetrique},
    {hematologie, sizeof hematologie},
    {infectiologie, sizeof infectiologie},
    {medecine_interne, sizeof medecine_interne},
    {medecine_vasculaire, sizeof medecine_vasculaire},
    {nephrologie, sizeof nephrologie},
    {oncologie, sizeof oncologie},
    {ophtalmologie, sizeof ophtalmologie},
    {orl, sizeof orl},
    {orthopedie, sizeof orthopedie},
    {plaies, sizeof plaies},
    {pneumologie, sizeof pneumologie},
    {thyroide, sizeof thyroide},
};

size_t essaim_protocols_count(void) { return sizeof protocols / sizeof protocols[0]; }
const unsigned char *essaim_protocol(size_t index) { return protocols[index].bytes; }
size_t essaim_protocol_count(size_t index) { return protocols[index].count; }

const unsigned char *essaim_billing_acts(void) { return acts; }
size_t essaim_billing_acts_count(void) { return sizeof acts; }
