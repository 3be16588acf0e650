/* A baseline: findings that a team has accepted, so that only new ones count.
 *
 * A file of JSON lines: first {"ringback-baseline":1}, then an object for each path, rule and
 * fingerprint (fingerprint.h), sorted by bytes:
 *
 *   {"path":"calls/a.txt","rule":"no-boast","fingerprint":"…16 digits…","count":1,"words":"we are
 * …"}
 *
 * "count" of them are accepted, the next one is new. "words" are for whoever reads the file. */
#ifndef RESULT_BASELINE_H
#define RESULT_BASELINE_H

#include "base/buffer.h"
#include "result/result.h"

struct rb_baseline_entry {
    struct rb_slice path, rule, words;
    uint64_t fingerprint;
    uint32_t count, used; /* how many were found */
};

struct rb_baseline_list {
    struct rb_baseline_entry *items;
    uint32_t n;
    size_t cap;
};

struct ringback_baseline {
    struct rb_arena arena;           /* owns everything below */
    struct rb_baseline_list entries; /* as loaded: sorted, each once */
    struct rb_baseline_list found;   /* in the order of finding; count is 1 */
    struct rb_baseline_list taken;   /* paths that were checked, or are gone; maybe several times */
    uint32_t sorted;                 /* of `taken`, are in order and each once */
};

void rb_baseline_init(struct ringback_baseline *);
/* The file's bytes on top of what is there. An error names the line. */
ringback_status rb_baseline_read(struct ringback_baseline *, const char *name,
                                 struct rb_slice bytes, ringback_error *err);
/* Takes the findings of a draft: accepted[i] says whether the baseline has it. heading and ordinal
 * as in fingerprint.h. False: no memory. */
bool rb_baseline_take(struct ringback_baseline *, struct rb_slice path, struct rb_slice heading,
                      uint32_t ordinal, const ringback_result *, bool *accepted);
/* A path that is not there any more. False: no memory. */
bool rb_baseline_gone(struct ringback_baseline *, struct rb_slice path);
/* The next entry of a taken path of which fewer were found than it accepts; NULL: no more. *at
 * begins as 0. */
const struct rb_baseline_entry *rb_baseline_stale(struct ringback_baseline *, size_t *at);
/* What a file should say now: of taken paths what was found, of the others what it said. */
bool rb_baseline_now(struct ringback_baseline *, struct rb_baseline_list *out);
void rb_baseline_put(struct rb_buffer *, const struct rb_baseline_list *);

#endif
