#include "report/place.h"

void rb_places_init(struct rb_places *p, const struct rb_source *source)
{
    p->source = source;
    p->at = (struct rb_place_at){0, 1, 1};
}

/* Valid UTF-8: every byte that does not continue a code point begins one. */
static uint32_t code_points(const char *s, uint32_t n)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < n; i++)
        count += ((unsigned char)s[i] & 0xC0) != 0x80;
    return count;
}

static struct rb_place_at walk(const struct rb_source *source, struct rb_place_at from,
                               uint32_t offset)
{
    uint32_t line = from.line;

    while (line < source->n_lines && source->lines[line] <= offset)
        line++;
    if (line > from.line)
        from = (struct rb_place_at){source->lines[line - 1], line, 1};
    from.column += code_points(source->text.ptr + from.offset, offset - from.offset);
    from.offset = offset;
    return from;
}

struct rb_place_at rb_places_find(struct rb_places *p, uint32_t offset)
{
    if (offset < p->at.offset) {
        rb_source_place(p->source, offset, &p->at.line, &p->at.column);
        p->at.offset = offset;
    } else {
        p->at = walk(p->source, p->at, offset);
    }
    return p->at;
}

struct rb_place_at rb_places_end(const struct rb_places *p, uint32_t end)
{
    return end <= p->at.offset ? p->at : walk(p->source, p->at, end);
}
