/// Charsets: ICU's converters, with the place of every scalar, and its detector.
#ifndef CURETTE_CONVERTERS_H
#define CURETTE_CONVERTERS_H

#include <stddef.h>
#include <stdint.h>

typedef struct curette_decoder curette_decoder;

/// A decoder of `count` bytes, which outlive it, in ICU's converter `name`; NULL where ICU has none of that name.
curette_decoder *curette_decoder_open(const char *name, const uint8_t *bytes, size_t count);

void curette_decoder_close(curette_decoder *decoder);

/// Writes the next scalars and for each the offset of the byte with which it begins, `capacity` at most (and at least
/// 16): how many they are, 0 at the end. What cannot be decoded is U+FFFD.
int32_t curette_decoder_next(curette_decoder *decoder, uint32_t *scalars, uint32_t *starts, int32_t capacity);

/// Writes ICU's best guess at the charset into `name`: its confidence (0 to 100).
int32_t curette_detect_charset(const uint8_t *bytes, size_t count, char *name, size_t capacity);

#endif
