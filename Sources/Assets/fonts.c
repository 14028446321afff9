#include "fonts.h"

#if !__has_embed("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
#error "DejaVu Sans is missing: install fonts-dejavu-core."
#endif

/* #embed belongs to C23; the compiler of Swift has it in every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char regular[] = {
#embed "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
};

static const unsigned char bold[] = {
#embed "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
};

const unsigned char *essaim_font_regular(void) { return regular; }
size_t essaim_font_regular_count(void) { return sizeof regular; }

const unsigned char *essaim_font_bold(void) { return bold; }
size_t essaim_font_bold_count(void) { return sizeof bold; }
