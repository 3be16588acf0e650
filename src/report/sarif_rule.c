#include "report/sarif.h"

#include "base/ascii.h"
#include "base/json.h"
#include "report/where.h"

enum {
    /* What GitHub takes of a description. */
    MOST_DESCRIPTION = 1000,
    MOST_HELP = 8000
};

const char *rb_sarif_level(uint8_t severity)
{
    return severity == RINGBACK_SUGGESTION ? "note" : rb_severity_name(severity);
}

/* ---- rules ---- */

static struct rb_rule_info copy(struct rb_arena *arena, const struct rb_rule_info *rule)
{
    struct rb_rule_info own = *rule;

    own.id = rb_arena_copy(arena, rule->id);
    own.title = rb_arena_copy(arena, rule->title);
    own.family = rb_arena_copy(arena, rule->family);
    own.why = rb_arena_copy(arena, rule->why);
    own.advice = rb_arena_copy(arena, rule->advice);
    own.sources = own.file = rb_slice_of("", 0);
    return own;
}

uint32_t rb_sarif_rule_index(struct rb_arena *arena, struct rb_sarif_rules *rules,
                             const struct rb_rule_info *rule)
{
    for (uint32_t i = 0; i < rules->n; i++)
        if (rb_slice_equal(rules->items[i].id, rule->id))
            return i;
    if (rules->n == rules->cap) {
        void *grown =
            rb_arena_grow(arena, rules->items, rules->n, &rules->cap, sizeof *rules->items);

        if (!grown)
            return 0;
        rules->items = grown;
    }
    rules->items[rules->n] = copy(arena, rule);
    return rules->n++;
}

/* "NumberTwice" for number-twice. One word alone would be the id again. */
static void name(struct rb_buffer *out, struct rb_slice id)
{
    bool capital = true;

    if (id.len == 0 || !memchr(id.ptr, '-', id.len))
        return;
    rb_buffer_puts(out, ",\"name\":\"");
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];

        if (rb_is_alnum((unsigned char)c))
            rb_buffer_putc(out, capital ? rb_to_upper(c) : c);
        capital = !rb_is_alnum((unsigned char)c);
    }
    rb_buffer_putc(out, '"');
}

static void description(struct rb_buffer *out, const char *key, struct rb_slice text,
                        struct rb_slice otherwise)
{
    struct rb_buffer line;

    rb_buffer_init(&line);
    rb_report_line(&line, text.len ? text : otherwise);
    rb_buffer_puts(out, key);
    rb_buffer_puts(out, ":{\"text\":");
    rb_sarif_text(out, rb_buffer_slice(&line), MOST_DESCRIPTION);
    rb_buffer_putc(out, '}');
    out->failed |= line.failed;
    rb_buffer_free(&line);
}

/* Characters that mean something in Markdown stand behind a backslash. */
static void markdown(struct rb_buffer *out, struct rb_slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] > 0 && strchr("\\`*_{}[]<>()#+!|~&", text.ptr[i]))
            rb_buffer_putc(out, '\\');
        rb_buffer_putc(out, text.ptr[i]);
    }
}

static void help(struct rb_buffer *out, const struct rb_rule_info *rule)
{
    struct rb_buffer text;

    rb_buffer_init(&text);
    rb_buffer_slice_add(&text, rule->title);
    rb_buffer_puts(&text, ".\n\n");
    rb_buffer_slice_add(&text, rule->why);
    if (rule->advice.len) {
        rb_buffer_puts(&text, "\n\n");
        rb_buffer_slice_add(&text, rule->advice);
    }
    rb_buffer_puts(out, ",\"help\":{\"text\":");
    rb_sarif_text(out, rb_buffer_slice(&text), MOST_HELP);
    rb_buffer_clear(&text);
    rb_buffer_puts(&text, "**");
    markdown(&text, rule->title);
    rb_buffer_puts(&text, "**\n\n");
    markdown(&text, rule->why);
    if (rule->advice.len) {
        rb_buffer_puts(&text, "\n\n→ ");
        markdown(&text, rule->advice);
    }
    rb_buffer_puts(out, ",\"markdown\":");
    rb_json_string(out, rb_buffer_slice(&text));
    rb_buffer_putc(out, '}');
    out->failed |= text.failed;
    rb_buffer_free(&text);
}

static void put_rule(struct rb_buffer *out, const struct rb_rule_info *rule)
{
    const char *problem =
        rule->severity == RINGBACK_SUGGESTION ? "recommendation" : rb_severity_name(rule->severity);

    rb_buffer_puts(out, "\n    {\"id\":");
    rb_json_string(out, rule->id);
    name(out, rule->id);
    description(out, ",\"shortDescription\"", rule->title, rule->id);
    description(out, ",\"fullDescription\"", rule->why, rule->title);
    help(out, rule);
    rb_buffer_puts(out, ",\n     \"defaultConfiguration\":{\"level\":\"");
    rb_buffer_puts(out, rb_sarif_level(rule->severity));
    rb_buffer_puts(out, "\"},\"properties\":{\"tags\":[");
    rb_json_string(out, rule->family.len ? rule->family : rb_slice_str("voicemail"));
    rb_buffer_puts(out, "],\"precision\":\"high\",\"problem.severity\":\"");
    rb_buffer_puts(out, problem);
    rb_buffer_puts(out, "\"}}");
}

void rb_sarif_rules_put(struct rb_buffer *out, const struct rb_sarif_rules *rules)
{
    for (uint32_t i = 0; i < rules->n; i++) {
        if (i)
            rb_buffer_putc(out, ',');
        put_rule(out, &rules->items[i]);
    }
}

/* ---- texts ---- */

/* "{0}" would be a placeholder. */
static bool is_placeholder(struct rb_slice text, size_t at)
{
    size_t i = at + 1;

    while (i < text.len && rb_is_digit((unsigned char)text.ptr[i]))
        i++;
    return i > at + 1 && i < text.len && text.ptr[i] == '}';
}

void rb_sarif_text(struct rb_buffer *out, struct rb_slice text, size_t most)
{
    struct rb_buffer safe;
    bool inside = false;

    rb_buffer_init(&safe);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        /* A cut is seen, and not within a character. */
        if (i + 4 > most && text.len > most && ((unsigned char)c & 0xC0) != 0x80) {
            rb_buffer_puts(&safe, "…");
            break;
        }
        if (c == '(' && i > 0 && text.ptr[i - 1] == ']')
            rb_buffer_putc(&safe, ' '); /* "[words](address)" would be a link */
        if ((c == '{' && is_placeholder(text, i)) || (c == '}' && inside)) {
            rb_buffer_putc(&safe, c);
            inside = c == '{';
        }
        rb_buffer_putc(&safe, c);
    }
    rb_json_string(out, rb_buffer_slice(&safe));
    out->failed |= safe.failed;
    rb_buffer_free(&safe);
}

void rb_sarif_uri(struct rb_buffer *out, struct rb_slice path)
{
    static const char digits[] = "0123456789ABCDEF";

    if (path.len && path.ptr[0] == '/')
        rb_buffer_puts(out, "file://");
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];

        if (rb_is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/') {
            rb_buffer_putc(out, (char)c);
            continue;
        }
        rb_buffer_putc(out, '%');
        rb_buffer_putc(out, digits[c >> 4]);
        rb_buffer_putc(out, digits[c & 15]);
    }
}
