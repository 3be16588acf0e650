#include "text/drafts.h"

#include "base/ascii.h"
#include "text/cutter.h"
#include "text/markdown.h"

/* The file's front matter; gives the byte behind it. */
static uint32_t take_front(struct rb_cutter *c)
{
    uint32_t yaml = 0, end = rb_front_length(c->file, &yaml, &c->out->front.open);

    if (end) {
        rb_cutter_add(c, 0, yaml);
        c->out->front.yaml = rb_cutter_take(c);
        c->seen = end;
    }
    return end;
}

/* ---- text ---- */

static bool is_separator(struct rb_slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (i < 3 ? line.ptr[i] != '-' : !rb_is_space(line.ptr[i]))
            return false;
    return line.len >= 3;
}

static void cut_text(struct rb_cutter *c)
{
    const struct rb_source *source = &c->out->source;
    uint32_t size = (uint32_t)source->text.len, begin = take_front(c), from = begin;

    for (uint32_t i = rb_source_piece(source, begin); i < source->n_lines; i++) {
        uint32_t start = source->lines[i] > begin ? source->lines[i] : begin;
        uint32_t end = i + 1 < source->n_lines ? source->lines[i + 1] : size;

        if (!is_separator(rb_slice_of(c->file.ptr + start, end - start)))
            continue;
        rb_cutter_add(c, from, start - from);
        if (rb_cutter_is_blank(c))
            rb_cutter_drop(c);
        else
            (void)rb_cutter_finish(c);
        from = end;
    }
    rb_cutter_add(c, from, size - from);
    if (!rb_cutter_is_blank(c) || c->out->n == 0)
        (void)rb_cutter_finish(c);
    rb_cutter_close(c);
}

bool rb_parts_text(struct rb_arena *arena, struct rb_slice file, struct rb_parts *out)
{
    struct rb_cutter c;

    rb_cutter_begin(&c, arena, file, out);
    if (!rb_arena_failed(arena))
        cut_text(&c);
    return rb_cutter_end(&c);
}

/* ---- Markdown ---- */

struct markdown {
    struct rb_cutter cutter;
    struct rb_buffer heading; /* the words of the last one */
    uint32_t base;            /* where the walk begins in the file */
    bool in_heading, in_draft, in_fence;
    bool underlined; /* the heading, with --- */
    bool blank;      /* between two blocks */
};

static bool is_marked(struct rb_slice word)
{
    static const char mark[] = "voicemail";

    for (size_t i = 0; i < word.len && i < sizeof mark; i++)
        if (rb_to_lower(word.ptr[i]) != mark[i])
            return false;
    return word.len == sizeof mark - 1;
}

static bool words_as_text(struct markdown *m, struct rb_slice text, uint32_t at)
{
    struct rb_cutter *c = &m->cutter;

    if (m->blank && c->text.len)
        rb_cutter_make(c, rb_slice_of("\n\n", 2));
    m->blank = false;
    if (at == RB_MARKDOWN_NOWHERE)
        rb_cutter_make(c, text);
    else
        rb_cutter_add(c, m->base + at, (uint32_t)text.len);
    return !c->text.failed && !rb_arena_failed(c->arena);
}

/* A block's own front matter is cut off its draft. */
static void split_front(struct rb_cutter *c, struct rb_part *part)
{
    struct rb_slice text = part->draft.text;
    const struct rb_origin whole = part->draft.origin;
    uint32_t yaml = 0, end = rb_front_length(text, &yaml, &part->front.open), i = 0;
    struct rb_piece *rest;

    if (end == 0)
        return;
    while (i + 1 < whole.n && whole.pieces[i + 1].start < yaml)
        i++;
    part->front.yaml = (struct rb_passage){rb_slice_of(text.ptr, yaml), {whole.pieces, i + 1}};
    while (i + 1 < whole.n && whole.pieces[i + 1].start <= end)
        i++;
    /* Made-up indentation before the first words belongs to no line of the front matter. */
    if (whole.pieces[i].start < end && i + 1 < whole.n)
        i++;
    rest = rb_arena_array(c->arena, whole.n - i, sizeof *rest);
    if (!rest)
        return;
    for (uint32_t k = 0; k < whole.n - i; k++) {
        rest[k] = whole.pieces[i + k];
        rest[k].start = rest[k].start > end ? rest[k].start - end : 0;
    }
    part->draft =
        (struct rb_passage){rb_slice_of(text.ptr + end, text.len - end), {rest, whole.n - i}};
    part->line = rb_passage_line(&part->draft);
}

static void fence_begins(struct markdown *m, struct rb_slice word, uint32_t at)
{
    struct rb_cutter *c = &m->cutter;

    m->blank = false;
    m->in_draft = is_marked(word);
    if (m->in_draft && at != RB_MARKDOWN_NOWHERE && m->base + at > c->seen)
        c->seen = m->base + at;
}

