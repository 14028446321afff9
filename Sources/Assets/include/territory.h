#pragma once
#include <stddef.h>

/* The three files of territory/, each whole, in UTF-8: what EssaimNetworkFiles reads as a territory. The pointers stay valid
   for the life of the program; nothing is copied. */

/* territory/communes.csv: the communes and municipal arrondissements. */
const unsigned char *essaim_territory_communes(void);
size_t essaim_territory_communes_count(void);

/* territory/departements.csv: the départements with their region. */
const unsigned char *essaim_territory_departements(void);
size_t essaim_territory_departements_count(void);

/* territory/departements.geojson: their outlines, RFC 7946. */
const unsigned char *essaim_territory_outlines(void);
size_t essaim_territory_outlines_count(void);
