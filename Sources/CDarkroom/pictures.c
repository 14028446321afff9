// libvips, held to the five formats that are taken: the loader is named, never guessed.
#include "CDarkroom.h"
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>
#include <vips/vector.h>

int darkroom_pictures_begin(void) {
    // Few arenas: each reserves address space, and that is limited.
    mallopt(M_ARENA_MAX, 2);
    if (VIPS_INIT("essaim-darkroom") != 0) return -1;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_cache_set_max_mem(0);
    // No code is made at run time: the seal forbids memory that can be executed.
    vips_vector_set_enabled(FALSE);
    vips_block_untrusted_set(TRUE);
    return 0;
}

int darkroom_pictures_exhausted(void) { return strstr(vips_error_buffer(), "memory") != NULL; }

static VipsImage *load(enum darkroom_format format, const uint8_t *bytes, size_t length) {
    void *from = (void *)bytes;
    VipsImage *image = NULL;
    switch (format) {
    case DARKROOM_JPEG:
        vips_jpegload_buffer(from, length, &image, "fail_on", VIPS_FAIL_ON_WARNING, "access",
                             VIPS_ACCESS_SEQUENTIAL, NULL);
        break;
    case DARKROOM_PNG:
        vips_pngload_buffer(from, length, &image, "fail_on", VIPS_FAIL_ON_WARNING, "access", VIPS_ACCESS_SEQUENTIAL,
                            NULL);
        break;
    case DARKROOM_HEIC:
        vips_heifload_buffer(from, length, &image, "fail_on", VIPS_FAIL_ON_WARNING, "access",
                             VIPS_ACCESS_SEQUENTIAL, NULL);
        break;
    case DARKROOM_WEBP:
        vips_webpload_buffer(from, length, &image, "fail_on", VIPS_FAIL_ON_WARNING, "access",
                             VIPS_ACCESS_SEQUENTIAL, NULL);
        break;
    case DARKROOM_TIFF:
        vips_tiffload_buffer(from, length, &image, "fail_on", VIPS_FAIL_ON_WARNING, "access",
                             VIPS_ACCESS_SEQUENTIAL, NULL);
        break;
    }
    return image;
}

// Replaces `*image` by what an operation made of it.
static int become(VipsImage **image, VipsImage **made, int failed) {
    g_object_unref(*image);
    *image = failed ? NULL : *made;
    *made = NULL;
    return failed;
}

static int holds_to_bytes(VipsImage *image) {
    return image->BandFmt == VIPS_FORMAT_UCHAR && (image->Bands <= 4);
}

// All pixels in memory: they will be read in another order than they come.
static int remember(VipsImage **image) {
    VipsImage *made = vips_image_copy_memory(*image);
    return become(image, &made, made == NULL);
}

// Upright, sRGB or grey, 8 bits, on white.
static int plain(VipsImage **image) {
    VipsImage *made = NULL;
    if (vips_image_get_orientation(*image) > 1) {
        if (remember(image)) return -1;
        if (become(image, &made, vips_autorot(*image, &made, NULL))) return -1;
    }
    if ((*image)->Type == VIPS_INTERPRETATION_CMYK) {
        if (become(image, &made,
                   vips_icc_transform(*image, &made, "srgb", "embedded", TRUE, "input_profile", "cmyk", NULL)))
            return -1;
    } else if (!holds_to_bytes(*image)) {
        VipsInterpretation space = (*image)->Bands < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
        if (become(image, &made, vips_colourspace(*image, &made, space, NULL))) return -1;
    }
    if (vips_image_hasalpha(*image)) {
        VipsArrayDouble *white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
        int failed = vips_flatten(*image, &made, "background", white, NULL);
        vips_area_unref(VIPS_AREA(white));
        if (become(image, &made, failed)) return -1;
    }
    if ((*image)->BandFmt != VIPS_FORMAT_UCHAR)
        return become(image, &made, vips_cast(*image, &made, VIPS_FORMAT_UCHAR, NULL));
    return 0;
}

static void *forget(VipsImage *image, const char *name, GValue *value, void *unused) {
    if (strcmp(name, VIPS_META_ICC_NAME) != 0 && strncmp(name, "exif", 4) == 0) vips_image_remove(image, name);
    return NULL;
}

// Everything that a saver would write beside the pixels and the profile.
static int untagged(VipsImage **image) {
    VipsImage *made = NULL;
    if (become(image, &made, vips_copy(*image, &made, NULL))) return -1;
    vips_image_map(*image, forget, NULL);
    vips_image_remove(*image, VIPS_META_XMP_NAME);
    vips_image_remove(*image, VIPS_META_IPTC_NAME);
    return 0;
}

static int keep(VipsImage *image, void *bytes, size_t length, struct darkroom_bytes *made, int *width, int *height) {
    *width = image->Xsize;
    *height = image->Ysize;
    made->bytes = malloc(length ? length : 1);
    if (made->bytes) memcpy(made->bytes, bytes, length);
    made->length = made->bytes ? length : 0;
    g_free(bytes);
    return made->bytes ? 0 : -1;
}