static bool fence_ends(struct markdown *m)
{
    struct rb_part *part;
    struct rb_slice name;

    if (!m->in_draft)
        return true;
    m->in_draft = false;
    part = rb_cutter_finish(&m->cutter);
    if (!part)
        return false;
    name = rb_buffer_slice(&m->heading);
    while (name.len && rb_is_space(name.ptr[name.len - 1]))
        name.len--;
    part->name = rb_arena_copy(m->cutter.arena, name);
    split_front(&m->cutter, part);
    return true;
}

/* Pragmas outside of blocks are passed over by what is added behind them. */
static bool on_marked(void *ctx, enum rb_markdown_event event, struct rb_slice text, uint32_t at)
{
    struct markdown *m = ctx;

    switch (event) {
    case RB_MARKDOWN_TEXT:
        return m->in_heading || m->in_draft ? words_as_text(m, text, at) : true;
    case RB_MARKDOWN_HEADING:
    case RB_MARKDOWN_UNDERLINED:
        m->in_heading = true;
        return true;
    case RB_MARKDOWN_HEADING_END:
        m->in_heading = false;
        rb_buffer_clear(&m->heading);
        rb_buffer_slice_add(&m->heading, rb_buffer_slice(&m->cutter.text));
        rb_cutter_drop(&m->cutter);
        return !m->heading.failed;
    case RB_MARKDOWN_FENCE:
        fence_begins(m, text, at);
        return true;
    case RB_MARKDOWN_FENCE_END:
        return fence_ends(m);
    case RB_MARKDOWN_BREAK:
    case RB_MARKDOWN_RULE:
        break;
    }
    return true;
}

static void prose_ends(struct markdown *m)
{
    if (rb_cutter_is_blank(&m->cutter))
        rb_cutter_drop(&m->cutter);
    else
        (void)rb_cutter_finish(&m->cutter);
    m->blank = false;
}

/* Headings and code are not spoken. A text that is underlined with --- is text before a line
 * across. */
static bool on_prose(void *ctx, enum rb_markdown_event event, struct rb_slice text, uint32_t at)
{
    struct markdown *m = ctx;

    switch (event) {
    case RB_MARKDOWN_TEXT:
        return m->in_heading || m->in_fence ? true : words_as_text(m, text, at);
    case RB_MARKDOWN_BREAK:
        m->blank = true;
        break;
    case RB_MARKDOWN_UNDERLINED:
        m->blank = true;
        m->underlined = text.ptr[0] == '-';
        break;
    case RB_MARKDOWN_HEADING:
        m->in_heading = m->blank = true;
        break;
    case RB_MARKDOWN_HEADING_END:
        m->in_heading = false;
        m->blank = true;
        if (m->underlined)
            prose_ends(m);
        m->underlined = false;
        break;
    case RB_MARKDOWN_FENCE:
        m->in_fence = m->blank = true;
        break;
    case RB_MARKDOWN_FENCE_END:
        m->in_fence = false;
        m->blank = true;
        break;
    case RB_MARKDOWN_RULE:
        prose_ends(m);
        break;
    }
    return !rb_arena_failed(m->cutter.arena);
}

/* What the library sees: words stand for the pragmas, so that nothing around them changes. They are
 * cut out again by their places. */
static char *masked(struct rb_arena *arena, const struct rb_parts *out)
{
    struct rb_slice text = out->source.text;
    char *bytes = rb_arena_alloc(arena, text.len + 1);

    if (!bytes)
        return NULL;
    if (text.len)
        memcpy(bytes, text.ptr, text.len);
    for (uint32_t i = 0; i < out->n_pragmas; i++)
        for (uint32_t at = out->pragmas[i].start; at < out->pragmas[i].end; at++)
            if (!rb_is_space(bytes[at]))
                bytes[at] = 'x';
    return bytes;
}

static void walk(struct markdown *m, const char *bytes, uint32_t from, rb_markdown_sink *sink)
{
    struct rb_cutter *c = &m->cutter;

    m->base = from;
    c->pragma = 0;
    c->seen = from;
    rb_cutter_drop(c);
    if (!rb_markdown_walk(rb_slice_of(bytes + from, c->file.len - from), sink, m))
        c->text.failed = true;
}

static void cut_markdown(struct markdown *m, bool marked)
{
    struct rb_cutter *c = &m->cutter;
    uint32_t from = take_front(c);
    const char *bytes = masked(c->arena, c->out);

    if (!bytes)
        return;
    walk(m, bytes, from, on_marked);
    if (c->out->n == 0 && !marked && !c->text.failed) {
        m->blank = false;
        walk(m, bytes, from, on_prose);
        if (!rb_cutter_is_blank(c) || c->out->n == 0)
            (void)rb_cutter_finish(c);
    }
    rb_cutter_close(c);
}

bool rb_parts_markdown(struct rb_arena *arena, struct rb_slice file, bool marked,
                       struct rb_parts *out)
{
    struct markdown m = {.base = 0};
    bool ok;

    rb_cutter_begin(&m.cutter, arena, file, out);
    rb_buffer_init(&m.heading);
    if (!rb_arena_failed(arena))
        cut_markdown(&m, marked);
    ok = !m.heading.failed;
    rb_buffer_free(&m.heading);
    return rb_cutter_end(&m.cutter) && ok;
}
