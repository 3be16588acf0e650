/* A rule from its merged tree. */
#include "rule/compile.h"

#include "rule/check.h"
#include "rule/pack.h"
#include "rule/words.h"

enum { MOST_CHECKS = 16, SLOWEST_ADDITION = 60000 };

bool rb_compile_complete(struct rb_compiler *c, const struct rb_yaml *map, enum rb_context context)
{
    return rb_schema_complete(map, context, rb_slice_of("", 0), rb_place_of(c, map),
                              c->rules->sources, c->errs);
}

/* A list's words with commas between them. */
static struct rb_slice join(struct rb_compiler *c, const struct rb_yaml *node)
{
    const struct rb_yaml *item = node->kind == RB_YAML_LIST ? node->child : NULL;
    size_t n = node->text.len, at = 0;
    char *text;

    for (const struct rb_yaml *i = item; i; i = i->next)
        n += i->text.len + 2;
    text = rb_arena_alloc(c->arena, n + 1);
    if (!text)
        return rb_slice_of("", 0);
    if (!item)
        return node->text;
    for (; item; item = item->next) {
        if (at) {
            memcpy(text + at, ", ", 2);
            at += 2;
        }
        if (item->text.len)
            memcpy(text + at, item->text.ptr, item->text.len);
        at += item->text.len;
    }
    return rb_slice_of(text, at);
}

static struct rb_slice text_of(const struct rb_yaml *map, const char *key)
{
    const struct rb_yaml *node = rb_yaml_get(map, key);

    return node ? node->text : rb_slice_of("", 0);
}

static bool flag_of(const struct rb_yaml *map, const char *key)
{
    const struct rb_yaml *node = rb_yaml_get(map, key);
    bool flag = false;

    return node && rb_yaml_bool(node, &flag) && flag;
}

/* ---- checks ---- */

static void compile_words_of(struct rb_compiler *c, const struct rb_yaml *map, struct rb_check *out)
{
    const struct rb_yaml *message = rb_yaml_get(map, "message");
    const struct rb_yaml *advice = rb_yaml_get(map, "advice"), *anchor = rb_yaml_get(map, "anchor");

    if (message)
        rb_compile_template(c, message, &out->message);
    if (advice)
        rb_compile_template(c, advice, &out->advice);
    if (anchor)
        rb_compile_anchor(c, anchor, &out->anchor);
}

/* Keys that stand beside a kind of check to which they do not belong are told by the schema. */
static void compile_check(struct rb_compiler *c, const struct rb_yaml *node, struct rb_check *out)
{
    struct rb_slice name = rb_check_kind_name(node);
    const struct rb_yaml *nearly = rb_yaml_get(node, "nearly"), *where = rb_yaml_get(node, "where");
    uint32_t kinds = 0;

    for (const struct rb_yaml *e = node->child; e; e = e->next)
        kinds += rb_check_kind_find(e->key) != NULL;
    if (!rb_compile_complete(c, node, RB_CTX_CHECK) || kinds != 1)
        return;
    out->kind = rb_check_kind_find(name);
    out->min = out->max = UINT32_MAX;
    if (nearly)
        (void)rb_yaml_bool(nearly, &out->nearly);
    if (where)
        rb_compile_windows(c, where, &out->where);
    out->kind->compile(c, node, out);
    compile_words_of(c, node, out);
    out->own_message = rb_yaml_get(node, "message") != NULL;
    out->own_advice = rb_yaml_get(node, "advice") != NULL;
}

/* Is it there, with all that was written in it? */
static bool is_whole(const struct rb_yaml *node)
{
    return node && !(node->mark & RB_MARK_CRACKED);
}

static void compile_checks(struct rb_compiler *c, const struct rb_yaml *tree,
                           const struct rb_yaml *node, struct rb_rule *out)
{
    bool list = node->kind == RB_YAML_LIST;
    const struct rb_yaml *item = list ? node->child : node;
    uint32_t n = list ? node->n_children : 1;
    struct rb_check common = {.anchor = {RB_ANCHOR_END, RB_NO_FACT}};
    struct rb_check *checks;

    if (n > MOST_CHECKS) {
        RB_FAIL(c, node, "more than %d checks", (int)MOST_CHECKS);
        return;
    }
    checks = rb_arena_array(c->arena, n, sizeof *checks);
    if (!checks)
        return;
    compile_words_of(c, tree, &common);
    for (; item; item = list ? item->next : NULL) {
        struct rb_check *check = &checks[out->n_checks++];

        *check = common;
        compile_check(c, item, check);
        if (is_whole(rb_yaml_get(item, "when")))
            rb_compile_conds(c, rb_yaml_get(item, "when"), &check->when);
        if (check->message.n_options == 0 && !out->silent && !(tree->mark & RB_MARK_DAMAGED))
            RB_FAIL(c, item, "this check has no \"message\", and neither has the rule");
    }
    out->checks = checks;
}

/* ---- examples ---- */

