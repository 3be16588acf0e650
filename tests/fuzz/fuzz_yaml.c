/* YAML: no crash, and what is accepted is a tree of clean text with its places. */
#include "base/limits.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "fuzz.h"

static void check_text(struct rb_slice s)
{
    HOLD(rb_utf8_valid(s.ptr, s.len) == s.len);
    for (size_t i = 0; i < s.len; i++)
        HOLD((unsigned char)s.ptr[i] >= 0x20 || s.ptr[i] == '\n' || s.ptr[i] == '\t');
}

/* Without recursion, as the tree has no way up: a stack of what comes next. */
static void check_tree(const struct rb_yaml *node)
{
    const struct rb_yaml *later[RB_MAX_YAML_DEPTH + 1];
    size_t depth = 0;

    while (node) {
        HOLD(node->line > 0 && node->column > 0);
        check_text(node->text);
        check_text(node->key);
        if (node->next) {
            HOLD(depth <= RB_MAX_YAML_DEPTH);
            later[depth++] = node->next;
        }
        node = node->child ? node->child : depth > 0 ? later[--depth] : NULL;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_arena arena;
    struct rb_errors errs = {0};
    struct rb_yaml *root = NULL;

    rb_arena_init(&arena);
    if (rb_yaml_parse(&arena, rb_slice_of((const char *)data, size), "fuzz.yaml", &errs, &root)) {
        HOLD(errs.count == 0);
        check_tree(root);
    } else {
        HOLD(errs.count > 0 && errs.first.message[0]);
        check_text(rb_slice_str(errs.first.message));
    }
    rb_arena_free(&arena);
    return 0;
}
