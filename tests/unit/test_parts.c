/* A draft that is too large to be looked at as a whole says of each of its sentences what the
 * sentence says alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fact/grid.h"
#include "lexicon_fixture.h"

static const char *const lexicon =
    "sets: {filler: [um], pet: [dog, guinea pig, <Name>], tool: [rake, (small|old) spade]}\n"
    "facts:\n"
    "  keeper: {phrases: ['my name is / <Name>']}\n"
    "  walk: {phrases: ['walk the <pet>', 'walk (it|<keeper>|<tool>)'], not: [do not ..3 <pet>]}\n"
    "  sale:\n"
    "    clauses:\n"
    "      at_least: 3\n"
    "      cues:\n"
    "        a tool: {points: 3, phrases: [<tool>]}\n"
    "        its keeper: {points: -3, phrases: [hello, <keeper>]}\n"
    "  rest: {phrases: ['rest >>']}\n";

static const char *const sentences[] = {
    "My name is Ana Reyes.",
    "Walk the old dog.",
    "Walk the guinea pig, um, at two.",
    "Do not walk the dog.",
    "We have an old spade.",
    "Call me on 303-555-0142.",
    "Rest, and walk it um.",
    "My name is Bo, walk the dog and rest on it.",
};

enum { N = sizeof sentences / sizeof sentences[0], TOLD = 900, LONG = RB_LARGE };

static void facts_of(struct rb_finder *finder, struct rb_slice text, uint32_t at,
                     struct rb_buffer *out)
{
    struct rb_arena arena;
    struct rb_text t;
    struct rb_phones phones;
    struct rb_facts facts;

    rb_arena_init(&arena);
    assert_true(rb_text_make(&arena, text, &t));
    assert_true(rb_phones_find(&arena, &t, &phones));
    assert_int_equal(rb_finder_run(finder, &arena, &t, &phones, NULL, &facts, NULL), RINGBACK_OK);
    for (uint32_t i = 0; i < facts.count; i++) {
        rb_buffer_slice_add(out, facts.items[i].name);
        rb_buffer_putc(out, ' ');
        rb_buffer_uint(out, at + facts.items[i].start);
        rb_buffer_putc(out, '-');
        rb_buffer_uint(out, at + facts.items[i].end);
        rb_buffer_slice_add(out, facts.items[i].value);
        rb_buffer_slice_add(out, rb_fact_reason(rb_finder_lexicon(finder), &facts.items[i]));
        rb_buffer_putc(out, '\n');
    }
    rb_arena_free(&arena);
}

/* Nothing is found in it: it shows that the text has full stops. */
static const char before[] = "We go. We go.\n\n";

/* One sentence more, here and alone. */
static void add(struct rb_finder *alone, const struct rb_buffer *sentence, struct rb_buffer *text,
                struct rb_buffer *expected)
{
    struct rb_buffer own;

    rb_buffer_init(&own);
    rb_buffer_puts(&own, before);
    rb_buffer_slice_add(&own, rb_buffer_slice(sentence));
    facts_of(alone, rb_buffer_slice(&own), (uint32_t)(text->len - strlen(before)), expected);
    rb_buffer_free(&own);
    rb_buffer_slice_add(text, rb_buffer_slice(sentence));
    rb_buffer_puts(text, "\n\n");
}

static void check(bool with_long)
{
    struct rb_buffer text, expected, found, sentence;
    struct rb_finder *alone, *whole;
    struct fixture f;
    uint32_t seed = 3;

    fixture_make(&f, lexicon);
    alone = rb_finder_new(f.lex);
    whole = rb_finder_new(f.lex);
    assert_non_null(alone);
    assert_non_null(whole);
    rb_buffer_init(&text);
    rb_buffer_init(&expected);
    rb_buffer_init(&found);
    rb_buffer_init(&sentence);
    rb_buffer_puts(&text, before);
    for (size_t i = 0; i < TOLD; i++) {
        seed = seed * 1103515245u + 12345u;
        rb_buffer_clear(&sentence);
        rb_buffer_puts(&sentence, sentences[(seed >> 16) % N]);
        if (with_long && i == TOLD / 2) {
            rb_buffer_clear(&sentence);
            for (size_t k = 0; k < LONG; k++)
                rb_buffer_puts(&sentence, k % 7 ? "we walk " : "walk the dog with an old spade ");
            rb_buffer_puts(&sentence, "now.");
        }
        add(alone, &sentence, &text, &expected);
    }
    facts_of(whole, rb_buffer_slice(&text), 0, &found);
    /* And a small draft behind a large one. */
    facts_of(whole, rb_slice_str(sentences[1]), 0, &found);
    facts_of(alone, rb_slice_str(sentences[1]), 0, &expected);
    rb_buffer_putc(&found, '\0');
    rb_buffer_putc(&expected, '\0');
    assert_true(found.len > TOLD);
    assert_string_equal(found.ptr, expected.ptr);
    rb_buffer_free(&text);
    rb_buffer_free(&expected);
    rb_buffer_free(&found);
    rb_buffer_free(&sentence);
    rb_finder_free(alone);
    rb_finder_free(whole);
    fixture_free(&f);
}

static void parts_say_what_sentences_say(void **state)
{
    (void)state;
    check(false);
}

static void so_they_do_around_a_sentence_that_is_too_long(void **state)
{
    (void)state;
    check(true);
}

/* What the lexicon above says of single drafts. */
static void what_is_told(void **state)
{
    static const struct found rows[] = {
        {"Walk the dog.", "walk:Walk the dog"},
        {"Do not walk the dog.", ""},
        {"We have an old spade.", "sale:We have an old spade"},
        {"Rest, and walk on.", "rest:Rest"},
    };

    (void)state;
    fixture_check(lexicon, rows, sizeof rows / sizeof rows[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_told),
        cmocka_unit_test(parts_say_what_sentences_say),
        cmocka_unit_test(so_they_do_around_a_sentence_that_is_too_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
