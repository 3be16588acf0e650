/* Later mentions: once a name is known, saying it again counts too, whole or shortened. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "fact/run.h"

enum { MOST_NAMES = 8, MOST_WORDS = 8 };

/* A name to look for. */
struct known {
    struct rb_slice words[MOST_WORDS];
    size_t count;
    struct rb_slice value;
    uint32_t after; /* the unit from which on it is known */
};

static struct rb_slice unit_text(const struct rb_run *run, uint32_t u)
{
    return rb_slice_of(run->text->source.text.ptr + run->units.items[u].start,
                       run->units.items[u].end - run->units.items[u].start);
}

static bool same_text(struct rb_slice a, struct rb_slice b)
{
    size_t i = 0;

    if (a.len != b.len)
        return false;
    while (i < a.len) {
        uint32_t x, y;
        size_t n = rb_utf8_decode(a.ptr + i, a.len - i, &x),
               m = rb_utf8_decode(b.ptr + i, b.len - i, &y);

        if (n == 0 || n != m || rb_utf8_to_lower(x) != rb_utf8_to_lower(y))
            return false;
        i += n;
    }
    return true;
}

static void from_value(struct known *k, struct rb_slice value)
{
    size_t at = 0;

    *k = (struct known){.value = value};
    while (at < value.len && k->count < MOST_WORDS) {
        size_t start = at;

        while (at < value.len && value.ptr[at] != ' ')
            at++;
        if (at > start)
            k->words[k->count++] = rb_slice_of(value.ptr + start, at - start);
        at += at < value.len;
    }
}

static void from_hit(const struct rb_run *run, struct known *k, const struct rb_hit *hit)
{
    *k = (struct known){.value = hit->value, .after = hit->to};
    for (uint32_t u = hit->from; u < hit->to && k->count < MOST_WORDS; u++) {
        bool title = run->lex->person_title != UINT32_MAX && hit->to - hit->from > 1 &&
                     rb_unit_in(run, &run->units.items[u], run->lex->person_title);

        if (!title && run->units.items[u].end > run->units.items[u].start)
            k->words[k->count++] = unit_text(run, u);
    }
}

/* Do words [first, last) of a name stand at a unit? Capitals must be there when the text has them.
 */
static uint32_t stands(const struct rb_run *run, const struct known *k, size_t first, size_t last,
                       uint32_t at)
{
    uint32_t sentence = run->units.items[at].sentence, u = at;

    if (first >= last || !k->words[first].len)
        return 0;
    for (size_t i = first; i < last; i++, u++) {
        const struct rb_unit *unit = &run->units.items[u];

        if (u >= run->units.count || unit->sentence != sentence ||
            !same_text(unit_text(run, u), k->words[i]))
            return 0;
        if (u > at && unit->flags & RB_UNIT_EDGE)
            return 0;
    }
    if (!run->text->informal && run->units.items[at].flags & RB_UNIT_SPEECH &&
        rb_is_upper(k->words[first].ptr[0]))
        return 0;
    return u - at;
}

/* How many units a mention of the name takes at a unit; 0: none. */
static uint32_t mention(const struct rb_run *run, const struct rb_fact_def *fact,
                        const struct known *k, uint32_t at)
{
    uint32_t n = fact->again & RB_AGAIN_WHOLE ? stands(run, k, 0, k->count, at) : 0;

    if (n || k->count < 2)
        return n;
    if (fact->again & RB_AGAIN_FIRST && k->words[0].len > 2 &&
        !rb_unit_in(run, &run->units.items[at],
                    fact->compare == RB_COMPARE_NAME ? run->lex->not_a_name
                                                     : run->lex->not_a_company))
        n = stands(run, k, 0, 1, at);
    if (!n && fact->again & RB_AGAIN_LAST && k->words[k->count - 1].len > 2)
        n = stands(run, k, k->count - 1, k->count, at);
    return n;
}

/* A blank to be filled, ____, without a word that says which: another one is another thing. */
static bool is_blank(const struct rb_run *run, const struct rb_hit *hit)
{
    struct rb_slice text = unit_text(run, hit->from);

    if (!(run->units.items[hit->from].flags & RB_UNIT_HOLE))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (rb_is_alpha(text.ptr[i]) && text.ptr[i] != 'X' && text.ptr[i] != 'x')
            return false;
    return true;
}

static bool is_new(const struct known *names, size_t n, const struct known *k)
{
    for (size_t i = 0; i < n; i++)
        if (same_text(names[i].value, k->value) && !rb_slice_is(k->value, "placeholder"))
            return false;
    return k->count > 0;
}

void rb_run_again(struct rb_run *run, uint32_t number, struct rb_hits *hits,
                  struct rb_slice beforehand, const uint8_t *taken)
{
    const struct rb_fact_def *fact = &run->lex->facts[number];
    struct known names[MOST_NAMES];
    size_t n = 0, first = hits->count;

    if (beforehand.len)
        from_value(&names[n++], beforehand);
    for (size_t i = 0; i < first && n < MOST_NAMES; i++) {
        if (hits->items[i].dropped || is_blank(run, &hits->items[i]))
            continue;
        from_hit(run, &names[n], &hits->items[i]);
        n += is_new(names, n, &names[n]);
    }
    for (uint32_t u = 0; n && u < run->units.count; u++) {
        for (size_t i = 0; i < n && !taken[u]; i++) {
            struct rb_hit hit = {
                .phrase = UINT32_MAX, .from = u, .match_from = u, .value = names[i].value};
            uint32_t length = u >= names[i].after ? mention(run, fact, &names[i], u) : 0;
            bool free = length > 0;

            for (uint32_t k = u; k < u + length; k++)
                free &= !taken[k];
            if (!free)
                continue;
            hit.to = hit.match_to = u + length;
            /* A mention's value is what was said, so that two ways of saying a name can be
             * compared. */
            if (!rb_slice_is(hit.value, "placeholder"))
                hit.value = rb_slice_of("", 0);
            (void)rb_hits_add(run, hits, &hit);
            u += length - 1;
            break;
        }
    }
}
