#include "cli/crew.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cli/thread.h"

/* A batch is a few milliseconds of work. Two for each worker, so that one waits while one is at
 * work. */
enum { BATCH_BYTES = 32 * 1024, BATCHES = 2, FIRST_BYTES = 4096 };

enum state { EMPTY, FULL, AT_WORK, DONE };

struct bytes {
    char *ptr;
    size_t len, cap;
};

struct batch {
    enum state state;
    struct bytes lines, answers;
    size_t *ends; /* of the lines, in bytes */
    ringback_record_outcome *outcomes;
    size_t n, cap;
    size_t answered;
    ringback_status status; /* of the line behind those answered */
    ringback_error err;
};

struct worker {
    struct rb_cli_crew *crew;
    ringback_checker *checker;
    pthread_t thread;
};

struct rb_cli_crew {
    struct rb_cli_records plan;
    pthread_mutex_t lock;
    pthread_cond_t work, news; /* a batch is full; one is empty again, or the run is over */
    struct worker *workers;
    size_t n_workers, idle;
    struct batch *batches; /* a ring: filled, taken and written in order */
    size_t n_batches, filling, taking, writing;
    bool writer; /* somebody is at the output */
    bool closed, failed;
};

bool rb_cli_answered(struct rb_cli_run *run, ringback_status status,
                     const ringback_record_outcome *outcome, const ringback_error *err)
{
    if (status == RINGBACK_OK) {
        rb_cli_count_record(run, outcome);
        return true;
    }
    /* A refused write was told by the output. */
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(run);
    else if (status != RINGBACK_ERR_SINK)
        rb_cli_fail(run, RB_EXIT_WRONG, "the run could not go on", "record %llu: %s",
                    run->records + 1, err->message);
    return false;
}

/* ---- a batch ---- */

static bool append(struct bytes *b, const char *data, size_t len)
{
    if (len > b->cap - b->len) {
        size_t cap = b->cap ? b->cap : FIRST_BYTES;
        char *p;

        while (cap - b->len < len)
            cap *= 2;
        p = realloc(b->ptr, cap);
        if (!p)
            return false;
        b->ptr = p;
        b->cap = cap;
    }
    if (len)
        memcpy(b->ptr + b->len, data, len);
    b->len += len;
    return true;
}

/* A long record's room is not kept for the short ones behind it. */
static void clear(struct bytes *b, size_t most)
{
    if (b->cap > most) {
        free(b->ptr);
        *b = (struct bytes){0};
    }
    b->len = 0;
}

static bool add_line(struct batch *b, const char *line, size_t len)
{
    if (b->n == b->cap) {
        size_t cap = b->cap ? b->cap * 2 : 64;
        size_t *ends = realloc(b->ends, cap * sizeof *ends);
        ringback_record_outcome *outcomes;

        if (!ends)
            return false;
        b->ends = ends;
        outcomes = realloc(b->outcomes, cap * sizeof *outcomes);
        if (!outcomes)
            return false;
        b->outcomes = outcomes;
        b->cap = cap;
    }
    if (!append(&b->lines, line, len))
        return false;
    b->ends[b->n++] = b->lines.len;
    return true;
}

static bool collect(void *ctx, const char *data, size_t len)
{
    struct batch *b = ctx;

    return append(&b->answers, data, len);
}

static void answer(struct batch *b, ringback_checker *checker,
                   const ringback_record_options *options)
{
    size_t start = 0;

    b->status = RINGBACK_OK;
    for (b->answered = 0; b->answered < b->n; b->answered++) {
        size_t end = b->ends[b->answered];

        b->status =
            ringback_check_record(checker, b->lines.ptr ? b->lines.ptr + start : "", end - start,
                                  options, collect, b, &b->outcomes[b->answered], &b->err);
        if (b->status == RINGBACK_ERR_SINK)
            b->status = RINGBACK_ERR_MEMORY;
        if (b->status != RINGBACK_OK)
            return;
        start = end;
    }
}

/* ---- in order ---- */

/* False: the run cannot go on. */
static bool write_batch(struct rb_cli_crew *crew, struct batch *b)
{
    static const ringback_record_outcome none;

    if (b->answers.len && !rb_cli_output_write(crew->plan.output, b->answers.ptr, b->answers.len))
        return false;
    for (size_t i = 0; i < b->answered; i++)
        (void)rb_cli_answered(crew->plan.run, RINGBACK_OK, &b->outcomes[i], NULL);
    return b->status == RINGBACK_OK || rb_cli_answered(crew->plan.run, b->status, &none, &b->err);
}

static void empty(struct batch *b)
{
    clear(&b->lines, (size_t)8 * BATCH_BYTES);
    clear(&b->answers, (size_t)32 * BATCH_BYTES);
    b->n = 0;
    b->state = EMPTY;
}

/* With the lock: whoever finishes the batch whose turn it is writes it, and those done behind it.
 */
static void write_done(struct rb_cli_crew *crew)
{
    if (crew->writer)
        return;
    crew->writer = true;
    while (crew->batches[crew->writing].state == DONE) {
        struct batch *b = &crew->batches[crew->writing];
        bool last = crew->batches[(crew->writing + 1) % crew->n_batches].state != DONE;
        bool ok = !crew->failed;

        (void)pthread_mutex_unlock(&crew->lock);
        ok = ok && write_batch(crew, b) && (!last || rb_cli_output_flush(crew->plan.output));
        (void)pthread_mutex_lock(&crew->lock);
        crew->failed |= !ok;
        empty(b);
        crew->writing = (crew->writing + 1) % crew->n_batches;
        (void)pthread_cond_broadcast(&crew->news);
    }
    crew->writer = false;
}

