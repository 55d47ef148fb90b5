/// What runs inside a signal handler. It is C because Swift promises nothing there.
#ifndef CURETTE_CSIGNALS_H
#define CURETTE_CSIGNALS_H

#include <stddef.h>

/// From now on the first SIGINT or SIGTERM only asks to stop, and makes standard input end, so that nobody goes on
/// waiting for it; the second ends the process at once, with 128 and its number. SIGPIPE and SIGXFSZ
/// (the limit of a file's size) become errors of `write`.
void curette_signals_install(void);

/// The signal that asked to stop; 0 if none did.
int curette_signals_stop(void);

/// From now on a crash on a page that was announced leaves the page's note in the file behind `descriptor`, before the
/// process ends as it would have without. -1 ends this.
void curette_crash_notes(int descriptor);

/// Announces which page the calling thread works on: `length` bytes of `note`, at most 128, are copied. 0 bytes: none.
void curette_crash_announce(const char *note, size_t length);

#endif
