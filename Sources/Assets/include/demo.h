#pragma once
#include <stddef.h>

/* The drawings that stand for photographs in a demonstration: JPEG, 640 × 480, drawn by a program, of nobody.
   The pointers stay valid for the life of the program; nothing is copied. */

/* A pigmented lesion from near, with a ruler, and where it is. */
const unsigned char *essaim_demo_lesion_centered(void);
size_t essaim_demo_lesion_centered_count(void);
const unsigned char *essaim_demo_lesion_wide(void);
size_t essaim_demo_lesion_wide_count(void);

/* A red plaque from near, with a ruler, and several over a region. */
const unsigned char *essaim_demo_plaque_centered(void);
size_t essaim_demo_plaque_centered_count(void);
const unsigned char *essaim_demo_plaque_wide(void);
size_t essaim_demo_plaque_wide_count(void);
