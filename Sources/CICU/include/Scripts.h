/// What Unicode says of single characters, and the few normalisations that repair needs.
#ifndef CURETTE_SCRIPTS_H
#define CURETTE_SCRIPTS_H

#include <stdint.h>

/// The traits of one code point in one word: bits 0–4 its general category (ICU's `UCharCategory`), bits 5–12 its
/// script (ICU's `UScriptCode`; Han, Hiragana, Katakana, Bopomofo and Hangul all count as Han, since one text mixes
/// them), then the flags below.
uint32_t curette_find_traits(uint32_t scalar);

/// What was found so far, a code point an entry; 0 where nobody asked yet. Filled without locks: whoever comes first
/// writes what everybody else would have written.
extern uint32_t *const curette_known_traits;
#define CURETTE_KNOWN_TRAITS 0x20000u

/// The same, asked of ICU once a code point.
static inline uint32_t curette_traits(uint32_t scalar) {
    if (scalar >= CURETTE_KNOWN_TRAITS) return curette_find_traits(scalar);
    uint32_t known = __atomic_load_n(curette_known_traits + scalar, __ATOMIC_RELAXED);
    return known ? known : curette_find_traits(scalar);
}

enum {
    CURETTE_HAS_EXTENSIONS = 1 << 13,
    CURETTE_EMOJI = 1 << 15,
    CURETTE_RIGHT_TO_LEFT = 1 << 16,
    CURETTE_JOINING = 1 << 17,
    /// NFC may write it otherwise, or together with what stands before it.
    CURETTE_COMPOSES = 1 << 18,
    /// Takes part in the ordering of marks.
    CURETTE_ORDERED = 1 << 19
};

/// The scripts that use a code point (augmented as above); returns how many there are, at most `capacity`.
int32_t curette_script_extensions(uint32_t scalar, uint8_t *scripts, int32_t capacity);

/// Each writes code points and returns their number, 0 where there is nothing to say or too little room.
int32_t curette_canonical_decomposition(uint32_t scalar, uint32_t *outcome, int32_t capacity);
int32_t curette_compatibility_decomposition(uint32_t scalar, uint32_t *outcome, int32_t capacity);
int32_t curette_compose(const uint32_t *text, int32_t count, uint32_t *outcome, int32_t capacity);

uint32_t curette_lower(uint32_t scalar);
uint32_t curette_upper(uint32_t scalar);

/// The character's name in ASCII ("CYRILLIC SMALL LETTER A"), cut where it does not fit; returns its length.
int32_t curette_character_name(uint32_t scalar, char *name, int32_t capacity);

/// What each byte of a single-byte charset stands for; 0xFFFFFFFF where nothing. Returns 0 for an unknown charset.
int32_t curette_single_bytes(const char *charset, uint32_t meanings[256]);

#endif
