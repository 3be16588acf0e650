/* What puts a draft together from runs of a file. Private to the ways of cutting. */
#ifndef TEXT_CUTTER_H
#define TEXT_CUTTER_H

#include "base/buffer.h"
#include "text/drafts.h"
#include "text/place.h"

struct rb_cutter {
    struct rb_arena *arena;
    struct rb_slice file; /* as it came, without a byte order mark */
    struct rb_parts *out;
    struct rb_places places;
    uint32_t pragma; /* the next one to be cut out */
    uint32_t taken;  /* pragmas that have a draft */
    size_t parts_cap;
    /* the draft at work */
    struct rb_buffer text;
    struct rb_piece *pieces;
    size_t n_pieces, pieces_cap;
    uint32_t next; /* where the text would go on in the file */
    uint32_t seen; /* up to here the file was looked at */
    bool cut;      /* a pragma was cut from this line */
};

/* Fills source and pragmas of the parts. */
void rb_cutter_begin(struct rb_cutter *, struct rb_arena *, struct rb_slice file,
                     struct rb_parts *out);
/* Frees what is not in the arena; false: no memory. */
bool rb_cutter_end(struct rb_cutter *);

/* Bytes of the file, without the pragmas in them. Offsets must not fall but after a rewind. */
void rb_cutter_add(struct rb_cutter *, uint32_t at, uint32_t n);
/* Text that does not stand in the file; the end of a line on which only a pragma stood is not
 * added. */
void rb_cutter_make(struct rb_cutter *, struct rb_slice);
/* Nothing but white space so far? */
bool rb_cutter_is_blank(const struct rb_cutter *);
void rb_cutter_drop(struct rb_cutter *);
/* What was gathered, as a passage of its own; the cutter is empty again. An empty one stands where
 * the file was looked at last. */
struct rb_passage rb_cutter_take(struct rb_cutter *);
/* The same as a draft; the pragmas that were seen are its own. */
struct rb_part *rb_cutter_finish(struct rb_cutter *);
/* The line on which the words of a passage begin. */
uint32_t rb_passage_line(const struct rb_passage *);
/* All is told: pragmas that are left go to the last draft. */
void rb_cutter_close(struct rb_cutter *);

/* How much of a text is front matter, with the line that closes it: its first line is "---", the
 * next that says something begins "key:". 0: none. *yaml: up to the closing line. *open: nothing
 * closes it. */
uint32_t rb_front_length(struct rb_slice text, uint32_t *yaml, bool *open);

#endif
