/* From checked trees to compiled parts. Every fault is told with its place; what is then returned
 * is safe to read, but of no use. */
#ifndef RULE_COMPILE_H
#define RULE_COMPILE_H

#include "rule/rule.h"
#include "rule/schema.h"

struct rb_compiler {
    struct rb_arena *arena;
    struct rb_errors *errs;
    ringback_rules *rules;
    const struct rb_slice *fact_names; /* those a person gave; for hints */
    size_t n_fact_names;
    uint32_t n_facts; /* with hidden ones */
    uint32_t first_hidden;
    bool extends; /* the rules are there already, with their lexicon, and others come on top */
    const struct rb_section *styles;
    struct rb_vocab hidden; /* names of rules' own phrases: fact first_hidden + number - 1 */
};

struct rb_place rb_place_of(const struct rb_compiler *, const struct rb_yaml *);
#define RB_FAIL(c, node, ...)                                                                      \
    rb_errors_add((c)->errs, RINGBACK_ERR_RULES, rb_place_of(c, node), __VA_ARGS__)

/* A map without a name: all that it must have, and nothing that does not go together. False: told.
 */
bool rb_compile_complete(struct rb_compiler *, const struct rb_yaml *map, enum rb_context);

/* The number of a fact that a person gave, from 1; 0: there is none of this name. */
uint32_t rb_compile_fact_number(const struct rb_compiler *, struct rb_slice name);
/* The number of a fact; RB_NO_FACT and an error when there is none. */
uint16_t rb_compile_fact(struct rb_compiler *, const struct rb_yaml *node, struct rb_slice name);
void rb_compile_what(struct rb_compiler *, const struct rb_yaml *, struct rb_what *out);
/* A value that one of the facts must be able to have. */
void rb_compile_value(struct rb_compiler *, const struct rb_yaml *, const struct rb_what *);
/* The name of the hidden fact of a rule's own phrases: where they stand. */
struct rb_slice rb_hidden_name(struct rb_arena *, const struct rb_yaml *, const char *source);

void rb_compile_windows(struct rb_compiler *, const struct rb_yaml *, struct rb_windows *out);
void rb_compile_conds(struct rb_compiler *, const struct rb_yaml *, struct rb_conds *out);
void rb_compile_anchor(struct rb_compiler *, const struct rb_yaml *, struct rb_anchor *out);
void rb_compile_template(struct rb_compiler *, const struct rb_yaml *, struct rb_template *out);

/* The unit of a limit's numbers. */
bool rb_parse_measure(enum rb_measure, struct rb_slice, uint32_t *out);
uint32_t rb_compile_measure(struct rb_compiler *, enum rb_measure, const struct rb_yaml *);
/* A whole number, or a fault. */
uint32_t rb_compile_count(struct rb_compiler *, const struct rb_yaml *);
/* "08:30" as minutes of the day. */
bool rb_parse_minute(struct rb_slice, uint32_t *out);

/* A list of words, or one word, as slices. */
uint32_t rb_compile_words(struct rb_compiler *, const struct rb_yaml *,
                          const struct rb_slice **out);

/* The rule from its merged tree. False: it has faults. */
bool rb_compile_rule(struct rb_compiler *, const struct rb_pack_entry *, const struct rb_yaml *tree,
                     struct rb_rule *out);
uint8_t rb_compile_severity(struct rb_slice word);
/* Without the ends of lines behind it. */
struct rb_slice rb_compile_why(struct rb_slice);
void rb_compile_points(struct rb_compiler *, const struct rb_yaml *, const struct rb_check *,
                       struct rb_points *out);

#endif
