/* limit: a measure of the whole draft: seconds, words, pace, or how often one thing is said for
 * each time of another. */
#include "rule/check.h"
#include "rule/words.h"

/* ---- compiling ---- */

/* "3/2", or a whole number. */
static bool parse_ratio(struct rb_slice s, uint32_t *num, uint32_t *den)
{
    size_t slash = 0;
    int64_t a, b = 1;

    while (slash < s.len && s.ptr[slash] != '/')
        slash++;
    if (!rb_slice_int(rb_slice_of(s.ptr, slash), 0, 1000, &a))
        return false;
    if (slash < s.len &&
        !rb_slice_int(rb_slice_of(s.ptr + slash + 1, s.len - slash - 1), 1, 1000, &b))
        return false;
    *num = (uint32_t)a;
    *den = (uint32_t)b;
    return true;
}

static void compile_ratio(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *of = rb_yaml_get(check, "of"), *to = rb_yaml_get(check, "to");
    const struct rb_yaml *max = rb_yaml_get(check, "max"), *below = rb_yaml_get(check, "below");
    const struct rb_yaml *apart = rb_yaml_get(check, "apart_from");
    const struct rb_yaml *bound = below ? below : max;

    rb_compile_what(c, of, &out->what);
    rb_compile_what(c, to, &out->other);
    if (apart)
        rb_compile_what(c, apart, &out->apart);
    out->below = below != NULL;
    if (!parse_ratio(bound->text, &out->num, &out->den))
        RB_FAIL(c, bound, "\"%.*s\" is no ratio, such as \"3/2\"", rb_quoted(bound->text),
                bound->text.ptr);
}

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    struct rb_slice measure = rb_yaml_get(check, "limit")->text;
    const struct rb_yaml *min = rb_yaml_get(check, "min"), *max = rb_yaml_get(check, "max");
    const struct rb_yaml *keep = rb_yaml_get(check, "keep");

    if (keep)
        rb_compile_what(c, keep, &out->keep);
    if (rb_slice_is(measure, "ratio")) {
        out->measure = RB_MEASURE_RATIO;
        compile_ratio(c, check, out);
        return;
    }
    out->measure = rb_slice_is(measure, "seconds") ? RB_MEASURE_MS
                   : rb_slice_is(measure, "words") ? RB_MEASURE_WORDS
                                                   : RB_MEASURE_PACE;
    if (min)
        out->min = rb_compile_measure(c, (enum rb_measure)out->measure, min);
    if (max)
        out->max = rb_compile_measure(c, (enum rb_measure)out->measure, max);
    if (min && max && out->min > out->max)
        RB_FAIL(c, min, "min is more than max: this check can never be kept");
}

/* ---- running ---- */

/* The first fact that does not begin before a byte, from where the last search ended. */
static const struct rb_fact *from_byte(const struct rb_what *what, const struct rb_draft *draft,
                                       const struct rb_fact *last, uint32_t *at, uint32_t byte)
{
    while (last && last->start < byte)
        last = rb_what_next(what, draft, at);
    return last;
}

/* The sentence in which most of them begin: what is shown of a whole draft. Not one in which
 * something that is kept begins, unless there is no other; the first of several. */
static struct rb_sentence densest(const struct rb_check *check, const struct rb_draft *draft)
{
    const struct rb_what *what = &check->what, *keep = &check->keep;
    uint32_t at = 0, next = 0, most = 0;
    const struct rb_fact *fact = rb_what_next(what, draft, &at);
    const struct rb_fact *kept = keep->n_terms ? rb_what_next(keep, draft, &next) : NULL;
    struct rb_sentence best = {0};
    bool best_kept = true;

    for (uint32_t i = 0; fact && i < draft->text.n_sentences; i++) {
        struct rb_sentence sentence = draft->text.sentences[i];
        bool is_kept;
        uint32_t n = 0;

        for (; fact && fact->start < sentence.end; fact = rb_what_next(what, draft, &at))
            n++;
        kept = from_byte(keep, draft, kept, &next, sentence.start);
        is_kept = kept && kept->start < sentence.end;
        if (n && (best_kept == is_kept ? n > most : best_kept)) {
            best = sentence;
            most = n;
            best_kept = is_kept;
        }
    }
    return best;
}

/* How many of them there are outside of what is set aside. */
static uint64_t count_apart(const struct rb_what *what, const struct rb_what *aside,
                            struct rb_trial *t)
{
    const struct rb_draft *draft = t->draft;
    const struct rb_fact *fact, *shut = NULL;
    uint32_t at = rb_what_from(what, t), next = rb_what_from(aside, t), covered = 0;
    uint64_t n = 0;

