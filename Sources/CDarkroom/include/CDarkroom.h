// What the darkroom's process needs from C: the fences it puts around itself, libvips, libjpeg-turbo, and other
// programs fed and read through pipes. Linked by `essaim-darkroom` and its tests; never by the server.
#pragma once
#include <stddef.h>
#include <stdint.h>

// What a process may still do once it is sealed.
enum darkroom_room {
    // Computes: no file, no program, no process; threads only.
    DARKROOM_PICTURES = 1,
    // Reads what programs need to start, and starts those of a list.
    DARKROOM_PROGRAMS = 2,
};

// What this machine gave. 1: in force, 0: not to be had here.
struct darkroom_fences {
    // Compulsory.
    int limits;
    int seccomp;
    // As far as the machine goes.
    int network;
    int user;
    // The kernel's Landlock version, 0 for none.
    int landlock;
};

// First step, before anything is read: other descriptors closed, no new privileges, a network of its own, an
// unprivileged user, limits. `seconds` is wall time and processor time. One thread only.
// Returns 0, or -1 when a compulsory limit cannot be set.
int darkroom_enclose(unsigned seconds, struct darkroom_fences *fences);

// Second step, before a hostile byte is looked at: files by Landlock, system calls by seccomp, for every thread.
// `programs` are the absolute paths that DARKROOM_PROGRAMS may start, NULL at the end.
// Returns 0, or -1 when the filter cannot be set.
int darkroom_seal(enum darkroom_room room, const char *const *programs, struct darkroom_fences *fences);

// Bytes made by a call, to be given back to darkroom_free.
struct darkroom_bytes {
    uint8_t *bytes;
    size_t length;
};
void darkroom_free(struct darkroom_bytes *bytes);

// How another program went.
struct darkroom_ending {
    // Exit code, or -1.
    int code;
    // The signal that ended it, or 0.
    int signal;
    // 1 when it wrote more than was allowed: what it wrote is dropped.
    int overflowed;
};

// Runs a program inside the fences: `input` on its standard input, its standard output gathered up to `limit`,
// its standard error ours, which goes nowhere. Returns -1 when it cannot be started.
int darkroom_run(const char *const *arguments, const uint8_t *input, size_t length, size_t limit,
                 struct darkroom_bytes *output, struct darkroom_ending *ending);

enum darkroom_format {
    DARKROOM_JPEG = 1,
    DARKROOM_PNG,
    DARKROOM_HEIC,
    DARKROOM_WEBP,
    DARKROOM_TIFF,
};

// What a file says of itself before it is decoded.
struct darkroom_header {
    int width;
    int height;
    int pages;
    // EXIF numbering, 1 to 8.
    int orientation;
    // 1 when a HEIF container holds something else than HEVC.
    int foreign;
};

// Once, before darkroom_seal: loads what libvips needs from disk.
int darkroom_pictures_begin(void);
// 1 when the last failure was for want of memory.
int darkroom_pictures_exhausted(void);
int darkroom_picture_header(enum darkroom_format format, const uint8_t *bytes, size_t length,
                            struct darkroom_header *header);
// The EXIF block as it stands in the file; empty when there is none.
int darkroom_picture_exif(enum darkroom_format format, const uint8_t *bytes, size_t length,
                          struct darkroom_bytes *exif);
// The whole picture again, upright, 8 bits, on white, its colour profile kept. `quality` 0 makes a PNG, else a JPEG, with
// colour at half the resolution unless `keeps_colour`.
int darkroom_picture_whole(enum darkroom_format format, const uint8_t *bytes, size_t length, int quality,
                           int keeps_colour, struct darkroom_bytes *made, int *width, int *height);
// As `darkroom_picture_small`, of a JPEG made in this room: reduced while it is read, which does not look at every pixel.
int darkroom_picture_smaller(const uint8_t *bytes, size_t length, int side, int quality, int progressive,
                             struct darkroom_bytes *made, int *width, int *height);
// A JPEG in sRGB of at most `side` pixels a side, never enlarged. Decodes every pixel; any warning is a failure.
int darkroom_picture_small(enum darkroom_format format, const uint8_t *bytes, size_t length, int side, int quality,
                           int progressive, struct darkroom_bytes *made, int *width, int *height);
// Turns a JPEG without decoding its pixels. Returns 0; 1 when its size does not allow it; -1 when it is damaged.
int darkroom_jpeg_turn(const uint8_t *bytes, size_t length, int orientation, struct darkroom_bytes *made);