static void *work(void *arg)
{
    struct worker *w = arg;
    struct rb_cli_crew *crew = w->crew;

    (void)pthread_mutex_lock(&crew->lock);
    for (;;) {
        struct batch *b = &crew->batches[crew->taking];
        bool failed = crew->failed;

        if (b->state != FULL) {
            if (crew->closed)
                break;
            crew->idle++;
            (void)pthread_cond_wait(&crew->work, &crew->lock);
            crew->idle--;
            continue;
        }
        b->state = AT_WORK;
        crew->taking = (crew->taking + 1) % crew->n_batches;
        (void)pthread_mutex_unlock(&crew->lock);
        b->answered = 0;
        if (!failed)
            answer(b, w->checker, crew->plan.options);
        (void)pthread_mutex_lock(&crew->lock);
        b->state = DONE;
        write_done(crew);
    }
    (void)pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* ---- the crew ---- */

struct rb_cli_crew *rb_cli_crew_new(const struct rb_cli_records *plan)
{
    struct rb_cli_crew *crew = calloc(1, sizeof *crew);

    if (crew) {
        crew->plan = *plan;
        crew->n_batches = BATCHES * plan->jobs + 1;
        crew->workers = calloc(plan->jobs, sizeof *crew->workers);
        crew->batches = calloc(crew->n_batches, sizeof *crew->batches);
    }
    if (!crew || !crew->workers || !crew->batches) {
        rb_cli_fail_memory(plan->run);
        if (crew) {
            free(crew->workers);
            free(crew->batches);
        }
        free(crew);
        return NULL;
    }
    (void)pthread_mutex_init(&crew->lock, NULL);
    (void)pthread_cond_init(&crew->work, NULL);
    (void)pthread_cond_init(&crew->news, NULL);
    return crew;
}

/* One more; a machine that has no room for the second makes do with the first. */
static bool hire(struct rb_cli_crew *crew)
{
    struct worker *w = &crew->workers[crew->n_workers];

    w->crew = crew;
    w->checker = crew->plan.hire(crew->plan.ctx);
    if (!w->checker)
        return false;
    if (rb_cli_thread(&w->thread, work, w)) {
        crew->n_workers++;
        return true;
    }
    ringback_checker_free(w->checker);
    crew->plan.jobs = crew->n_workers;
    if (crew->n_workers)
        return true;
    rb_cli_fail_memory(crew->plan.run);
    return false;
}

bool rb_cli_crew_send(struct rb_cli_crew *crew)
{
    struct batch *b = &crew->batches[crew->filling];
    bool ok, more;

    if (b->n == 0)
        return true;
    (void)pthread_mutex_lock(&crew->lock);
    more = crew->idle == 0 && crew->n_workers < crew->plan.jobs;
    ok = !crew->failed;
    (void)pthread_mutex_unlock(&crew->lock);
    if (!ok || (more && !hire(crew)))
        return false;
    (void)pthread_mutex_lock(&crew->lock);
    b->state = FULL;
    (void)pthread_cond_signal(&crew->work);
    crew->filling = (crew->filling + 1) % crew->n_batches;
    while (crew->batches[crew->filling].state != EMPTY)
        (void)pthread_cond_wait(&crew->news, &crew->lock);
    ok = !crew->failed;
    (void)pthread_mutex_unlock(&crew->lock);
    return ok;
}

bool rb_cli_crew_add(struct rb_cli_crew *crew, const char *line, size_t len)
{
    struct batch *b = &crew->batches[crew->filling];

    if (!add_line(b, line, len)) {
        (void)rb_cli_crew_wait(crew);
        rb_cli_fail_memory(crew->plan.run);
        return false;
    }
    return b->lines.len < BATCH_BYTES || rb_cli_crew_send(crew);
}

bool rb_cli_crew_wait(struct rb_cli_crew *crew)
{
    bool ok = rb_cli_crew_send(crew);

    (void)pthread_mutex_lock(&crew->lock);
    for (size_t i = 0; i < crew->n_batches; i++)
        while (crew->batches[i].state != EMPTY)
            (void)pthread_cond_wait(&crew->news, &crew->lock);
    ok = ok && !crew->failed;
    (void)pthread_mutex_unlock(&crew->lock);
    return ok;
}

void rb_cli_crew_free(struct rb_cli_crew *crew)
{
    if (!crew)
        return;
    (void)pthread_mutex_lock(&crew->lock);
    crew->closed = true;
    (void)pthread_cond_broadcast(&crew->work);
    (void)pthread_mutex_unlock(&crew->lock);
    for (size_t i = 0; i < crew->n_workers; i++) {
        (void)pthread_join(crew->workers[i].thread, NULL);
        ringback_checker_free(crew->workers[i].checker);
    }
    for (size_t i = 0; i < crew->n_batches; i++) {
        free(crew->batches[i].lines.ptr);
        free(crew->batches[i].answers.ptr);
        free(crew->batches[i].ends);
        free(crew->batches[i].outcomes);
    }
    (void)pthread_cond_destroy(&crew->news);
    (void)pthread_cond_destroy(&crew->work);
    (void)pthread_mutex_destroy(&crew->lock);
    free(crew->workers);
    free(crew->batches);
    free(crew);
}
