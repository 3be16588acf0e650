#include "fix/kinds.h"

#define KIND(name, kind) {name, RB_KIND_##kind},
static const struct {
    const char *name;
    enum rb_fix_kind kind;
} kinds[] = {
#include "fix/kinds.def"
};
#undef KIND

enum rb_fix_kind rb_fix_kind_of(const struct rb_fact *fact)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (rb_slice_is(fact->name, kinds[i].name))
            return kinds[i].kind;
    return RB_KIND_NONE;
}

enum rb_fix_kind rb_fix_kind_at(const ringback_result *result, const struct rb_finding *finding)
{
    const struct rb_facts *facts = &result->draft.facts;

    for (uint32_t i = 0; i < facts->count && facts->items[i].start <= finding->start; i++) {
        const struct rb_fact *f = &facts->items[i];
        enum rb_fix_kind kind;

        if (f->start != finding->start || f->end != finding->end)
            continue;
        kind = rb_fix_kind_of(f);
        if (kind != RB_KIND_NONE)
            return kind;
    }
    return RB_KIND_WORN;
}

bool rb_fix_may_go(const struct rb_fact *fact)
{
    return rb_fix_kind_of(fact) != RB_KIND_NONE ||
           (rb_slice_is(fact->name, "ask") &&
            (rb_slice_is(fact->value, "visit_website") || rb_slice_is(fact->value, "email_back")));
}
