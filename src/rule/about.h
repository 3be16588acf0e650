/* What can be told of rules, facts, sets and styles beside what they decide: for pages about them.
 */
#ifndef RULE_ABOUT_H
#define RULE_ABOUT_H

#include "base/buffer.h"
#include "rule/rules.h"

/* The n-th example of a rule, good or bad: its draft, and what else it says, as a map. Appends to
 * both; false past the end. */
bool rb_about_example(const ringback_rules *, size_t rule, bool good, size_t n,
                      struct rb_buffer *text, struct rb_buffer *options);
/* A key of a rule (check, when, points …) as YAML on one line, as it is in the standard style.
 * Appends; false: the rule has no such key. */
bool rb_about_key(const ringback_rules *, size_t rule, const char *key, struct rb_buffer *);
/* The same for facts. */
bool rb_about_fact_key(const ringback_rules *, size_t fact, const char *key, struct rb_buffer *);
bool rb_about_style_key(const ringback_rules *, size_t style, const char *key, struct rb_buffer *);

/* What turned a rule off in a style; line 0: nothing did, or it does not hold there anyway. */
struct rb_place rb_about_off(const ringback_rules *, size_t style, size_t rule);
/* Where a fact or a style is given; line 0: nowhere. */
struct rb_place rb_about_fact_place(const ringback_rules *, size_t fact);
struct rb_place rb_about_style_place(const ringback_rules *, size_t style);
/* Does a rule, in any of its checks or conditions, look at a fact? */
bool rb_about_looks_at(const ringback_rules *, size_t rule, size_t fact);
/* The n-th value that a fact's phrases are grouped by; empty past the end. */
struct rb_slice rb_about_value(const ringback_rules *, size_t fact, size_t n);
/* Sets, by number from 0 on: the name (empty past the end), the n-th phrase in it (empty past the
 * end), and where it is given. */
struct rb_slice rb_about_set_name(const ringback_rules *, size_t set);
struct rb_slice rb_about_set_member(const ringback_rules *, size_t set, size_t n);
struct rb_place rb_about_set_place(const ringback_rules *, size_t set);

#endif
