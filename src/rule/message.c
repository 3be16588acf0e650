#include "rule/message.h"

#include "base/ascii.h"

enum { LONGEST_QUOTE = 80, LONGEST_CUT = 50 };

static void quote_up_to(struct rb_buffer *out, const struct rb_draft *draft, uint32_t start,
                        uint32_t end, size_t longest)
{
    struct rb_slice text = draft->text.source.text;
    size_t begin = out->len, last_blank = 0;

    for (uint32_t i = start; i < end && i < text.len; i++) {
        bool blank = rb_is_space(text.ptr[i]);

        if (blank && (out->len == begin || out->ptr[out->len - 1] == ' '))
            continue;
        if (blank)
            last_blank = out->len;
        rb_buffer_putc(out, blank ? ' ' : text.ptr[i]);
        if (out->failed)
            return;
        if (out->len - begin <= longest)
            continue;
        /* Back to the last whole word, or, in one that never ends, the last whole character. */
        if (last_blank <= begin)
            for (last_blank = out->len - 1; ((unsigned char)out->ptr[last_blank] & 0xC0u) == 0x80u;)
                last_blank--;
        out->len = last_blank;
        rb_buffer_puts(out, "…");
        return;
    }
    while (out->len > begin && out->ptr[out->len - 1] == ' ')
        out->len--;
}

void rb_message_quote(struct rb_buffer *out, const struct rb_draft *draft, uint32_t start,
                      uint32_t end)
{
    quote_up_to(out, draft, start, end, LONGEST_QUOTE);
}

/* ---- fields: each gives false when it has no value ---- */

static bool put_quote(struct rb_buffer *out, const struct rb_draft *draft, uint32_t start,
                      uint32_t end)
{
    size_t before = out->len;

    rb_message_quote(out, draft, start, end);
    return out->len > before;
}

static bool put_fact(struct rb_buffer *out, const struct rb_message *m, uint16_t fact)
{
    const struct rb_draft *draft = m->trial->draft;
    uint32_t first = m->trial->first[fact];

    return first != UINT32_MAX &&
           put_quote(out, draft, draft->facts.items[first].start, draft->facts.items[first].end);
}

/* The forms are for one, two, more and none; the last of fewer forms is for all the rest. */
static uint32_t form_of(uint32_t n_forms, uint32_t n)
{
    uint32_t form = n == 1 ? 0 : n == 2 ? 1 : 2;
    uint32_t last = n_forms < 3 ? n_forms - 1 : 2;

    if (n == 0 && n_forms == 4)
        return 3;
    return form < last ? form : last;
}

/* In a form, # stands for the number. */
static bool put_number(struct rb_buffer *out, const struct rb_part *part, uint32_t n)
{
    struct rb_slice form;

    if (part->n_forms == 0) {
        rb_buffer_uint(out, n);
        return true;
    }
    form = part->forms[form_of(part->n_forms, n)];
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] == '#')
            rb_buffer_uint(out, n);
        else
            rb_buffer_putc(out, form.ptr[i]);
    }
    return true;
}

/* A fact's value as one would say it; a placeholder's is its words. */
static bool put_value(struct rb_buffer *out, const struct rb_message *m)
{
    const struct rb_fact *fact = m->breach ? m->breach->fact : NULL;

    if (!fact)
        return false;
    if (fact->value.len == 0 || rb_slice_is(fact->value, "placeholder"))
        return put_quote(out, m->trial->draft, fact->start, fact->end);
    for (size_t i = 0; i < fact->value.len; i++)
        rb_buffer_putc(out, fact->value.ptr[i] == '_' ? ' ' : fact->value.ptr[i]);
    return true;
}

static bool put_over(struct rb_buffer *out, const struct rb_message *m)
{
    if (!m->breach)
        return false;
    if (m->breach->in_ms) /* what is too much is never nothing */
        rb_buffer_seconds(out, m->breach->over > 100 ? m->breach->over : 100);
    else
        rb_buffer_uint(out, m->breach->over);
    return true;
}

static bool put_dial(struct rb_buffer *out, const struct rb_message *m)
{
    uint32_t minute = m->trial->draft->known.dial_minute;

    if (minute == RINGBACK_UNSET)
        return false;
    rb_buffer_uint(out, minute / 60);
    rb_buffer_putc(out, ':');
    rb_buffer_uint(out, minute / 10 % 6);
    rb_buffer_uint(out, minute % 10);
    return true;
}

/* The clock's arithmetic; of a time that was measured there is none. */
static bool put_clock(struct rb_buffer *out, uint8_t field, const struct rb_draft *draft)
{
    struct rb_clock_parts parts = rb_clock_parts(&draft->clock);
    uint32_t ms = field == RB_FIELD_WORDS_SECONDS     ? parts.words_ms
                  : field == RB_FIELD_NUMBERS_SECONDS ? parts.numbers_ms
                                                      : parts.pauses_ms;

    if (ms == 0 || draft->known.measured_ms != RINGBACK_UNSET)
        return false;
    rb_buffer_seconds(out, ms);
    return true;
}

/* How many words the seconds over a limit are: of usual ones, with their pauses. */
static bool put_over_words(struct rb_buffer *out, const struct rb_part *part,
                           const struct rb_message *m)
{
    const struct rb_draft *draft = m->trial->draft;
    uint64_t running = (uint64_t)draft->clock.words_ms + draft->clock.pauses_ms, words;

    running = rb_reckon_ms(draft, (uint32_t)running);
    if (!m->breach || !m->breach->in_ms || running == 0)
        return false;
    words = ((uint64_t)m->breach->over * draft->text.n_words + running - 1) / running;
    return put_number(out, part, words < UINT32_MAX ? (uint32_t)words : UINT32_MAX);
}

