/* The atoms of a phrase: words, groups, references. */
#include "fact/parse.h"
#include "fact/split.h"

enum { MAX_DEPTH = 8 };

/* ? and + behind an atom */
uint8_t rb_parse_quantity(struct rb_parser *p)
{
    uint8_t flags = 0;

    for (;;) {
        if (rb_parse_take_one(p, '?'))
            flags |= RB_EL_OPTIONAL;
        else if (rb_parse_take_one(p, '+'))
            flags |= RB_EL_REPEAT;
        else
            return flags;
    }
}

/* A set without a name whose members are the texts between | of a group. */
static uint32_t anonymous(struct rb_parser *p, struct rb_slice name, bool *fresh)
{
    return rb_build_group(p->b, p->from->scope, name, rb_parse_place(p, p->at), fresh);
}

static void member(struct rb_parser *p, uint32_t def, size_t start, size_t end)
{
    struct rb_pending pending = *p->from;

    if (start == end) {
        RB_PARSE_FAIL(p, start, "an alternative is empty: write (a|b) or (a|b)?");
        return;
    }
    pending.text = rb_slice_of(p->text.ptr + start, end - start);
    pending.column += (uint32_t)start;
    pending.def = def;
    pending.block = 0;
    pending.depth++;
    rb_build_queue(p->b, &pending);
}

/* One alternative of a group: what is no word is a matter of flags, all else a member. */
static uint8_t alternative(struct rb_parser *p, uint32_t def, size_t start, size_t end, bool fresh)
{
    while (start < end && p->text.ptr[start] == ' ')
        start++;
    while (end > start && p->text.ptr[end - 1] == ' ')
        end--;
    if (end == start + 1 && p->text.ptr[start] == ',')
        return RB_EL_OR_EDGE;
    if (end == start + 1 && p->text.ptr[start] == '$')
        return RB_EL_OR_LAST;
    if (end == start + 1 && p->text.ptr[start] == '^')
        return RB_EL_OR_FIRST;
    if (rb_slice_is(rb_slice_of(p->text.ptr + start, end - start), "<Word>"))
        return RB_EL_OR_ANY;
    if (fresh)
        member(p, def, start, end);
    return 0;
}

/* At "(": the definition of the group, or RB_NONE. */
static uint32_t group(struct rb_parser *p, uint8_t *flags)
{
    size_t open = p->at, start, end = open;
    int depth = 0;
    uint32_t def;
    bool fresh;

    for (; end < p->text.len; end++) {
        depth += (p->text.ptr[end] == '(') - (p->text.ptr[end] == ')');
        if (depth == 0)
            break;
    }
    if (end >= p->text.len || p->from->depth >= MAX_DEPTH) {
        RB_PARSE_FAIL(p, open,
                      end >= p->text.len ? "this ( is never closed" : "groups nest too deep");
        p->at = p->text.len;
        return RB_NONE;
    }
    def = anonymous(p, rb_slice_of(p->text.ptr + open, end + 1 - open), &fresh);
    p->at = end + 1;
    if (def == RB_NONE)
        return def;
    start = open + 1;
    for (size_t i = start; i <= end; i++) {
        depth += (p->text.ptr[i] == '(') - (p->text.ptr[i] == ')');
        if (i == end || (depth == 0 && p->text.ptr[i] == '|')) {
            *flags |= alternative(p, def, start, i, fresh);
            start = i + 1;
        }
    }
    return def;
}

/* At "<": the definition it names, or RB_NONE. *any: it is <Word>. */
static uint32_t reference(struct rb_parser *p, bool *any)
{
    size_t open = p->at++, end;
    struct rb_slice name, known[512];
    struct rb_builder *b = p->b;
    uint32_t def;
    int near;
    size_t n = 0;

    while (p->at < p->text.len && p->text.ptr[p->at] != '>')
        p->at++;
    if (p->at >= p->text.len) {
        RB_PARSE_FAIL(p, open, "this < is never closed");
        return RB_NONE;
    }
    end = p->at++;
    name = rb_slice_of(p->text.ptr + open + 1, end - open - 1);
    *any = rb_slice_is(name, "Word");
    if (*any)
        return 0;
    def = p->from->scope.len ? rb_build_find(b, rb_build_join(b, p->from->scope, '.', name))
                             : RB_NONE;
    if (def == RB_NONE)
        def = rb_build_find(b, name);
    if (rb_arena_failed(&b->scratch) || rb_arena_failed(b->arena))
        return RB_NONE; /* no memory: told at the end, not as a name that is not there */
    if (def == p->from->def) {
        RB_PARSE_FAIL(p, open, "<%.*s> cannot be made of itself", (int)name.len, name.ptr);
        return RB_NONE;
    }
    if (def != RB_NONE)
        return def;
    for (uint32_t i = (uint32_t)b->old.defs; i < b->lex->n_defs && n < 512; i++)
        if (rb_build_title(b, i).len && rb_build_title(b, i).ptr[0] != '(')
            known[n++] = rb_build_title(b, i);
    near = rb_nearest(name, known, n);
    if (near >= 0)
        RB_PARSE_FAIL(p, open, "there is no set, fact or class <%.*s>: did you mean <%.*s>?",
                      (int)name.len, name.ptr, (int)known[near].len, known[near].ptr);
    else
        RB_PARSE_FAIL(p, open, "there is no set, fact or class <%.*s>", (int)name.len, name.ptr);
    return RB_NONE;
}

