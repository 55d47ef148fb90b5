#include "Converters.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

enum { CHUNK = 2048 };

struct curette_decoder {
    UConverter *converter;
    const char *start;
    const char *next;
    const char *end;
    /// A lead surrogate whose trail comes with the next chunk, and where it began.
    UChar lead;
    uint32_t lead_start;
    uint32_t last_start;
    int is_done;
    UChar units[CHUNK];
    int32_t offsets[CHUNK];
};

curette_decoder *curette_decoder_open(const char *name, const uint8_t *bytes, size_t count) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return NULL;
    curette_decoder *decoder = calloc(1, sizeof *decoder);
    if (!decoder) {
        ucnv_close(converter);
        return NULL;
    }
    decoder->converter = converter;
    decoder->start = decoder->next = (const char *)bytes;
    decoder->end = decoder->start + count;
    return decoder;
}

void curette_decoder_close(curette_decoder *decoder) {
    if (!decoder) return;
    ucnv_close(decoder->converter);
    free(decoder);
}

int32_t curette_decoder_next(curette_decoder *decoder, uint32_t *scalars, uint32_t *starts, int32_t capacity) {
    int32_t written = 0;
    while (written == 0 && !decoder->is_done) {
        UErrorCode status = U_ZERO_ERROR;
        UChar *target = decoder->units;
        // One scalar may be pending, and may turn out to be a lone surrogate beside what follows it.
        int32_t room = capacity - 2 < CHUNK ? capacity - 2 : CHUNK;
        uint32_t base = (uint32_t)(decoder->next - decoder->start);
        ucnv_toUnicode(decoder->converter, &target, target + room, &decoder->next, decoder->end, decoder->offsets,
                       1, &status);
        if (status != U_BUFFER_OVERFLOW_ERROR) decoder->is_done = 1;
        int32_t count = (int32_t)(target - decoder->units);
        for (int32_t index = 0; index < count; index++) {
            UChar unit = decoder->units[index];
            // ICU has no offset for what it held over from the chunk before.
            uint32_t start = decoder->offsets[index] < 0 ? decoder->last_start : base + decoder->offsets[index];
            decoder->last_start = start;
            if (decoder->lead) {
                UChar lead = decoder->lead;
                decoder->lead = 0;
                scalars[written] = U16_IS_TRAIL(unit) ? (uint32_t)U16_GET_SUPPLEMENTARY(lead, unit) : 0xFFFD;
                starts[written++] = decoder->lead_start;
                if (U16_IS_TRAIL(unit)) continue;
            }
            if (U16_IS_LEAD(unit)) {
                decoder->lead = unit;
                decoder->lead_start = start;
                continue;
            }
            scalars[written] = U16_IS_TRAIL(unit) ? 0xFFFD : unit;
            starts[written++] = start;
        }
        if (decoder->is_done && decoder->lead) {
            decoder->lead = 0;
            scalars[written] = 0xFFFD;
            starts[written++] = decoder->lead_start;
        }
    }
    return written;
}

int32_t curette_detect_charset(const uint8_t *bytes, size_t count, char *name, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t confidence = 0;
    UCharsetDetector *detector = ucsdet_open(&status);
    if (U_FAILURE(status)) return 0;
    ucsdet_setText(detector, (const char *)bytes, count > INT_MAX ? INT_MAX : (int32_t)count, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    if (U_SUCCESS(status) && match) {
        const char *found = ucsdet_getName(match, &status);
        confidence = ucsdet_getConfidence(match, &status);
        if (U_FAILURE(status) || !found || strlen(found) >= capacity) {
            confidence = 0;
        } else {
            strcpy(name, found);
        }
    }
    ucsdet_close(detector);
    return confidence;
}
