/// Nettle's SHA-256, as far as Curette needs it.
#ifndef CURETTE_CNETTLE_H
#define CURETTE_CNETTLE_H

#include <nettle/sha2.h>

#endif