/* “What could go” (2.1 s), “and what else” (1.3 s). */
static bool put_cuts(struct rb_buffer *out, const struct rb_message *m)
{
    const struct rb_cuts *cuts = m->cuts;

    for (uint32_t i = 0; cuts && i < cuts->n; i++) {
        if (i)
            rb_buffer_puts(out, i + 1 < cuts->n ? ", " : " and ");
        rb_buffer_puts(out, "“");
        quote_up_to(out, m->trial->draft, cuts->items[i].start, cuts->items[i].end, LONGEST_CUT);
        rb_buffer_puts(out, "” (");
        rb_buffer_seconds(out, cuts->items[i].saves_ms);
        rb_buffer_puts(out, " s)");
    }
    return cuts && cuts->n;
}

/* The seconds that are left with the cuts, or of them those over the limit. */
static bool put_left(struct rb_buffer *out, const struct rb_message *m, bool over)
{
    if (!m->cuts || m->cuts->n == 0 || (over && m->cuts->over_ms == 0))
        return false;
    rb_buffer_seconds(out, over ? m->cuts->over_ms : m->cuts->left_ms);
    return true;
}

static bool put_part(struct rb_buffer *out, const struct rb_part *part, const struct rb_message *m)
{
    const struct rb_breach *breach = m->breach;

    switch ((enum rb_field)part->field) {
    case RB_FIELD_TEXT:
        rb_buffer_slice_add(out, part->text);
        return true;
    case RB_FIELD_FACT:
        return put_fact(out, m, part->fact);
    case RB_FIELD_COUNT:
        return breach && put_number(out, part, breach->count);
    case RB_FIELD_QUOTE:
        return breach && put_quote(out, m->trial->draft, breach->start, breach->end);
    case RB_FIELD_SECONDS:
        rb_buffer_seconds(out,
                          breach && breach->in_ms ? breach->amount : rb_draft_ms(m->trial->draft));
        return true;
    case RB_FIELD_OVER:
        return put_over(out, m);
    case RB_FIELD_VALUE:
        return put_value(out, m);
    case RB_FIELD_OTHER:
        if (breach && breach->name.len)
            rb_buffer_slice_add(out, breach->name);
        return breach && (breach->name.len ||
                          (breach->other && put_quote(out, m->trial->draft, breach->other->start,
                                                      breach->other->end)));
    case RB_FIELD_POINTS:
        return put_number(out, part, m->points);
    case RB_FIELD_NET:
        rb_buffer_slice_add(out, m->net);
        return true;
    case RB_FIELD_DIAL:
        return put_dial(out, m);
    case RB_FIELD_WORDS:
        return put_number(out, part, m->trial->draft->text.n_words);
    case RB_FIELD_WORDS_SECONDS:
    case RB_FIELD_NUMBERS_SECONDS:
    case RB_FIELD_PAUSES_SECONDS:
        return put_clock(out, part->field, m->trial->draft);
    case RB_FIELD_OVER_WORDS:
        return put_over_words(out, part, m);
    case RB_FIELD_CUTS:
        return put_cuts(out, m);
    case RB_FIELD_LEFT:
    case RB_FIELD_LEFT_OVER:
        return put_left(out, m, part->field == RB_FIELD_LEFT_OVER);
    }
    return false;
}

/* ---- alternatives ---- */

static bool write_whole(struct rb_buffer *out, const struct rb_option *option,
                        const struct rb_message *m)
{
    rb_buffer_clear(out);
    for (uint32_t i = 0; i < option->n_parts; i++)
        if (!put_part(out, &option->parts[i], m))
            return false;
    return true;
}

/* Does a sentence end before the blank at i? Its stop may be inside of a closing quote. */
static bool ends_at(struct rb_slice s, size_t i)
{
    static const char quote[] = "\xE2\x80\x9D";
    size_t n = sizeof quote - 1;

    if (s.ptr[i] != ' ')
        return false;
    if (i >= n && memcmp(s.ptr + i - n, quote, n) == 0)
        i -= n;
    return i > 0 && (s.ptr[i - 1] == '.' || s.ptr[i - 1] == '!' || s.ptr[i - 1] == '?');
}

/* How much of a text belongs to the sentence that it begins in: up to the blank behind its stop. */
static size_t sentence_length(struct rb_slice s, bool *ends)
{
    for (size_t i = 0; i < s.len; i++) {
        *ends = ends_at(s, i);
        if (*ends)
            return i + 1;
    }
    return s.len;
}

static void write_without_gaps(struct rb_buffer *out, const struct rb_option *option,
                               const struct rb_message *m)
{
    size_t sentence = 0;
    bool whole = true;

    rb_buffer_clear(out);
    for (uint32_t i = 0; i < option->n_parts; i++) {
        struct rb_slice text = option->parts[i].text;

        if (option->parts[i].field != RB_FIELD_TEXT) {
            whole &= put_part(out, &option->parts[i], m);
            continue;
        }
        while (text.len) {
            bool ends = false;
            size_t n = sentence_length(text, &ends);

            rb_buffer_add(out, text.ptr, n);
            text = rb_slice_of(text.ptr + n, text.len - n);
            if (!ends)
                continue;
            if (!whole)
                out->len = sentence;
            sentence = out->len;
            whole = true;
        }
    }
    if (!whole)
        out->len = sentence;
    while (out->len && out->ptr[out->len - 1] == ' ')
        out->len--;
}

void rb_message_write(struct rb_buffer *out, const struct rb_template *template,
                      const struct rb_message *m)
{
    rb_buffer_clear(out);
    for (uint32_t i = 0; i < template->n_options; i++)
        if (write_whole(out, &template->options[i], m))
            return;
    if (template->n_options)
        write_without_gaps(out, &template->options[template->n_options - 1], m);
}
