#include "text/source.h"

#include "base/utf8.h"

/* Whether eight bytes hold neither a NUL nor a byte from 128 on. */
static bool is_plain(const char *s)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t word;

    memcpy(&word, s, sizeof word);
    return (((word - ones) | word) & tops) == 0;
}

/* Puts RB_REPLACED for each byte that is NUL or not part of valid UTF-8. */
static void repair(char *s, uint32_t n, struct rb_source *out)
{
    uint32_t at = 0;

    while (at < n) {
        uint32_t cp;
        size_t step = 1;

        if (n - at >= 8 && is_plain(s + at)) {
            at += 8;
            continue;
        }
        if ((unsigned char)s[at] >= 0x80)
            step = rb_utf8_decode(s + at, n - at, &cp);
        else if (s[at] == '\0')
            step = 0;
        if (step == 0) {
            if (out->n_replaced++ == 0)
                out->first_replaced = at;
            s[at] = RB_REPLACED;
            step = 1;
        }
        at += (uint32_t)step;
    }
}

/* Walks line ends: the next one of each kind is searched only once it is passed. */
struct walk {
    const char *s;
    uint32_t n, lf, cr;
};

static uint32_t find(const struct walk *w, uint32_t at, char mark)
{
    const char *found = at < w->n ? memchr(w->s + at, mark, w->n - at) : NULL;

    return found ? (uint32_t)(found - w->s) : w->n;
}

static struct walk begin(const char *s, uint32_t n)
{
    struct walk w = {s, n, 0, 0};

    w.lf = find(&w, 0, '\n');
    w.cr = find(&w, 0, '\r');
    return w;
}

/* The offset behind the next line end; n + 1 when there is none. */
static uint32_t next_line(struct walk *w)
{
    uint32_t end = w->lf < w->cr ? w->lf : w->cr;

    if (end >= w->n)
        return w->n + 1;
    if (end == w->cr && w->lf == end + 1)
        end++;
    if (w->lf <= end)
        w->lf = find(w, end + 1, '\n');
    if (w->cr <= end)
        w->cr = find(w, end + 1, '\r');
    return end + 1;
}

bool rb_source_make(struct rb_arena *arena, struct rb_slice bytes, struct rb_source *out)
{
    uint32_t n = (uint32_t)bytes.len, count = 1;
    char *copy = rb_arena_alloc(arena, (size_t)n + 1);
    uint32_t *lines;
    struct walk walk;

    *out = (struct rb_source){0};
    if (!copy)
        return false;
    if (n > 0)
        memcpy(copy, bytes.ptr, n);
    repair(copy, n, out);
    walk = begin(copy, n);
    while (next_line(&walk) <= n)
        count++;
    lines = rb_arena_array(arena, count, sizeof *lines);
    if (!lines)
        return false;
    walk = begin(copy, n);
    for (uint32_t i = 1; i < count; i++)
        lines[i] = next_line(&walk);
    out->text = rb_slice_of(copy, n);
    out->lines = lines;
    out->n_lines = count;
    return true;
}

uint32_t rb_source_piece(const struct rb_source *source, uint32_t offset)
{
    const struct rb_piece *pieces = source->origin.pieces;
    uint32_t low = 0, high = source->origin.n ? source->origin.n : source->n_lines;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t start = source->origin.n ? pieces[middle].start : source->lines[middle];

        if (start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void place_in(const struct rb_source *source, uint32_t i, uint32_t offset, uint32_t *line,
                     uint32_t *column)
{
    bool cut = source->origin.n > 0;
    uint32_t start = cut ? source->origin.pieces[i].start : source->lines[i];

    *line = cut ? source->origin.pieces[i].line : i + 1;
    *column = cut ? source->origin.pieces[i].column : 1;
    if (offset > start)
        *column += (uint32_t)rb_utf8_count(source->text.ptr + start, offset - start);
}

static uint32_t clamp(const struct rb_source *source, uint32_t offset)
{
    return offset < source->text.len ? offset : (uint32_t)source->text.len;
}

void rb_source_place(const struct rb_source *source, uint32_t offset, uint32_t *line,
                     uint32_t *column)
{
    offset = clamp(source, offset);
    place_in(source, rb_source_piece(source, offset), offset, line, column);
}

/* The end of a piece is not yet the begin of the next one, which may lie elsewhere in the file. */
void rb_source_end(const struct rb_source *source, uint32_t offset, uint32_t *line,
                   uint32_t *column)
{
    bool cut = source->origin.n > 0 && offset > 0;

    offset = clamp(source, offset);
    place_in(source, rb_source_piece(source, cut ? offset - 1 : offset), offset, line, column);
}
