#pragma once
#include <stddef.h>

/* The faces of printed documents: DejaVu Sans 2.37 (free licence, Debian package fonts-dejavu-core), whole TrueType files.
   The pointers stay valid for the life of the program; nothing is copied. */

const unsigned char *essaim_font_regular(void);
size_t essaim_font_regular_count(void);

const unsigned char *essaim_font_bold(void);
size_t essaim_font_bold_count(void);
