/* The sieve lets through whatever the matcher would find: a sentence too long to be sieved says the
 * same as a short one, and many short ones the same as one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon_fixture.h"

static const char *const phrases = "sets: {filler: [um], pet: [dog, guinea pig, (small|old) cat]}\n"
                                   "irregular: {ring: [rings, rang]}\n"
                                   "facts: {f: {phrases: [\n"
                                   "  ring~ me, feed ..2 <pet>, 'walk ..3, <pet>', very+ loud, "
                                   "please? bark (now|right away), the !(big|bad) bone,\n"
                                   "  'one , two', 'sit / down here']}}";

/* Texts, and what is found in each. */
static const struct found rows[] = {
    {"they rang me", "f:rang me"},
    {"ring, me", ""},
    {"ring um um me", "f:ring um um me"},
    {"feed my very old cat", "f:feed my very old cat"},
    {"feed it to your guinea pig", ""},
    {"feed the um guinea pig", "f:feed the um guinea pig"},
    {"walk it, then the dog", "f:walk it, then the dog"},
    {"walk it, then the old small dog", ""},
    {"very very loud", "f:very very loud"},
    {"bark right away", "f:bark right away"},
    {"please bark now", "f:please bark now"},
    {"please, bark later", ""},
    {"one, two", "f:one, two"},
    {"one two", ""},
    {"um sit down here", "f:down here"},
    {"the big bone, the bone", "f:the bone"},
};

enum { N_ROWS = sizeof rows / sizeof rows[0], LONG = 80 };

static void expect(const struct fixture *f, const char *text, const char *wanted)
{
    struct rb_buffer line;

    fixture_facts(f, text, &line);
    if (strcmp(line.ptr, wanted) != 0)
        fail_msg("“%s”\n  found  %s\n  wanted %s", text, line.ptr, wanted);
    rb_buffer_free(&line);
}

static void add_words(struct rb_buffer *out, const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        rb_buffer_puts(out, word);
}

static void long_sentences_say_what_short_ones_say(void **state)
{
    struct fixture f;

    (void)state;
    fixture_make(&f, phrases);
    assert_non_null(f.lex);
    for (size_t i = 0; i < N_ROWS; i++) {
        expect(&f, rows[i].text, rows[i].facts);
        /* Before it, behind it, and so that it stands astride a chunk's end. */
        for (size_t before = 0; before <= LONG; before += before == 55   ? 1
                                                          : before == 64 ? 16
                                                                         : 55) {
            struct rb_buffer text;

            rb_buffer_init(&text);
            add_words(&text, "zither ", before);
            rb_buffer_puts(&text, rows[i].text);
            add_words(&text, " zither", LONG - before);
            rb_buffer_putc(&text, '\0');
            expect(&f, text.ptr, rows[i].facts);
            rb_buffer_free(&text);
        }
    }
    fixture_free(&f);
}

static void sentences_of_one_chunk_stay_apart(void **state)
{
    struct rb_buffer text, wanted;
    struct fixture f;

    (void)state;
    fixture_make(&f, phrases);
    assert_non_null(f.lex);
    rb_buffer_init(&text);
    rb_buffer_init(&wanted);
    for (size_t i = 0; i < N_ROWS; i++) {
        rb_buffer_puts(&text, i ? ".\n\n" : "");
        rb_buffer_puts(&text, rows[i].text);
        if (rows[i].facts[0] == '\0')
            continue;
        rb_buffer_puts(&wanted, wanted.len ? "; " : "");
        rb_buffer_puts(&wanted, rows[i].facts);
    }
    rb_buffer_putc(&text, '\0');
    rb_buffer_putc(&wanted, '\0');
    expect(&f, text.ptr, wanted.ptr);
    expect(&f, "Please.\n\nRing.\n\nMe. Feed the.\n\nDog. One.\n\nTwo.", "");
    rb_buffer_free(&text);
    rb_buffer_free(&wanted);
    fixture_free(&f);
}

static void begins_and_ends_of_sentences(void **state)
{
    static const struct found ends[] = {
        {"go home. um go home now", "f:go home; f:go home"},
        {"we go home", ""},
        {"eat this um. this eat this. eat it", "f:eat this; f:eat this"},
    };

    (void)state;
    fixture_check("sets: {filler: [um]}\nfacts: {f: {phrases: ['^ go home', 'eat this $']}}", ends,
                  sizeof ends / sizeof ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_sentences_say_what_short_ones_say),
        cmocka_unit_test(sentences_of_one_chunk_stay_apart),
        cmocka_unit_test(begins_and_ends_of_sentences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
