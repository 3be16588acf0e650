#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/limits.h"
#include "fact/split.h"
#include "lexicon_fixture.h"

/* What is in quotes begins behind the first of them. */
#define BEFORE "facts: {f: {phrases: ['"
enum { COLUMN = sizeof BEFORE };

static void what_is_wrong_is_told_at_its_place(void **state)
{
    static const struct {
        const char *phrase;
        unsigned at; /* characters before what is wrong */
        const char *message;
    } rows[] = {
        {"", 0, "the phrase is empty"},
        {"  ", 0, "the phrase is empty"},
        {"ring (now|) me", 10, "an alternative is empty: write (a|b) or (a|b)?"},
        {"ring (|now) me", 6, "an alternative is empty: write (a|b) or (a|b)?"},
        {"ring <Name", 5, "this < is never closed"},
        {"ring ..6x me", 8, "a gap is written .. or ..6 or ..6, with a space behind it"},
        {"ring ..25 me", 5, "a gap may leap at most 24 words"},
        {"ring / me / now / ", 16, "a phrase has at most two /"},
        {"ring (me / now)", 9, "a / cannot stand in a group or set: the fact would have no bounds"},
        {"größe) me", 5, "“)” has no meaning here"},
        {"sign-up? now", 0, "“sign-up” is several words: put it in brackets, (sign-up)?"},
        {"((((((((((((((((((((a))))))))))))))))))))", 8, "groups nest too deep"},
        {"ring me, (", 9, "this ( is never closed"},
        {"ring ..1000 me", 5, "a gap may leap at most 24 words"},
        {"ring (  |now) me", 8, "an alternative is empty: write (a|b) or (a|b)?"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char yaml[256];
        struct fixture f;

        (void)snprintf(yaml, sizeof yaml, BEFORE "%s']}}", rows[i].phrase);
        fixture_make(&f, yaml);
        assert_null(f.lex);
        if (strcmp(f.errs.first.message, rows[i].message) != 0 ||
            f.errs.first.column != COLUMN + rows[i].at)
            fail_msg("%s: %u %s", rows[i].phrase, (unsigned)f.errs.first.column - COLUMN,
                     f.errs.first.message);
        fixture_free(&f);
    }
}

/* A word as long as one that a draft may have, and a longer one. */
static void a_word_has_a_length(void **state)
{
    char yaml[512];
    struct fixture f;

    (void)state;
    for (int n = RB_SPLIT_BYTES - 1; n <= RB_SPLIT_BYTES + 1; n++) {
        (void)snprintf(yaml, sizeof yaml, BEFORE "ring %0*d']}}", n, 0);
        fixture_make(&f, yaml);
        assert_int_equal(f.lex != NULL, n <= RB_SPLIT_BYTES);
        if (!f.lex)
            assert_string_equal(f.errs.first.message, "this word is too long");
        fixture_free(&f);
    }
}

/* As many parts as a phrase may have, one fewer and one more. */
static void a_phrase_has_a_length(void **state)
{
    char yaml[64 + 2 * (RB_MAX_PHRASE_NODES + 1)];
    struct fixture f;

    (void)state;
    for (int n = RB_MAX_PHRASE_NODES - 1; n <= RB_MAX_PHRASE_NODES + 1; n++) {
        size_t len = (size_t)snprintf(yaml, sizeof yaml, BEFORE);

        for (int i = 0; i < n; i++, len += 2)
            memcpy(yaml + len, "a ", 2);
        (void)snprintf(yaml + len, sizeof yaml - len, "']}}");
        fixture_make(&f, yaml);
        assert_int_equal(f.lex != NULL, n <= RB_MAX_PHRASE_NODES);
        if (!f.lex)
            assert_string_equal(f.errs.first.message,
                                "a phrase may have at most 96 parts: split it");
        fixture_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_told_at_its_place),
        cmocka_unit_test(a_word_has_a_length),
        cmocka_unit_test(a_phrase_has_a_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
