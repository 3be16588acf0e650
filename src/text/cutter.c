#include "text/cutter.h"

#include "base/ascii.h"
#include "base/utf8.h"

void rb_cutter_begin(struct rb_cutter *c, struct rb_arena *arena, struct rb_slice file,
                     struct rb_parts *out)
{
    *out = (struct rb_parts){.n = 0};
    if (file.len >= 3 && memcmp(file.ptr, "\xEF\xBB\xBF", 3) == 0)
        file = rb_slice_of(file.ptr + 3, file.len - 3);
    *c = (struct rb_cutter){.arena = arena, .file = file, .out = out, .next = UINT32_MAX};
    rb_buffer_init(&c->text);
    if (!rb_source_make(arena, file, &out->source) ||
        !rb_pragmas_find(arena, file, &out->pragmas, &out->n_pragmas))
        return;
    rb_places_init(&c->places, &out->source);
}

bool rb_cutter_end(struct rb_cutter *c)
{
    bool ok = !c->text.failed && !rb_arena_failed(c->arena);

    rb_buffer_free(&c->text);
    return ok;
}

/* ---- gathering ---- */

static void add_piece(struct rb_cutter *c, uint32_t at)
{
    struct rb_place_at place = rb_places_find(&c->places, at);
    struct rb_piece *pieces =
        rb_arena_grow(c->arena, c->pieces, c->n_pieces, &c->pieces_cap, sizeof *pieces);

    if (!pieces)
        return;
    c->pieces = pieces;
    pieces[c->n_pieces++] =
        (struct rb_piece){(uint32_t)c->text.len, place.line, place.column, place.byte};
}

static bool ends_line(const struct rb_cutter *c)
{
    return c->text.len == 0 || c->text.ptr[c->text.len - 1] == '\n' ||
           c->text.ptr[c->text.len - 1] == '\r';
}

/* A run without a pragma: a piece for each line of it. */
static void add_run(struct rb_cutter *c, uint32_t at, uint32_t n)
{
    uint32_t end = at + n;

    while (at < end && !c->text.failed) {
        uint32_t stop = at;

        while (stop < end && c->file.ptr[stop] != '\n' && c->file.ptr[stop] != '\r')
            stop++;
        if (stop < end)
            stop += stop + 1 < end && c->file.ptr[stop] == '\r' && c->file.ptr[stop + 1] == '\n'
                        ? 2
                        : 1;
        if (c->next != at || ends_line(c))
            add_piece(c, at);
        rb_buffer_add(&c->text, c->file.ptr + at, stop - at);
        c->next = at = stop;
        c->cut = false;
    }
}

void rb_cutter_add(struct rb_cutter *c, uint32_t at, uint32_t n)
{
    const struct rb_parts *out = c->out;
    uint32_t end = at + n;

    if (end > c->seen)
        c->seen = end;
    while (at < end) {
        const struct rb_pragma *p = c->pragma < out->n_pragmas ? &out->pragmas[c->pragma] : NULL;

        if (!p || p->start >= end) {
            add_run(c, at, end - at);
            return;
        }
        if (p->start > at) {
            add_run(c, at, p->start - at);
            at = p->start;
        }
        if (p->end > at && p->end > p->start) {
            c->cut = true;
            at = p->end;
        }
        if (p->end <= end)
            c->pragma++;
    }
}

void rb_cutter_make(struct rb_cutter *c, struct rb_slice text)
{
    bool nothing = c->cut && ends_line(c) && rb_slice_is(text, "\n");

    c->cut = false;
    if (nothing)
        return;
    rb_buffer_slice_add(&c->text, text);
    c->next = UINT32_MAX;
}

bool rb_cutter_is_blank(const struct rb_cutter *c)
{
    for (size_t i = 0; i < c->text.len; i++)
        if (!rb_is_space(c->text.ptr[i]))
            return false;
    return true;
}

void rb_cutter_drop(struct rb_cutter *c)
{
    rb_buffer_clear(&c->text);
    c->pieces = NULL;
    c->n_pieces = c->pieces_cap = 0;
    c->next = UINT32_MAX;
    c->cut = false;
}

