#include "Spoof.h"

#include <pthread.h>
#include <unicode/uspoof.h>
#include <unicode/utf16.h>

static USpoofChecker *checker;
static pthread_once_t opened = PTHREAD_ONCE_INIT;

static void open_checker(void) {
    UErrorCode status = U_ZERO_ERROR;
    checker = uspoof_open(&status);
    if (U_FAILURE(status)) checker = NULL;
}

int32_t curette_skeleton(uint32_t scalar, uint32_t *outcome, int32_t capacity) {
    pthread_once(&opened, open_checker);
    if (!checker) return 0;
    UChar text[2], skeleton[64];
    int32_t length = 0;
    U16_APPEND_UNSAFE(text, length, scalar);
    UErrorCode status = U_ZERO_ERROR;
    int32_t units = uspoof_getSkeleton(checker, 0, text, length, skeleton, 64, &status);
    if (U_FAILURE(status)) return 0;
    int32_t count = 0;
    for (int32_t index = 0; index < units;) {
        UChar32 next;
        U16_NEXT(skeleton, index, units, next);
        if (count == capacity) return 0;
        outcome[count++] = (uint32_t)next;
    }
    return count;
}
