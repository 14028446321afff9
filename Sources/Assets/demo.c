#include "demo.h"

/* #embed belongs to C23; the compiler of Swift has it in every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

#define DRAWING(name)                                                                  \
    const unsigned char *essaim_demo_##name(void) { return name; }                     \
    size_t essaim_demo_##name##_count(void) { return sizeof name; }

static const unsigned char lesion_centered[] = {
#embed "demo/lesion-centree.jpg"
};
DRAWING(lesion_centered)

static const unsigned char lesion_wide[] = {
#embed "demo/lesion-large.jpg"
};
DRAWING(lesion_wide)

static const unsigned char plaque_centered[] = {
#embed "demo/plaque-centree.jpg"
};
DRAWING(plaque_centered)

static const unsigned char plaque_wide[] = {
#embed "demo/plaque-large.jpg"
};
DRAWING(plaque_wide)
