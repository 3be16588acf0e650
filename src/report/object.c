#include "report/object.h"

#include "base/json.h"
#include "report/where.h"
#include "result/score.h"

/* The version of these objects; a new member leaves it, a changed one raises it. */
#define OBJECT_HEAD "{\"version\":1,\"id\":"

static void member(struct rb_buffer *out, const char *key)
{
    rb_buffer_puts(out, key);
}

static void number(struct rb_buffer *out, const char *key, uint64_t value)
{
    rb_buffer_puts(out, key);
    rb_buffer_uint(out, value);
}

static void string(struct rb_buffer *out, const char *key, struct rb_slice value)
{
    rb_buffer_puts(out, key);
    rb_json_string(out, value);
}

static void boolean(struct rb_buffer *out, const char *key, bool value)
{
    rb_buffer_puts(out, key);
    rb_buffer_puts(out, value ? "true" : "false");
}

static void identity(struct rb_buffer *out, struct rb_slice id)
{
    member(out, OBJECT_HEAD);
    if (id.len)
        rb_buffer_slice_add(out, id);
    else
        rb_buffer_puts(out, "null");
}

static void sentences(struct rb_buffer *out, const struct rb_draft *draft)
{
    const struct rb_text *text = &draft->text;

    member(out, ",\"sentences\":[");
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        const struct rb_sentence *s = &text->sentences[i];

        number(out, i ? ",{\"start\":" : "{\"start\":", s->start);
        number(out, ",\"end\":", s->end);
        number(out, ",\"start_ms\":", rb_draft_start_ms(draft, s->start));
        number(out, ",\"end_ms\":", rb_draft_end_ms(draft, s->start, s->end));
        rb_buffer_putc(out, '}');
    }
    rb_buffer_putc(out, ']');
}

static void facts(struct rb_buffer *out, const struct rb_draft *draft, bool explain)
{
    member(out, ",\"facts\":[");
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];

        string(out, i ? ",{\"kind\":" : "{\"kind\":", f->name);
        if (f->value.len)
            string(out, ",\"value\":", f->value);
        else
            member(out, ",\"value\":null");
        number(out, ",\"start\":", f->start);
        number(out, ",\"end\":", f->end);
        number(out, ",\"start_ms\":", rb_draft_start_ms(draft, f->start));
        number(out, ",\"end_ms\":", rb_draft_end_ms(draft, f->start, f->end));
        if (explain)
            string(out, ",\"reason\":", rb_fact_reason(draft->lexicon, f));
        rb_buffer_putc(out, '}');
    }
    rb_buffer_putc(out, ']');
}

/* reasons: they are suppressed, and say why. */
static void findings(struct rb_buffer *out, const struct rb_object *object,
                     const ringback_result *result, const struct rb_finding *items, uint32_t n,
                     bool reasons)
{
    const struct rb_where_from from = {object->line, object->column, 1};
    struct rb_places places;

    rb_places_init(&places, &result->draft.text.source);
    member(out, reasons ? ",\"suppressed\":[" : ",\"findings\":[");
    for (uint32_t i = 0; i < n; i++) {
        const struct rb_finding *f = &items[i];
        struct rb_where at = rb_where_below(&places, &from, f);
        const char *severity = rb_severity_name(f->severity);

        string(out, i ? ",{\"rule\":" : "{\"rule\":", f->rule->id);
        string(out, ",\"severity\":", rb_slice_str(severity));
        number(out, ",\"points\":", f->points);
        string(out, ",\"message\":", f->message);
        string(out, ",\"advice\":", f->advice);
        number(out, ",\"start\":", f->start);
        number(out, ",\"end\":", f->end);
        number(out, ",\"line\":", at.line);
        number(out, ",\"column\":", at.column);
        number(out, ",\"end_line\":", at.end_line);
        number(out, ",\"end_column\":", at.end_column);
        number(out, ",\"start_ms\":", rb_draft_start_ms(&result->draft, f->start));
        if (f->removable)
            member(out, ",\"removable\":true");
        if (!reasons && object->accepted && object->accepted[i])
            member(out, ",\"accepted\":true");
        if (reasons)
            string(out, ",\"reason\":", f->reason);
        rb_buffer_putc(out, '}');
    }
    rb_buffer_putc(out, ']');
}

static void strengths(struct rb_buffer *out, const ringback_result *result)
{
    member(out, ",\"strengths\":[");
    for (uint32_t i = 0; i < result->n_strengths; i++) {
        string(out, i ? ",{\"rule\":" : "{\"rule\":", result->strengths[i].rule);
        string(out, ",\"message\":", result->strengths[i].message);
        rb_buffer_putc(out, '}');
    }
    rb_buffer_putc(out, ']');
}

static bool is_word(uint8_t kind)
{
    return kind == RB_TOKEN_WORD || kind == RB_TOKEN_NUMBER || kind == RB_TOKEN_EMAIL ||
           kind == RB_TOKEN_URL || kind == RB_TOKEN_PLACEHOLDER;
}

/* Each written word, a run without white space that holds something spoken, and its second. */
static void word_times(struct rb_buffer *out, const struct rb_draft *draft)
{
    const struct rb_text *text = &draft->text;
    uint32_t run = 0;
    bool given = false, first = true;

    member(out, ",\"word_times\":[");
    for (uint32_t i = 0; i < text->n_tokens; i++) {
        if (text->tokens[i].flags & RB_TOK_SPACE) {
            run = i;
            given = false;
        }
        if (given || !is_word(text->tokens[i].kind))
            continue;
        given = true;
        number(out, first ? "[" : ",[", text->tokens[run].start);
        number(out, ",", draft->clock.token_start_ms[run]);
        rb_buffer_putc(out, ']');
        first = false;
    }
    rb_buffer_putc(out, ']');
}

void rb_object_result(struct rb_buffer *out, const struct rb_object *object,
                      const ringback_result *result)
{
    const struct rb_draft *draft = &result->draft;

    identity(out, object->id);
    if (object->path) {
        string(out, ",\"path\":", rb_slice_str(object->path));
        number(out, ",\"draft\":", object->draft);
    }
    string(out, ",\"style\":", draft->known.style);
    number(out, ",\"words\":", draft->text.n_words);
    number(out, ",\"duration_ms\":", draft->clock.total_ms);
    if (draft->clock.longest_ms > draft->clock.total_ms)
        number(out, ",\"longest_ms\":", draft->clock.longest_ms);
    number(out, ",\"score\":",
           object->accepted ? rb_score_without(result, object->accepted) : result->score);
    number(out, ",\"score_model\":", RINGBACK_SCORE_MODEL);
    boolean(out, ",\"ready\":",
            object->accepted ? rb_ready_without(result, object->accepted) : result->ready);
    sentences(out, draft);
    facts(out, draft, object->explain_facts);
    findings(out, object, result, result->findings, result->n_findings, false);
    if (result->n_suppressed)
        findings(out, object, result, result->suppressed, result->n_suppressed, true);
    strengths(out, result);
    if (object->word_times)
        word_times(out, draft);
    if (object->meta.len) {
        member(out, ",\"meta\":");
        rb_buffer_slice_add(out, object->meta);
    }
    rb_buffer_putc(out, '}');
}

void rb_object_error(struct rb_buffer *out, struct rb_slice id, const char *code,
                     struct rb_slice message)
{
    identity(out, id);
    string(out, ",\"error\":{\"code\":", rb_slice_str(code));
    string(out, ",\"message\":", message);
    rb_buffer_puts(out, "}}");
}