static bool is_word_char(char c)
{
    return c != '\0' && c != ' ' && c != '(' && c != ')' && c != '|' && c != '<' && c != '>' &&
           c != '?' && c != '+' && c != '~' && c != ',' && c != '!' && c != '=';
}

/* One part of a written word; several readings (I'd: would, had) make a set. */
static void part(struct rb_parser *p, const struct rb_part *item, bool inflected, uint8_t flags)
{
    struct rb_builder *b = p->b;
    uint32_t def;
    bool fresh;

    if (inflected || item->readings[1].len) {
        char text[RB_SPLIT_BYTES * 2 + 2];
        size_t n = item->readings[0].len;

        memcpy(text, item->readings[0].ptr, n);
        text[n++] = inflected ? '~' : '*';
        def = anonymous(p, rb_slice_of(text, n), &fresh);
        if (def != RB_NONE && fresh && inflected)
            rb_build_inflected(b, def, item->readings[0]);
        for (int i = 0; def != RB_NONE && fresh && !inflected && i < RB_SPLIT_READINGS; i++)
            if (item->readings[i].len)
                rb_build_word(b, def, item->readings[i]);
        rb_parse_emit(p, RB_OP_SET, flags, def);
        return;
    }
    rb_parse_emit(p, RB_OP_WORD, flags, rb_vocab_add(&b->lex->vocab, item->readings[0]));
}

/* A written word: its hyphenated parts, each split like a draft's. */
static void word(struct rb_parser *p, uint8_t flags)
{
    size_t start = p->at, end, from, count = 0, most = 1;
    bool inflected;
    uint8_t more;

    while (is_word_char(rb_parse_peek(p)))
        p->at++;
    end = p->at;
    if (end == start) {
        RB_PARSE_FAIL(p, start, "“%c” has no meaning here", rb_parse_peek(p));
        p->at++;
        return;
    }
    inflected = rb_parse_take_one(p, '~');
    more = rb_parse_quantity(p);
    for (size_t i = start; i + 1 < end; i++)
        most += p->text.ptr[i] == '-' && i > start;
    for (from = start; from < end; count++) {
        struct rb_parts parts;
        size_t to = from + 1;

        while (to < end && p->text.ptr[to] != '-')
            to++;
        rb_split(rb_slice_of(p->text.ptr + from, to - from), false, &parts);
        if ((most > 1 || parts.count > 1) && (more || flags) && count == 0) {
            RB_PARSE_FAIL(p, start, "“%.*s” is several words: put it in brackets, (%.*s)?",
                          (int)(end - start), p->text.ptr + start, (int)(end - start),
                          p->text.ptr + start);
            return;
        }
        for (uint32_t i = 0; i < parts.count; i++) {
            bool last = i + 1 == parts.count && to >= end;

            if (parts.items[i].readings[0].len == 0)
                RB_PARSE_FAIL(p, start, "this word is too long");
            else if (parts.count == 1 || !parts.items[i].soft || last)
                part(p, &parts.items[i], inflected && last, flags | more);
        }
        from = to + 1;
    }
}

void rb_parse_atom(struct rb_parser *p)
{
    bool value = rb_parse_take_one(p, '='), negated = !value && rb_parse_take_one(p, '!'),
         any = false;
    uint8_t flags = value ? RB_EL_VALUE : 0;
    size_t start = p->at;
    uint32_t def;

    if (rb_parse_peek(p) != '(' && rb_parse_peek(p) != '<') {
        if (negated) {
            bool fresh;

            while (is_word_char(rb_parse_peek(p)) || rb_parse_peek(p) == '~')
                p->at++;
            def = anonymous(p, rb_slice_of(p->text.ptr + start, p->at - start), &fresh);
            if (fresh && def != RB_NONE)
                member(p, def, start, p->at);
            rb_parse_emit(p, RB_OP_NOT, 0, def);
            return;
        }
        word(p, flags);
        return;
    }
    def = rb_parse_peek(p) == '(' ? group(p, &flags) : reference(p, &any);
    flags |= rb_parse_quantity(p);
    if (def == RB_NONE)
        return;
    if (negated)
        rb_parse_emit(p, RB_OP_NOT, 0, def);
    else
        rb_parse_emit(p, any ? RB_OP_ANY : RB_OP_SET, flags, def);
}
