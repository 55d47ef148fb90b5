/// What Unicode says of single characters, and the few normalisations that repair needs.
#ifndef CURETTE_SCRIPTS_H
#define CURETTE_SCRIPTS_H

#include <stdint.h>

/// The traits of one code point in one word: bits 0–4 its general category (ICU's `UCharCategory`), bits 5–12 its
/// script (ICU's `UScriptCode`; Han, Hiragana, Katakana, Bopomofo and Hangul all count as Han, since one text mixes
/// them), then the flags below.
uint32_t curette_traits(uint32_t scalar);

enum {
    CURETTE_HAS_EXTENSIONS = 1 << 13,
    CURETTE_IGNORABLE = 1 << 14,
    CURETTE_EMOJI = 1 << 15,
    CURETTE_RIGHT_TO_LEFT = 1 << 16,
    CURETTE_JOINING = 1 << 17
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
