/* Rules, from files to the judgement of a draft: what floor 5a gives to the floors above. */
#ifndef RULE_RULES_H
#define RULE_RULES_H

#include "base/error.h"
#include "fact/lexicon.h"
#include "result/result.h"

/* Immutable once loaded, shared by threads. Everything read through it lives as long as it. */

/* The built-in files, then the given ones on top of them, in their order. Every error goes to errs
 * with its place. Not RINGBACK_OK: *out is NULL; RINGBACK_ERR_MEMORY counts no error. */
ringback_status rb_rules_load(const ringback_source *files, size_t n, struct rb_errors *errs,
                              ringback_rules **out);
/* The same, but all of it is compiled anew from what is written, nothing taken from the build. */
ringback_status rb_rules_load_all(const ringback_source *files, size_t n, struct rb_errors *errs,
                                  ringback_rules **out);
/* The given files only. The first `n_base` of them are one pack, in which a name may be given once;
 * each file behind them is a pack of its own, which may change what stands before it. */
ringback_status rb_rules_load_files(const ringback_source *files, size_t n, size_t n_base,
                                    struct rb_errors *errs, ringback_rules **out);
void rb_rules_free(ringback_rules *);
/* What was written of them, examples and docs: read now, unless it is there. False: no memory. */
bool rb_rules_read(const ringback_rules *);

const struct rb_lexicon *rb_rules_lexicon(const ringback_rules *);

/* Rules in the order of the files, as they are in the standard style (those of other styles and
 * those that are off too). NULL past the end. */
size_t rb_rules_count(const ringback_rules *);
const struct rb_rule_info *rb_rules_at(const ringback_rules *, size_t rule);
/* -1: there is none of this name. */
int rb_rules_find(const ringback_rules *, struct rb_slice name);
/* The rules about ignoring rules, which are not among them. NULL past the end. */
const struct rb_rule_info *rb_rules_of_ignoring(size_t n);
/* The n-th example of a rule, good or bad; empty past the end. */
struct rb_slice rb_rules_example(const ringback_rules *, size_t rule, bool good, size_t n);

/* Styles; number 0 is "standard". */
size_t rb_rules_styles(const ringback_rules *);
struct rb_slice rb_rules_style_name(const ringback_rules *, size_t style);
struct rb_slice rb_rules_style_doc(const ringback_rules *, size_t style);
/* -1: there is none of this name; *nearest, which may be NULL, is then the one that may have been
 * meant, or -1. */
int rb_rules_style(const ringback_rules *, struct rb_slice name, int *nearest);
/* The rule as it is in a style; NULL: it is off there. */
const struct rb_rule_info *rb_rules_in_style(const ringback_rules *, size_t style, size_t rule);

/* The doc line of a fact (by its number in the lexicon), and its n-th example, as rb_rules_example
 * has them: `good` is what is found, with its guillemets. */
struct rb_slice rb_rules_fact_doc(const ringback_rules *, size_t fact);
struct rb_slice rb_rules_fact_example(const ringback_rules *, size_t fact, bool good, size_t n);

/* From the bytes of a draft to its result: text, phones, facts, clock, findings, score. The finder
 * must be one of these rules' lexicon. The result lives on without the finder and the known, not
 * without the rules. RINGBACK_ERR_LIMIT: the draft or a pattern is over its limit;
 * RINGBACK_ERR_SETTINGS: an unknown style. */
ringback_status rb_judge(const ringback_rules *, struct rb_finder *, struct rb_slice text,
                         const struct rb_known *, ringback_result **out, ringback_error *err);
void rb_result_free(ringback_result *);

/* An example that does not show what it should. What it points to lives as long as the call. */
struct rb_failure {
    struct rb_slice rule, fact;    /* whose example it is: one of them is empty */
    bool good;                     /* from good: or is:, not from bad: or is_not: */
    struct rb_slice text, message; /* the draft as it is written; what is wrong */
    struct rb_place place;
    const struct rb_slice *broken; /* a rule's: what the draft breaks, in the example's style */
    uint32_t n_broken;
};

/* What no example makes use of. */
enum rb_gap_kind {
    RB_GAP_PHRASE,
    RB_GAP_HELPER, /* a phrase of a cue or of `not:` */
    RB_GAP_PATTERN,
    RB_GAP_CUE,
    RB_GAP_CHECK, /* one of a rule's several checks */
    RB_GAP_SET    /* no phrase refers to it */
};

struct rb_unused {
    uint8_t kind;
    struct rb_slice owner; /* the fact or the rule; empty: none, or a rule's own phrase */
    struct rb_slice text;  /* what it is, as it is written */
    struct rb_place place;
};

/* Who wants to hear of it; either may be NULL. */
struct rb_test_ear {
    void (*failure)(void *ctx, const struct rb_failure *);
    void (*gap)(void *ctx, const struct rb_unused *);
    void *ctx;
};

struct rb_test_counts {
    size_t examples, failed;
    size_t parts, gaps; /* what could be made use of, and what is not */
};

/* Runs the examples of every rule and fact, each by itself. With an ear for gaps it also tells what
 * of the files on top of the built-in ones, or else of these, no example makes use of. Not
 * RINGBACK_OK: the run could not go on. */
ringback_status rb_rules_try(const ringback_rules *, const struct rb_test_ear *,
                             struct rb_test_counts *, ringback_error *err);
/* The same; each failure goes to errs with its place. *run and *failed count examples. */
ringback_status rb_rules_test(const ringback_rules *, struct rb_errors *errs, size_t *run,
                              size_t *failed, ringback_error *err);

#endif
