/* Compiled rules: flat, immutable, with facts as numbers. Private to the floor. */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include "base/yaml.h"
#include "fact/vocab.h"
#include "rule/rules.h"

/* With the standard one, given or not. More are a mistake. */
enum { RB_MOST_STYLES = 100 };
enum { RB_NO_FACT = UINT16_MAX };
/* Checks for what is similar, in all styles together. */
enum { RB_MOST_ASIDE = 16 };

/* What a rule looks at: facts, some of them only with certain values. */
struct rb_term {
    uint16_t fact;
    uint16_t n_values; /* 0: with any value */
    const struct rb_slice *values;
};

struct rb_what {
    const struct rb_term *terms;
    uint32_t n_terms;
    const uint8_t *of_fact; /* for each of the first n_facts: 0, or 1 + its term; others: none */
    uint32_t n_facts;
};

static inline uint8_t rb_what_term(const struct rb_what *what, size_t fact)
{
    return fact < what->n_facts ? what->of_fact[fact] : 0;
}

/* A part of the draft. */
enum rb_window_kind {
    RB_FIRST_MS,
    RB_LAST_MS,
    RB_FIRST_SENTENCES,
    RB_LAST_SENTENCES,
    RB_SENTENCE_OF,
    RB_SENTENCE_AFTER
};

struct rb_window {
    uint8_t kind;
    uint16_t fact;
    uint32_t n;
};

/* Any of them will do. */
struct rb_windows {
    const struct rb_window *items;
    uint32_t n;
};

/* Conditions, all of which must hold. */
enum rb_cond_kind { RB_COND_COUNT, RB_COND_WORDS, RB_COND_MS, RB_COND_KNOWN };
enum rb_known_kind {
    RB_KNOWN_DIAL_AT,
    RB_KNOWN_MEASURED,
    RB_KNOWN_FORMAL,
    RB_KNOWN_FINAL,
    RB_KNOWN_FROM,
    RB_KNOWN_TO,
    RB_KNOWN_COMPANY
};

struct rb_cond {
    uint8_t kind, known;
    uint32_t min, max;
    struct rb_what what;
};

struct rb_conds {
    const struct rb_cond *items;
    uint32_t n;
};

/* A message with fields. */
enum rb_field {
    RB_FIELD_TEXT, /* no field: words as they stand */
    RB_FIELD_FACT,
    RB_FIELD_COUNT,
    RB_FIELD_QUOTE,
    RB_FIELD_SECONDS,
    RB_FIELD_OVER,
    RB_FIELD_VALUE,
    RB_FIELD_OTHER,
    RB_FIELD_POINTS,
    RB_FIELD_NET,
    RB_FIELD_DIAL,
    RB_FIELD_WORDS,
    RB_FIELD_WORDS_SECONDS,
    RB_FIELD_NUMBERS_SECONDS,
    RB_FIELD_PAUSES_SECONDS,
    RB_FIELD_OVER_WORDS,
    RB_FIELD_CUTS,
    RB_FIELD_LEFT,
    RB_FIELD_LEFT_OVER
};

struct rb_part {
    uint8_t field;
    uint16_t fact;
    uint32_t n_forms;
    struct rb_slice text;
    const struct rb_slice *forms;
};

/* One of the alternatives. */
struct rb_option {
    const struct rb_part *parts;
    uint32_t n_parts;
};

struct rb_template {
    const struct rb_option *options;
    uint32_t n_options; /* 0: there is none */
    bool has_net, has_cuts;
};

struct rb_step {
    uint32_t over, each;
    int8_t severity; /* -1: as before */
};

/* Points of the n-th finding; or, with per > 0, of an amount over a limit. */
struct rb_points {
    uint32_t first, each, most, per;
    const struct rb_step *steps;
    uint32_t n_steps;
};

enum rb_anchor_kind { RB_ANCHOR_START, RB_ANCHOR_END, RB_ANCHOR_AFTER, RB_ANCHOR_BEFORE };

struct rb_anchor {
    uint8_t kind;
    uint16_t fact;
};

enum rb_measure { RB_MEASURE_MS, RB_MEASURE_WORDS, RB_MEASURE_PACE, RB_MEASURE_RATIO };
enum rb_which { RB_WHICH_FIRST, RB_WHICH_LAST, RB_WHICH_ANY, RB_WHICH_EACH };
enum rb_counted { RB_COUNT_ALL, RB_COUNT_SAME, RB_COUNT_DISTINCT, RB_COUNT_GROUPS };

struct rb_group {
    struct rb_slice name;
    const struct rb_slice *values;
    uint32_t n_values;
};

