#pragma once
#include <stddef.h>

/* Data of the field, each a whole JSON file in UTF-8. The pointers stay valid for the life of the program; nothing is
   copied. */

/* protocols/dermatologie.json: a FHIR R4 Questionnaire. */
const unsigned char *essaim_protocol_dermatology(void);
size_t essaim_protocol_dermatology_count(void);

/* protocols/plaies.json and protocols/ecg.json, the same. */
const unsigned char *essaim_protocol_wounds(void);
size_t essaim_protocol_wounds_count(void);
const unsigned char *essaim_protocol_ecg(void);
size_t essaim_protocol_ecg_count(void);

/* billing/acts.json: the dated rules of acts and amounts. */
const unsigned char *essaim_billing_acts(void);
size_t essaim_billing_acts_count(void);
