/// libdeflate, as far as Curette needs it.
#ifndef CURETTE_CDEFLATE_H
#define CURETTE_CDEFLATE_H

#include <libdeflate.h>

#endif
