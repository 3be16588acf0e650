/* A file of drafts: cut, with its front matter read. */
#include "api/file.h"

#include <stdlib.h>

#include "api/options.h"
#include "base/limits.h"
#include "settings/front.h"
#include "text/drafts.h"

struct ringback_file {
    struct rb_arena arena;
    const char *name;
    struct rb_slice bytes; /* as they came, byte order mark and all */
    struct rb_parts parts;
    struct rb_layer *front;         /* the file's; NULL: it has none */
    const struct rb_layer **fronts; /* each draft's own; NULL: it has none */
};

/* ---- reading ---- */

static struct rb_layer *read_front(ringback_file *file, const struct rb_front *front,
                                   const ringback_reading *how, struct rb_errors *errs)
{
    struct rb_layer *layer;

    if (!front->yaml.text.ptr)
        return NULL;
    layer = rb_arena_alloc(&file->arena, sizeof *layer);
    if (layer)
        (void)rb_front_read(&file->arena, errs, file->name, front,
                            how->kind == RINGBACK_KIND_MARKDOWN, layer);
    return layer;
}

static bool cut(ringback_file *file, struct rb_slice bytes, const ringback_reading *how)
{
    switch (how->kind) {
    case RINGBACK_KIND_TEXT:
        return rb_parts_text(&file->arena, bytes, &file->parts);
    case RINGBACK_KIND_MARKDOWN:
        return rb_parts_markdown(&file->arena, bytes, how->marked, &file->parts);
    }
    return false;
}

static void read_fronts(ringback_file *file, const ringback_reading *how, struct rb_errors *errs)
{
    file->fronts = rb_arena_array(&file->arena, file->parts.n, sizeof(*file->fronts));
    /* A file without a draft may belong to another program. */
    if (!file->fronts || file->parts.n == 0)
        return;
    file->front = read_front(file, &file->parts.front, how, errs);
    for (uint32_t i = 0; i < file->parts.n; i++)
        file->fronts[i] = read_front(file, &file->parts.items[i].front, how, errs);
}

static ringback_status read_file(ringback_file *file, const ringback_source *source,
                                 const ringback_reading *how, struct rb_errors *errs)
{
    struct rb_slice bytes =
        rb_arena_copy(&file->arena, rb_slice_of(source->data ? source->data : "", source->len));

    file->bytes = bytes;
    file->name = rb_arena_copy(&file->arena, rb_slice_str(source->name)).ptr;
    if (rb_arena_failed(&file->arena) || !cut(file, bytes, how))
        return RINGBACK_ERR_MEMORY;
    read_fronts(file, how, errs);
    if (rb_arena_failed(&file->arena))
        return RINGBACK_ERR_MEMORY;
    return errs->count ? errs->first.status : RINGBACK_OK;
}

ringback_status ringback_file_new(const ringback_source *source, const ringback_reading *how,
                                  ringback_on_error *on_error, void *ctx, ringback_file **out,
                                  ringback_error *err)
{
    ringback_reading own = RINGBACK_READING_INIT;
    struct rb_errors errs = {.report = on_error, .ctx = ctx};
    ringback_file *file;
    ringback_status status;

    *out = NULL;
    if (!source || (how && how->size < sizeof how->size))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a file, and how it is to be read, wanted");
    if (how)
        memcpy(&own, how, how->size < sizeof own ? how->size : sizeof own);
    if (source->len > RB_MAX_FILE_BYTES)
        return rb_error_set(err, RINGBACK_ERR_LIMIT, "larger than %d MiB",
                            (int)RB_MAX_FILE_BYTES / 1024 / 1024);
    file = calloc(1, sizeof *file);
    if (!file)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    rb_arena_init(&file->arena);
    status = read_file(file, source, &own, &errs);
    if (status == RINGBACK_OK) {
        *out = file;
        return RINGBACK_OK;
    }
    ringback_file_free(file);
    if (status == RINGBACK_ERR_MEMORY)
        return rb_error_set(err, status, "out of memory");
    if (err)
        *err = errs.first;
    return status;
}

void ringback_file_free(ringback_file *file)
{
    if (!file)
        return;
    rb_arena_free(&file->arena);
    free(file);
}

/* ---- drafts ---- */