struct rb_check_kind;

struct rb_check {
    const struct rb_check_kind *kind;
    struct rb_what what, other; /* order: before and after; ratio: of and to */
    struct rb_what keep;        /* seconds: what may not be cut; ratio: no sentence that holds it is
                                   shown for the rest; no terms: all may */
    struct rb_what apart;       /* ratio: within which nothing counts */
    struct rb_windows where;    /* count, shape: only there; place: in one of them */
    uint32_t min, max;          /* UINT32_MAX: no such bound */
    uint32_t num, den;          /* ratio; den 0: none */
    uint32_t from, until;       /* hours: minutes of the day */
    uint32_t aside;             /* similar: its number among such checks */
    uint8_t counted, which, measure;
    bool nearly, ends, reeled, inside, dial, below;
    bool own_message, own_advice; /* given with the check, not with the rule */
    const struct rb_group *groups;
    uint32_t n_groups;
    uint32_t pattern; /* among the rules' patterns, from 1; 0: none */
    struct rb_anchor anchor;
    struct rb_template message, advice;
    struct rb_conds when; /* as well as the rule's */
};

struct rb_rule {
    struct rb_rule_info info;
    uint32_t order; /* place among the rules */
    struct rb_conds when;
    const struct rb_check *checks;
    uint32_t n_checks;
    struct rb_points points;
    struct rb_template strength;
    uint32_t adds_ms; /* at 150 words a minute */
    bool alone, silent;
    bool twice; /* following the advice says it twice */
};

struct rb_pack_entry;

struct rb_style {
    struct rb_slice name, doc;
    const struct rb_pack_entry *entry;   /* as it was given; NULL: nowhere */
    const struct rb_rule *const *rules;  /* for each rule; NULL: off */
    const struct rb_yaml *const *off_by; /* for each rule: what turned it off; NULL: nothing did */
    struct rb_conds looks_like;
    struct rb_template hint;
    const uint8_t *is_a; /* for each style: is this one that, or does it build on that? */
};

struct rb_reminder {
    struct rb_slice name;
    struct rb_template text;
    struct rb_conds when;
    const uint8_t *styles; /* for each style: is it said there? */
};

/* An entry of a section, merged over the files. */
struct rb_pack_entry {
    struct rb_slice name;
    const struct rb_yaml *node;
    uint32_t line, column;     /* where it was first given */
    uint16_t first, last;      /* the files that first and last gave it */
    uint16_t pack;             /* the pack that last gave it */
    const struct rb_yaml *off; /* what turned it off; NULL: it is on */
    /* Of a style: each `rules:` given for it, those of the style it builds on first. They are laid
     * over the rules one after the other. */
    const struct rb_yaml **layers;
    size_t n_layers, layers_cap;
};

struct rb_section {
    struct rb_vocab names; /* a name's number less one is its place */
    struct rb_pack_entry *items;
    size_t n, cap;
};

struct rb_whole;

struct ringback_rules {
    struct rb_arena arena;
    struct rb_lexicon *lexicon;
    /* Where the same rules are with what was written, from `sources` to `clauses` and in the
     * styles; NULL: here. Ask rb_rules_whole. */
    struct rb_whole *whole;
    const char **sources;
    uint32_t n_sources, n_base; /* files; those of the first pack */
    struct rb_section facts, rule_entries;
    /* All that was merged, for those who look at it as it was written. */
    const struct rb_section *sections;
    size_t n_sections;
    const struct rb_entry *clauses;
    size_t n_clauses;
    const struct rb_rule *rules; /* as they are in the standard style */
    uint32_t n_rules;
    const struct rb_style *styles;
    uint32_t n_styles;
    const struct rb_reminder *reminders;
    uint32_t n_reminders;
    uint32_t n_facts;                           /* with hidden ones */
    const struct rb_what *aside[RB_MOST_ASIDE]; /* of each check for what is similar: what it sets
                                                   aside */
    uint32_t n_aside;
    struct rb_lazy *patterns; /* of checks */
    size_t n_patterns, patterns_cap;
};

/* The same rules with all that was written of them, which may have to be read first; NULL: no
 * memory. Their rules and styles have the same numbers, their facts the same names. */
const ringback_rules *rb_rules_whole(const ringback_rules *);
/* A rule or a fact as it was written; NULL: it is not, or there is no memory to read it. */
const struct rb_pack_entry *rb_rules_entry(const ringback_rules *, size_t rule);
const struct rb_pack_entry *rb_rules_fact_entry(const ringback_rules *, size_t fact);

#endif
