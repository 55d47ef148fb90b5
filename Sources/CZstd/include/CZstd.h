/// Zstandard, as far as Curette needs it.
#ifndef CURETTE_CZSTD_H
#define CURETTE_CZSTD_H

#include <zstd.h>

#endif
