#include "text/place.h"

/* Where a line, or a piece of a file, begins. */
static struct rb_place_at begin(const struct rb_source *source, uint32_t i)
{
    const struct rb_piece *piece;

    if (source->origin.n == 0)
        return (struct rb_place_at){source->lines[i], i + 1, 1, 1};
    piece = &source->origin.pieces[i];
    return (struct rb_place_at){piece->start, piece->line, piece->column, piece->byte};
}

static uint32_t count_of(const struct rb_source *source)
{
    return source->origin.n ? source->origin.n : source->n_lines;
}

static uint32_t start_of(const struct rb_source *source, uint32_t i)
{
    return source->origin.n ? source->origin.pieces[i].start : source->lines[i];
}

void rb_places_init(struct rb_places *p, const struct rb_source *source)
{
    *p = (struct rb_places){.source = source, .at = begin(source, 0)};
}

/* Valid UTF-8: every byte that does not continue a code point begins one. */
static uint32_t code_points(const char *s, uint32_t n)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < n; i++)
        count += ((unsigned char)s[i] & 0xC0) != 0x80;
    return count;
}

static struct rb_place_at along(const struct rb_source *source, struct rb_place_at from,
                                uint32_t offset)
{
    if (offset <= from.offset)
        return from;
    from.column += code_points(source->text.ptr + from.offset, offset - from.offset);
    from.byte += offset - from.offset;
    from.offset = offset;
    return from;
}

struct rb_place_at rb_places_find(struct rb_places *p, uint32_t offset)
{
    uint32_t i = p->piece;

    if (offset < p->at.offset) {
        i = rb_source_piece(p->source, offset);
        p->at = begin(p->source, i);
    } else {
        while (i + 1 < count_of(p->source) && start_of(p->source, i + 1) <= offset)
            i++;
        if (i > p->piece)
            p->at = begin(p->source, i);
    }
    p->piece = i;
    p->at = along(p->source, p->at, offset);
    return p->at;
}

/* The end of a piece is not yet the begin of the next one, which may lie elsewhere in the file. */
struct rb_place_at rb_places_end(const struct rb_places *p, uint32_t end)
{
    bool cut = p->source->origin.n > 0;
    struct rb_place_at at = p->at;
    uint32_t i = p->piece;

    while (i + 1 < count_of(p->source) && start_of(p->source, i + 1) + cut <= end)
        i++;
    if (i > p->piece)
        at = begin(p->source, i);
    return along(p->source, at, end);
}
