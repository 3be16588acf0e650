/* What a tree is asked. */
#include "base/yaml.h"

const struct rb_yaml *rb_yaml_get(const struct rb_yaml *map, const char *key)
{
    const struct rb_yaml *entry = map->kind == RB_YAML_MAP ? map->child : NULL;
    struct rb_slice sought = rb_slice_str(key);

    while (entry && !rb_slice_equal(entry->key, sought))
        entry = entry->next;
    return entry;
}

bool rb_yaml_int(const struct rb_yaml *node, int64_t min, int64_t max, int64_t *out)
{
    return node->kind == RB_YAML_SCALAR && node->plain && rb_slice_int(node->text, min, max, out);
}

bool rb_yaml_bool(const struct rb_yaml *node, bool *out)
{
    if (node->kind != RB_YAML_SCALAR || !node->plain)
        return false;
    *out = rb_slice_is(node->text, "true");
    return *out || rb_slice_is(node->text, "false");
}
