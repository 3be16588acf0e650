/* NDJSON: a line in, a line out. What a record says beside its text is checked as strictly as a
 * configuration: a mistake is answered in the record's place and the run goes on. */
#include <ringback.h>

#include "api/check.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/quantity.h"
#include "clock/pace.h"
#include "report/object.h"

/* Codes of error lines; the contract of the pipe, stable. */
#define INVALID_JSON "invalid-json"
#define INVALID_RECORD "invalid-record"
#define UNKNOWN_STYLE "unknown-style"
#define TOO_LONG "too-long"
#define LIMIT "limit"

struct record {
    struct rb_arena arena;
    struct rb_buffer out; /* the answer */
    struct rb_buffer id, meta;
    const struct rb_json *map;
    struct rb_slice text;
    struct rb_known known;
    const char *code; /* of the error; NULL: none */
    char message[512];
};

static bool refuse(struct record *r, const char *code, const char *message)
{
    size_t len = strlen(message);

    if (len >= sizeof r->message)
        len = sizeof r->message - 1;
    r->code = code;
    memcpy(r->message, message, len);
    r->message[len] = '\0';
    return false;
}

/* One of two words; *out says whether it is the second. */
static bool parse_choice(const struct rb_json *value, const char *no, const char *yes, bool *out)
{
    if (value->kind != RB_JSON_STRING)
        return false;
    *out = rb_slice_is(value->text, yes);
    return *out || rb_slice_is(value->text, no);
}

static bool read_words(struct record *r, const struct rb_json *v, struct rb_slice *out,
                       const char *message)
{
    if (v->kind != RB_JSON_STRING)
        return refuse(r, INVALID_RECORD, message);
    *out = v->text;
    return true;
}

static bool read_style(struct record *r, const struct rb_json *v)
{
    return read_words(r, v, &r->known.style, "\"style\" is a string, the name of a style");
}

static bool read_from(struct record *r, const struct rb_json *v)
{
    return read_words(r, v, &r->known.from, "\"from\" is a string, the caller's name");
}

static bool read_to(struct record *r, const struct rb_json *v)
{
    return read_words(r, v, &r->known.to, "\"to\" is a string, the prospect's name");
}

static bool read_company(struct record *r, const struct rb_json *v)
{
    return read_words(r, v, &r->known.company, "\"company\" is a string, the caller's company");
}

static bool read_pace(struct record *r, const struct rb_json *v)
{
    const struct rb_pace *named = v->kind == RB_JSON_STRING ? rb_pace_find(v->text) : NULL;
    int64_t pace;

    if (named)
        pace = named->words_per_minute;
    else if (!rb_json_int(v, RINGBACK_MIN_PACE, RINGBACK_MAX_PACE, &pace))
        return refuse(r, INVALID_RECORD,
                      "\"pace\" is a whole number of words a minute, 80 to 300, or a pace's name, "
                      "like \"brisk\"");
    r->known.words_per_minute = (uint32_t)pace;
    return true;
}

static bool read_number_pace(struct record *r, const struct rb_json *v)
{
    uint32_t factor;

    if (v->kind != RB_JSON_NUMBER || !rb_quantity_thousandths(v->text, 1000, 3000, &factor))
        return refuse(r, INVALID_RECORD, "\"number_pace\" is a number from 1 to 3");
    r->known.number_percent = (factor + 5) / 10;
    return true;
}

static bool read_dial_at(struct record *r, const struct rb_json *v)
{
    if (v->kind != RB_JSON_STRING || !rb_quantity_clock(v->text, &r->known.dial_minute))
        return refuse(r, INVALID_RECORD,
                      "\"dial_at\" is a string like \"08:30\", from \"00:00\" to \"23:59\"");
    return true;
}

static bool read_measured_seconds(struct record *r, const struct rb_json *v)
{
    if (v->kind != RB_JSON_NUMBER ||
        !rb_quantity_thousandths(v->text, 1, RINGBACK_MAX_MEASURED_MS, &r->known.measured_ms))
        return refuse(r, INVALID_RECORD,
                      "\"measured_seconds\" is a number like 28.5, over 0 and up to 3600");
    return true;
}

