#include "territory.h"

/* #embed belongs to C23; the compiler of Swift has it in every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char communes[] = {
#embed "territory/communes.csv"
};

static const unsigned char departements[] = {
#embed "territory/departements.csv"
};

static const unsigned char outlines[] = {
#embed "territory/departements.geojson"
};

const unsigned char *essaim_territory_communes(void) { return communes; }
size_t essaim_territory_communes_count(void) { return sizeof communes; }

const unsigned char *essaim_territory_departements(void) { return departements; }
size_t essaim_territory_departements_count(void) { return sizeof departements; }

const unsigned char *essaim_territory_outlines(void) { return outlines; }
size_t essaim_territory_outlines_count(void) { return sizeof outlines; }
