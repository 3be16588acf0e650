/* Checking drafts: options, a checker for each thread, what was left before. Part of <ringback.h>,
 * which has the promises that hold for all of it. */
#ifndef RINGBACK_CHECK_H
#define RINGBACK_CHECK_H

#include <ringback/rules.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RINGBACK_UNSET UINT32_MAX
#define RINGBACK_MAX_DRAFT_BYTES 1048576u
#define RINGBACK_MAX_RECORD_BYTES 4194304u
#define RINGBACK_MIN_PACE 80u /* words a minute */
#define RINGBACK_MAX_PACE 300u
#define RINGBACK_MIN_NUMBER_PERCENT 100u
#define RINGBACK_MAX_NUMBER_PERCENT 300u
#define RINGBACK_MAX_MEASURED_MS 3600000u

/* Paces that have a name, slow to fast: "normal". False past the end, *out untouched. */
typedef struct ringback_pace {
    const char *name, *doc;
    uint32_t words_per_minute; /* of running speech, pauses included */
} ringback_pace;
RINGBACK_API bool ringback_pace_at(size_t n, ringback_pace *out);

/* A rule that is not to count, and why: the reason has a letter at least. */
typedef struct ringback_ignore {
    const char *rule, *reason;
} ringback_ignore;

/* Begin with RINGBACK_OPTIONS_INIT; size lets the struct grow. NULL strings are not set. */
typedef struct ringback_options {
    size_t size;
    const char *style;         /* NULL: "standard" */
    uint32_t words_per_minute; /* RINGBACK_MIN_PACE to RINGBACK_MAX_PACE */
    uint32_t number_percent; /* 100 to 300: how much longer a phone number takes than other words */
    uint32_t min_score;      /* 0 to 100: `ready` needs it */
    uint32_t dial_minute;    /* planned dial time, minutes after midnight, or RINGBACK_UNSET */
    uint32_t measured_ms;    /* time measured in rehearsal, or RINGBACK_UNSET */
    bool formal;             /* address: formal */
    bool final;              /* status: final */
    const char *from, *to,
        *company; /* the caller's name, the prospect's, the caller's company, when known */
    const ringback_ignore *ignore;
    size_t n_ignore;
    bool brief; /* findings have no advice and are not `removable`: what following an advice comes
                   to takes most of the time of a check */
} ringback_options;
#define RINGBACK_OPTIONS_INIT                                                                      \
    {                                                                                              \
        sizeof(ringback_options), NULL, 150, 140, 80, RINGBACK_UNSET, RINGBACK_UNSET, false,       \
            false, NULL, NULL, NULL, NULL, 0, false                                                \
    }

typedef struct ringback_checker ringback_checker; /* opaque; one for each thread */

/* options NULL: the defaults. An unknown style or rule, or a number out of range, is
 * RINGBACK_ERR_SETTINGS. */
RINGBACK_CHECKED ringback_status ringback_checker_new(const ringback_rules *,
                                                      const ringback_options *,
                                                      ringback_checker **out, ringback_error *err);
RINGBACK_API void ringback_checker_free(ringback_checker *);

typedef struct ringback_history ringback_history; /* opaque; belongs to one thread at a time */

/* Drafts that were left before, for rules on what is said again. */
RINGBACK_CHECKED ringback_status ringback_history_new(ringback_history **out, ringback_error *err);
RINGBACK_API void ringback_history_free(ringback_history *);
/* From now on the checker holds each draft against the history, which must outlive it; NULL: no
 * more. own_name: what the next drafts are called there, so that none is held against itself; NULL:
 * nothing. Records are never held against others. */
RINGBACK_CHECKED ringback_status ringback_checker_remember(ringback_checker *,
                                                           const ringback_history *,
                                                           const char *own_name,
                                                           ringback_error *err);

/* Keeps checks of several threads in the order of their drafts. take is called at most once in a
 * check, before it looks at the history, and may wait until it is this draft's turn; give once
 * after, when it has looked and its draft was added. */
typedef struct ringback_turn {
    size_t size;
    void (*take)(void *ctx);
    void (*give)(void *ctx);
    void *ctx;
} ringback_turn;
#define RINGBACK_TURN_INIT                                                                         \
    {                                                                                              \
        sizeof(ringback_turn), NULL, NULL, NULL                                                    \
    }
/* Like ringback_checker_remember; and each draft is added, under its name, once it was held against
 * the history: ringback_history_add is not for these. turn: borrowed until the next call; NULL: no
 * other thread is at the history. */
RINGBACK_CHECKED ringback_status ringback_checker_join(ringback_checker *, ringback_history *,
                                                       const char *own_name,
                                                       const ringback_turn *turn,
                                                       ringback_error *err);

typedef struct ringback_result ringback_result; /* opaque, immutable */

/* Checks one draft. */
RINGBACK_CHECKED ringback_status ringback_check(ringback_checker *, const char *text, size_t len,
                                                ringback_result **out, ringback_error *err);
RINGBACK_API void ringback_result_free(ringback_result *);
/* Adds a result of a checker that remembers; the name is what findings call the draft. Not while a
 * check of another thread reads the history. */
RINGBACK_CHECKED ringback_status ringback_history_add(ringback_history *, const ringback_result *,
                                                      const char *name, ringback_error *err);

#ifdef __cplusplus
}
#endif

#endif
