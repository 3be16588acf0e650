/* Baselines: findings that a team accepts, so that only new ones count. Part of <ringback.h>, which
 * has the promises that hold for all of it. */
#ifndef RINGBACK_BASELINE_H
#define RINGBACK_BASELINE_H

#include <ringback/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ringback_baseline ringback_baseline; /* opaque; of one thread at a time */

/* From the bytes of a baseline file; file NULL: an empty one. */
RINGBACK_CHECKED ringback_status ringback_baseline_load(const ringback_source *file,
                                                        ringback_baseline **out,
                                                        ringback_error *err);
RINGBACK_API void ringback_baseline_free(ringback_baseline *);
/* Holds a draft's findings against it, once for each draft: accepted[i] (there are n, one for each
 * finding) becomes whether it has that one. path: as the file names it; of the place the heading
 * and the ordinal count. Give `accepted` to reports in the place. */
RINGBACK_CHECKED ringback_status ringback_baseline_take(ringback_baseline *, const char *path,
                                                        const ringback_place *,
                                                        const ringback_result *, bool *accepted,
                                                        size_t n, ringback_error *err);
/* The next path that it names, *at beginning as 0; NULL: no more. */
RINGBACK_API const char *ringback_baseline_path(const ringback_baseline *, size_t *at);
/* A path that is not there any more: what it has of it is stale. */
RINGBACK_CHECKED ringback_status ringback_baseline_gone(ringback_baseline *, const char *path,
                                                        ringback_error *err);
typedef struct ringback_accepted {
    ringback_str path, rule, words;
    uint32_t count;
} ringback_accepted;
/* The next entry, *at beginning as 0, of a path that was taken and of which `count` were not found.
 * False: no more, *out untouched. */
RINGBACK_CHECKED bool ringback_baseline_stale(ringback_baseline *, size_t *at,
                                              ringback_accepted *out);
/* A file that accepts what was found, and what the file said of paths that were not taken. *n,
 * which may be NULL: how many findings that are. */
RINGBACK_CHECKED ringback_status ringback_baseline_write(ringback_baseline *, ringback_sink *sink,
                                                         void *ctx, size_t *n, ringback_error *err);
/* What decides of a result: findings by severity, and the score, as if those that are accepted were
 * not there. accepted NULL: none is. */
RINGBACK_API void ringback_result_decides(const ringback_result *, const bool *accepted,
                                          size_t count[3], uint32_t *score);

#ifdef __cplusplus
}
#endif

#endif
