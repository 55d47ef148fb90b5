/// Brotli's decoder, as far as Curette needs it.
#ifndef CURETTE_CBROTLI_H
#define CURETTE_CBROTLI_H

#include <brotli/decode.h>

#endif
