#include "fact/parse.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"

enum { DEFAULT_GAP = 3 };

/* Counted from the place before, however many there are of a phrase. */
struct rb_place rb_parse_place(struct rb_parser *p, size_t at)
{
    if (at >= p->counted)
        p->column += (uint32_t)rb_utf8_count(p->text.ptr + p->counted, at - p->counted);
    else
        p->column -= (uint32_t)rb_utf8_count(p->text.ptr + at, p->counted - at);
    p->counted = at;
    return (struct rb_place){p->from->source, p->from->line, p->from->column + p->column};
}

void rb_parse_emit(struct rb_parser *p, enum rb_op op, uint8_t flags, uint32_t id)
{
    struct rb_making *lex = p->b->lex;
    struct rb_element e = {(uint32_t)op & 15, flags, id & (RB_MOST_IDS - 1)};

    if (id >= RB_MOST_IDS && id != RB_NONE && !p->bad)
        RB_PARSE_FAIL(p, p->at, "more than %d words, or sets and groups", RB_MOST_IDS);

    if (lex->n_elements - p->first >= RB_MAX_PHRASE_NODES) {
        if (!p->bad)
            RB_PARSE_FAIL(p, p->at, "a phrase may have at most %d parts: split it",
                          RB_MAX_PHRASE_NODES);
        return;
    }
    (void)RB_PUSH(p->b->arena, lex->elements, lex->n_elements, p->b->cap_elements, e);
}

bool rb_parse_take(struct rb_parser *p, const char *s)
{
    size_t n = strlen(s);

    if (p->text.len - p->at < n || memcmp(p->text.ptr + p->at, s, n) != 0)
        return false;
    p->at += n;
    return true;
}

/* Is what ends here followed by a space or the end? */
static bool at_break(const struct rb_parser *p)
{
    return p->at >= p->text.len || p->text.ptr[p->at] == ' ';
}

static void gap(struct rb_parser *p)
{
    uint32_t n = 0;
    uint8_t flags = 0;
    size_t start = p->at - 2;

    while (rb_is_digit(rb_parse_peek(p)) && n < 1000)
        n = n * 10 + (uint32_t)(p->text.ptr[p->at++] - '0');
    if (n == 0)
        n = DEFAULT_GAP;
    if (rb_parse_take_one(p, ','))
        flags |= RB_EL_CROSS;
    if (n > RB_MAX_GAP)
        RB_PARSE_FAIL(p, start, "a gap may leap at most %d words", RB_MAX_GAP);
    else if (!at_break(p))
        RB_PARSE_FAIL(p, p->at, "a gap is written .. or ..6 or ..6, with a space behind it");
    else
        rb_parse_emit(p, RB_OP_GAP, flags, n);
}

static void mark(struct rb_parser *p)
{
    if (p->from->depth > 0 || ++p->marks > 2)
        RB_PARSE_FAIL(p, p->at - 1,
                      p->from->depth
                          ? "a / cannot stand in a group or set: the fact would have no bounds"
                          : "a phrase has at most two /");
    p->flags |= RB_PHRASE_MARKED;
    rb_parse_emit(p, p->marks == 1 ? RB_OP_START : RB_OP_END, 0, 0);
}

/* A mark of the language; false: it is none. */
static bool sign(struct rb_parser *p)
{
    size_t start = p->at;

    if (rb_is_alnum(rb_parse_peek(p)))
        return false;
    if (rb_parse_take(p, "..")) {
        gap(p);
    } else if (rb_parse_take(p, ">>>")) {
        p->flags |= RB_PHRASE_TO_SENTENCE_END;
    } else if (rb_parse_take(p, ">>")) {
        p->flags |= RB_PHRASE_TO_CLAUSE_END;
    } else if (rb_parse_take(p, "<<")) {
        p->flags |= RB_PHRASE_FROM_CLAUSE_START;
    } else if (rb_parse_take_one(p, ',')) {
        rb_parse_emit(p, RB_OP_EDGE, rb_parse_quantity(p), 0);
    } else if (rb_parse_take_one(p, '^')) {
        rb_parse_emit(p, RB_OP_FIRST, 0, 0);
    } else if (rb_parse_peek(p) == '/' &&
               (start + 1 == p->text.len || p->text.ptr[start + 1] == ' ')) {
        p->at++;
        mark(p);
    } else if (rb_parse_peek(p) == '$' && start + 1 == p->text.len) {
        p->at++;
        rb_parse_emit(p, RB_OP_LAST, 0, 0);
    } else {
        return false;
    }
    return true;
}

/* A set's member that is one word or one other set needs no matching of its own. */
static bool simple(struct rb_parser *p)
{
    struct rb_builder *b = p->b;
    struct rb_making *lex = b->lex;
    const struct rb_element *e = &lex->elements[p->first];
    struct rb_pair pair = {e->id, p->from->def};

    if (lex->defs[p->from->def].kind == RB_DEF_FACT || lex->n_elements != p->first + 1 ||
        e->flags || p->flags || p->from->block)
        return false;
    if (e->op == RB_OP_WORD)
        (void)RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_pairs, pair);
    else if (e->op == RB_OP_SET)
        (void)RB_PUSH(&b->scratch, b->includes, b->n_includes, b->cap_includes, pair);
    else
        return false;
    lex->n_elements = p->first;
    return true;
}

/* What a phrase must have to be able to match. */
static void check(struct rb_parser *p)
{
    const struct rb_making *lex = p->b->lex;
    bool solid = false;

    for (size_t i = p->first; i < lex->n_elements; i++) {
        const struct rb_element *e = &lex->elements[i];

        if ((e->op == RB_OP_WORD || e->op == RB_OP_SET) && !(e->flags & RB_EL_VAGUE))
            solid = true;
        if (e->op == RB_OP_EDGE && i + 1 == lex->n_elements && p->from->depth > 0)
            RB_PARSE_FAIL(p, 0,
                          "an edge at a group's end does nothing: put the comma behind the group");
    }
    if (!solid && !p->bad)
        RB_PARSE_FAIL(p, 0, "a phrase needs at least one word or set that is not optional");
}

void rb_build_phrase(struct rb_builder *b, const struct rb_pending *pending)
{
    struct rb_parser p = {.b = b, .from = pending, .text = pending->text};
    struct rb_phrase phrase = {0};
    struct rb_written written;

    p.first = (uint32_t)b->lex->n_elements;
    while (p.at < p.text.len && !rb_arena_failed(b->arena)) {
        if (rb_parse_peek(&p) == ' ')
            p.at++;
        else if (!sign(&p))
            rb_parse_atom(&p);
    }
    if (rb_arena_failed(b->arena) || rb_arena_failed(&b->scratch))
        return;
    if (b->lex->n_elements == p.first) {
        if (!p.bad)
            RB_PARSE_FAIL(&p, 0, "the phrase is empty");
        return;
    }
    check(&p);
    if (p.bad || simple(&p))
        return;
    phrase.element = (uint32_t)b->lex->below.n_elements + p.first;
    phrase.n_elements = (uint8_t)(b->lex->n_elements - p.first);
    phrase.def = pending->def;
    phrase.block = pending->block;
    phrase.flags = p.flags;
    written.line = pending->line;
    written.column = pending->column;
    written.text = rb_build_string(b, pending->text);
    written.source = rb_build_source(b, pending->source);
    if (RB_PUSH(b->arena, b->lex->written, b->lex->n_written, b->cap_written, written))
        (void)RB_PUSH(b->arena, b->lex->phrases, b->lex->n_phrases, b->cap_phrases, phrase);
}
