// What the process and those it starts may open. See Documentation/userspace-api/landlock.rst in the kernel.
#define _GNU_SOURCE
#include "landlock.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// As in linux/landlock.h of Linux 6.12; Debian 12's header ends before the last two.
struct attributes {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};
struct beneath {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

enum { create_ruleset = 444, add_rule = 445, restrict_self = 446 };
enum { execute = 1 << 0, read_file = 1 << 2, read_folder = 1 << 3 };

// Rights that a version of Landlock knows: asking for one that it does not know is refused.
static uint64_t files_of(long version) {
    if (version >= 5) return (1 << 16) - 1;
    if (version >= 3) return (1 << 15) - 1;
    return version >= 2 ? (1 << 14) - 1 : (1 << 13) - 1;
}

static int allow(int ruleset, const char *path, uint64_t rights) {
    int folder = open(path, O_PATH | O_CLOEXEC);
    if (folder < 0) return 0;
    struct stat found;
    if (fstat(folder, &found) == 0 && !S_ISDIR(found.st_mode)) rights &= execute | read_file;
    struct beneath rule = {rights, folder};
    long added = syscall(add_rule, ruleset, 1, &rule, 0);
    close(folder);
    return added == 0;
}

// What programs read to start and to draw: libraries, fonts, the tables of DICOM.
static const char *const readable[] = {
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share", "/etc/fonts", "/etc/ld.so.cache", "/etc/dcmtk",
    "/var/cache/fontconfig", "/usr/local/share/fonts", NULL,
};
// What starts a dynamic program: the kernel opens it to execute it.
static const char *const loaders[] = {
    "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", NULL,
};

int darkroom_landlock(enum darkroom_room room, const char *const *programs) {
    long version = syscall(create_ruleset, NULL, 0, 1);
    if (version < 1) return 0;
    struct attributes handled = {files_of(version), version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int ruleset = (int)syscall(create_ruleset, &handled, size, 0);
    if (ruleset < 0) return 0;
    if (room == DARKROOM_PROGRAMS) {
        for (const char *const *path = readable; *path; path++) allow(ruleset, *path, read_file | read_folder);
        for (const char *const *path = loaders; *path; path++) allow(ruleset, *path, read_file | execute);
        for (const char *const *path = programs; path && *path; path++) allow(ruleset, *path, read_file | execute);
    }
    long done = syscall(restrict_self, ruleset, 0);
    close(ruleset);
    return done == 0 ? (int)version : 0;
}