static void check_example(struct rb_compiler *c, const struct rb_yaml *node)
{
    const struct rb_yaml *style = rb_yaml_get(node, "style"), *dial = rb_yaml_get(node, "dial_at");
    const struct rb_yaml *measured = rb_yaml_get(node, "measured_seconds");
    uint32_t minute;
    struct rb_hint hint;

    (void)rb_compile_complete(c, node, RB_CTX_EXAMPLE);
    if (dial && !rb_parse_minute(dial->text, &minute))
        RB_FAIL(c, dial, "\"%.*s\" is no time of day, such as \"08:30\"", rb_quoted(dial->text),
                dial->text.ptr);
    if (measured)
        (void)rb_compile_measure(c, RB_MEASURE_MS, measured);
    if (style && !rb_slice_is(style->text, "standard") &&
        !rb_section_find(c->styles, style->text) &&
        !(c->extends && rb_rules_style(c->rules, style->text, NULL) >= 0))
        RB_FAIL(c, style, "there is no style \"%.*s\"%s", rb_quoted(style->text), style->text.ptr,
                rb_section_hint(&hint, style->text, c->styles, c->arena, true));
}

static void check_examples(struct rb_compiler *c, const struct rb_yaml *examples)
{
    (void)rb_compile_complete(c, examples, RB_CTX_EXAMPLES);
    for (const struct rb_yaml *list = examples->child; list; list = list->next)
        for (const struct rb_yaml *e = list->child; e; e = e->next)
            if (e->kind == RB_YAML_MAP)
                check_example(c, e);
}

/* ---- the rule ---- */

uint8_t rb_compile_severity(struct rb_slice word)
{
    if (rb_slice_is(word, "error"))
        return RINGBACK_ERROR;
    return rb_slice_is(word, "warning") ? RINGBACK_WARNING : RINGBACK_SUGGESTION;
}

struct rb_slice rb_compile_why(struct rb_slice text)
{
    while (text.len && text.ptr[text.len - 1] == '\n')
        text.len--;
    return text;
}

static void compile_info(struct rb_compiler *c, const struct rb_pack_entry *entry,
                         const struct rb_yaml *tree, struct rb_rule_info *info)
{
    const struct rb_yaml *source = rb_yaml_get(tree, "source");

    *info = (struct rb_rule_info){.id = entry->name,
                                  .title = text_of(tree, "title"),
                                  .family = text_of(tree, "family"),
                                  .why = rb_compile_why(text_of(tree, "why")),
                                  .advice = text_of(tree, "advice"),
                                  .file = rb_slice_str(c->rules->sources[entry->first]),
                                  .line = entry->line,
                                  .removable = flag_of(tree, "removable")};
    if (source)
        info->sources = join(c, source);
    if (rb_yaml_get(tree, "severity"))
        info->severity_place = rb_place_of(c, rb_yaml_get(tree, "severity"));
    if (rb_yaml_get(tree, "points"))
        info->points_place = rb_place_of(c, rb_yaml_get(tree, "points"));
    info->severity = rb_compile_severity(text_of(tree, "severity"));
}

static void compile_adds(struct rb_compiler *c, const struct rb_yaml *node, struct rb_rule *out)
{
    out->adds_ms = rb_compile_measure(c, RB_MEASURE_MS, node);
    if (out->adds_ms > SLOWEST_ADDITION)
        RB_FAIL(c, node, "following an advice does not take a minute");
    if (out->info.removable)
        RB_FAIL(c, node, "what is mended by deleting adds nothing");
}

bool rb_compile_rule(struct rb_compiler *c, const struct rb_pack_entry *entry,
                     const struct rb_yaml *tree, struct rb_rule *out)
{
    uint32_t before = c->errs->count;
    const struct rb_yaml *when = rb_yaml_get(tree, "when"), *check = rb_yaml_get(tree, "check");
    const struct rb_yaml *points = rb_yaml_get(tree, "points"), *adds = rb_yaml_get(tree, "adds");
    const struct rb_yaml *strength = rb_yaml_get(tree, "strength");
    const struct rb_yaml *examples = rb_yaml_get(tree, "examples");

    (void)rb_schema_complete(
        tree, RB_CTX_RULE, entry->name,
        (struct rb_place){c->rules->sources[entry->first], entry->line, entry->column},
        c->rules->sources, c->errs);
    compile_info(c, entry, tree, &out->info);
    out->alone = flag_of(tree, "alone");
    out->silent = flag_of(tree, "silent");
    out->twice = flag_of(tree, "twice");
    if (is_whole(when))
        rb_compile_conds(c, when, &out->when);
    if (is_whole(check))
        compile_checks(c, tree, check, out);
    if (is_whole(points))
        rb_compile_points(c, points, out->n_checks ? &out->checks[0] : NULL, &out->points);
    if (strength)
        rb_compile_template(c, strength, &out->strength);
    if (adds)
        compile_adds(c, adds, out);
    if (is_whole(examples))
        check_examples(c, examples);
    out->info.points = out->points.first ? out->points.first : out->points.each;
    return c->errs->count == before;
}
