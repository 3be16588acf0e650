/* What stands between units: edges of clauses, starts and ends of sentences. */
#include "fact/run.h"

bool rb_at_edge(const struct rb_run *run, uint32_t sentence, uint32_t unit)
{
    const struct rb_units *units = &run->units;
    uint32_t end = units->sentence_first[sentence + 1];

    if (unit >= end || unit == units->sentence_first[sentence])
        return true;
    while (unit < end && units->items[unit].flags & RB_UNIT_SOFT &&
           !(units->items[unit].flags & RB_UNIT_EDGE))
        unit++;
    return unit >= end || units->items[unit].flags & RB_UNIT_EDGE;
}

bool rb_at_end(const struct rb_run *run, uint32_t sentence, uint32_t unit)
{
    const struct rb_units *units = &run->units;
    uint32_t end = units->sentence_first[sentence + 1];

    while (unit < end && units->items[unit].flags & RB_UNIT_SOFT)
        unit++;
    return unit >= end;
}

bool rb_at_start(const struct rb_run *run, uint32_t sentence, uint32_t unit)
{
    const struct rb_units *units = &run->units;
    uint32_t first = units->sentence_first[sentence];

    while (unit > first && units->items[unit - 1].flags & RB_UNIT_SOFT)
        unit--;
    return unit == first;
}
