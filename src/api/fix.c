/* Mending, behind the façade. */
#include "fix/fix.h"

#include "api/file.h"
#include "base/error.h"

/* What a draft on its way is judged with. */
struct bench {
    ringback_checker *checker;
    struct rb_known known;
    struct rb_slice given; /* the draft, of which the places in its file are known */
    uint32_t total_ms;     /* its time; 0: not judged yet */
};

static void forget(ringback_result *result)
{
    rb_result_free(result);
}

/* The time was measured of the draft that was given: another one takes as much more or less as the
 * clock says. */
static ringback_status judge_measured(struct bench *b, struct rb_slice text,
                                      const struct rb_known *given, ringback_result **out,
                                      ringback_error *err)
{
    struct rb_known known = *given;
    ringback_status status;
    uint32_t total;
    uint64_t ms;

    known.measured_ms = RINGBACK_UNSET;
    status = rb_check_known(b->checker, text, &known, out, err);
    if (status)
        return status;
    total = (*out)->draft.clock.total_ms;
    rb_result_free(*out);
    *out = NULL;
    if (b->total_ms == 0)
        b->total_ms = total ? total : 1;
    ms = (uint64_t)b->known.measured_ms * total / b->total_ms;
    known.measured_ms = ms ? (uint32_t)ms : 1;
    return rb_check_known(b->checker, text, &known, out, err);
}

static ringback_status judge(void *ctx, struct rb_slice text, ringback_result **out,
                             ringback_error *err)
{
    struct bench *b = ctx;
    struct rb_known known = b->known;

    if (text.ptr != b->given.ptr)
        known.origin = (struct rb_origin){NULL, 0};
    return known.measured_ms == RINGBACK_UNSET ? rb_check_known(b->checker, text, &known, out, err)
                                               : judge_measured(b, text, &known, out, err);
}

/* The result with its advice in the place of the one without. */
static ringback_status advise(struct bench *b, struct rb_slice text, ringback_result **result,
                              ringback_error *err)
{
    ringback_result *whole;
    ringback_status status = judge(b, text, &whole, err);

    if (status)
        return status;
    rb_result_free(*result);
    *result = whole;
    return RINGBACK_OK;
}

/* To decide whether a change is good takes no advice. */
static ringback_status fix(struct bench *b, ringback_fixed **out, ringback_error *err)
{
    struct rb_fix_judge judges = {b, judge, forget};
    bool brief = b->known.brief, same;
    ringback_status status;

    b->known.brief = true;
    status = rb_fix_run(&judges, b->given, out, err);
    if (status || brief)
        return status;
    b->known.brief = false;
    same = (*out)->after == (*out)->before;
    status = advise(b, b->given, &(*out)->before, err);
    if (same)
        (*out)->after = (*out)->before;
    else if (!status)
        status = advise(b, (*out)->text, &(*out)->after, err);
    if (status) {
        rb_fix_free(*out);
        *out = NULL;
    }
    return status;
}

ringback_status ringback_fix(ringback_checker *checker, const char *text, size_t len,
                             ringback_fixed **out, ringback_error *err)
{
    struct bench b = {.checker = checker, .given = {text ? text : "", len}};

    *out = NULL;
    if (!checker || (!text && len))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a checker and a draft wanted");
    b.known = *rb_checker_known(checker);
    return fix(&b, out, err);
}

ringback_status ringback_fix_draft(ringback_checker *checker, const ringback_file *file, size_t n,
                                   const ringback_options *options, ringback_fixed **out,
                                   ringback_error *err)
{
    struct bench b = {.checker = checker};
    struct rb_arena arena;
    ringback_status status;

    *out = NULL;
    if (!checker || !file || n >= ringback_file_count(file) ||
        (options && options->size < sizeof options->size))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a checker and a draft of a file wanted");
    rb_arena_init(&arena);
    b.given = rb_file_text(file, n);
    status = rb_file_known(checker, file, n, options, &arena, &b.known, err);
    if (status == RINGBACK_OK)
        status = fix(&b, out, err);
    rb_arena_free(&arena);
    return status;
}

void ringback_fixed_free(ringback_fixed *fixed)
{
    rb_fix_free(fixed);
}

static ringback_str str(struct rb_slice s)
{
    return (ringback_str){s.len ? s.ptr : "", s.len};
}

ringback_str ringback_fixed_text(const ringback_fixed *fixed)
{
    return str(fixed->text);
}

const ringback_result *ringback_fixed_before(const ringback_fixed *fixed)
{
    return fixed->before;
}

const ringback_result *ringback_fixed_after(const ringback_fixed *fixed)
{
    return fixed->after;
}

bool ringback_fixed_edit(const ringback_fixed *fixed, size_t i, ringback_edit *out)
{
    if (i >= fixed->n_edits)
        return false;
    *out = (ringback_edit){fixed->edits[i].start, fixed->edits[i].end, str(fixed->edits[i].text)};
    return true;
}

bool ringback_fixed_step(const ringback_fixed *fixed, size_t i, ringback_step *out)
{
    const struct rb_fix_step *step;

    if (i >= fixed->n_steps)
        return false;
    step = &fixed->steps[i];
    *out = (ringback_step){.rule = str(step->rule),
                           .message = str(step->message),
                           .made = step->made,
                           .points = step->points,
                           .saved_ms = step->saved_ms,
                           .start = step->start,
                           .end = step->end};
    return true;
}
