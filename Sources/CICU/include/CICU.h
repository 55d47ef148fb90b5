/// ICU behind a header that includes none of it: ICU's own headers and Foundation's do not compile together, and ICU
/// renames its functions by macros that Swift does not import.
#ifndef CURETTE_CICU_H
#define CURETTE_CICU_H

#include "Scripts.h"
#include "Spoof.h"

/// The library's version ("72.1"); static storage.
const char *curette_icu_version(void);

/// The version of Unicode its data is of ("15.0"); static storage.
const char *curette_icu_unicode_version(void);

#include "Converters.h"

#endif
