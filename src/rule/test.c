/* The examples that rules and facts carry, run one by one, each rule and fact by itself. */
#include <stdlib.h>

#include "rule/coverage.h"
#include "rule/message.h"
#include "rule/tryout.h"

enum { LONGEST_LIST = 320 };

const struct rb_known rb_tryout_known = {.style = {"standard", 8},
                                         .from = {"", 0},
                                         .to = {"", 0},
                                         .company = {"", 0},
                                         .words_per_minute = 150,
                                         .number_percent = 140,
                                         .min_score = 80,
                                         .dial_minute = RINGBACK_UNSET,
                                         .measured_ms = RINGBACK_UNSET};

/* ---- what is said of a draft ---- */

void rb_tryout_quote(struct rb_tryout *t, const struct rb_draft *draft, uint32_t start,
                     uint32_t end)
{
    rb_buffer_puts(&t->said, "«");
    rb_message_quote(&t->said, draft, start, end);
    rb_buffer_puts(&t->said, "»");
}

void rb_tryout_facts(struct rb_tryout *t, const struct rb_draft *draft, int only)
{
    size_t begin = t->said.len;

    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *fact = &draft->facts.items[i];

        if ((only >= 0 && fact->kind != only) ||
            (only < 0 && rb_lexicon_hidden(t->rules->lexicon, fact->kind)))
            continue;
        if (t->said.len - begin > LONGEST_LIST) {
            rb_buffer_puts(&t->said, " …");
            return;
        }
        if (t->said.len > begin)
            rb_buffer_puts(&t->said, ", ");
        if (only < 0) {
            rb_buffer_slice_add(&t->said, fact->name);
            rb_buffer_putc(&t->said, ' ');
        }
        rb_tryout_quote(t, draft, fact->start, fact->end);
    }
    if (t->said.len == begin)
        rb_buffer_puts(&t->said, "nothing");
}

void rb_tryout_fail(struct rb_tryout *t, const struct rb_yaml *node, struct rb_failure failure)
{
    failure.place =
        (struct rb_place){t->rules->sources[node->mark & RB_MARK_FILE], node->line, node->column};
    failure.message = rb_buffer_slice(&t->said);
    t->counts.failed++;
    if (t->ear->failure && !t->said.failed)
        t->ear->failure(t->ear->ctx, &failure);
    rb_buffer_clear(&t->said);
}

/* ---- all of them ---- */

static bool begin(struct rb_tryout *t)
{
    rb_arena_init(&t->scratch);
    rb_buffer_init(&t->text);
    rb_buffer_init(&t->said);
    t->finder = rb_finder_new(t->rules->lexicon);
    t->broken = calloc((size_t)t->rules->n_rules + 1, sizeof *t->broken);
    if (t->ear->gap)
        t->tally = rb_tally_new(t->rules->lexicon);
    if (t->finder)
        rb_finder_watch(t->finder, t->tally);
    return t->finder && t->broken && (t->tally || !t->ear->gap);
}

static void end(struct rb_tryout *t)
{
    rb_finder_free(t->finder);
    rb_tally_free(t->tally);
    free(t->broken);
    rb_arena_free(&t->scratch);
    rb_buffer_free(&t->text);
    rb_buffer_free(&t->said);
}

ringback_status rb_rules_try(const ringback_rules *rules, const struct rb_test_ear *ear,
                             struct rb_test_counts *counts, ringback_error *err)
{
    struct rb_tryout t = {.rules = rb_rules_whole(rules), .ear = ear};
    bool ok = t.rules && begin(&t);

    for (size_t i = 0; ok && i < t.rules->facts.n && !t.error.status; i++)
        rb_tryout_fact(&t, (uint32_t)i);
    for (uint32_t i = 0; ok && i < t.rules->n_rules && !t.error.status; i++)
        rb_tryout_rule(&t, i);
    ok = ok && !t.text.failed && !t.said.failed && !rb_arena_failed(&t.scratch);
    if (ok && !t.error.status && ear->gap)
        ok = rb_coverage_tell(t.rules, t.tally, t.broken, ear, &t.counts);
    if (!ok && !t.error.status)
        (void)rb_error_set(&t.error, RINGBACK_ERR_MEMORY, "out of memory");
    end(&t);
    *counts = t.counts;
    if (t.error.status && err)
        *err = t.error;
    return t.error.status;
}

static void to_errors(void *ctx, const struct rb_failure *f)
{
    rb_errors_add(ctx, RINGBACK_ERR_RULES, f->place, "%.*s", (int)f->message.len, f->message.ptr);
}

ringback_status rb_rules_test(const ringback_rules *rules, struct rb_errors *errs, size_t *run,
                              size_t *failed, ringback_error *err)
{
    const struct rb_test_ear ear = {.failure = to_errors, .ctx = errs};
    struct rb_test_counts counts = {0};
    ringback_status status = rb_rules_try(rules, &ear, &counts, err);

    *run = counts.examples;
    *failed = counts.failed;
    return status;
}