static bool read_address(struct record *r, const struct rb_json *v)
{
    if (!parse_choice(v, "any", "formal", &r->known.formal))
        return refuse(r, INVALID_RECORD, "\"address\" is \"any\" or \"formal\"");
    return true;
}

static bool read_status(struct record *r, const struct rb_json *v)
{
    if (!parse_choice(v, "draft", "final", &r->known.final))
        return refuse(r, INVALID_RECORD, "\"status\" is \"draft\" or \"final\"");
    return true;
}

static bool read_text(struct record *r, const struct rb_json *v)
{
    if (v->kind != RB_JSON_STRING)
        return refuse(r, INVALID_RECORD, "\"text\" is a string, the draft");
    if (v->text.len > RB_MAX_DRAFT_BYTES)
        return refuse(r, TOO_LONG, "the draft is over 1 MiB");
    r->text = v->text;
    return true;
}

static bool read_id(struct record *r, const struct rb_json *v)
{
    if (v->kind != RB_JSON_STRING && v->kind != RB_JSON_NUMBER)
        return refuse(r, INVALID_RECORD, "\"id\" is a string or a number");
    return true; /* identify() has it already */
}

static const struct member {
    const char *name;
    bool (*read)(struct record *, const struct rb_json *);
} members[] = {
    {"address", read_address},
    {"company", read_company},
    {"dial_at", read_dial_at},
    {"from", read_from},
    {"id", read_id},
    {"measured_seconds", read_measured_seconds},
    {"number_pace", read_number_pace},
    {"pace", read_pace},
    {"status", read_status},
    {"style", read_style},
    {"text", read_text},
    {"to", read_to},
};

static const struct member *find_member(struct rb_slice name)
{
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (rb_slice_is(name, members[i].name))
            return &members[i];
    return NULL;
}

/* The id goes out with an error as well, whatever else is wrong with the record. */
static void identify(struct record *r)
{
    const struct rb_json *id = rb_json_get(r->map, "id");

    if (id && (id->kind == RB_JSON_STRING || id->kind == RB_JSON_NUMBER))
        rb_json_value(&r->id, id);
}

/* White space alone, and a byte order mark, which some exporters put before the first line. */
static struct rb_slice trim(struct rb_slice line)
{
    if (line.len >= 3 && memcmp(line.ptr, "\xEF\xBB\xBF", 3) == 0)
        line = rb_slice_of(line.ptr + 3, line.len - 3);
    while (line.len && rb_is_space(line.ptr[line.len - 1]))
        line.len--;
    return line;
}

static bool parse(struct record *r, struct rb_slice line)
{
    struct rb_json *map;
    char message[256];

    if (line.len > RB_MAX_RECORD_BYTES)
        return refuse(r, TOO_LONG, "the record is over 4 MiB");
    line = trim(line);
    if (line.len == 0)
        return refuse(r, INVALID_JSON, "an empty line is no record");
    if (!rb_json_parse(&r->arena, line, message, sizeof message, &map))
        return *message ? refuse(r, INVALID_JSON, message) : false;
    if (map->kind != RB_JSON_MAP)
        return refuse(r, INVALID_RECORD, "a record is an object with a \"text\"");
    r->map = map;
    identify(r);
    return true;
}

/* What the record says over what the checker's options say. null counts as not given. */
static bool read_members(struct record *r, const ringback_checker *checker)
{
    bool text = false;

    for (const struct rb_json *v = r->map->child; v; v = v->next) {
        const struct member *member = v->kind == RB_JSON_NULL ? NULL : find_member(v->key);

        if (!member)
            continue;
        if (!member->read(r, v))
            return false;
        text |= member->read == read_text;
    }
    if (!text)
        return refuse(r, INVALID_RECORD, "the record has no \"text\"");
    if (!rb_style_exists(checker, r->known.style))
        return refuse(r, UNKNOWN_STYLE,
                      "no style has this name: \"ringback rules\" lists the styles");
    return true;
}

