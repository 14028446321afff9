// Turning a JPEG by moving its coefficients: nothing is lost.
#include "CDarkroom.h"
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

// EXIF 2.32, tag 0x0112.
static const int turns[9] = {
    TJXOP_NONE, TJXOP_NONE, TJXOP_HFLIP, TJXOP_ROT180, TJXOP_VFLIP, TJXOP_TRANSPOSE, TJXOP_ROT90, TJXOP_TRANSVERSE,
    TJXOP_ROT270,
};

int darkroom_jpeg_turn(const uint8_t *bytes, size_t length, int orientation, struct darkroom_bytes *made) {
    *made = (struct darkroom_bytes){0};
    if (orientation < 1 || orientation > 8) return -1;
    tjhandle handle = tjInitTransform();
    if (handle == NULL) return -1;
    tjtransform transform;
    memset(&transform, 0, sizeof transform);
    transform.op = turns[orientation];
    transform.options = TJXOPT_PERFECT;
    unsigned char *out = NULL;
    unsigned long count = 0;
    int failed = tjTransform(handle, bytes, length, 1, &out, &count, &transform, TJFLAG_LIMITSCANS);
    int result = failed ? (strstr(tjGetErrorStr2(handle), "perfect") ? 1 : -1) : 0;
    if (result == 0) {
        made->bytes = malloc(count);
        made->length = count;
        if (made->bytes == NULL) {
            result = -1;
        } else {
            memcpy(made->bytes, out, count);
        }
    }
    if (out) tjFree(out);
    tjDestroy(handle);
    return result;
}
