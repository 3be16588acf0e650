/* A result made by hand, so that reports are tested without the rules: words of 300 ms each, 200 ms
 * more after a sentence. Include after cmocka.h. */
#ifndef UNIT_REPORT_FIXTURE_H
#define UNIT_REPORT_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "result/score.h"

enum { FIXTURE_MAX = 64 };

static void fixture_clock(ringback_result *r)
{
    struct rb_text *text = &r->draft.text;
    struct rb_clock *clock = &r->draft.clock;
    uint32_t now = 0;

    clock->words = rb_arena_array(&r->arena, text->n_tokens, sizeof *clock->words);
    clock->token_start_ms = rb_arena_array(&r->arena, text->n_tokens, sizeof(uint32_t));
    clock->token_end_ms = rb_arena_array(&r->arena, text->n_tokens, sizeof(uint32_t));
    for (uint32_t i = 0; i < text->n_tokens; i++) {
        bool spoken =
            text->tokens[i].kind != RB_TOKEN_PUNCT && text->tokens[i].kind != RB_TOKEN_DIRECTION;

        if (i > 0 && text->tokens[i].sentence != text->tokens[i - 1].sentence) {
            now += 200;
            clock->pauses_ms += 200;
            clock->words[clock->n_words - 1].pause_ms = 200;
            clock->words[clock->n_words - 1].gap = RB_GAP_LONG;
        }
        clock->token_start_ms[i] = clock->token_end_ms[i] = now;
        if (!spoken)
            continue;
        clock->words[clock->n_words++] =
            (struct rb_spoken){rb_token_text(text, i), i, now, now + 300, 0, RB_GAP_NONE};
        clock->token_end_ms[i] = now += 300;
        clock->words_ms += 300;
    }
    clock->total_ms = now;
    clock->fast_ms = now * 9 / 10;
    clock->slow_ms = now * 12 / 10;
}

static inline ringback_result *fixture_bytes(const char *bytes, size_t len)
{
    ringback_result *r = calloc(1, sizeof *r);

    assert_non_null(r);
    rb_arena_init(&r->arena);
    assert_true(rb_text_make(&r->arena, rb_slice_of(bytes, len), &r->draft.text));
    r->draft.known = (struct rb_known){.style = rb_slice_str("standard"),
                                       .words_per_minute = 150,
                                       .number_percent = 140,
                                       .min_score = 80,
                                       .dial_minute = RINGBACK_UNSET,
                                       .measured_ms = RINGBACK_UNSET};
    fixture_clock(r);
    r->draft.facts.items = rb_arena_array(&r->arena, FIXTURE_MAX, sizeof(struct rb_fact));
    r->findings = rb_arena_array(&r->arena, FIXTURE_MAX, sizeof(struct rb_finding));
    r->strengths = rb_arena_array(&r->arena, FIXTURE_MAX, sizeof(struct rb_note));
    r->reminders = rb_arena_array(&r->arena, FIXTURE_MAX, sizeof(struct rb_note));
    r->scored = true;
    rb_score(r);
    return r;
}

static inline ringback_result *fixture(const char *text)
{
    return fixture_bytes(text, strlen(text));
}

static inline void fixture_free(ringback_result *r)
{
    rb_arena_free(&r->arena);
    free(r);
}

/* Where words stand in the draft, from a byte on; NULL words: the draft's end. */
static inline uint32_t fixture_find(const ringback_result *r, const char *words, uint32_t from)
{
    struct rb_slice text = r->draft.text.source.text;
    size_t len = words ? strlen(words) : 0;

    for (size_t i = from; words && i + len <= text.len; i++)
        if (memcmp(text.ptr + i, words, len) == 0)
            return (uint32_t)i;
    assert_null(words);
    return (uint32_t)text.len;
}

/* Facts and findings are given in the order of the draft. */
static inline void fixture_fact(ringback_result *r, const char *kind, const char *words,
                                const char *value)
{
    struct rb_facts *facts = &r->draft.facts;
    uint32_t from = facts->count ? facts->items[facts->count - 1].start : 0;
    uint32_t start = fixture_find(r, words, from);

    assert_true(facts->count < FIXTURE_MAX);
    facts->items[facts->count++] = (struct rb_fact){.start = start,
                                                    .end = start + (uint32_t)strlen(words),
                                                    .name = rb_slice_str(kind),
                                                    .value = rb_slice_str(value),
                                                    .reason = rb_slice_str("by hand")};
}

