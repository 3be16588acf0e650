/* Build tool: the tables of the lexicon as constants. Members stand in their order: a compiler that
 * is asked to warns of one that is missing. */
#include <stdio.h>

#include "rule/embed/out.h"

static void numbers(const char *name, unsigned at, const uint32_t *items, size_t n)
{
    begin_array("uint32_t", name, at, n);
    for (size_t i = 0; i < n; i++)
        printf("%uu,%s", (unsigned)items[i], i % 16 == 15 ? "\n" : "");
    end_array();
}

/* Short ones: a limit of what is built in, not of what is built on it. */
static void refs(const struct rb_lexicon *lex)
{
    begin_array("uint16_t", "refs", 0, lex->n_refs);
    for (size_t i = 0; i < lex->n_refs; i++) {
        if (lex->refs[i] > UINT16_MAX)
            printf("\n#error \"a number that is not short\"\n");
        printf("%u,%s", (unsigned)lex->refs[i], i % 16 == 15 ? "\n" : "");
    }
    end_array();
}

static void string(struct rb_string s)
{
    printf("{%u, %u}", (unsigned)s.at, (unsigned)s.len);
}

static void glossary(const char *name, unsigned at, const struct rb_glossary *words)
{
    printf("static const char bytes_%u[] =\n    ", at);
    put_bytes(words->bytes, words->starts[words->count]);
    printf(";\n");
    numbers("starts", at, words->starts, (size_t)words->count + 1);
    numbers("slots", at, words->slots, words->n_slots);
    printf("#define %s {bytes_%u, starts_%u, slots_%u, %u, %u, 0, 0}\n", name, at, at, at,
           (unsigned)words->count, (unsigned)words->n_slots);
}

static void irregular(const struct rb_lexicon *lex)
{
    begin_array("struct rb_irregular", "irregular", 0, lex->n_irregular);
    for (size_t i = 0; i < lex->n_irregular; i++)
        printf("{%u, %u, %u},\n", (unsigned)lex->irregular[i].word,
               (unsigned)lex->irregular[i].form, (unsigned)lex->irregular[i].n_forms);
    end_array();
    begin_array("struct rb_string", "forms", 0, lex->n_forms);
    for (size_t i = 0; i < lex->n_forms; i++) {
        string(lex->forms[i]);
        printf(",\n");
    }
    end_array();
}

/* What only messages and the compiler want stands together: a draft touches none of it. */
static void seldom_read(const struct rb_lexicon *lex)
{
    printf("static const char text_0[] =\n    ");
    put_bytes(lex->text, lex->n_text);
    printf(";\n");
    begin_array("struct rb_written", "written", 0, lex->n_written);
    for (size_t i = 0; i < lex->n_written; i++) {
        const struct rb_written *w = &lex->written[i];

        putchar('{');
        string(w->text);
        printf(", %u, %u, %u},\n", (unsigned)w->source, (unsigned)w->line, (unsigned)w->column);
    }
    end_array();
    numbers("order", 0, lex->order, lex->n_order);
    numbers("weights", 0, lex->weights, lex->n_weights);
}

static void phrases(const struct rb_lexicon *lex)
{
    begin_array("struct rb_element", "elements", 0, lex->n_elements);
    for (size_t i = 0; i < lex->n_elements; i++) {
        const struct rb_element *e = &lex->elements[i];

        printf("{%u, %u, %u},\n", (unsigned)e->op, (unsigned)e->flags, (unsigned)e->id);
    }
    end_array();
    begin_array("struct rb_phrase", "phrases", 0, lex->n_phrases);
    for (size_t i = 0; i < lex->n_phrases; i++) {
        const struct rb_phrase *p = &lex->phrases[i];

        printf("{%u, %u, %u, %u, %u, %u, %u, %u, {", (unsigned)p->element, (unsigned)p->def,
               (unsigned)p->block, p->before_max, p->n_elements, p->flags, p->anchor, p->head);
        for (size_t k = 0; k < sizeof p->needs / sizeof p->needs[0]; k++)
            printf("%u, ", p->needs[k]);
        printf("}},\n");
    }
    end_array();
}

static void blocks(const struct rb_lexicon *lex)
{
    begin_array("struct rb_block", "blocks", 0, lex->n_blocks);
    for (size_t i = 0; i < lex->n_blocks; i++) {
        const struct rb_block *b = &lex->blocks[i];

        putchar('{');
        put_slice(b->value);
        printf(", %u, %u, %u, %u, %d, %d},\n", (unsigned)b->near, (unsigned)b->n_near,
               (unsigned)b->first_sentences, (unsigned)b->last_sentences, b->weak, b->alone);
    }
    end_array();
}

