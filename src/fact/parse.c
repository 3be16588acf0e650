#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "fact/builder.h"
#include "fact/split.h"

enum { MAX_DEPTH = 8, DEFAULT_GAP = 3 };

/* One phrase being parsed. */
struct parser {
    struct rb_builder *b;
    const struct rb_pending *from;
    struct rb_slice text;
    size_t at;
    uint32_t first; /* its first element */
    uint8_t flags;  /* of the phrase */
    uint32_t marks; /* slashes seen */
    bool bad;
};

#define FAIL(p_, at_, ...)                                                                         \
    (rb_errors_add((p_)->b->errs, RINGBACK_ERR_RULES, place_of((p_), (at_)), __VA_ARGS__),         \
     (void)((p_)->bad = true))

static struct rb_place place_of(const struct parser *p, size_t at)
{
    return (struct rb_place){p->from->source, p->from->line,
                             p->from->column + (uint32_t)rb_utf8_count(p->text.ptr, at)};
}

static void emit(struct parser *p, enum rb_op op, uint8_t flags, uint32_t count, uint32_t id)
{
    struct rb_lexicon *lex = p->b->lex;
    struct rb_element e = {(uint8_t)op, flags, (uint16_t)count, id};

    if (lex->n_elements - p->first >= RB_MAX_PHRASE_NODES) {
        if (!p->bad)
            FAIL(p, p->at, "a phrase may have at most %d parts: split it", RB_MAX_PHRASE_NODES);
        return;
    }
    (void)RB_PUSH(p->b->arena, lex->elements, lex->n_elements, p->b->cap_elements, e);
}

static char peek(const struct parser *p)
{
    return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static bool take(struct parser *p, const char *s)
{
    size_t n = strlen(s);

    if (p->text.len - p->at < n || memcmp(p->text.ptr + p->at, s, n) != 0)
        return false;
    p->at += n;
    return true;
}

/* Is what ends here followed by a space or the end? */
static bool at_break(const struct parser *p)
{
    return p->at >= p->text.len || p->text.ptr[p->at] == ' ';
}

/* ? and + behind an atom */
static uint8_t quantity(struct parser *p)
{
    uint8_t flags = 0;

    for (;;) {
        if (take(p, "?"))
            flags |= RB_EL_OPTIONAL;
        else if (take(p, "+"))
            flags |= RB_EL_REPEAT;
        else
            return flags;
    }
}

/* A set without a name whose members are the texts between | of a group. */
static uint32_t anonymous(struct parser *p, struct rb_slice name, bool *fresh)
{
    struct rb_builder *b = p->b;
    struct rb_slice key = rb_build_join(b, p->from->scope, '.', name);
    uint32_t def = rb_build_find(b, key);

    *fresh = def == RB_NONE;
    if (*fresh) {
        def = rb_build_def(b, RB_DEF_SET, name, place_of(p, p->at));
        if (def != RB_NONE)
            (void)rb_build_name(b, key, def);
    }
    return def;
}

static void member(struct parser *p, uint32_t def, size_t start, size_t end)
{
    struct rb_pending pending = *p->from;

    if (start == end) {
        FAIL(p, start, "an alternative is empty: write (a|b) or (a|b)?");
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
static uint8_t alternative(struct parser *p, uint32_t def, size_t start, size_t end, bool fresh)
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
static uint32_t group(struct parser *p, uint8_t *flags)
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
        FAIL(p, open, end >= p->text.len ? "this ( is never closed" : "groups nest too deep");
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
static uint32_t reference(struct parser *p, bool *any)
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
        FAIL(p, open, "this < is never closed");
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
    if (def != RB_NONE)
        return def;
    for (size_t i = 0; i < b->lex->n_defs && n < 512; i++)
        if (b->lex->defs[i].name.len && b->lex->defs[i].name.ptr[0] != '(')
            known[n++] = b->lex->defs[i].name;
    near = rb_nearest(name, known, n);
    if (near >= 0)
        FAIL(p, open, "there is no set, fact or class <%.*s>: did you mean <%.*s>?", (int)name.len,
             name.ptr, (int)known[near].len, known[near].ptr);
    else
        FAIL(p, open, "there is no set, fact or class <%.*s>", (int)name.len, name.ptr);
    return RB_NONE;
}

static bool is_word_char(char c)
{
    return c != '\0' && c != ' ' && c != '(' && c != ')' && c != '|' && c != '<' && c != '>' &&
           c != '?' && c != '+' && c != '~' && c != ',' && c != '!' && c != '=';
}

/* One part of a written word; several readings (I'd: would, had) make a set. */
static void part(struct parser *p, const struct rb_part *item, bool inflected, uint8_t flags)
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
        emit(p, RB_OP_SET, flags, 0, def);
        return;
    }
    emit(p, RB_OP_WORD, flags, 0, rb_vocab_add(&b->lex->vocab, item->readings[0]));
}

