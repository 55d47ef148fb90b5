/// UTS #39 of the system's ICU.
#ifndef CURETTE_SPOOF_H
#define CURETTE_SPOOF_H

#include <stdint.h>

/// The skeleton of one code point: what it looks like, as code points in NFD; returns their number.
///
/// A skeleton is a key by which to compare, never a repair: that of `m` is `rn`. The checker is opened by the first call.
int32_t curette_skeleton(uint32_t scalar, uint32_t *outcome, int32_t capacity);

#endif