static void defs(const struct rb_lexicon *lex)
{
    begin_array("struct rb_def", "defs", 0, lex->n_defs);
    for (size_t i = 0; i < lex->n_defs; i++) {
        const struct rb_def *d = &lex->defs[i];

        printf("{%u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %d},\n",
               (unsigned)d->phrase, (unsigned)d->n_phrases, (unsigned)d->trigger,
               (unsigned)d->n_triggers, (unsigned)d->word, (unsigned)d->included,
               (unsigned)d->holds, (unsigned)d->name, d->n_included, d->n_holds, d->fact,
               d->n_words, d->kind, d->widest, d->varies);
    }
    end_array();
}

static void facts(const struct rb_lexicon *lex)
{
    begin_array("struct rb_fact_def", "facts", 0, lex->n_facts);
    for (size_t i = 0; i < lex->n_facts; i++) {
        const struct rb_fact_def *f = &lex->facts[i];

        putchar('{');
        put_slice(f->name);
        printf(", %d, %d, %d, %d, %u, %u, %u, %uu, %u, %u, %u, %u,", f->hidden, f->phone, f->join,
               f->unnamed, f->compare, f->again, (unsigned)f->def, (unsigned)f->veto,
               (unsigned)f->yields, (unsigned)f->n_yields, (unsigned)f->unlike,
               (unsigned)f->n_unlike);
        printf(" %u, %u, %u, %u, %u, %u, %d, %u, %u},\n", (unsigned)f->values,
               (unsigned)f->n_values, (unsigned)f->shape, (unsigned)f->n_shapes, (unsigned)f->cue,
               (unsigned)f->n_cues, (int)f->at_least, (unsigned)f->rivals, (unsigned)f->n_rivals);
    }
    end_array();
}

static void cues(const struct rb_lexicon *lex)
{
    begin_array("struct rb_cue", "cues", 0, lex->n_cues);
    for (size_t i = 0; i < lex->n_cues; i++) {
        const struct rb_cue *c = &lex->cues[i];

        putchar('{');
        put_slice(c->name);
        printf(", %u, %d, %u, ", (unsigned)c->def, c->points, c->scope);
        put_place(c->place);
        printf(", %u, %u},\n", (unsigned)c->first_sentences, (unsigned)c->last_sentences);
    }
    end_array();
}

static void shapes(const struct rb_lexicon *lex)
{
    begin_array("struct rb_shape", "shapes", 0, lex->n_shapes);
    for (size_t i = 0; i < lex->n_shapes; i++) {
        const struct rb_shape *s = &lex->shapes[i];

        putchar('{');
        put_slice(s->text);
        printf(", ");
        put_place(s->place);
        printf(", %u, %u, %u, {%d, %d}},\n", (unsigned)s->fact_group, (unsigned)s->value_group,
               (unsigned)s->block, s->needs[0], s->needs[1]);
    }
    end_array();
}

static void words(const struct rb_lexicon *lex)
{
    begin_array("struct rb_word", "words", 0, lex->n_words);
    for (size_t i = 0; i < lex->n_words; i++) {
        const struct rb_word *w = &lex->words[i];

        printf("{UINT64_C(%llu), %u, %u, %u, %u, %u},\n", (unsigned long long)w->mask,
               (unsigned)w->sets, w->n_marked, w->n_noted, (unsigned)w->triggers,
               (unsigned)w->n_triggers);
    }
    end_array();
}

void freeze_lexicon(const struct rb_lexicon *lex)
{
    seldom_read(lex);
    glossary("VOCAB", 0, &lex->vocab);
    glossary("NAMES", 1, &lex->names);
    phrases(lex);
    blocks(lex);
    defs(lex);
    numbers("stops", 0, lex->stops, lex->n_stops);
    numbers("varying", 0, lex->varying, lex->n_varying);
    facts(lex);
    cues(lex);
    shapes(lex);
    words(lex);
    refs(lex);
    numbers("named", 0, lex->named, lex->n_named);
    irregular(lex);
    printf(
        "static const struct rb_lexicon lexicon = {\n    .vocab = VOCAB,\n    .names = NAMES,\n");
#define TABLE(type, name)                                                                          \
    printf("    ." #name " = " #name "_0,\n    .n_" #name " = %zu,\n", lex->n_##name);
    RB_LEXICON_SHARED(TABLE)
    RB_LEXICON_COMPILED(TABLE)
#undef TABLE
    printf("    .below = {.refs = refs_0, .n_refs = %zu},\n", lex->n_refs);
    printf("    .clause_def = %uu,\n", (unsigned)lex->clause_def);
#define RESERVED(name, help) printf("    ." #name " = %uu,\n", (unsigned)lex->name);
#include "fact/reserved.def"
#undef RESERVED
    printf("};\n\n");
}