/* A written word: its hyphenated parts, each split like a draft's. */
static void word(struct parser *p, uint8_t flags)
{
    size_t start = p->at, end, from, count = 0, most = 1;
    bool inflected;
    uint8_t more;

    while (is_word_char(peek(p)))
        p->at++;
    end = p->at;
    if (end == start) {
        FAIL(p, start, "“%c” has no meaning here", peek(p));
        p->at++;
        return;
    }
    inflected = take(p, "~");
    more = quantity(p);
    for (size_t i = start; i + 1 < end; i++)
        most += p->text.ptr[i] == '-' && i > start;
    for (from = start; from < end; count++) {
        struct rb_parts parts;
        size_t to = from + 1;

        while (to < end && p->text.ptr[to] != '-')
            to++;
        rb_split(rb_slice_of(p->text.ptr + from, to - from), false, &parts);
        if ((most > 1 || parts.count > 1) && (more || flags) && count == 0) {
            FAIL(p, start, "“%.*s” is several words: put it in brackets, (%.*s)?",
                 (int)(end - start), p->text.ptr + start, (int)(end - start), p->text.ptr + start);
            return;
        }
        for (uint32_t i = 0; i < parts.count; i++) {
            bool last = i + 1 == parts.count && to >= end;

            if (parts.items[i].readings[0].len == 0)
                FAIL(p, start, "this word is too long");
            else if (parts.count == 1 || !parts.items[i].soft || last)
                part(p, &parts.items[i], inflected && last, flags | more);
        }
        from = to + 1;
    }
}

static void gap(struct parser *p)
{
    uint32_t n = 0;
    uint8_t flags = 0;
    size_t start = p->at - 2;

    while (rb_is_digit(peek(p)) && n < 1000)
        n = n * 10 + (uint32_t)(p->text.ptr[p->at++] - '0');
    if (n == 0)
        n = DEFAULT_GAP;
    if (take(p, ","))
        flags |= RB_EL_CROSS;
    if (n > RB_MAX_GAP)
        FAIL(p, start, "a gap may leap at most %d words", RB_MAX_GAP);
    else if (!at_break(p))
        FAIL(p, p->at, "a gap is written .. or ..6 or ..6, with a space behind it");
    else
        emit(p, RB_OP_GAP, flags, n, 0);
}

static void mark(struct parser *p)
{
    if (p->from->depth > 0 || ++p->marks > 2)
        FAIL(p, p->at,
             p->from->depth ? "a / cannot stand in a group or set: the fact would have no bounds"
                            : "a phrase has at most two /");
    p->flags |= RB_PHRASE_MARKED;
    emit(p, p->marks == 1 ? RB_OP_START : RB_OP_END, 0, 0, 0);
}

/* A mark of the language; false: it is none. */
static bool sign(struct parser *p)
{
    size_t start = p->at;

    if (take(p, "..")) {
        gap(p);
    } else if (take(p, ">>>")) {
        p->flags |= RB_PHRASE_TO_SENTENCE_END;
    } else if (take(p, ">>")) {
        p->flags |= RB_PHRASE_TO_CLAUSE_END;
    } else if (take(p, "<<")) {
        p->flags |= RB_PHRASE_FROM_CLAUSE_START;
    } else if (take(p, ",")) {
        emit(p, RB_OP_EDGE, quantity(p), 0, 0);
    } else if (take(p, "^")) {
        emit(p, RB_OP_FIRST, 0, 0, 0);
    } else if (peek(p) == '/' && (start + 1 == p->text.len || p->text.ptr[start + 1] == ' ')) {
        p->at++;
        mark(p);
    } else if (peek(p) == '$' && start + 1 == p->text.len) {
        p->at++;
        emit(p, RB_OP_LAST, 0, 0, 0);
    } else {
        return false;
    }
    return true;
}

