/* Where clauses begin in text that has no stops. For this floor only. */
#ifndef TEXT_CLAUSE_H
#define TEXT_CLAUSE_H

#include "text/cut.h"

enum rb_clause {
    RB_CLAUSE_NONE,
    RB_CLAUSE_STATEMENT, /* I wanted, my number is, the price is */
    RB_CLAUSE_ORDER,     /* call me, let me know, please */
    RB_CLAUSE_QUESTION,  /* could you, have you */
    RB_CLAUSE_CLOSING    /* thanks, talk soon */
};

/* Classes of words in text/clause.def. */
enum rb_part {
    RB_PART_SUBJECT = 1 << 0,     /* I we he she they */
    RB_PART_YOU = 1 << 1,         /* you */
    RB_PART_IT = 1 << 2,          /* it */
    RB_PART_THIS = 1 << 3,        /* this, there: subjects before "is" */
    RB_PART_CONTRACTED = 1 << 4,  /* im, it's, we'll */
    RB_PART_WOULD = 1 << 5,       /* id, we'd */
    RB_PART_POSSESSIVE = 1 << 6,  /* my, your */
    RB_PART_ARTICLE = 1 << 7,     /* the, every */
    RB_PART_AUX = 1 << 8,         /* is, can, don't */
    RB_PART_VERB = 1 << 9,        /* said, need: common finite verbs */
    RB_PART_TRANSITIVE = 1 << 10, /* asked, sent: in "the quote you asked for" */
    RB_PART_SAY = 1 << 11,        /* said, hope: a clause follows as its object */
    RB_PART_PREPOSITION = 1 << 12,
    RB_PART_PARTICLE = 1 << 13, /* up, out, over: may end a clause */
    RB_PART_SUBORDINATOR = 1 << 14,
    RB_PART_COORDINATOR = 1 << 15,
    RB_PART_QUESTION = 1 << 16, /* what, when */
    RB_PART_FILLER = 1 << 17,   /* um, okay, so: goes with what follows */
    RB_PART_REACH = 1 << 18,    /* call, text: with "me" */
    RB_PART_GIVE = 1 << 19,     /* give, let: with "me" */
    RB_PART_POLITE = 1 << 20,   /* please */
    RB_PART_GO = 1 << 21,       /* visit, check */
    RB_PART_CLOSING = 1 << 22,  /* thanks, bye */
    RB_PART_PHRASE = 1 << 23,   /* talk, again: may begin a set phrase */
    RB_PART_DIGIT = 1 << 24,    /* oh, five, double */
    RB_PART_ADVERB = 1 << 25,   /* just, really: between subject and verb */
    RB_PART_TIME = 1 << 26,     /* today, Monday */
    RB_PART_OBJECT = 1 << 27,   /* me, us, him */
    RB_PART_NOUNISH = 1 << 28,  /* quick, return: "call" behind it is a noun */
    RB_PART_CONTACT = 1 << 29,  /* number, email */
    RB_PART_CONTACTS = 1 << 30  /* numbers for number's */
};
#define RB_PART_HEAD (1u << 31) /* anything, way: a clause follows without "that" */

extern const uint16_t rb_slots_clause[];

/* The classes of a word. */
uint32_t rb_parts(struct rb_slice word);

/* Tokens with the classes of their words. */
struct rb_clauses {
    const struct rb_text *text;
    const uint8_t *shape;
    const uint32_t *parts; /* of each token */
    uint32_t start, end;   /* tokens that may be looked at */
};

static inline uint32_t rb_parts_at(const struct rb_clauses *k, uint32_t i)
{
    return i >= k->start && i < k->end ? k->parts[i] : 0;
}

static inline bool rb_word_at(const struct rb_clauses *k, uint32_t i)
{
    return i >= k->start && i < k->end && rb_is_word(k->shape[i]);
}

/* Whether token i is one of these words, each between spaces in `words`. */
bool rb_among(const struct rb_clauses *, uint32_t i, const char *words);
/* Whether a capital shows that a sentence begins at token i: on a word that is no name. */
bool rb_clause_raised(const struct rb_clauses *, uint32_t i);

/* Whether a clause begins at token i, by what follows. */
enum rb_clause rb_clause_at(const struct rb_clauses *, uint32_t i);
/* Whether what stands before token i lets a new sentence begin there with such a clause. */
bool rb_clause_free(const struct rb_clauses *, uint32_t i, enum rb_clause);

#endif
