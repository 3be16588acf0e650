/* One phrase of the phrase language and a text (a line of %% parts them): no crash; it compiles, or
 * says why not at a place of its line; and what it finds is the same whether the finder has seen
 * other drafts before or not, alone or with the text said twice. */
#include "base/json.h"
#include "fuzz.h"
#include "rule/rules.h"

static void on_error(void *ctx, const ringback_error *err)
{
    (void)ctx;
    HOLD(err->message[0] && !strchr(err->message, '\n') && strcmp(err->source, "a.yaml") == 0);
}

static ringback_rules *load(struct rb_slice phrase)
{
    struct rb_errors errs = {.report = on_error};
    ringback_rules *rules = NULL;
    ringback_source file = {"a.yaml", NULL, 0};
    struct rb_buffer yaml;
    ringback_status status;

    rb_buffer_init(&yaml);
    rb_buffer_puts(&yaml, "sets: {kind: [wood, tin roof, slate~], kin: [<kind>, clay]}\nfacts:\n"
                          "  first: {doc: A., phrases: [lean (wood|tin), / clay >>], "
                          "examples: {is: [a]}}\n  odd: {doc: B., phrases: [");
    rb_json_string(&yaml, phrase);
    rb_buffer_puts(&yaml, "], examples: {is: [a]}}\n");
    HOLD(!yaml.failed);
    file.data = yaml.ptr;
    file.len = yaml.len;
    status = rb_rules_load_files(&file, 1, 1, &errs, &rules);
    HOLD((status == RINGBACK_OK) == (rules != NULL) && (errs.count == 0) == (rules != NULL));
    rb_buffer_free(&yaml);
    return rules;
}

/* The facts of a text, in words. */
static void find(struct rb_finder *finder, struct rb_slice text, struct rb_buffer *out)
{
    struct rb_taught taught = {{"", 0}, {"", 0}, {"", 0}};
    struct rb_arena arena;
    struct rb_facts facts;
    struct rb_phones phones;
    struct rb_text t;
    ringback_error err;

    rb_arena_init(&arena);
    HOLD(rb_text_make(&arena, text, &t) && rb_phones_find(&arena, &t, &phones));
    HOLD(rb_finder_run(finder, &arena, &t, &phones, &taught, &facts, &err) == RINGBACK_OK);
    for (uint32_t i = 0; i < facts.count; i++) {
        const struct rb_fact *f = &facts.items[i];

        HOLD(f->start <= f->end && f->end <= text.len);
        rb_buffer_slice_add(out, f->name);
        rb_buffer_putc(out, ' ');
        rb_buffer_uint(out, f->start);
        rb_buffer_putc(out, '-');
        rb_buffer_uint(out, f->end);
        rb_buffer_putc(out, '=');
        rb_buffer_slice_add(out, f->value);
        rb_buffer_putc(out, ';');
    }
    rb_arena_free(&arena);
}

static void compare(const ringback_rules *rules, struct rb_slice text)
{
    static const char other[] = "A lean tin roof. Wood and clay, slates too, or lean wood.";
    struct rb_finder *fresh = rb_finder_new(rb_rules_lexicon(rules));
    struct rb_finder *used = rb_finder_new(rb_rules_lexicon(rules));
    struct rb_buffer a, b, none;

    HOLD(fresh && used);
    rb_buffer_init(&a);
    rb_buffer_init(&b);
    rb_buffer_init(&none);
    find(used, rb_slice_of(text.ptr, text.len / 2), &none);
    find(used, rb_slice_str(other), &none);
    find(used, text, &none);
    find(fresh, text, &a);
    find(used, text, &b);
    HOLD(rb_slice_equal(rb_buffer_slice(&a), rb_buffer_slice(&b)));
    rb_buffer_free(&a);
    rb_buffer_free(&b);
    rb_buffer_free(&none);
    rb_finder_free(fresh);
    rb_finder_free(used);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_slice text, phrase = first_part(data, size, &text);
    ringback_rules *rules = load(phrase);

    if (rules)
        compare(rules, text);
    rb_rules_free(rules);
    return 0;
}