static void atom(struct parser *p)
{
    bool value = take(p, "="), negated = !value && take(p, "!"), any = false;
    uint8_t flags = value ? RB_EL_VALUE : 0;
    size_t start = p->at;
    uint32_t def;

    if (peek(p) != '(' && peek(p) != '<') {
        if (negated) {
            bool fresh;

            while (is_word_char(peek(p)) || peek(p) == '~')
                p->at++;
            def = anonymous(p, rb_slice_of(p->text.ptr + start, p->at - start), &fresh);
            if (fresh && def != RB_NONE)
                member(p, def, start, p->at);
            emit(p, RB_OP_NOT, 0, 0, def);
            return;
        }
        word(p, flags);
        return;
    }
    def = peek(p) == '(' ? group(p, &flags) : reference(p, &any);
    flags |= quantity(p);
    if (def == RB_NONE)
        return;
    if (negated)
        emit(p, RB_OP_NOT, 0, 0, def);
    else
        emit(p, any ? RB_OP_ANY : RB_OP_SET, flags, 0, def);
}

/* A set's member that is one word or one other set needs no matching of its own. */
static bool simple(struct parser *p)
{
    struct rb_builder *b = p->b;
    struct rb_lexicon *lex = b->lex;
    const struct rb_element *e = &lex->elements[p->first];
    struct rb_pair pair = {e->id, p->from->def};

    if (lex->defs[p->from->def].kind == RB_DEF_FACT || lex->n_elements != p->first + 1 ||
        e->flags || p->flags || p->from->block)
        return false;
    if (e->op == RB_OP_WORD)
        (void)RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_words, pair);
    else if (e->op == RB_OP_SET)
        (void)RB_PUSH(&b->scratch, b->includes, b->n_includes, b->cap_includes, pair);
    else
        return false;
    lex->n_elements = p->first;
    return true;
}

/* What a phrase must have to be able to match. */
static void check(struct parser *p)
{
    const struct rb_lexicon *lex = p->b->lex;
    bool solid = false;

    for (size_t i = p->first; i < lex->n_elements; i++) {
        const struct rb_element *e = &lex->elements[i];

        if ((e->op == RB_OP_WORD || e->op == RB_OP_SET) && !(e->flags & RB_EL_VAGUE))
            solid = true;
        if (e->op == RB_OP_LAST && i + 1 != lex->n_elements)
            FAIL(p, 0, "nothing can stand behind the sentence's end ($)");
    }
    if (!solid && !p->bad)
        FAIL(p, 0, "a phrase needs at least one word or set that is not optional");
}

void rb_build_phrase(struct rb_builder *b, const struct rb_pending *pending)
{
    struct parser p = {.b = b, .from = pending, .text = pending->text};
    struct rb_phrase phrase = {0};

    p.first = (uint32_t)b->lex->n_elements;
    while (p.at < p.text.len && !rb_arena_failed(b->arena)) {
        if (peek(&p) == ' ')
            p.at++;
        else if (!sign(&p))
            atom(&p);
    }
    if (rb_arena_failed(b->arena) || rb_arena_failed(&b->scratch))
        return;
    if (b->lex->n_elements == p.first) {
        if (!p.bad)
            FAIL(&p, 0, "the phrase is empty");
        return;
    }
    check(&p);
    if (p.bad || simple(&p))
        return;
    phrase.element = p.first;
    phrase.n_elements = (uint32_t)b->lex->n_elements - p.first;
    phrase.def = pending->def;
    phrase.block = pending->block;
    phrase.flags = p.flags;
    phrase.line = pending->line;
    phrase.column = pending->column;
    phrase.text = rb_arena_copy(b->arena, pending->text);
    phrase.source = rb_arena_copy(b->arena, rb_slice_str(pending->source));
    (void)RB_PUSH(b->arena, b->lex->phrases, b->lex->n_phrases, b->cap_phrases, phrase);
}