struct rb_passage rb_cutter_take(struct rb_cutter *c)
{
    struct rb_passage passage;

    if (c->n_pieces == 0 && !rb_arena_failed(c->arena))
        add_piece(c, c->seen);
    passage = (struct rb_passage){rb_arena_copy(c->arena, rb_buffer_slice(&c->text)),
                                  {c->pieces, (uint32_t)c->n_pieces}};
    rb_cutter_drop(c);
    return passage;
}

/* ---- drafts ---- */

uint32_t rb_passage_line(const struct rb_passage *passage)
{
    struct rb_source source = {.text = passage->text, .origin = passage->origin};
    uint32_t at = 0, line, column;

    if (passage->origin.n == 0)
        return 1;
    while (at < passage->text.len && rb_is_space(passage->text.ptr[at]))
        at++;
    rb_source_place(&source, at < passage->text.len ? at : 0, &line, &column);
    return line;
}

struct rb_part *rb_cutter_finish(struct rb_cutter *c)
{
    struct rb_parts *out = c->out;
    struct rb_part *items =
        rb_arena_grow(c->arena, out->items, out->n, &c->parts_cap, sizeof *items);
    struct rb_part *part;

    if (!items)
        return NULL;
    out->items = items;
    part = &items[out->n++];
    *part = (struct rb_part){.draft = rb_cutter_take(c), .end = c->seen, .pragma = c->taken};
    while (c->taken < out->n_pragmas && out->pragmas[c->taken].start < c->seen)
        c->taken++;
    part->n_pragmas = c->taken - part->pragma;
    part->line = rb_passage_line(&part->draft);
    return part;
}

void rb_cutter_close(struct rb_cutter *c)
{
    struct rb_parts *out = c->out;

    if (out->n)
        out->items[out->n - 1].n_pragmas = out->n_pragmas - out->items[out->n - 1].pragma;
}

/* ---- front matter ---- */

static uint32_t line_end(struct rb_slice s, uint32_t at)
{
    while (at < s.len && s.ptr[at] != '\n' && s.ptr[at] != '\r')
        at++;
    return at;
}

static uint32_t next_line(struct rb_slice s, uint32_t end)
{
    if (end < s.len)
        end += end + 1 < s.len && s.ptr[end] == '\r' && s.ptr[end + 1] == '\n' ? 2 : 1;
    return end;
}

/* Three marks and nothing but white space behind them. */
static bool is_fence(struct rb_slice line, char mark)
{
    for (size_t i = 0; i < line.len; i++)
        if (i < 3 ? line.ptr[i] != mark : !rb_is_space(line.ptr[i]))
            return false;
    return line.len >= 3;
}

/* "key:", as the keys of settings are. */
static bool is_key(struct rb_slice line)
{
    size_t n = 0;

    while (n < line.len && (rb_is_lower(line.ptr[n]) || line.ptr[n] == '_' || line.ptr[n] == '-'))
        n++;
    return n > 0 && n < line.len && line.ptr[n] == ':' &&
           (n + 1 == line.len || rb_is_space(line.ptr[n + 1]));
}

static bool says_something(struct rb_slice line)
{
    size_t i = 0;

    while (i < line.len && rb_is_space(line.ptr[i]))
        i++;
    return i < line.len && line.ptr[i] != '#';
}

uint32_t rb_front_length(struct rb_slice text, uint32_t *yaml, bool *open)
{
    uint32_t at = 0, end = line_end(text, 0);
    bool key = false;

    *open = false;
    if (!is_fence(rb_slice_of(text.ptr, end), '-'))
        return 0;
    for (at = next_line(text, end); at < text.len; at = next_line(text, end)) {
        struct rb_slice line;

        end = line_end(text, at);
        line = rb_slice_of(text.ptr + at, end - at);
        if (key && (is_fence(line, '-') || is_fence(line, '.'))) {
            *yaml = at;
            return next_line(text, end);
        }
        if (!key && says_something(line) && !is_key(line))
            return 0;
        key |= is_key(line);
    }
    *open = key;
    *yaml = key ? (uint32_t)text.len : 0;
    return *yaml;
}
