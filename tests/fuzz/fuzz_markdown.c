/* Files of drafts, as text and as Markdown: every run of a draft's text stands in the file where it
 * is said to, byte for byte, and in order; pragmas have their places. */
#include "text/drafts.h"

#include "fuzz.h"

/* The byte of a place in the file. */
static size_t byte_of(const struct rb_source *file, const struct rb_piece *piece)
{
    HOLD(piece->line >= 1 && piece->line <= file->n_lines);
    return file->lines[piece->line - 1] + piece->byte - 1;
}

/* The first byte of each piece is the file's; pieces are in the order of both. */
static void check(const struct rb_source *file, struct rb_slice raw, const struct rb_passage *p)
{
    HOLD(p->origin.n > 0);
    for (uint32_t i = 0; i < p->origin.n; i++) {
        const struct rb_piece *piece = &p->origin.pieces[i];
        size_t at = byte_of(file, piece);

        HOLD(piece->start <= p->text.len && at <= raw.len && piece->column <= piece->byte);
        HOLD(i == 0 || piece->start >= p->origin.pieces[i - 1].start);
        HOLD(i == 0 || at >= byte_of(file, piece - 1));
        /* Indentation and line ends may be made up. */
        if (piece->start < p->text.len && (i + 1 == p->origin.n || piece[1].start > piece->start))
            HOLD(raw.ptr[at] == p->text.ptr[piece->start] || p->text.ptr[piece->start] == ' ' ||
                 p->text.ptr[piece->start] == '\n');
    }
}

static void check_all(struct rb_slice raw, const struct rb_parts *parts)
{
    uint32_t pragma = 0;

    if (raw.len >= 3 && memcmp(raw.ptr, "\xEF\xBB\xBF", 3) == 0)
        raw = rb_slice_of(raw.ptr + 3, raw.len - 3);
    if (parts->front.yaml.text.ptr)
        check(&parts->source, raw, &parts->front.yaml);
    for (uint32_t i = 0; i < parts->n; i++) {
        const struct rb_part *part = &parts->items[i];

        check(&parts->source, raw, &part->draft);
        HOLD(part->line >= 1 && part->line <= parts->source.n_lines);
        HOLD(part->pragma == pragma);
        pragma += part->n_pragmas;
    }
    HOLD(parts->n == 0 || pragma == parts->n_pragmas);
    for (uint32_t i = 0; i < parts->n_pragmas; i++) {
        const struct rb_pragma *p = &parts->pragmas[i];

        HOLD(p->start <= p->end && p->at <= p->at_end && p->at_end <= raw.len);
        HOLD(p->fault || (p->rule.len && rb_is_reason(p->reason)));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_slice raw = rb_slice_of(size ? (const char *)data : "", size);
    struct rb_parts parts;
    struct rb_arena arena;

    rb_arena_init(&arena);
    HOLD(rb_parts_text(&arena, raw, &parts));
    HOLD(parts.n > 0);
    check_all(raw, &parts);
    rb_arena_reset(&arena);
    HOLD(rb_parts_markdown(&arena, raw, false, &parts));
    HOLD(parts.n > 0);
    check_all(raw, &parts);
    rb_arena_reset(&arena);
    HOLD(rb_parts_markdown(&arena, raw, true, &parts));
    check_all(raw, &parts);
    rb_arena_free(&arena);
    return 0;
}
