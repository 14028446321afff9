#pragma once
#include <stddef.h>

/* Data of the field, each a whole JSON file in UTF-8. The pointers stay valid for the life of the program; nothing is
   copied. */

/* The files of protocols/, each a FHIR R4 Questionnaire, by index from 0 to the count less one. */
size_t essaim_protocols_count(void);
const unsigned char *essaim_protocol(size_t index);
size_t essaim_protocol_count(size_t index);

/* billing/acts.json: the dated rules of acts and amounts. */
const unsigned char *essaim_billing_acts(void);
size_t essaim_billing_acts_count(void);
