#pragma once
#include <stddef.h>

/* Marks of passwords known from leaks; their form is told in passwords/README.md. The pointer stays valid for the life of the
   program; nothing is copied. */
const unsigned char *essaim_breached_passwords(void);
size_t essaim_breached_passwords_count(void);
