// Landlock (Linux 5.13 and later), by its system calls: Debian 12 has no library for it.
#pragma once
#include "CDarkroom.h"

// Leaves a process what `room` needs of the file system, and no network. Returns the kernel's version, 0 for none.
int darkroom_landlock(enum darkroom_room room, const char *const *programs);
