// The first step: what can be given up before anything is read.
#define _GNU_SOURCE
#include "CDarkroom.h"
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// 65534 is "nobody" wherever Linux runs.
enum { NOBODY = 65534 };

// Three quarters of a gigabyte of pixels, the libraries and the stacks.
static const rlim_t address_space = (rlim_t)1536 << 20;

static int limit(int resource, rlim_t value) {
    struct rlimit both = {value, value};
    return setrlimit(resource, &both);
}

// Standard input and output stay. What is said on standard error, ours or a library's, may quote the file: it goes
// nowhere.
static void close_the_rest(void) {
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) {
        dup2(nowhere, STDERR_FILENO);
    } else {
        close(STDERR_FILENO);
    }
    if (syscall(SYS_close_range, 3, ~0U, 0) == 0) return;
    for (int descriptor = 3; descriptor < 65536; descriptor++) close(descriptor);
}

// No capability, even those that a user namespace gives.
static int drop_capabilities(void) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2] = {{0}};
    return (int)syscall(SYS_capset, &header, none);
}

int darkroom_enclose(unsigned seconds, struct darkroom_fences *fences) {
    close_the_rest();
    umask(077);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;

    int root = geteuid() == 0;
    fences->network = unshare(root ? CLONE_NEWNET : CLONE_NEWUSER | CLONE_NEWNET) == 0;
    if (root) {
        fences->user = setgroups(0, NULL) == 0 && setresgid(NOBODY, NOBODY, NOBODY) == 0 &&
                       setresuid(NOBODY, NOBODY, NOBODY) == 0;
        // A root that may not become another user keeps what root may open: that is no darkroom.
        if (!fences->user) return -1;
    } else {
        fences->user = 1;
    }
    drop_capabilities();

    fences->limits = limit(RLIMIT_AS, address_space) == 0 && limit(RLIMIT_CPU, seconds) == 0 &&
                     limit(RLIMIT_FSIZE, 0) == 0 && limit(RLIMIT_NOFILE, 64) == 0 && limit(RLIMIT_CORE, 0) == 0;
    if (!fences->limits) return -1;
    // Counts every process of the user, others' too: high enough not to trip over them.
    limit(RLIMIT_NPROC, 512);
    // Ends with the default action of SIGALRM, whatever the server does.
    signal(SIGALRM, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    alarm(seconds);
    return 0;
}
