#include "cli/desk.h"

#include <stdlib.h>

#include "cli/thread.h"

/* So many drafts for each worker wait or are done, and drafts of so many bytes: long ones come one
 * by one. A worker keeps the checkers that it needed last. */
enum { AHEAD = 8, AHEAD_BYTES = 64 * 1024, KEPT = 4 };

struct slot {
    struct rb_cli_sheet sheet;
    bool done;
};

struct own_checker {
    struct rb_cli_checker_plan plan; /* its options are not looked at again */
    ringback_checker *checker;       /* NULL: a free place */
};

struct worker {
    struct rb_cli_desk *desk;
    pthread_t thread;
    struct own_checker kept[KEPT];
    size_t next;     /* of those kept, the one to go */
    uint64_t number; /* of the draft at work, in the order of their coming */
};

/* Drafts are numbered as they come: those from settled on are here, those from taken on wait. */
struct rb_cli_desk {
    struct rb_cli_run *run;
    ringback_history *history;
    rb_cli_settle *settle;
    void *ctx;
    size_t jobs;
    struct slot *ring;
    size_t n_slots;
    size_t bytes; /* of the drafts that are here */
    struct worker *workers;
    size_t n_workers;
    bool settling;
    pthread_mutex_t lock;
    pthread_cond_t work, done, moved; /* a draft waits; the oldest is done; it is another's turn */
    uint64_t added, taken, settled;
    uint64_t turn; /* whose it is to be held against the history */
    size_t idle;
    bool awaited; /* the oldest is waited for */
    bool closed, failed;
};

static struct slot *slot_of(struct rb_cli_desk *desk, uint64_t number)
{
    return &desk->ring[number % desk->n_slots];
}

/* ---- turns ---- */

static void take_turn(void *ctx)
{
    const struct worker *w = ctx;
    struct rb_cli_desk *desk = w->desk;

    (void)pthread_mutex_lock(&desk->lock);
    while (desk->turn < w->number)
        (void)pthread_cond_wait(&desk->moved, &desk->lock);
    (void)pthread_mutex_unlock(&desk->lock);
}

static void give_turn(void *ctx)
{
    const struct worker *w = ctx;
    struct rb_cli_desk *desk = w->desk;

    (void)pthread_mutex_lock(&desk->lock);
    desk->turn = w->number + 1;
    (void)pthread_cond_broadcast(&desk->moved);
    (void)pthread_mutex_unlock(&desk->lock);
}

/* ---- checking ---- */

static void check(struct rb_cli_sheet *s, ringback_checker *checker, ringback_history *history,
                  const ringback_turn *turn)
{
    s->result = NULL;
    s->err.status = ringback_checker_join(checker, history, s->name, turn, &s->err);
    if (s->err.status == RINGBACK_OK && s->drafts)
        s->err.status =
            ringback_check_draft(checker, s->drafts, s->n, &s->options, &s->result, &s->err);
    else if (s->err.status == RINGBACK_OK)
        s->err.status = ringback_check(checker, s->text, s->len, &s->result, &s->err);
}

/* NULL: no memory. */
static ringback_checker *checker_for(struct worker *w, const struct rb_cli_checker_plan *plan)
{
    struct own_checker *own = &w->kept[w->next];
    ringback_error err;

    for (size_t i = 0; i < KEPT; i++)
        if (w->kept[i].checker && w->kept[i].plan.rules == plan->rules &&
            w->kept[i].plan.number == plan->number)
            return w->kept[i].checker;
    w->next = (w->next + 1) % KEPT;
    ringback_checker_free(own->checker);
    own->checker = NULL;
    own->plan = *plan;
    /* The same was made before, where it was not refused. */
    if (ringback_checker_new(plan->rules, plan->options, &own->checker, &err) != RINGBACK_OK)
        own->checker = NULL;
    return own->checker;
}

static void check_at_work(struct worker *w, struct rb_cli_sheet *s)
{
    const ringback_turn turn = {sizeof turn, take_turn, give_turn, w};
    ringback_checker *checker = checker_for(w, &s->plan);

    if (checker)
        check(s, checker, w->desk->history, &turn);
    else
        s->err.status = RINGBACK_ERR_MEMORY;
}

static void *work(void *arg)
{
    struct worker *w = arg;
    struct rb_cli_desk *desk = w->desk;

    (void)pthread_mutex_lock(&desk->lock);
    for (;;) {
        struct slot *slot = slot_of(desk, desk->taken);

        if (desk->taken == desk->added || desk->failed) {
            if (desk->closed)
                break;
            desk->idle++;
            (void)pthread_cond_wait(&desk->work, &desk->lock);
            desk->idle--;
            continue;
        }
        w->number = desk->taken++;
        (void)pthread_mutex_unlock(&desk->lock);
        check_at_work(w, &slot->sheet);
        (void)pthread_mutex_lock(&desk->lock);
        /* One that was refused was never held against the others. */
        while (desk->turn < w->number)
            (void)pthread_cond_wait(&desk->moved, &desk->lock);
        if (desk->turn == w->number) {
            desk->turn++;
            (void)pthread_cond_broadcast(&desk->moved);
        }
        slot->done = true;
        if (desk->awaited && w->number == desk->settled)
            (void)pthread_cond_signal(&desk->done);
    }
    (void)pthread_mutex_unlock(&desk->lock);
    return NULL;
}

/* ---- in order ---- */

static void let_go(struct rb_cli_sheet *s)
{
    free(s->text);
    free(s->name);
}