static inline struct rb_finding *fixture_finding(ringback_result *r, const char *rule,
                                                 ringback_severity severity, uint32_t points,
                                                 const char *words, const char *message,
                                                 const char *advice)
{
    struct rb_rule_info *info = rb_arena_alloc(&r->arena, sizeof *info);
    uint32_t start = fixture_find(r, words, 0);
    struct rb_finding *f = &r->findings[r->n_findings++];

    assert_true(r->n_findings <= FIXTURE_MAX);
    *info = (struct rb_rule_info){.id = rb_slice_str(rule),
                                  .title = rb_slice_str("A title"),
                                  .points = points,
                                  .severity = (uint8_t)severity};
    *f = (struct rb_finding){.rule = info,
                             .severity = (uint8_t)severity,
                             .points = points,
                             .gain = (int32_t)points,
                             .start = start,
                             .end = start + (words ? (uint32_t)strlen(words) : 0),
                             .message = rb_slice_str(message),
                             .advice = rb_slice_str(advice)};
    rb_score(r);
    return f;
}

/* The last finding becomes a suppressed one. */
static inline void fixture_suppress(ringback_result *r, const char *reason)
{
    struct rb_finding *all = rb_arena_array(&r->arena, FIXTURE_MAX, sizeof *all);

    if (r->n_suppressed)
        memcpy(all, r->suppressed, r->n_suppressed * sizeof *all);
    all[r->n_suppressed] = r->findings[--r->n_findings];
    all[r->n_suppressed++].reason = rb_slice_str(reason);
    r->suppressed = all;
    rb_score(r);
}

static inline void fixture_strength(ringback_result *r, const char *rule, const char *message)
{
    r->strengths[r->n_strengths++] =
        (struct rb_note){.rule = rb_slice_str(rule), .message = rb_slice_str(message)};
}

static inline void fixture_reminder(ringback_result *r, const char *rule, const char *message)
{
    r->reminders[r->n_reminders++] =
        (struct rb_note){.rule = rb_slice_str(rule), .message = rb_slice_str(message)};
}

/* A draft with a bit of everything. */
static inline ringback_result *fixture_poor(void)
{
    ringback_result *r = fixture(
        "Hi Maren, it's Tobias Lund, senior account director at Harrow Cloud. Sorry to bother you. "
        "We make the leading scheduling platform for clinics, with reminders and a waiting list, "
        "and I would love to show you what it does. You can look at our web page or write "
        "to me. My number is 555 0142. We have twenty years of experience in the business, and "
        "every one of our customers is delighted. Maybe we could meet next week, or you could "
        "order a trial on the web site. I am around all day and so is my team. Thanks!");

    fixture_fact(r, "prospect_name", "Maren", "Maren");
    fixture_fact(r, "caller_name", "Tobias Lund", "Tobias Lund");
    fixture_fact(r, "job_title", "senior account director", "senior account director");
    fixture_fact(r, "caller_company", "Harrow Cloud", "Harrow Cloud");
    fixture_fact(r, "product", "scheduling platform for clinics", "");
    fixture_fact(r, "website", "our web page", "website");
    fixture_fact(r, "phone_number", "555 0142", "5550142");
    fixture_fact(r, "ask", "we could meet next week", "meet");
    fixture_fact(r, "thanks", "Thanks", "");
    fixture_finding(r, "no-title", RINGBACK_ERROR, 4, "senior account director",
                    "You give your title.", "Leave it out: nobody calls a title back.");
    fixture_finding(r, "no-cliche", RINGBACK_WARNING, 2, "Sorry to bother you",
                    "Every salesperson says that.", "Leave it out.");
    fixture_finding(r, "number-twice", RINGBACK_ERROR, 12, "555 0142", "You say your number once.",
                    "Say it again at the end: “Again, Tobias Lund, 555 0142.”");
    fixture_finding(r, "outcome-present", RINGBACK_WARNING, 8, NULL,
                    "I did not hear what is in it for them.",
                    "Say what they would gain: time, money, fewer no-shows.");
    fixture_finding(r, "ask-easy", RINGBACK_SUGGESTION, 1, NULL,
                    "You do not say that the call is short.", "Say “two minutes”.");
    fixture_strength(r, "name-matches", "Your name is the same each time.");
    fixture_reminder(r, "follow-up", "Follow up by e-mail or text.");
    return r;
}

#endif
