/// zlib, as far as Curette needs it.
#ifndef CURETTE_CZLIB_H
#define CURETTE_CZLIB_H

#include <zlib.h>

/// Makes `stream` ready to expand a gzip member; zlib's own way is a macro, which Swift does not import.
static inline int curette_inflate_gzip_init(z_stream *stream) {
    return inflateInit2(stream, 16 + MAX_WBITS);
}

#endif
