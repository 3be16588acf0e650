#include "settings/front.h"

bool rb_front_read(struct rb_arena *arena, struct rb_errors *errs, const char *source,
                   const struct rb_front *front, bool foreign, struct rb_layer *out)
{
    const struct rb_layer_reader reader = {.arena = arena,
                                           .errs = errs,
                                           .source = source,
                                           .origin = &front->yaml.origin,
                                           .where = RB_IN_FRONT,
                                           .foreign = foreign};
    uint32_t before = errs->count;
    struct rb_yaml *root = NULL;

    *out = (struct rb_layer){0};
    if (front->open) {
        rb_errors_add(errs, RINGBACK_ERR_SETTINGS, rb_layer_place(&reader, 1, 1),
                      "front matter without an end: close it with a line of ---");
        return false;
    }
    if (!rb_layer_parse(&reader, front->yaml.text, &root))
        return false;
    if (root && root->kind != RB_YAML_MAP)
        rb_errors_add(errs, RINGBACK_ERR_SETTINGS,
                      rb_layer_place(&reader, root->line, root->column),
                      "front matter is a map of settings, such as \"style: referral\"");
    else if (root)
        rb_layer_read(&reader, root, out);
    return errs->count == before && !rb_arena_failed(arena);
}