static void gather_meta(struct record *r)
{
    bool any = false;

    rb_buffer_putc(&r->meta, '{');
    for (const struct rb_json *v = r->map->child; v; v = v->next) {
        struct rb_json alone = *v;

        if (find_member(v->key))
            continue;
        if (any)
            rb_buffer_putc(&r->meta, ',');
        any = true;
        rb_json_string(&r->meta, v->key);
        rb_buffer_putc(&r->meta, ':');
        alone.next = NULL;
        rb_json_value(&r->meta, &alone);
    }
    rb_buffer_putc(&r->meta, '}');
}

static void count(const ringback_result *result, ringback_record_outcome *outcome)
{
    outcome->score = result->score;
    outcome->errors = (uint32_t)ringback_result_count(result, RINGBACK_ERROR);
    outcome->warnings = (uint32_t)ringback_result_count(result, RINGBACK_WARNING);
    outcome->suggestions = (uint32_t)ringback_result_count(result, RINGBACK_SUGGESTION);
}

static ringback_status answer(struct record *r, ringback_checker *checker,
                              const ringback_record_options *options,
                              ringback_record_outcome *outcome, ringback_error *err)
{
    ringback_result *result = NULL;
    ringback_status status = rb_check_known(checker, r->text, &r->known, &result, err);
    struct rb_object object = {.word_times = options->word_times,
                               .explain_facts = options->explain_facts};

    if (status == RINGBACK_ERR_LIMIT) {
        (void)refuse(r, LIMIT, err->message);
        return RINGBACK_OK;
    }
    if (status != RINGBACK_OK)
        return status;
    count(result, outcome);
    if (options->meta)
        gather_meta(r);
    object.id = rb_buffer_slice(&r->id);
    object.meta = rb_buffer_slice(&r->meta);
    rb_object_result(&r->out, &object, result);
    ringback_result_free(result);
    return RINGBACK_OK;
}

static ringback_status run(struct record *r, ringback_checker *checker, struct rb_slice line,
                           const ringback_record_options *options, ringback_record_outcome *outcome,
                           ringback_error *err)
{
    ringback_status status = RINGBACK_OK;

    r->known = *rb_checker_known(checker);
    r->known.history = NULL; /* a record does not depend on other records */
    if (parse(r, line) && read_members(r, checker))
        status = answer(r, checker, options, outcome, err);
    else if (!r->code)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (status == RINGBACK_OK && r->code) {
        outcome->bad = true;
        rb_object_error(&r->out, rb_buffer_slice(&r->id), r->code, rb_slice_str(r->message));
    }
    rb_buffer_putc(&r->out, '\n');
    if (status == RINGBACK_OK &&
        (rb_arena_failed(&r->arena) || r->out.failed || r->id.failed || r->meta.failed))
        status = rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    return status;
}

ringback_status ringback_check_record(ringback_checker *checker, const char *line, size_t len,
                                      const ringback_record_options *options, ringback_sink *sink,
                                      void *ctx, ringback_record_outcome *outcome,
                                      ringback_error *err)
{
    ringback_record_options own = RINGBACK_RECORD_OPTIONS_INIT;
    ringback_record_outcome unused;
    struct record r = {.code = NULL};
    ringback_error local;
    ringback_status status;

    if (!checker || !sink || (!line && len) || (options && options->size < sizeof options->size))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a checker, a line and a sink wanted");
    if (options)
        memcpy(&own, options, options->size < sizeof own ? options->size : sizeof own);
    if (!outcome)
        outcome = &unused;
    if (!err)
        err = &local;
    *outcome = (ringback_record_outcome){0};
    rb_arena_init(&r.arena);
    status = run(&r, checker, rb_slice_of(line, len), &own, outcome, err);
    if (status == RINGBACK_OK && !sink(ctx, r.out.ptr, r.out.len))
        status = rb_error_set(err, RINGBACK_ERR_SINK, "the answer could not be written");
    rb_buffer_free(&r.out);
    rb_buffer_free(&r.id);
    rb_buffer_free(&r.meta);
    rb_arena_free(&r.arena);
    return status;
}
