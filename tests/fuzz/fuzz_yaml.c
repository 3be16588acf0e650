/* YAML: no crash, what is accepted is a tree of clean text with its places, and what is read
 * without libyaml is what libyaml reads. */
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "base/yaml_quick.h"
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

/* Two trees, node by node. */
static void check_same(const struct rb_yaml *a, const struct rb_yaml *b)
{
    const struct rb_yaml *later[RB_MAX_YAML_DEPTH + 1][2];
    size_t depth = 0;

    while (a && b) {
        HOLD(a->kind == b->kind && a->plain == b->plain && a->n_children == b->n_children);
        HOLD(a->line == b->line && a->column == b->column);
        HOLD(a->key_line == b->key_line && a->key_column == b->key_column);
        HOLD(rb_slice_equal(a->text, b->text) && rb_slice_equal(a->key, b->key));
        HOLD(!a->next == !b->next && !a->child == !b->child);
        if (a->next) {
            HOLD(depth <= RB_MAX_YAML_DEPTH);
            later[depth][0] = a->next;
            later[depth++][1] = b->next;
        }
        a = a->child ? a->child : depth > 0 ? later[--depth][0] : NULL;
        b = b->child ? b->child : a ? later[depth][1] : NULL;
    }
}

/* A comment with a tab in it, behind the rest, changes nothing but the way it is read. */
static void check_ways(struct rb_slice bytes, const struct rb_yaml *root)
{
    static const char comment[] = "#\t\n";
    char *longer = malloc(bytes.len + sizeof comment);
    struct rb_arena arena;
    struct rb_errors errs = {0};
    struct rb_yaml *other = NULL;

    HOLD(longer);
    memcpy(longer, bytes.ptr, bytes.len);
    memcpy(longer + bytes.len, comment, sizeof comment);
    rb_arena_init(&arena);
    HOLD(rb_yaml_parse(&arena, rb_slice_of(longer, bytes.len + sizeof comment - 1), "fuzz.yaml",
                       &errs, &other));
    check_same(root, other);
    rb_arena_free(&arena);
    free(longer);
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
        if (size + 4 < RB_MAX_YAML_BYTES &&
            rb_yaml_quick(rb_slice_of((const char *)data, size), NULL, NULL))
            check_ways(rb_slice_of((const char *)data, size), root);
    } else {
        HOLD(errs.count > 0 && errs.first.message[0]);
        check_text(rb_slice_str(errs.first.message));
    }
    rb_arena_free(&arena);
    return 0;
}
