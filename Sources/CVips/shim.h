// libvips 8.14 (LGPL 2.1). Only CDarkroom includes it; Swift sees the few functions of CDarkroom.h.
#include <vips/vips.h>
