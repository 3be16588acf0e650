/* Every limit of the program with its reason: crossing one is an error that names the place, never
 * a silent cut. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
    /* A voicemail is half a kilobyte; a megabyte is no draft, and offsets stay far below 32 bits.
     */
    RB_MAX_DRAFT_BYTES = 1024 * 1024,
    /* Thousands of drafts; what is larger is no file of drafts. */
    RB_MAX_FILE_BYTES = 16 * 1024 * 1024,
    /* A draft of the largest size, escaped, with room for its other members. */
    RB_MAX_RECORD_BYTES = 4 * 1024 * 1024,
    /* libyaml needs quadratic time on %TAG directives: a megabyte of them takes nine seconds, this
       much 0.4. */
    RB_MAX_YAML_BYTES = 256 * 1024,
    /* libyaml 0.2.5 has no nesting limit of its own, and 50 KB of "[" take it nine seconds. */
    RB_MAX_YAML_DEPTH = 32,
    /* Nodes of one YAML file; what a person writes has a few thousand. */
    RB_MAX_YAML_NODES = 100000,
    /* Errors kept of one load: more would scroll the first one away. */
    RB_MAX_RULE_ERRORS = 100,
    /* JSON values nested in a record. */
    RB_MAX_JSON_DEPTH = 64,
    /* JSON values of a record: four megabytes of "0," would take 150 as a tree. */
    RB_MAX_JSON_NODES = 100000,
    /* Words and marks that one phrase may compile to; keeps a match's memory on the stack. */
    RB_MAX_PHRASE_NODES = 96,
    /* Words that one gap may leap. */
    RB_MAX_GAP = 24,
    /* Length of a PCRE2 pattern; longer ones are programs, not shapes. */
    RB_MAX_PATTERN_BYTES = 4096
};

#endif
