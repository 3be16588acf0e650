/* A finder that met sentences before says of them what one that is new says, whatever stands around
 * them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon_fixture.h"

static const char *const lexicon =
    "sets: {filler: [um], pet: [dog, guinea pig, <Name>], tool: [rake, (small|old) spade],\n"
    "  chore: ['mend the <tool>']}\n"
    "facts:\n"
    "  keeper: {compare: name, again: [whole, first], phrases: ['my name is / <Name>', "
    "'<chore> / <Name>']}\n"
    "  walk: {phrases: ['walk the <pet>', 'walk (it|<keeper>|<tool>)'], not: [do not ..3 <pet>]}\n"
    "  deed: {phrases: {of keeper: ['<keeper> .. <tool>'], at two: [{near: [keeper], phrases: "
    "['<walk> .. at two']}]}}\n"
    "  told: {phrases: ['<deed:of keeper>', 'hello .. <deed>', '<deed> $'], yields_to: [sale]}\n"
    "  sale:\n"
    "    clauses:\n"
    "      at_least: 3\n"
    "      cues:\n"
    "        a tool: {points: 3, phrases: [<tool>]}\n"
    "        its keeper: {points: -3, phrases: [hello, <keeper>]}\n";

static const char *const sentences[] = {
    "My name is Ana Reyes.",   "Walk the old dog.",        "Walk the guinea pig, um, at two.",
    "Do not walk the dog.",    "We have an old spade.",    "Hello, Ana Reyes has a rake.",
    "Walk Ana Reyes, and it.", "Call me on 303-555-0142.", "Walk it um.",
    "Mend the fence.",
};

enum { N = sizeof sentences / sizeof sentences[0], ROUNDS = 300 };

static void facts_of(struct rb_finder *finder, const char *text, struct rb_buffer *line)
{
    struct rb_arena arena;
    struct rb_text t;
    struct rb_phones phones;
    struct rb_facts facts;

    rb_arena_init(&arena);
    rb_buffer_clear(line);
    assert_true(rb_text_make(&arena, rb_slice_str(text), &t));
    assert_true(rb_phones_find(&arena, &t, &phones));
    assert_int_equal(rb_finder_run(finder, &arena, &t, &phones, NULL, &facts, NULL), RINGBACK_OK);
    for (uint32_t i = 0; i < facts.count; i++) {
        rb_buffer_slice_add(line, facts.items[i].name);
        rb_buffer_putc(line, ' ');
        rb_buffer_uint(line, facts.items[i].start);
        rb_buffer_putc(line, '-');
        rb_buffer_uint(line, facts.items[i].end);
        rb_buffer_slice_add(line, facts.items[i].value);
        rb_buffer_slice_add(line, rb_fact_reason(rb_finder_lexicon(finder), &facts.items[i]));
        rb_buffer_putc(line, ';');
    }
    rb_buffer_putc(line, '\0');
    rb_arena_free(&arena);
}

static void what_was_met_says_the_same_again(void **state)
{
    struct rb_buffer text, met, fresh;
    struct rb_finder *finder;
    struct fixture f;
    uint32_t seed = 7, found = 0;

    (void)state;
    fixture_make(&f, lexicon);
    if (!f.lex)
        fail_msg("%u:%u: %s", f.errs.first.line, f.errs.first.column, f.errs.first.message);
    finder = rb_finder_new(f.lex);
    assert_non_null(finder);
    rb_buffer_init(&text);
    rb_buffer_init(&met);
    rb_buffer_init(&fresh);
    for (size_t round = 0; round < ROUNDS; round++) {
        struct rb_finder *other = rb_finder_new(f.lex);

        assert_non_null(other);
        rb_buffer_clear(&text);
        for (size_t i = 0; i < 1 + round % 6; i++) {
            seed = seed * 1103515245u + 12345u;
            rb_buffer_puts(&text, sentences[(seed >> 16) % N]);
            rb_buffer_puts(&text, seed & 1u ? " " : "\n\n");
        }
        rb_buffer_putc(&text, '\0');
        facts_of(finder, text.ptr, &met);
        facts_of(other, text.ptr, &fresh);
        if (strcmp(met.ptr, fresh.ptr) != 0)
            fail_msg("“%s”\n  met   %s\n  fresh %s", text.ptr, met.ptr, fresh.ptr);
        /* The whole text was met now. */
        facts_of(finder, text.ptr, &met);
        assert_string_equal(met.ptr, fresh.ptr);
        found += met.len > 1;
        rb_finder_free(other);
    }
    assert_true(found > ROUNDS / 2);
    rb_buffer_free(&text);
    rb_buffer_free(&met);
    rb_buffer_free(&fresh);
    rb_finder_free(finder);
    fixture_free(&f);
}