size_t ringback_file_count(const ringback_file *file)
{
    return file->parts.n;
}

bool ringback_file_draft(const ringback_file *file, size_t n, ringback_draft *out)
{
    const struct rb_part *part = n < file->parts.n ? &file->parts.items[n] : NULL;

    if (!part)
        return false;
    *out = (ringback_draft){.text = {part->draft.text.ptr, part->draft.text.len},
                            .name = part->name.len ? part->name.ptr : "",
                            .line = part->line};
    return true;
}

struct rb_slice rb_file_text(const ringback_file *file, size_t n)
{
    return file->parts.items[n].draft.text;
}

/* Where a byte of a draft's text stands in the file, were it copied from there. */
static size_t byte_of(const ringback_file *file, const struct rb_part *part, uint32_t offset)
{
    const struct rb_source *source = &file->parts.source;
    const struct rb_piece *pieces = part->draft.origin.pieces;
    size_t mark = file->bytes.len - source->text.len;
    uint32_t low = 0, high = part->draft.origin.n;

    if (high == 0)
        return mark + offset;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (pieces[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return mark + source->lines[pieces[low].line - 1] + pieces[low].byte - 1 +
           (offset - pieces[low].start);
}

bool ringback_file_span(const ringback_file *file, size_t n, uint32_t start, uint32_t end,
                        size_t *from, size_t *to)
{
    const struct rb_part *part = n < file->parts.n ? &file->parts.items[n] : NULL;
    /* Between two bytes: behind the first of them. */
    bool between = start == end && start > 0;
    uint32_t first = start - between, length = end - first;
    size_t at;

    if (!part || start > end || end > part->draft.text.len || part->draft.text.len == 0)
        return false;
    at = byte_of(file, part, first);
    /* Line ends that were made, and what was cut out: then it is not there as it is here. */
    if (at > file->bytes.len || length > file->bytes.len - at ||
        memcmp(file->bytes.ptr + at, part->draft.text.ptr + first, length) != 0)
        return false;
    *from = at + between;
    *to = at + length;
    return true;
}

void ringback_file_options(const ringback_file *file, size_t n, ringback_options *options)
{
    ringback_options o = rb_options_of(options);

    if (n >= file->parts.n)
        return;
    if (file->front)
        rb_options_lay(file->front, &o);
    if (file->fronts[n])
        rb_options_lay(file->fronts[n], &o);
    memcpy(options, &o, options->size < sizeof o ? options->size : sizeof o);
}

/* ---- what a file says to ignore ---- */

static void add_item(struct rb_ignore *out, const struct rb_item *item, bool own, bool told)
{
    *out =
        (struct rb_ignore){.rule = item->text,
                           .reason = item->reason,
                           .own = own,
                           .fault = rb_is_reason(item->reason) ? RB_PRAGMA_FINE : RB_PRAGMA_REASON};
    if (!told)
        return;
    out->line = out->end_line = item->place.line;
    out->column = item->place.column;
    out->end_column = item->place.column + (uint32_t)item->text.len;
}

static void add_pragma(const ringback_file *file, const struct rb_part *part,
                       const struct rb_pragma *p, struct rb_ignore *out)
{
    const struct rb_source *source = &file->parts.source;

    *out = (struct rb_ignore){.rule = p->rule,
                              .reason = p->reason,
                              .own = true,
                              .fault = p->fault,
                              .late = p->start >= part->end};
    rb_source_place(source, p->at, &out->line, &out->column);
    rb_source_place(source, p->at_end, &out->end_line, &out->end_column);
}

static uint32_t count_of(const struct rb_layer *front)
{
    return front ? front->values[RB_SETTING_IGNORE].items.n : 0;
}

/* The draft's own come first; what the file says of several drafts need not be of use in each, and
 * is told of in the first. */
static void gather(const ringback_file *file, uint32_t n, struct rb_arena *arena,
                   struct rb_known *known)
{
    const struct rb_part *part = &file->parts.items[n];
    bool alone = file->parts.n == 1;
    uint32_t own = count_of(file->fronts[n]), shared = count_of(file->front), at = 0;
    struct rb_ignore *list = rb_arena_array(
        arena, (size_t)part->n_pragmas + own + shared + known->n_ignores, sizeof *list);

    if (!list)
        return;
    for (uint32_t i = 0; i < part->n_pragmas; i++)
        add_pragma(file, part, &file->parts.pragmas[part->pragma + i], &list[at++]);
    for (uint32_t i = 0; i < own; i++)
        add_item(&list[at++], &file->fronts[n]->values[RB_SETTING_IGNORE].items.list[i], true,
                 true);
    for (uint32_t i = 0; i < shared; i++)
        add_item(&list[at++], &file->front->values[RB_SETTING_IGNORE].items.list[i], alone, n == 0);
    for (uint32_t i = 0; i < known->n_ignores; i++)
        list[at++] = known->ignores[i];
    known->ignores = list;
    known->n_ignores = at;
}

/* ---- checking ---- */

/* Where the front matter gives the style. */
static const struct rb_value *style_of(const ringback_file *file, size_t n, const char *style)
{
    const struct rb_layer *layers[] = {file->fronts[n], file->front};

    for (size_t i = 0; i < 2; i++)
        if (layers[i] && layers[i]->values[RB_SETTING_STYLE].given &&
            layers[i]->values[RB_SETTING_STYLE].text.ptr == style)
            return &layers[i]->values[RB_SETTING_STYLE];
    return NULL;
}

static void put_place(ringback_error *err, const struct rb_place *place)
{
    struct rb_errors errs = {.count = 0};

    if (!err)
        return;
    rb_errors_add(&errs, err->status, *place, "%s", err->message);
    *err = errs.first;
}

/* The checker's own, as options. */
static ringback_options own_options(const ringback_checker *checker)
{
    const struct rb_known *known = rb_checker_known(checker);
    ringback_options o = RINGBACK_OPTIONS_INIT;

    o.style = known->style.ptr;
    o.words_per_minute = known->words_per_minute;
    o.number_percent = known->number_percent;
    o.min_score = known->min_score;
    o.dial_minute = known->dial_minute;
    o.measured_ms = known->measured_ms;
    o.formal = known->formal;
    o.final = known->final;
    o.from = known->from.ptr;
    o.to = known->to.ptr;
    o.company = known->company.ptr;
    o.brief = known->brief;
    return o;
}

ringback_status rb_file_known(const ringback_checker *checker, const ringback_file *file, size_t n,
                              const ringback_options *options, struct rb_arena *arena,
                              struct rb_known *known, ringback_error *err)
{
    ringback_options o = options ? rb_options_of(options) : own_options(checker);
    const struct rb_value *style;
    ringback_status status;

    if (!options)
        ringback_file_options(file, n, &o);
    status = rb_options_known(rb_checker_rules(checker), &o, arena, known, err);
    style = status == RINGBACK_ERR_SETTINGS ? style_of(file, n, o.style) : NULL;
    if (style && rb_rules_style(rb_checker_rules(checker), style->text, NULL) < 0)
        put_place(err, &style->place);
    if (status)
        return status;
    if (!options) {
        known->ignores = rb_checker_known(checker)->ignores;
        known->n_ignores = rb_checker_known(checker)->n_ignores;
    }
    known->history = rb_checker_known(checker)->history;
    known->own_name = rb_checker_known(checker)->own_name;
    known->joining = rb_checker_known(checker)->joining;
    known->origin = file->parts.items[n].draft.origin;
    gather(file, (uint32_t)n, arena, known);
    return rb_arena_failed(arena) ? rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory")
                                  : RINGBACK_OK;
}

ringback_status ringback_check_draft(ringback_checker *checker, const ringback_file *file, size_t n,
                                     const ringback_options *options, ringback_result **out,
                                     ringback_error *err)
{
    struct rb_arena arena;
    struct rb_known known;
    ringback_status status;

    *out = NULL;
    if (!checker || !file || n >= file->parts.n || (options && options->size < sizeof n))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a checker and a draft of a file wanted");
    rb_arena_init(&arena);
    status = rb_file_known(checker, file, n, options, &arena, &known, err);
    if (status == RINGBACK_OK) {
        status = rb_check_known(checker, file->parts.items[n].draft.text, &known, out, err);
        if (status == RINGBACK_ERR_LIMIT)
            put_place(err, &(struct rb_place){file->name, file->parts.items[n].line, 0});
    }
    rb_arena_free(&arena);
    return status;
}
