#include "rule/check.h"

static const struct rb_check_kind *const kinds[] = {
    &rb_check_count, &rb_check_place, &rb_check_order, &rb_check_agree,
    &rb_check_limit, &rb_check_shape, &rb_check_hours, &rb_check_similar,
};

const struct rb_check_kind *rb_check_kind_find(struct rb_slice name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (rb_slice_is(name, kinds[i]->name))
            return kinds[i];
    return NULL;
}

struct rb_slice rb_check_kind_name(const struct rb_yaml *check)
{
    for (const struct rb_yaml *e = check->child; e && check->kind == RB_YAML_MAP; e = e->next)
        if (rb_check_kind_find(e->key))
            return e->key;
    return rb_slice_of("", 0);
}
