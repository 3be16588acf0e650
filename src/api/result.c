/* What can be read from a result. */
#include "result/result.h"

#include "report/report.h"

static ringback_str str(struct rb_slice s)
{
    return (ringback_str){s.len ? s.ptr : "", s.len};
}

static ringback_span span(const ringback_result *result, uint32_t start, uint32_t end)
{
    const struct rb_draft *draft = &result->draft;
    ringback_span s = {.start = start, .end = end};

    rb_source_place(&draft->text.source, start, &s.line, &s.column);
    if (end > start)
        rb_source_end(&draft->text.source, end, &s.end_line, &s.end_column);
    else
        rb_source_place(&draft->text.source, end, &s.end_line, &s.end_column);
    s.start_ms = rb_draft_start_ms(draft, start);
    s.end_ms = end > start ? rb_draft_end_ms(draft, start, end) : s.start_ms;
    return s;
}

const char *ringback_severity_name(ringback_severity severity)
{
    return rb_severity_name((uint8_t)severity);
}

uint32_t ringback_result_score(const ringback_result *result)
{
    return result->score;
}

bool ringback_result_ready(const ringback_result *result)
{
    return result->ready;
}

uint32_t ringback_result_duration_ms(const ringback_result *result)
{
    return result->draft.clock.total_ms;
}

uint32_t ringback_result_words(const ringback_result *result)
{
    return result->draft.text.n_words;
}

ringback_str ringback_result_style(const ringback_result *result)
{
    return str(result->draft.known.style);
}

ringback_str ringback_result_text(const ringback_result *result)
{
    return str(result->draft.text.source.text);
}

size_t ringback_result_count(const ringback_result *result, ringback_severity severity)
{
    size_t n = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        n += result->findings[i].severity == severity;
    return n;
}

bool ringback_result_sentence(const ringback_result *result, size_t i, ringback_span *out)
{
    const struct rb_text *text = &result->draft.text;

    if (i >= text->n_sentences)
        return false;
    *out = span(result, text->sentences[i].start, text->sentences[i].end);
    return true;
}

bool ringback_result_fact(const ringback_result *result, size_t i, ringback_fact *out)
{
    const struct rb_fact *f;

    if (i >= result->draft.facts.count)
        return false;
    f = &result->draft.facts.items[i];
    *out = (ringback_fact){str(f->name), str(f->value), span(result, f->start, f->end)};
    return true;
}

static ringback_finding finding(const ringback_result *result, const struct rb_finding *f)
{
    ringback_finding out = (ringback_finding){.rule = str(f->rule->id),
                                              .message = str(f->message),
                                              .advice = str(f->advice),
                                              .title = str(f->rule->title),
                                              .severity = (ringback_severity)f->severity,
                                              .points = f->points,
                                              .removable = f->removable,
                                              .span = span(result, f->start, f->end)};

    if (f->line) {
        out.span.line = f->line;
        out.span.column = f->column;
        out.span.end_line = f->end_line;
        out.span.end_column = f->end_column;
    }
    return out;
}

bool ringback_result_finding(const ringback_result *result, size_t i, ringback_finding *out)
{
    if (i >= result->n_findings)
        return false;
    *out = finding(result, &result->findings[i]);
    return true;
}

bool ringback_result_suppressed(const ringback_result *result, size_t i, ringback_suppressed *out)
{
    if (i >= result->n_suppressed)
        return false;
    *out = (ringback_suppressed){finding(result, &result->suppressed[i]),
                                 str(result->suppressed[i].reason)};
    return true;
}

static bool note(const struct rb_note *notes, uint32_t n, size_t i, ringback_note *out)
{
    if (i >= n)
        return false;
    *out = (ringback_note){str(notes[i].rule), str(notes[i].message)};
    return true;
}

bool ringback_result_strength(const ringback_result *result, size_t i, ringback_note *out)
{
    return note(result->strengths, result->n_strengths, i, out);
}

bool ringback_result_reminder(const ringback_result *result, size_t i, ringback_note *out)
{
    return note(result->reminders, result->n_reminders, i, out);
}

/* Whether a token is part of a telephone number. */
static bool is_in_number(const struct rb_phones *phones, uint32_t token, uint32_t start)
{
    uint32_t i = rb_phones_behind(phones, start);

    return i < phones->count && phones->items[i].token <= token;
}

/* The digit of a number that a word says: the n-th of the token when it has one for each word. */
static void narrow(const struct rb_draft *draft, size_t index, ringback_word *word)
{
    const struct rb_clock *clock = &draft->clock;
    const char *text = draft->text.source.text.ptr;
    uint32_t token = clock->words[index].token, n = 0, before = 0, digits = 0;
    size_t first = index;

    while (first > 0 && clock->words[first - 1].token == token)
        first--;
    before = (uint32_t)(index - first);
    while (first + n < clock->n_words && clock->words[first + n].token == token)
        n++;
    for (uint32_t i = word->start; i < word->end; i++)
        digits += text[i] >= '0' && text[i] <= '9';
    if (digits != n)
        return;
    for (uint32_t i = word->start; i < word->end; i++) {
        if (text[i] < '0' || text[i] > '9' || before-- > 0)
            continue;
        word->start = i;
        word->end = i + 1;
        return;
    }
}

bool ringback_result_word(const ringback_result *result, size_t i, ringback_word *out)
{
    const struct rb_draft *draft = &result->draft;
    const struct rb_spoken *w;
    const struct rb_token *t;

    if (i >= draft->clock.n_words)
        return false;
    w = &draft->clock.words[i];
    t = &draft->text.tokens[w->token];
    *out = (ringback_word){.text = str(w->text),
                           .start = t->start,
                           .end = t->end,
                           .start_ms = w->start_ms,
                           .end_ms = w->end_ms,
                           .pause_ms = w->pause_ms,
                           .number = is_in_number(&draft->phones, w->token, t->start)};
    narrow(draft, i, out);
    return true;
}

/* What stands between the marks: "first_name" in "{{first_name}}". */
static ringback_str inside(struct rb_slice token)
{
    static const char marks[] = "[]{}<>()$%_ \t\r\n";

    while (token.len && memchr(marks, token.ptr[0], sizeof marks - 1)) {
        token.ptr++;
        token.len--;
    }
    while (token.len && memchr(marks, token.ptr[token.len - 1], sizeof marks - 1))
        token.len--;
    return str(token);
}

bool ringback_result_blank(const ringback_result *result, size_t i, ringback_blank *out)
{
    const struct rb_text *text = &result->draft.text;

    for (uint32_t t = 0; t < text->n_tokens; t++) {
        if (text->tokens[t].kind != RB_TOKEN_PLACEHOLDER || i-- > 0)
            continue;
        *out = (ringback_blank){inside(rb_token_text(text, t)),
                                span(result, text->tokens[t].start, text->tokens[t].end)};
        return true;
    }
    return false;
}