/* A sentence that tells something else now holds words that were asked for before it was known. */
static void what_was_looked_for_is_looked_for_again(void **state)
{
    static const char *const drafts[] = {
        "Hello, Ana Reyes has a rake.",
        "My name is Ana Reyes. Mend the fence. Hello, Ana Reyes has a rake.",
    };
    struct rb_finder *finder, *other;
    struct rb_buffer met, fresh;
    struct fixture f;

    (void)state;
    fixture_make(&f, lexicon);
    assert_non_null(f.lex);
    finder = rb_finder_new(f.lex);
    other = rb_finder_new(f.lex);
    assert_true(finder && other);
    rb_buffer_init(&met);
    rb_buffer_init(&fresh);
    for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++)
        facts_of(finder, drafts[i], &met);
    facts_of(other, drafts[1], &fresh);
    assert_string_equal(met.ptr, fresh.ptr);
    assert_non_null(strstr(met.ptr, "deed "));
    rb_buffer_free(&met);
    rb_buffer_free(&fresh);
    rb_finder_free(finder);
    rb_finder_free(other);
    fixture_free(&f);
}

/* What is known beforehand is a part of what was met. */
static void names_taught_are_not_mixed_up(void **state)
{
    static const char names[] =
        "facts:\n  caller_name: {compare: name, again: [whole], phrases: ['this is / <Name>']}\n";
    const struct rb_taught taught[] = {{.from = rb_slice_str("Ana Reyes")},
                                       {.from = rb_slice_str("Bo Lind")}};
    struct rb_finder *finder;
    struct fixture f;

    (void)state;
    fixture_make(&f, names);
    if (!f.lex)
        fail_msg("%s", f.errs.first.message);
    finder = rb_finder_new(f.lex);
    assert_non_null(finder);
    for (size_t i = 0; i < 6; i++) {
        struct rb_slice text = rb_slice_str("Ask for Bo Lind.");
        struct rb_phones phones;
        struct rb_facts facts;
        struct rb_arena arena;
        struct rb_text t;

        rb_arena_init(&arena);
        assert_true(rb_text_make(&arena, text, &t) && rb_phones_find(&arena, &t, &phones));
        assert_int_equal(rb_finder_run(finder, &arena, &t, &phones,
                                       i % 3 ? &taught[i % 3 - 1] : NULL, &facts, NULL),
                         RINGBACK_OK);
        assert_int_equal(facts.count, i % 3 == 2);
        rb_arena_free(&arena);
    }
    rb_finder_free(finder);
    fixture_free(&f);
}

/* What the lexicon above says of single drafts. */
static void what_is_met(void **state)
{
    static const struct found rows[] = {
        {"Walk the dog.", "walk:Walk the dog"},
        {"My name is Ana Reyes. Walk Ana Reyes.",
         "keeper:Ana Reyes=Ana Reyes; walk:Walk Ana Reyes; keeper:Ana Reyes=Ana Reyes"},
        {"We have an old spade.", "sale:We have an old spade"},
    };

    (void)state;
    fixture_check(lexicon, rows, sizeof rows / sizeof rows[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_met),
        cmocka_unit_test(what_was_met_says_the_same_again),
        cmocka_unit_test(what_was_looked_for_is_looked_for_again),
        cmocka_unit_test(names_taught_are_not_mixed_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
