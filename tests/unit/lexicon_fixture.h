/* A lexicon from a few lines of YAML, and the facts of a text in one readable line: "ask:call
 * me=call_back; …". */
#ifndef UNIT_LEXICON_FIXTURE_H
#define UNIT_LEXICON_FIXTURE_H

#include "base/buffer.h"
#include "fact/lexicon.h"

struct fixture {
    struct rb_arena arena;
    struct rb_errors errs;
    struct rb_lexicon *lex;
    struct rb_entry sets[64], facts[16], irregular[16], clauses[1];
};

static size_t fixture_entries(const struct rb_yaml *map, struct rb_entry *out, size_t most)
{
    size_t n = 0;

    for (const struct rb_yaml *c = map ? map->child : NULL; c && n < most; c = c->next)
        out[n++] = (struct rb_entry){c->key, c, "test.yaml", false};
    return n;
}

/* f->lex is NULL when the YAML does not compile; f->errs.first says why. */
static void fixture_make(struct fixture *f, const char *yaml)
{
    struct rb_lexicon_source source = {0};
    struct rb_yaml *root = NULL;
    const struct rb_yaml *clauses;

    memset(f, 0, sizeof *f);
    rb_arena_init(&f->arena);
    assert_true(rb_yaml_parse(&f->arena, rb_slice_str(yaml), "test.yaml", &f->errs, &root));
    source.sets = f->sets;
    source.facts = f->facts;
    source.irregular = f->irregular;
    source.clauses = f->clauses;
    source.n_sets = fixture_entries(rb_yaml_get(root, "sets"), f->sets, 64);
    source.n_facts = fixture_entries(rb_yaml_get(root, "facts"), f->facts, 16);
    source.n_irregular = fixture_entries(rb_yaml_get(root, "irregular"), f->irregular, 16);
    clauses = rb_yaml_get(root, "clauses");
    if (clauses) {
        f->clauses[0] = (struct rb_entry){rb_slice_str("clauses"), clauses, "test.yaml", false};
        source.n_clauses = 1;
    }
    f->lex = rb_lexicon_new(&source, &f->errs);
}

static void fixture_free(struct fixture *f)
{
    rb_lexicon_free(f->lex);
    rb_arena_free(&f->arena);
}

/* The facts of a text, into line. */
static void fixture_facts(const struct fixture *f, const char *text, struct rb_buffer *line)
{
    struct rb_finder *finder = rb_finder_new(f->lex);
    struct rb_arena arena;
    struct rb_text t;
    struct rb_phones phones;
    struct rb_facts facts;

    rb_arena_init(&arena);
    rb_buffer_init(line);
    assert_non_null(finder);
    assert_true(rb_text_make(&arena, rb_slice_str(text), &t));
    assert_true(rb_phones_find(&arena, &t, &phones));
    assert_int_equal(rb_finder_run(finder, &arena, &t, &phones, NULL, &facts, NULL), RINGBACK_OK);
    for (uint32_t i = 0; i < facts.count; i++) {
        const struct rb_fact *fact = &facts.items[i];

        rb_buffer_puts(line, i ? "; " : "");
        rb_buffer_slice_add(line, fact->name);
        rb_buffer_putc(line, ':');
        rb_buffer_add(line, t.source.text.ptr + fact->start, fact->end - fact->start);
        if (fact->value.len) {
            rb_buffer_putc(line, '=');
            rb_buffer_slice_add(line, fact->value);
        }
    }
    rb_buffer_putc(line, '\0');
    rb_arena_free(&arena);
    rb_finder_free(finder);
}

/* One row of a table: a text and what is found in it. */
struct found {
    const char *text, *facts;
};

static inline void fixture_check(const char *yaml, const struct found *rows, size_t n)
{
    struct fixture f;

    fixture_make(&f, yaml);
    if (!f.lex)
        fail_msg("%u:%u: %s", f.errs.first.line, f.errs.first.column, f.errs.first.message);
    for (size_t i = 0; i < n; i++) {
        struct rb_buffer line;

        fixture_facts(&f, rows[i].text, &line);
        if (strcmp(line.ptr, rows[i].facts) != 0)
            fail_msg("“%s”\n  found  %s\n  wanted %s", rows[i].text, line.ptr, rows[i].facts);
        rb_buffer_free(&line);
    }
    fixture_free(&f);
}

#endif