int darkroom_picture_header(enum darkroom_format format, const uint8_t *bytes, size_t length,
                            struct darkroom_header *header) {
    VipsImage *image = load(format, bytes, length);
    if (image == NULL) return -1;
    const char *codec = NULL;
    header->width = image->Xsize;
    header->height = image->Ysize;
    header->pages = format == DARKROOM_HEIC ? 1 : vips_image_get_n_pages(image);
    header->orientation = vips_image_get_orientation(image);
    header->foreign = vips_image_get_typeof(image, "heif-compression") &&
                      vips_image_get_string(image, "heif-compression", &codec) == 0 && strcmp(codec, "hevc") != 0;
    g_object_unref(image);
    return 0;
}

int darkroom_picture_exif(enum darkroom_format format, const uint8_t *bytes, size_t length,
                          struct darkroom_bytes *exif) {
    *exif = (struct darkroom_bytes){0};
    VipsImage *image = load(format, bytes, length);
    if (image == NULL) return -1;
    const void *block = NULL;
    size_t count = 0;
    if (vips_image_get_typeof(image, VIPS_META_EXIF_NAME) &&
        vips_image_get_blob(image, VIPS_META_EXIF_NAME, &block, &count) == 0 && count > 0 &&
        (exif->bytes = malloc(count)) != NULL) {
        memcpy(exif->bytes, block, count);
        exif->length = count;
    }
    g_object_unref(image);
    return 0;
}

int darkroom_picture_whole(enum darkroom_format format, const uint8_t *bytes, size_t length, int quality,
                           int keeps_colour, struct darkroom_bytes *made, int *width, int *height) {
    *made = (struct darkroom_bytes){0};
    VipsImage *image = load(format, bytes, length);
    if (image == NULL) return -1;
    void *out = NULL;
    size_t count = 0;
    int failed = plain(&image) || untagged(&image) ||
                 (quality ? vips_jpegsave_buffer(image, &out, &count, "Q", quality, "subsample_mode",
                                             keeps_colour ? VIPS_FOREIGN_SUBSAMPLE_OFF : VIPS_FOREIGN_SUBSAMPLE_ON,
                                             NULL)
                          : vips_pngsave_buffer(image, &out, &count, "compression", 6, NULL));
    if (!failed) failed = keep(image, out, count, made, width, height);
    if (image) g_object_unref(image);
    return failed ? -1 : 0;
}

static int small(enum darkroom_format format, const uint8_t *bytes, size_t length, int side, int quality,
                 int progressive, int without_profile, struct darkroom_bytes *made, int *width, int *height) {
    VipsImage *image = load(format, bytes, length);
    if (image == NULL) return -1;
    VipsImage *thumbnail = NULL;
    void *out = NULL;
    size_t count = 0;
    int failed = without_profile && untagged(&image);
    if (!failed && without_profile) vips_image_remove(image, VIPS_META_ICC_NAME);
    // Without a profile numbers are sRGB already: passing them through one would shift them.
    if (!failed && vips_image_get_typeof(image, VIPS_META_ICC_NAME)) {
        failed = become(&image, &thumbnail,
                        vips_thumbnail_image(image, &thumbnail, side, "height", side, "size", VIPS_SIZE_DOWN,
                                             "export_profile", "srgb", NULL));
    } else if (!failed) {
        failed = become(&image, &thumbnail,
                        vips_thumbnail_image(image, &thumbnail, side, "height", side, "size", VIPS_SIZE_DOWN, NULL));
    }
    failed = failed || plain(&image) ||
             vips_jpegsave_buffer(image, &out, &count, "Q", quality, "strip", TRUE, "interlace", progressive,
                                  "optimize_coding", TRUE, NULL);
    if (!failed) failed = keep(image, out, count, made, width, height);
    if (image) g_object_unref(image);
    return failed ? -1 : 0;
}

int darkroom_picture_smaller(const uint8_t *bytes, size_t length, int side, int quality, int progressive,
                             struct darkroom_bytes *made, int *width, int *height) {
    *made = (struct darkroom_bytes){0};
    VipsImage *image = NULL;
    void *out = NULL;
    size_t count = 0;
    int failed = vips_thumbnail_buffer((void *)bytes, length, &image, side, "height", side, "size", VIPS_SIZE_DOWN,
                                       "export_profile", "srgb", NULL) ||
                 plain(&image) ||
                 vips_jpegsave_buffer(image, &out, &count, "Q", quality, "strip", TRUE, "interlace", progressive,
                                      "optimize_coding", TRUE, NULL);
    if (!failed) failed = keep(image, out, count, made, width, height);
    if (image) g_object_unref(image);
    return failed ? -1 : 0;
}

int darkroom_picture_small(enum darkroom_format format, const uint8_t *bytes, size_t length, int side, int quality,
                           int progressive, struct darkroom_bytes *made, int *width, int *height) {
    *made = (struct darkroom_bytes){0};
    // A profile that cannot be read is as none: the pixels are what counts.
    return small(format, bytes, length, side, quality, progressive, 0, made, width, height) == 0
               ? 0
               : small(format, bytes, length, side, quality, progressive, 1, made, width, height);
}
