/* Templates: from the text of a message to its parts. */
#include "rule/compile.h"
#include "rule/words.h"

enum { MOST_PARTS = 64, MOST_OPTIONS = 8, MOST_FORMS = 4 };

static const struct {
    const char *name;
    uint8_t field;
    bool forms; /* may have forms behind a colon */
} fields[] = {
    {"count", RB_FIELD_COUNT, true},
    {"quote", RB_FIELD_QUOTE, false},
    {"seconds", RB_FIELD_SECONDS, false},
    {"over", RB_FIELD_OVER, false},
    {"value", RB_FIELD_VALUE, false},
    {"other", RB_FIELD_OTHER, false},
    {"points", RB_FIELD_POINTS, true},
    {"net", RB_FIELD_NET, false},
    {"dial_at", RB_FIELD_DIAL, false},
    {"words", RB_FIELD_WORDS, true},
    {"words_seconds", RB_FIELD_WORDS_SECONDS, false},
    {"numbers_seconds", RB_FIELD_NUMBERS_SECONDS, false},
    {"pauses_seconds", RB_FIELD_PAUSES_SECONDS, false},
    {"over_words", RB_FIELD_OVER_WORDS, true},
    {"cuts", RB_FIELD_CUTS, false},
    {"left", RB_FIELD_LEFT, false},
    {"left_over", RB_FIELD_LEFT_OVER, false},
};

enum { N_FIELDS = sizeof fields / sizeof fields[0] };

static size_t find(struct rb_slice s, size_t from, const char *what)
{
    size_t n = strlen(what);

    for (; from + n <= s.len; from++)
        if (memcmp(s.ptr + from, what, n) == 0)
            return from;
    return s.len;
}

static struct rb_slice part_of(struct rb_slice s, size_t from, size_t to)
{
    return rb_slice_of(s.ptr + from, to - from);
}

static void unknown_field(struct rb_compiler *c, const struct rb_yaml *node, struct rb_slice name)
{
    size_t n = N_FIELDS + c->n_fact_names;
    struct rb_slice *names = rb_arena_array(c->arena, n, sizeof *names);
    struct rb_hint hint;

    if (!names)
        return;
    for (size_t i = 0; i < N_FIELDS; i++)
        names[i] = rb_slice_str(fields[i].name);
    if (c->n_fact_names)
        memcpy(names + N_FIELDS, c->fact_names, c->n_fact_names * sizeof *names);
    RB_FAIL(c, node, "there is no field or fact {%.*s}%s", rb_quoted(name), name.ptr,
            rb_hint(&hint, name, names, n));
}

/* once|twice|# times|never */
static void compile_forms(struct rb_compiler *c, const struct rb_yaml *node, struct rb_slice text,
                          struct rb_part *part)
{
    struct rb_slice *forms = rb_arena_array(c->arena, MOST_FORMS, sizeof *forms);
    size_t at = 0;

    while (forms && at <= text.len) {
        size_t bar = find(text, at, "|");

        if (part->n_forms == MOST_FORMS) {
            RB_FAIL(c, node, "\"%.*s\": at most %d forms: for one, two, more, and none",
                    rb_quoted(text), text.ptr, (int)MOST_FORMS);
            break;
        }
        forms[part->n_forms++] = part_of(text, at, bar);
        at = bar + 1;
    }
    part->forms = forms;
}

static void compile_field(struct rb_compiler *c, const struct rb_yaml *node, struct rb_slice inner,
                          struct rb_part *part)
{
    size_t colon = find(inner, 0, ":");
    struct rb_slice name = part_of(inner, 0, colon);
    uint32_t fact;

    for (size_t i = 0; i < N_FIELDS; i++) {
        if (!rb_slice_is(name, fields[i].name))
            continue;
        part->field = fields[i].field;
        if (colon < inner.len && !fields[i].forms)
            RB_FAIL(c, node, "{%.*s} is no number, so it has no forms", (int)name.len, name.ptr);
        else if (colon < inner.len)
            compile_forms(c, node, part_of(inner, colon + 1, inner.len), part);
        return;
    }
    fact = rb_compile_fact_number(c, name);
    part->field = RB_FIELD_FACT;
    if (fact && colon == inner.len)
        part->fact = (uint16_t)(fact - 1);
    else if (fact)
        RB_FAIL(c, node, "{%.*s} is no number, so it has no forms", (int)name.len, name.ptr);
    else
        unknown_field(c, node, name);
}

static void compile_option(struct rb_compiler *c, const struct rb_yaml *node, struct rb_slice text,
                           struct rb_option *out)
{
    struct rb_part parts[MOST_PARTS] = {0};
    struct rb_part *copy;
    uint32_t n = 0;
    size_t at = 0;

    while (at < text.len && n < MOST_PARTS) {
        size_t open = find(text, at, "{"), close;

        if (open > at) {
            parts[n++] = (struct rb_part){.field = RB_FIELD_TEXT, .text = part_of(text, at, open)};
            at = open;
            continue;
        }
        close = find(text, open, "}");
        if (close == text.len) {
            RB_FAIL(c, node, "a { is not closed by a }");
            break;
        }
        compile_field(c, node, part_of(text, open + 1, close), &parts[n++]);
        at = close + 1;
    }
    if (n == MOST_PARTS && at < text.len)
        RB_FAIL(c, node, "more than %d parts in a message", (int)MOST_PARTS);
    copy = rb_arena_array(c->arena, n, sizeof *copy);
    if (!copy)
        return;
    if (n)
        memcpy(copy, parts, n * sizeof *copy);
    *out = (struct rb_option){copy, n};
}

static struct rb_slice trim(struct rb_slice s)
{
    while (s.len && (s.ptr[0] == ' ' || s.ptr[0] == '\n'))
        s = rb_slice_of(s.ptr + 1, s.len - 1);
    while (s.len && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\n'))
        s.len--;
    return s;
}

void rb_compile_template(struct rb_compiler *c, const struct rb_yaml *node, struct rb_template *out)
{
    struct rb_option *options = rb_arena_array(c->arena, MOST_OPTIONS, sizeof *options);
    struct rb_slice text = node->text;
    size_t at = 0;

    *out = (struct rb_template){.options = options};
    while (options && at < text.len) {
        size_t bars = find(text, at, "||");

        if (out->n_options == MOST_OPTIONS) {
            RB_FAIL(c, node, "more than %d alternatives", (int)MOST_OPTIONS);
            break;
        }
        compile_option(c, node, trim(part_of(text, at, bars)), &options[out->n_options++]);
        at = bars + 2;
    }
    out->has_net = find(text, 0, "{net}") < text.len;
    out->has_cuts = find(text, 0, "{cuts}") < text.len;
}
