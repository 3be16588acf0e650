/* Drafts that are not there: what the points would be without some words, or with some more. */
#ifndef RULE_RECKON_H
#define RULE_RECKON_H

#include "rule/bill.h"

/* Reading a draft anew costs as much as reading it did, so how often that is done is bounded. */
enum { RB_MOST_ANEW = 12 };

/* Words that go; bytes. */
struct rb_span {
    uint32_t start, end;
};

struct rb_reckoned {
    uint32_t points;
    uint32_t ms; /* as long as it really takes */
};

/* Begin with rb_reckoner_begin. */
struct rb_reckoner {
    const struct rb_trial *trial; /* of the draft as it is */
    uint32_t style;
    uint32_t points; /* of all its findings */
    struct rb_bill bill;
    uint32_t room; /* how many drafts may still be thought of */
    uint32_t anew; /* and of them those that are read anew */
    struct rb_finder *finder;
    struct rb_fact *facts; /* NULL: too many, nothing is reckoned */
    uint32_t facts_cap;
    struct {
        struct rb_span span;
        struct rb_reckoned then;
        bool timed;       /* only its time is known */
    } seen[RB_MOST_ANEW]; /* what the draft without a span came to */
    uint32_t n_seen;
};

/* The finder must be one of the rules' lexicon. by_rule: the points of each; NULL: not known. */
void rb_reckoner_begin(struct rb_reckoner *, const struct rb_trial *, struct rb_finder *,
                       uint32_t style, uint32_t points, const uint32_t *by_rule);

/* As long as it really takes: a measured time stretches every word alike. */
uint32_t rb_reckon_ms(const struct rb_draft *, uint32_t ms);

/* The points of the draft without the spans, which take so long, but not those of one rule: by the
 * facts that are known. The reckoner must have facts. */
struct rb_points_left rb_reckon_without(struct rb_reckoner *, const struct rb_span *, uint32_t n,
                                        uint32_t ms, const struct rb_rule *but);

/* The draft without the sentence that a span makes up, by the facts that are known. False: it makes
 * up none, or what is left might say something else than before; or it could not be done. */
bool rb_reckon_sentence(struct rb_reckoner *, struct rb_span, struct rb_reckoned *);

/* The draft without a span. False: that may not be done, or could not. */
bool rb_reckon_cut(struct rb_reckoner *, struct rb_span, struct rb_reckoned *);

/* How long it takes, which is known with less work. False: as above. */
bool rb_reckon_cut_ms(struct rb_reckoner *, struct rb_span, uint32_t *ms);

/* The draft without the spans, which are in order and apart, read anew: what is left may say
 * something else than before. False: as above. */
bool rb_reckon_anew(struct rb_reckoner *, const struct rb_span *, uint32_t n, struct rb_reckoned *);

/* The draft with more words at a byte. False: as above. */
bool rb_reckon_words(struct rb_reckoner *, struct rb_slice words, uint32_t at,
                     struct rb_reckoned *);

/* The draft in which something of this kind and value (empty: any) is said at n bytes as well,
 * which are in order, taking so long. False: as above. */
bool rb_reckon_said(struct rb_reckoner *, const struct rb_term *, const uint32_t *at, uint32_t n,
                    uint32_t ms, struct rb_reckoned *);

/* The draft in which all that is one of `what` has the value of the first. False: as above. */
bool rb_reckon_same(struct rb_reckoner *, const struct rb_what *, struct rb_reckoned *);

#endif
