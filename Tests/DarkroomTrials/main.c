// Tries, inside the darkroom's fences, what hostile code would try: `darkroom-trials <pictures|programs> <attempt>`.
// Ends with 0 when the attempt succeeded, 3 when it was refused; a signal says the rest.
#define _GNU_SOURCE
#include <CDarkroom.h>
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REFUSED = 3, UNKNOWN = 64 };

static int outcome(long result) { return result >= 0 ? 0 : REFUSED; }

static int try_socket(void) { return outcome(socket(AF_INET, SOCK_STREAM, 0)); }
static int try_local_socket(void) { return outcome(socket(AF_UNIX, SOCK_DGRAM, 0)); }
static int try_writing(void) { return outcome(open("/tmp/darkroom-trial", O_WRONLY | O_CREAT, 0600)); }
static int try_appending(void) { return outcome(open("/tmp/darkroom-trial-there", O_RDWR)); }
static int try_folder(void) { return outcome(mkdir("/tmp/darkroom-trial-folder", 0700)); }
static int try_removing(void) { return outcome(unlink("/tmp/darkroom-trial-there")); }
static int try_ptrace(void) { return outcome(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL)); }
static int try_kill(void) { return outcome(kill(getppid(), 0)); }
static int try_thread_kill(void) { return outcome(syscall(SYS_tgkill, getppid(), getppid(), 0)); }
static int try_namespace(void) { return outcome(syscall(SYS_unshare, 0x10000000)); }
static int try_memfd(void) { return outcome(syscall(SYS_memfd_create, "x", 0)); }
static int try_shadow(void) { return outcome(open("/etc/shadow", O_RDONLY)); }
static int try_passwd(void) { return outcome(open("/etc/passwd", O_RDONLY)); }
static int try_library(void) { return outcome(open("/usr/lib/os-release", O_RDONLY)); }
static int try_environment(void) { return outcome(open("/proc/1/environ", O_RDONLY)); }

static int try_execution(void) {
    char *const arguments[] = {"true", NULL};
    execve("/usr/bin/true", arguments, NULL);
    return REFUSED;
}

static int try_fork(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child > 0) waitpid(child, NULL, 0);
    return outcome(child);
}

static int try_code(void) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? REFUSED : 0;
}

static int try_memory(void) {
    for (size_t taken = 0; taken < (size_t)3 << 30; taken += 64 << 20) {
        char *piece = malloc(64 << 20);
        if (piece == NULL) return REFUSED;
        // Kept, so that the compiler does not leave it out.
        *(volatile char *)piece = 1;
    }
    return 0;
}

static int try_looping(void) {
    for (volatile unsigned long count = 0; count + 1 > 0; count++) continue;
    return 0;
}

static int try_waiting(void) {
    while (pause() != 0) continue;
    return 0;
}

static int try_descriptors(void) {
    int count = 0;
    while (count < 200 && dup(1) >= 0) count++;
    return count < 200 ? REFUSED : 0;
}

// What stood open before is closed: the descriptor that the parent left.
static int try_inherited(void) { return outcome(write(9, "x", 1)); }

static void *nothing(void *value) { return value; }

// What must go on working.
static int try_thread(void) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, nothing, NULL) != 0) return REFUSED;
    return pthread_join(thread, NULL) == 0 ? 0 : REFUSED;
}

static int try_user(void) { return syscall(SYS_getuid) == 0 ? 0 : REFUSED; }

static const struct attempt {
    const char *name;
    int (*make)(void);
} attempts[] = {
    {"socket", try_socket}, {"local-socket", try_local_socket}, {"writing", try_writing},
    {"appending", try_appending}, {"folder", try_folder}, {"removing", try_removing}, {"ptrace", try_ptrace},
    {"kill", try_kill}, {"thread-kill", try_thread_kill}, {"namespace", try_namespace}, {"memfd", try_memfd},
    {"shadow", try_shadow}, {"passwd", try_passwd}, {"library", try_library}, {"environment", try_environment},
    {"execution", try_execution}, {"fork", try_fork}, {"code", try_code}, {"memory", try_memory},
    {"looping", try_looping}, {"waiting", try_waiting}, {"descriptors", try_descriptors},
    {"inherited", try_inherited}, {"thread", try_thread}, {"user", try_user},
};

int main(int count, char **words) {
    if (count != 3) return UNKNOWN;
    static const char *const programs[] = {"/usr/bin/pdfinfo", NULL};
    struct darkroom_fences fences = {0};
    enum darkroom_room room = strcmp(words[1], "programs") == 0 ? DARKROOM_PROGRAMS : DARKROOM_PICTURES;
    // The shortest limit, for what would never end.
    if (darkroom_enclose(2, &fences) != 0 || darkroom_seal(room, programs, &fences) != 0) return 77;
    for (size_t index = 0; index < sizeof attempts / sizeof *attempts; index++)
        if (strcmp(words[2], attempts[index].name) == 0) return attempts[index].make();
    return UNKNOWN;
}
