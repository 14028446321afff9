// The second step: the system calls that are left. Everything else answers EPERM; what only an attack would try ends
// the process.
#define _GNU_SOURCE
#include "CDarkroom.h"
#include "landlock.h"
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#define CALL(name) SCMP_SYS(name)

// To compute, wait, and read and write what is open already.
static const int computing[] = {
    CALL(read), CALL(readv), CALL(pread64), CALL(write), CALL(writev), CALL(close), CALL(lseek), CALL(fstat),
    CALL(munmap), CALL(mremap), CALL(madvise), CALL(brk), CALL(futex), CALL(set_robust_list), CALL(rseq),
    CALL(rt_sigaction), CALL(rt_sigprocmask), CALL(rt_sigreturn), CALL(sigaltstack), CALL(restart_syscall),
    CALL(clock_gettime), CALL(clock_getres), CALL(clock_nanosleep), CALL(nanosleep), CALL(gettimeofday), CALL(time),
    CALL(getpid), CALL(gettid), CALL(getcpu), CALL(sched_yield), CALL(sched_getaffinity), CALL(getrandom),
    CALL(getrusage), CALL(sysinfo), CALL(uname), CALL(poll), CALL(ppoll), CALL(membarrier), CALL(times),
    CALL(exit), CALL(exit_group),
};

// To find, map and start a program, and wait for it.
static const int starting[] = {
    CALL(execve), CALL(wait4), CALL(waitid), CALL(pipe), CALL(pipe2), CALL(dup), CALL(dup2), CALL(dup3), CALL(fork),
    CALL(vfork), CALL(access), CALL(faccessat), CALL(faccessat2), CALL(stat), CALL(lstat), CALL(newfstatat),
    CALL(statx), CALL(readlink), CALL(readlinkat), CALL(getdents64), CALL(getcwd), CALL(statfs), CALL(fstatfs),
    CALL(fadvise64), CALL(arch_prctl), CALL(set_tid_address), CALL(getuid), CALL(geteuid), CALL(getgid),
    CALL(getegid), CALL(getppid), CALL(close_range), CALL(fcntl), CALL(mmap), CALL(mprotect), CALL(alarm),
    CALL(umask),
};

// Refused everywhere. Decoding never tries; programs of the distribution ask the host's name to make an identifier
// (gethostid), and go on without it.
static const int talking[] = {
    CALL(socket), CALL(socketpair), CALL(connect), CALL(bind), CALL(listen), CALL(accept4), CALL(sendto),
};

// Nothing that we use does these.
static const int attacks[] = {
    CALL(ptrace), CALL(process_vm_readv), CALL(process_vm_writev), CALL(kill), CALL(tkill), CALL(execveat),
    CALL(mount), CALL(umount2), CALL(pivot_root), CALL(chroot), CALL(unshare), CALL(setns), CALL(bpf),
    CALL(perf_event_open), CALL(keyctl), CALL(add_key), CALL(request_key), CALL(io_uring_setup),
    CALL(io_uring_enter), CALL(userfaultfd), CALL(init_module), CALL(finit_module), CALL(kexec_load), CALL(reboot),
};

static int rule(scmp_filter_ctx filter, uint32_t action, int call) {
    // A call that this processor does not have needs no rule.
    return call < 0 ? 0 : seccomp_rule_add(filter, action, call, 0);
}

#define EACH(list, action)                                                   \
    for (size_t index = 0; index < sizeof list / sizeof *list; index++)      \
        failed |= rule(filter, action, list[index])

// Threads, and for programs children too; never a namespace.
static int allow_threads(scmp_filter_ctx filter, enum darkroom_room room) {
    uint64_t spaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |
                      CLONE_NEWNET;
    uint64_t mask = room == DARKROOM_PICTURES ? spaces | CLONE_THREAD | CLONE_VM : spaces;
    uint64_t value = room == DARKROOM_PICTURES ? CLONE_THREAD | CLONE_VM : 0;
    int failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, mask, value));
    // Its flags stand in memory, where a filter cannot look; the C library falls back to clone.
    return failed | seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), CALL(clone3), 0);
}

// Memory is for data; looking at one's own limits and naming a thread is harmless; abort signals oneself.
static int allow_own_affairs(scmp_filter_ctx filter, enum darkroom_room room) {
    int failed = 0;
    if (room == DARKROOM_PICTURES) {
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(mmap), 1,
                                   SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(mprotect), 1,
                                   SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_GETFL));
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, getpid()));
    } else {
        // Only what started by itself can be signalled: tgkill names a process, and abort needs it in each.
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(tgkill), 1, SCMP_A2(SCMP_CMP_EQ, SIGABRT));
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_PDEATHSIG));
    }
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0));
    return failed;
}

// Opening, to read only.
static int allow_reading(scmp_filter_ctx filter) {
    uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY)) |
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
}

int darkroom_seal(enum darkroom_room room, const char *const *programs, struct darkroom_fences *fences) {
    fences->landlock = darkroom_landlock(room, programs);
    fences->seccomp = 0;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == NULL) return -1;
    int failed = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
    failed |= seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    EACH(computing, SCMP_ACT_ALLOW);
    EACH(attacks, SCMP_ACT_KILL_PROCESS);
    if (room == DARKROOM_PROGRAMS) {
        EACH(starting, SCMP_ACT_ALLOW);
        failed |= allow_reading(filter);
    } else {
        EACH(talking, SCMP_ACT_KILL_PROCESS);
        failed |= rule(filter, SCMP_ACT_KILL_PROCESS, CALL(execve));
        failed |= rule(filter, SCMP_ACT_KILL_PROCESS, CALL(fork));
        failed |= rule(filter, SCMP_ACT_KILL_PROCESS, CALL(vfork));
    }
    failed |= allow_threads(filter, room) | allow_own_affairs(filter, room);
    if (!failed) failed = seccomp_load(filter);
    seccomp_release(filter);
    fences->seccomp = failed == 0;
    return failed ? -1 : 0;
}
