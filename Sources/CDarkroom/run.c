// Another program inside the same fences, fed and read at once so that neither side waits for the other.
#define _GNU_SOURCE
#include "CDarkroom.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

void darkroom_free(struct darkroom_bytes *bytes) {
    free(bytes->bytes);
    bytes->bytes = NULL;
    bytes->length = 0;
}

static char *const environment[] = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent", NULL};

// Between fork and exec: only calls that are safe there.
static void become(const char *const *arguments, int input, int output) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    execve(arguments[0], (char *const *)arguments, environment);
    _exit(127);
}

// Room for `more` bytes, doubling. Returns 0, or -1 when memory is exhausted.
static int grow(struct darkroom_bytes *output, size_t *capacity, size_t more) {
    if (output->length + more <= *capacity) return 0;
    size_t wanted = *capacity ? *capacity * 2 : 65536;
    while (wanted < output->length + more) wanted *= 2;
    uint8_t *grown = realloc(output->bytes, wanted);
    if (grown == NULL) return -1;
    output->bytes = grown;
    *capacity = wanted;
    return 0;
}

// Returns 0 at the end of the output; -1 when it is too long.
static int pump(int into, int from, const uint8_t *input, size_t length, size_t limit, struct darkroom_bytes *output) {
    size_t written = 0, capacity = 0;
    for (;;) {
        if (into >= 0 && written == length) {
            close(into);
            into = -1;
        }
        struct pollfd both[2] = {{from, POLLIN, 0}, {into, POLLOUT, 0}};
        if (poll(both, into >= 0 ? 2 : 1, -1) < 0 && errno != EINTR) break;
        if (into >= 0 && both[1].revents) {
            ssize_t count = write(into, input + written, length - written > 65536 ? 65536 : length - written);
            if (count >= 0) {
                written += (size_t)count;
            } else if (errno != EAGAIN && errno != EINTR) {
                // It reads no more: what it says of it is in its output and its exit code.
                written = length;
            }
        }
        if (both[0].revents) {
            if (grow(output, &capacity, 65536) != 0) break;
            ssize_t count = read(from, output->bytes + output->length, 65536);
            if (count == 0) {
                if (into >= 0) close(into);
                return 0;
            }
            if (count < 0) continue;
            output->length += (size_t)count;
            if (output->length > limit) break;
        }
    }
    if (into >= 0) close(into);
    return -1;
}

int darkroom_run(const char *const *arguments, const uint8_t *input, size_t length, size_t limit,
                 struct darkroom_bytes *output, struct darkroom_ending *ending) {
    int in[2], out[2];
    *output = (struct darkroom_bytes){0};
    *ending = (struct darkroom_ending){-1, 0, 0};
    if (pipe2(in, O_CLOEXEC) != 0) return -1;
    if (pipe2(out, O_CLOEXEC) != 0) {
        close(in[0]);
        close(in[1]);
        return -1;
    }
    pid_t child = fork();
    if (child == 0) become(arguments, in[0], out[1]);
    close(in[0]);
    close(out[1]);
    if (child < 0) {
        close(in[1]);
        close(out[0]);
        return -1;
    }
    signal(SIGPIPE, SIG_IGN);
    fcntl(in[1], F_SETFL, O_NONBLOCK);
    int whole = pump(in[1], out[0], input, length, limit, output);
    // A program that still writes gets SIGPIPE, and its end is waited for.
    close(out[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    ending->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ending->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (whole != 0) {
        ending->overflowed = 1;
        darkroom_free(output);
    }
    return 0;
}
