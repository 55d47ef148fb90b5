#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

const char *curette_icu_version(void) {
    static char text[U_MAX_VERSION_STRING_LENGTH];
    if (!text[0]) {
        UVersionInfo version;
        u_getVersion(version);
        u_versionToString(version, text);
    }
    return text;
}

const char *curette_icu_unicode_version(void) {
    static char text[U_MAX_VERSION_STRING_LENGTH];
    if (!text[0]) {
        UVersionInfo version;
        u_getUnicodeVersion(version);
        u_versionToString(version, text);
    }
    return text;
}
