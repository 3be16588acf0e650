/* The value of a hit: a group's name, what the phrase marked as the value, or the fact's own words.
 */
#include "base/ascii.h"
#include "fact/run.h"

/* The text of units, each run of white space one space. */
static struct rb_slice words(struct rb_run *run, uint32_t from, uint32_t to)
{
    const struct rb_unit *items = run->units.items;
    const char *text = run->text->source.text.ptr;
    uint32_t start = items[from].start, end = items[to - 1].end;
    char *out = rb_arena_alloc(run->keep, end - start + 1);
    size_t n = 0;

    for (uint32_t i = start; out && i < end; i++) {
        if (!rb_is_space(text[i]))
            out[n++] = text[i];
        else if (n && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return rb_slice_of(out ? out : "", out ? n : 0);
}

static bool marked(const struct rb_run *run, uint32_t unit, uint32_t length, uint32_t def)
{
    for (uint32_t m = run->mark_here[unit]; m; m = run->marks[m - 1].next_here)
        if (run->marks[m - 1].def == def && run->marks[m - 1].length == length)
            return true;
    return false;
}

static struct rb_slice phone_value(const struct rb_run *run, uint32_t start)
{
    uint32_t i = rb_phones_behind(run->phones, start);

    return i < run->phones->count ? run->phones->items[i].value : rb_slice_of("", 0);
}

static bool holds_hole(const struct rb_run *run, uint32_t from, uint32_t to)
{
    for (uint32_t u = from; u < to; u++)
        if (run->units.items[u].flags & RB_UNIT_HOLE)
            return true;
    return false;
}

static struct rb_slice value_of(struct rb_run *run, uint32_t from, uint32_t to)
{
    if (marked(run, from, to - from, RB_CLASS_PHONE))
        return phone_value(run, run->units.items[from].start);
    if (holds_hole(run, from, to))
        return rb_slice_str("placeholder");
    if (marked(run, from, to - from, RB_CLASS_EMAIL) || marked(run, from, to - from, RB_CLASS_URL))
        return rb_address_value(run, from, to);
    return words(run, from, to);
}

void rb_hit_value(struct rb_run *run, uint32_t fact, struct rb_hit *hit)
{
    const struct rb_fact_def *def = &run->lex->facts[fact];
    const struct rb_block *block = &run->lex->blocks[hit->block];

    if (hit->start == hit->end) {
        hit->start = run->units.items[hit->from].start;
        hit->end = run->units.items[hit->to - 1].end;
    }
    if (hit->value.len)
        return;
    if (block->value.len)
        hit->value = block->value;
    else if (hit->value_to > hit->value_from)
        hit->value = value_of(run, hit->value_from, hit->value_to);
    else if (def->compare != RB_COMPARE_TEXT || def->again)
        hit->value = value_of(run, hit->from, hit->to);
}
