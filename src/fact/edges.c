/* What stands between units: edges of clauses, starts and ends of sentences. Over more soft units
 * than a match may span nothing reaches: a sentence of nothing else would be walked to its end from
 * each of them. */
#include "fact/run.h"

static uint32_t behind_soft(const struct rb_units *units, uint32_t unit, uint32_t end,
                            unsigned stop)
{
    uint32_t most = end - unit > RB_MATCH_SPAN ? unit + RB_MATCH_SPAN : end;

    while (unit < most && units->items[unit].flags & RB_UNIT_SOFT &&
           !(units->items[unit].flags & stop))
        unit++;
    return unit;
}

bool rb_at_edge(const struct rb_run *run, uint32_t sentence, uint32_t unit)
{
    const struct rb_units *units = &run->units;
    uint32_t end = units->sentence_first[sentence + 1];

    if (unit >= end || unit == units->sentence_first[sentence])
        return true;
    unit = behind_soft(units, unit, end, RB_UNIT_EDGE);
    return unit >= end || units->items[unit].flags & RB_UNIT_EDGE;
}

bool rb_at_end(const struct rb_run *run, uint32_t sentence, uint32_t unit)
{
    const struct rb_units *units = &run->units;
    uint32_t end = units->sentence_first[sentence + 1];

    return unit >= end || behind_soft(units, unit, end, 0) >= end;
}

bool rb_at_start(const struct rb_run *run, uint32_t sentence, uint32_t unit)
{
    const struct rb_units *units = &run->units;
    uint32_t first = units->sentence_first[sentence];

    if (unit - first > RB_MATCH_SPAN)
        return false;
    while (unit > first && units->items[unit - 1].flags & RB_UNIT_SOFT)
        unit--;
    return unit == first;
}
