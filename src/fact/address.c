/* <Email> and <Url>: written addresses are tokens already; spoken ones ("jo at acme dot com") are
 * found here. */
#include "base/ascii.h"
#include "fact/run.h"

enum { LONGEST_LABEL = 4, LONGEST_LOCAL = 7 };

struct spoken {
    struct rb_run *run;
    uint32_t first, end; /* the sentence, in units */
};

static struct rb_slice text_at(const struct rb_run *run, uint32_t unit)
{
    const struct rb_unit *u = &run->units.items[unit];

    return rb_slice_of(run->text->source.text.ptr + u->start, u->end - u->start);
}

static bool is(const struct spoken *s, uint32_t unit, const char *word)
{
    struct rb_slice text = text_at(s->run, unit);
    size_t n = strlen(word);

    if (text.len != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (rb_to_lower(text.ptr[i]) != word[i])
            return false;
    return true;
}

static bool is_top_level(const struct spoken *s, uint32_t unit)
{
    static const char *const names[] = {
#define TLD(name, alone) #name,
#include "text/tld.def"
#undef TLD
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is(s, unit, names[i]))
            return true;
    return false;
}

static bool is_join(const struct spoken *s, uint32_t unit)
{
    return is(s, unit, "dot") || is(s, unit, "underscore") || is(s, unit, "dash") ||
           is(s, unit, "hyphen");
}

/* Words that may be run together to a label: no edge between them, nothing that ends a thought. */
static bool label_word(const struct spoken *s, uint32_t unit)
{
    const struct rb_unit *u = &s->run->units.items[unit];

    return !(u->flags & (RB_UNIT_HOLE | RB_UNIT_MARK | RB_UNIT_ADDRESS | RB_UNIT_INSIDE)) &&
           !is_join(s, unit) && !is(s, unit, "at");
}

/* Behind "dot": the units of "com", "co dot uk", "com slash demo". Gives the unit behind them, or
 * 0. */
static uint32_t tail(const struct spoken *s, uint32_t dot)
{
    uint32_t at = dot + 1;

    if (at >= s->end || !is_top_level(s, at))
        return 0;
    at++;
    while (at + 1 < s->end && is(s, at, "dot") && is_top_level(s, at + 1))
        at += 2;
    while (at + 1 < s->end && (is(s, at, "slash") || is(s, at, "forward")))
        at += 2;
    return at;
}

/* The first unit of the label that ends before `dot`; dot itself when there is none. */
static uint32_t label(const struct spoken *s, uint32_t dot, uint32_t most)
{
    uint32_t at = dot;

    while (at > s->first && dot - at < most && label_word(s, at - 1) &&
           (at == dot || !(s->run->units.items[at].flags & RB_UNIT_EDGE)))
        at--;
    return at;
}

/* The first unit of the local part that ends before "at": one word, and what dots and underscores
 * join to it. */
static uint32_t local_part(const struct spoken *s, uint32_t at)
{
    uint32_t first = at - 1;

    while (first > s->first + 1 && at - first < LONGEST_LOCAL && is_join(s, first - 1) &&
           label_word(s, first - 2))
        first -= 2;
    return first;
}

static bool can_be_local(const struct spoken *s, uint32_t unit)
{
    const struct rb_unit *u = &s->run->units.items[unit];

    return label_word(s, unit) && !rb_unit_in(s->run, u, s->run->lex->not_a_mailbox);
}

/* "the form at acme.com", "acme.com/form": a place to go to, not a box to write to. */
static bool is_place(const struct spoken *s, uint32_t local, uint32_t dot)
{
    struct rb_slice domain = text_at(s->run, dot);

    if (memchr(domain.ptr, '/', domain.len) ||
        (domain.len > 4 && memcmp(domain.ptr, "www.", 4) == 0))
        return true;
    return local > s->first &&
           rb_unit_in(s->run, &s->run->units.items[local - 1], s->run->lex->det);
}

/* Marks the address whose "dot com" (or written domain) stands at units [dot, end). */
static void mark(const struct spoken *s, uint32_t dot, uint32_t end)
{
    const struct rb_unit *items = s->run->units.items;
    bool written = items[dot].flags & RB_UNIT_ADDRESS;
    uint32_t wide = written ? dot : label(s, dot, LONGEST_LABEL), near, at;

    /* A domain of several words is told from the sentence before it only by "at", or "www dot". */
    for (at = wide; at <= dot && at > s->first + 1; at++)
        if (is(s, at - 1, "at") && !(items[at].flags & RB_UNIT_EDGE) && can_be_local(s, at - 2)) {
            uint32_t local = local_part(s, at - 1);

            if (is_place(s, local, dot))
                break;
            rb_mark(s->run, RB_CLASS_EMAIL, local, end - local);
            return;
        }
    if (written)
        return;
    near = label(s, dot, 1);
    if (near == dot)
        return;
    if (near > s->first + 1 && is(s, near - 1, "dot") && is(s, near - 2, "www"))
        near -= 2;
    rb_mark(s->run, RB_CLASS_URL, near, end - near);
}

void rb_mark_addresses(struct rb_run *run)
{
    struct spoken s = {.run = run};

    for (uint32_t i = run->now.sentence; i < run->now.end_sentence; i++) {
        s.first = run->units.sentence_first[i];
        s.end = run->units.sentence_first[i + 1];
        for (uint32_t u = s.first; u < s.end && !run->known[i]; u++) {
            const struct rb_unit *unit = &run->units.items[u];
            uint32_t end;

            if (unit->flags & RB_UNIT_ADDRESS) {
                bool email = run->text->tokens[unit->token].kind == RB_TOKEN_EMAIL;

                rb_mark(run, email ? RB_CLASS_EMAIL : RB_CLASS_URL, u, 1);
                if (!email)
                    mark(&s, u, u + 1);
            } else if (is(&s, u, "dot") && (end = tail(&s, u)) != 0) {
                mark(&s, u, end);
                u = end - 1;
            }
        }
    }
}

struct rb_slice rb_address_value(struct rb_run *run, uint32_t from, uint32_t to)
{
    struct spoken s = {run, from, to};
    const struct rb_unit *items = run->units.items;
    char *out;
    size_t n = 0;

    if (from >= to)
        return rb_slice_of("", 0);
    out = rb_arena_alloc(run->keep, items[to - 1].end - items[from].start + 1);
    for (uint32_t u = from; out && u < to; u++) {
        struct rb_slice text = text_at(run, u);
        const char *sign = is(&s, u, "dot")                             ? "."
                           : is(&s, u, "at")                            ? "@"
                           : is(&s, u, "underscore")                    ? "_"
                           : is(&s, u, "dash") || is(&s, u, "hyphen")   ? "-"
                           : is(&s, u, "slash") || is(&s, u, "forward") ? "/"
                                                                        : NULL;

        if (sign)
            text = rb_slice_str(sign);
        for (size_t i = 0; i < text.len; i++)
            out[n++] = rb_to_lower(text.ptr[i]);
    }
    return rb_slice_of(out ? out : "", n);
}
