/* Numbers in one run, written in groups. */
#include "base/ascii.h"
#include "fix/steps.h"

enum { FEWEST_DIGITS = 7, MOST_DIGITS = 15, BYTES = 32 };

static const struct grouping {
    bool plus;
    uint8_t digits;
    const char *prefix, *lengths;
    char separator;
} groupings[] = {
#define GROUPS(plus, digits, prefix, lengths, separator) {plus, digits, prefix, lengths, separator},
#include "fix/groups.def"
#undef GROUPS
};

/* The one run of digits in a number as it is written; what stands beside it (an extension, "+")
 * stays. */
static bool find_run(struct rb_slice text, const struct rb_phone *phone, uint32_t *start,
                     uint32_t *end)
{
    uint32_t best = 0;

    for (uint32_t i = phone->start; i < phone->end;) {
        uint32_t j = i;

        while (j < phone->end && rb_is_digit(text.ptr[j]))
            j++;
        if (j - i > best) {
            best = j - i;
            *start = i;
            *end = j;
        }
        i = j > i ? j : i + 1;
    }
    return best >= FEWEST_DIGITS && best <= MOST_DIGITS;
}

static bool fits(const struct grouping *g, struct rb_slice run, bool plus)
{
    return g->plus == plus && g->digits == run.len &&
           memcmp(run.ptr, g->prefix, strlen(g->prefix)) == 0;
}

static struct rb_slice grouped(struct rb_arena *arena, struct rb_slice run,
                               const struct grouping *g)
{
    char out[BYTES];
    size_t n = 0, digit = 0;

    for (const char *length = g->lengths; *length; length++) {
        if (digit)
            out[n++] = g->separator;
        for (int i = 0; i < *length - '0' && digit < run.len; i++)
            out[n++] = run.ptr[digit++];
    }
    return rb_arena_copy(arena, rb_slice_of(out, n));
}

static bool try_phone(struct rb_mender *m, const struct rb_phone *phone)
{
    struct rb_slice text = rb_buffer_slice(&m->text), run, written;
    uint32_t start = 0, end = 0, from, to;
    bool plus;

    if (!phone->run || phone->spoken || !find_run(text, phone, &start, &end))
        return false;
    run = rb_arena_copy(&m->fix->arena, rb_slice_of(text.ptr + start, end - start));
    plus = start > 0 && text.ptr[start - 1] == '+';
    from = rb_mender_origin(m, start);
    to = rb_mender_origin(m, end);
    for (size_t i = 0; i < sizeof groupings / sizeof *groupings; i++) {
        struct rb_change change = {.n = 0};

        if (m->status != RINGBACK_OK || !run.len || !fits(&groupings[i], run, plus))
            continue;
        written = grouped(&m->fix->arena, run, &groupings[i]);
        rb_splice_add(&change, start, end, written, true);
        if (rb_mender_try(m, &change) != RB_FIX_MADE)
            continue;
        rb_mender_tell(m, true, m->mended, from, to, written,
                       rb_fix_message(m, "wrote ", written, " in groups"));
        return true;
    }
    return false;
}

bool rb_fix_groups(struct rb_mender *m)
{
    bool any = false;

    /* From the end: the numbers before stay where they are. */
    for (uint32_t i = m->now->draft.phones.count; i > 0 && m->status == RINGBACK_OK; i--)
        if (i <= m->now->draft.phones.count)
            any |= try_phone(m, &m->now->draft.phones.items[i - 1]);
    return any;
}
