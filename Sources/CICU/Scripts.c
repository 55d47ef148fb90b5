#include "Scripts.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

static int augmented(UScriptCode script) {
    switch (script) {
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
        return USCRIPT_HAN;
    default:
        return script < 0 || script > 255 ? 255 : script;
    }
}

static uint32_t known_traits[CURETTE_KNOWN_TRAITS];
uint32_t *const curette_known_traits = known_traits;

uint32_t curette_find_traits(uint32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)scalar, &status);
    uint32_t traits = (uint32_t)u_charType((UChar32)scalar) | (uint32_t)augmented(script) << 5;
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) {
        UScriptCode several[2];
        status = U_ZERO_ERROR;
        int32_t count = uscript_getScriptExtensions((UChar32)scalar, several, 2, &status);
        if (count > 1 || (count == 1 && several[0] != script)) traits |= CURETTE_HAS_EXTENSIONS;
    }
    if (scalar > 0xA8 && u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI)) traits |= CURETTE_EMOJI;
    UCharDirection direction = u_charDirection((UChar32)scalar);
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) traits |= CURETTE_RIGHT_TO_LEFT;
    int32_t joining = u_getIntPropertyValue((UChar32)scalar, UCHAR_JOINING_TYPE);
    if (joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING || joining == U_JT_LEFT_JOINING)
        traits |= CURETTE_JOINING;
    if (u_getIntPropertyValue((UChar32)scalar, UCHAR_NFC_QUICK_CHECK) != UNORM_YES) traits |= CURETTE_COMPOSES;
    if (u_getCombiningClass((UChar32)scalar) != 0) traits |= CURETTE_ORDERED;
    // A bit that is always set tells an answer from an empty place.
    traits |= 1u << 31;
    if (scalar < CURETTE_KNOWN_TRAITS) __atomic_store_n(known_traits + scalar, traits, __ATOMIC_RELAXED);
    return traits;
}

int32_t curette_script_extensions(uint32_t scalar, uint8_t *scripts, int32_t capacity) {
    UScriptCode codes[64];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = uscript_getScriptExtensions((UChar32)scalar, codes, 64, &status);
    if (U_FAILURE(status)) return 0;
    int32_t written = 0;
    for (int32_t index = 0; index < count && written < capacity; index++)
        scripts[written++] = (uint8_t)augmented(codes[index]);
    return written;
}

static int32_t decoded(const UChar *text, int32_t units, uint32_t *outcome, int32_t capacity) {
    int32_t count = 0;
    for (int32_t index = 0; index < units;) {
        UChar32 next;
        U16_NEXT(text, index, units, next);
        if (count == capacity) return 0;
        outcome[count++] = (uint32_t)next;
    }
    return count;
}

int32_t curette_canonical_decomposition(uint32_t scalar, uint32_t *outcome, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
    UChar text[32];
    int32_t units = unorm2_getDecomposition(normalizer, (UChar32)scalar, text, 32, &status);
    return U_FAILURE(status) || units < 0 ? 0 : decoded(text, units, outcome, capacity);
}

int32_t curette_compatibility_decomposition(uint32_t scalar, uint32_t *outcome, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
    UChar text[32];
    int32_t units = unorm2_getDecomposition(normalizer, (UChar32)scalar, text, 32, &status);
    return U_FAILURE(status) || units < 0 ? 0 : decoded(text, units, outcome, capacity);
}

int32_t curette_compose(const uint32_t *text, int32_t count, uint32_t *outcome, int32_t capacity) {
    UChar from[128], to[256];
    int32_t units = 0;
    if (count > 64) return 0;
    for (int32_t index = 0; index < count; index++) U16_APPEND_UNSAFE(from, units, text[index]);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
    int32_t length = unorm2_normalize(normalizer, from, units, to, 256, &status);
    return U_FAILURE(status) ? 0 : decoded(to, length, outcome, capacity);
}

uint32_t curette_lower(uint32_t scalar) { return (uint32_t)u_tolower((UChar32)scalar); }
uint32_t curette_upper(uint32_t scalar) { return (uint32_t)u_toupper((UChar32)scalar); }

int32_t curette_character_name(uint32_t scalar, char *name, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = u_charName((UChar32)scalar, U_EXTENDED_CHAR_NAME, name, capacity, &status);
    return U_FAILURE(status) ? 0 : length;
}

int32_t curette_single_bytes(const char *charset, uint32_t meanings[256]) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    if (U_FAILURE(status)) return 0;
    for (int byte = 0; byte < 256; byte++) {
        char source = (char)byte;
        const char *from = &source;
        status = U_ZERO_ERROR;
        UChar32 meaning = ucnv_getNextUChar(converter, &from, from + 1, &status);
        meanings[byte] = U_FAILURE(status) || meaning == 0xFFFD ? 0xFFFFFFFF : (uint32_t)meaning;
        ucnv_reset(converter);
    }
    ucnv_close(converter);
    return 1;
}
