#include "CSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// MARK: Stopping

static atomic_int stop_signal;
static int empty_input = -1;

/// A parent that starts us on a thread of a pool hands down that thread's blocked signals.
static void unblock(int number) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void ask_to_stop(int number) {
    if (atomic_exchange(&stop_signal, number) != 0) _exit(128 + number);
    int kept = errno;
    // A read that waits for standard input is interrupted by the signal, tried again, and finds its end.
    if (empty_input >= 0) dup2(empty_input, STDIN_FILENO);
    errno = kept;
}

void curette_signals_install(void) {
    empty_input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    // Without SA_RESTART: see above.
    action.sa_handler = ask_to_stop;
    const int numbers[] = {SIGINT, SIGTERM};
    for (size_t index = 0; index < 2; index++) {
        struct sigaction before;
        // What a parent told us to ignore (nohup, a shell's background job) stays ignored.
        if (sigaction(numbers[index], NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        sigaction(numbers[index], &action, NULL);
        unblock(numbers[index]);
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    sigaction(SIGXFSZ, &action, NULL);
}

int curette_signals_stop(void) { return atomic_load(&stop_signal); }

// MARK: Crashes

enum { note_size = 128, alternate_size = 1 << 16 };

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { crash_count = sizeof crash_signals / sizeof crash_signals[0] };

static struct sigaction before_crash[crash_count];
static atomic_int notes_descriptor = -1;

static _Thread_local char note[note_size];
static _Thread_local size_t note_length;
/// A stack that overflowed is no place for a handler to run on.
static _Thread_local void *alternate;

static void crashed(int number) {
    int descriptor = atomic_load(&notes_descriptor);
    if (descriptor >= 0 && note_length > 0) {
        ssize_t written = write(descriptor, note, note_length);
        (void)written;
    }
    // Back to what would have happened: the instruction is tried again, or the signal comes again.
    for (int index = 0; index < crash_count; index++) {
        if (crash_signals[index] == number) sigaction(number, &before_crash[index], NULL);
    }
    raise(number);
}

void curette_crash_notes(int descriptor) {
    static int is_installed;
    atomic_store(&notes_descriptor, descriptor);
    if (is_installed || descriptor < 0) return;
    is_installed = 1;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = crashed;
    action.sa_flags = SA_ONSTACK;
    for (int index = 0; index < crash_count; index++) {
        sigaction(crash_signals[index], &action, &before_crash[index]);
        unblock(crash_signals[index]);
    }
}

void curette_crash_announce(const char *text, size_t length) {
    if (alternate == NULL) {
        alternate = malloc(alternate_size);
        stack_t stack = {.ss_sp = alternate, .ss_size = alternate_size};
        if (alternate != NULL) sigaltstack(&stack, NULL);
    }
    // The handler interrupts this very thread: it must see no length that belongs to another note.
    note_length = 0;
    atomic_signal_fence(memory_order_seq_cst);
    if (length > note_size) length = note_size;
    if (length > 0) memcpy(note, text, length);
    atomic_signal_fence(memory_order_seq_cst);
    note_length = length;
}