/* Waits for the oldest draft; one that nobody has taken yet is checked here. */
static void finish_oldest(struct rb_cli_desk *desk, struct slot *slot)
{
    (void)pthread_mutex_lock(&desk->lock);
    if (desk->taken == desk->settled) {
        desk->taken++;
        (void)pthread_mutex_unlock(&desk->lock);
        check(&slot->sheet, slot->sheet.checker, desk->history, NULL);
        (void)pthread_mutex_lock(&desk->lock);
        desk->turn = desk->settled + 1;
        (void)pthread_cond_broadcast(&desk->moved);
        slot->done = true;
    }
    desk->awaited = true;
    while (!slot->done)
        (void)pthread_cond_wait(&desk->done, &desk->lock);
    desk->awaited = false;
    (void)pthread_mutex_unlock(&desk->lock);
}

static bool settle_oldest(struct rb_cli_desk *desk)
{
    struct slot *slot = slot_of(desk, desk->settled);
    bool ok;

    finish_oldest(desk, slot);
    desk->bytes -= slot->sheet.len;
    desk->settling = true;
    ok = desk->settle(desk->ctx, &slot->sheet);
    desk->settling = false;
    let_go(&slot->sheet);
    (void)pthread_mutex_lock(&desk->lock);
    desk->settled++;
    desk->failed |= !ok;
    (void)pthread_mutex_unlock(&desk->lock);
    return ok;
}

bool rb_cli_desk_wait(struct rb_cli_desk *desk)
{
    while (!desk->failed && desk->settled < desk->added)
        (void)settle_oldest(desk);
    return !desk->failed;
}

static bool before_saying(void *ctx)
{
    struct rb_cli_desk *desk = ctx;

    return desk->settling || rb_cli_desk_wait(desk);
}

/* ---- the desk ---- */

struct rb_cli_desk *rb_cli_desk_new(struct rb_cli_run *run, size_t jobs, ringback_history *history,
                                    rb_cli_settle *settle, void *ctx)
{
    struct rb_cli_desk *desk = calloc(1, sizeof *desk);

    if (desk) {
        desk->n_slots = jobs > 1 ? AHEAD * jobs : 1;
        desk->ring = calloc(desk->n_slots, sizeof *desk->ring);
        desk->workers = calloc(jobs, sizeof *desk->workers);
    }
    if (!desk || !desk->ring || !desk->workers) {
        rb_cli_fail_memory(run);
        if (desk) {
            free(desk->ring);
            free(desk->workers);
        }
        free(desk);
        return NULL;
    }
    desk->run = run;
    desk->jobs = jobs;
    desk->history = history;
    desk->settle = settle;
    desk->ctx = ctx;
    (void)pthread_mutex_init(&desk->lock, NULL);
    (void)pthread_cond_init(&desk->work, NULL);
    (void)pthread_cond_init(&desk->done, NULL);
    (void)pthread_cond_init(&desk->moved, NULL);
    rb_cli_say_after(before_saying, desk);
    return desk;
}

/* One more, where a second draft waits; a machine that has no room for it does without. */
static void hire(struct rb_cli_desk *desk)
{
    struct worker *w = &desk->workers[desk->n_workers];

    w->desk = desk;
    if (rb_cli_thread(&w->thread, work, w))
        desk->n_workers++;
    else
        desk->jobs = desk->n_workers;
}

bool rb_cli_desk_bring(struct rb_cli_desk *desk, const struct rb_cli_sheet *sheet)
{
    struct slot *slot;
    bool more;

    while (!desk->failed && desk->settled < desk->added &&
           (desk->added - desk->settled == desk->n_slots ||
            desk->bytes + sheet->len > AHEAD_BYTES * desk->jobs))
        (void)settle_oldest(desk);
    slot = slot_of(desk, desk->added);
    if (desk->failed) {
        struct rb_cli_sheet copy = *sheet;

        (void)desk->settle(desk->ctx, &copy);
        let_go(&copy);
        return false;
    }
    *slot = (struct slot){*sheet, false};
    desk->bytes += sheet->len;
    (void)pthread_mutex_lock(&desk->lock);
    desk->added++;
    more = desk->jobs > 1 && desk->n_workers < desk->jobs &&
           desk->added - desk->taken > desk->idle && desk->added > 1;
    (void)pthread_cond_signal(&desk->work);
    (void)pthread_mutex_unlock(&desk->lock);
    if (more)
        hire(desk);
    return desk->jobs > 1 || rb_cli_desk_wait(desk);
}

/* Those nobody came to. */
static void let_all_go(struct rb_cli_desk *desk)
{
    for (; desk->settled < desk->added; desk->settled++) {
        struct rb_cli_sheet *s = &slot_of(desk, desk->settled)->sheet;

        ringback_result_free(s->result);
        s->result = NULL;
        s->err.status = RINGBACK_OK;
        (void)desk->settle(desk->ctx, s);
        let_go(s);
    }
}

void rb_cli_desk_free(struct rb_cli_desk *desk)
{
    if (!desk)
        return;
    rb_cli_say_after(NULL, NULL);
    (void)pthread_mutex_lock(&desk->lock);
    desk->closed = desk->failed = true;
    (void)pthread_cond_broadcast(&desk->work);
    (void)pthread_mutex_unlock(&desk->lock);
    for (size_t i = 0; i < desk->n_workers; i++) {
        (void)pthread_join(desk->workers[i].thread, NULL);
        for (size_t k = 0; k < KEPT; k++)
            ringback_checker_free(desk->workers[i].kept[k].checker);
    }
    let_all_go(desk);
    (void)pthread_cond_destroy(&desk->moved);
    (void)pthread_cond_destroy(&desk->done);
    (void)pthread_cond_destroy(&desk->work);
    (void)pthread_mutex_destroy(&desk->lock);
    free(desk->ring);
    free(desk->workers);
    free(desk);
}
