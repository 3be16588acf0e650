/* Sentences that were met before: what was marked in them, to be marked again without looking.
 * Drafts of one team say much in the same words, and a draft is read again for each advice, less or
 * more of a sentence. What a sentence's own words and classes decide is kept for good. Facts depend
 * on the rest of the draft, and phrases on facts: their matches are taken as they were until a
 * sentence is found to hold other facts than it did. Floor-private. */
#ifndef FACT_RECALL_H
#define FACT_RECALL_H

#include "fact/run.h"

enum { RB_RECALL_SLOTS = 256, RB_RECALL_SENTENCES = 64 };

struct rb_recall {
    struct rb_met *slots[RB_RECALL_SLOTS];
};

void rb_recall_free(struct rb_recall *);
/* Marks what is known of the draft's sentences, and notes which they are; words, telephone numbers
 * and `spoken` are known already. */
void rb_recall_sentences(struct rb_recall *, struct rb_run *);
/* Takes the matches of phrases [from, to) that depend on facts, in the sentences that tell what
 * they told before. */
void rb_recall_phrases(struct rb_run *, uint32_t from, uint32_t to);
/* A fact is marked: true when it was so before. */
bool rb_recall_fact(struct rb_run *, const struct rb_tale *);
/* All mentions of a fact are marked. */
void rb_recall_fact_end(struct rb_run *, uint32_t fact);
/* Keeps what was marked in the others. Without memory some are not kept. */
void rb_recall_keep(struct rb_recall *, const struct rb_run *);

#endif