    if (aside->n_terms == 0)
        return rb_what_count(what, t);
    shut = rb_what_next(aside, draft, &next);
    while ((fact = rb_what_next(what, draft, &at)) != NULL) {
        for (; shut && shut->start <= fact->start; shut = rb_what_next(aside, draft, &next))
            covered = shut->end > covered ? shut->end : covered;
        n += fact->start >= covered;
    }
    return n;
}

static enum rb_verdict run_ratio(const struct rb_check *check, struct rb_trial *t)
{
    uint64_t of = count_apart(&check->what, &check->apart, t);
    uint64_t to = count_apart(&check->other, &check->apart, t);
    uint64_t left = of * check->den, right = to * check->num;
    struct rb_sentence sentence;

    if (of == 0 || (check->below ? left < right : left <= right))
        return RB_VERDICT_KEPT;
    sentence = densest(check, t->draft);
    rb_trial_add(t, (struct rb_breach){.start = sentence.start,
                                       .end = sentence.end,
                                       .count = (uint32_t)of,
                                       .amount = (uint32_t)of,
                                       .over = (uint32_t)to});
    return RB_VERDICT_BROKEN;
}

static bool is_spoken(const struct rb_draft *draft, uint32_t token)
{
    return draft->clock.token_start_ms[token] < draft->clock.token_end_ms[token];
}

/* The first token that is not over when the limit has passed. */
static uint32_t token_beyond(const struct rb_draft *draft, const struct rb_check *check)
{
    uint64_t total = rb_draft_ms(draft), reckoned = draft->clock.total_ms;
    uint32_t low = 0, high = draft->text.n_tokens;

    if (check->measure == RB_MEASURE_PACE)
        return 0;
    if (check->measure == RB_MEASURE_WORDS) {
        /* Written words are tokens with a blank before them, as near as a span needs it. */
        uint32_t words = 0;

        for (; low < high; low++) {
            uint8_t kind = draft->text.tokens[low].kind;

            if (kind != RB_TOKEN_PUNCT && kind != RB_TOKEN_SYMBOL && kind != RB_TOKEN_OTHER &&
                kind != RB_TOKEN_DIRECTION && words++ == check->max)
                break;
        }
        return low;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        /* A measured time stretches or shortens every word alike. */
        if (draft->clock.token_end_ms[middle] * total > check->max * reckoned)
            high = middle;
        else
            low = middle + 1;
    }
    /* Marks are not spoken; and the limit may pass in the pause behind the last word. */
    while (low < draft->text.n_tokens && !is_spoken(draft, low))
        low++;
    while (low > 0 && (low == draft->text.n_tokens || !is_spoken(draft, low)))
        low--;
    return low;
}

static void add_over(const struct rb_check *check, struct rb_trial *t, uint32_t amount)
{
    const struct rb_text *text = &t->draft->text;
    uint32_t token = token_beyond(t->draft, check), start = 0, end = 0;

    if (text->n_tokens) {
        end = text->tokens[text->n_tokens - 1].end;
        start = text->tokens[token < text->n_tokens ? token : text->n_tokens - 1].start;
    }
    rb_trial_add(t, (struct rb_breach){.start = start,
                                       .end = end,
                                       .count = amount,
                                       .amount = amount,
                                       .over = amount - check->max,
                                       .in_ms = check->measure == RB_MEASURE_MS});
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    uint32_t amount = 0;

    switch ((enum rb_measure)check->measure) {
    case RB_MEASURE_RATIO:
        return run_ratio(check, t);
    case RB_MEASURE_MS:
        amount = rb_draft_ms(t->draft);
        break;
    case RB_MEASURE_WORDS:
        amount = t->draft->text.n_words;
        break;
    case RB_MEASURE_PACE:
        amount = rb_draft_pace(t->draft);
        break;
    }
    if (check->max != UINT32_MAX && amount > check->max) {
        add_over(check, t, amount);
        return RB_VERDICT_BROKEN;
    }
    if (check->min != UINT32_MAX && amount < check->min) {
        rb_trial_add(t, (struct rb_breach){.absent = true,
                                           .count = amount,
                                           .amount = amount,
                                           .over = check->min - amount,
                                           .in_ms = check->measure == RB_MEASURE_MS});
        return RB_VERDICT_BROKEN;
    }
    return RB_VERDICT_KEPT;
}

const struct rb_check_kind rb_check_limit = {"limit", compile, run};
