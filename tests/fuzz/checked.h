/* A draft, checked by the built-in rules. */
#ifndef FUZZ_CHECKED_H
#define FUZZ_CHECKED_H

#include <ringback.h>

#include "fuzz.h"

/* The caller frees it. */
static inline ringback_result *checked(const uint8_t *data, size_t size)
{
    /* Once for the whole run: to load the rules takes longer than to check a draft. */
    static ringback_rules *rules;
    static ringback_checker *checker;
    ringback_result *result = NULL;

    if (!rules) {
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
        HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    }
    HOLD(ringback_check(checker, (const char *)data, size, &result, NULL) == RINGBACK_OK);
    return result;
}

#endif
