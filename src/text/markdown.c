#include "text/markdown.h"

#include <md4c.h>

#include "base/ascii.h"
#include "base/utf8.h"

struct walk {
    struct rb_slice source;
    rb_markdown_sink *sink;
    void *ctx;
    unsigned level;    /* of the heading whose first text has not come yet; 0: none */
    unsigned pictures; /* pictures around the text that comes now */
    bool heading, fenced, code;
    bool comment;      /* in an HTML comment within a paragraph */
    bool html, hidden; /* in a block of HTML; one that holds nothing to read */
    bool html_begins;
};

static uint32_t offset_of(const struct walk *w, const char *text)
{
    if (!text || text < w->source.ptr || text > w->source.ptr + w->source.len)
        return RB_MARKDOWN_NOWHERE;
    return (uint32_t)(text - w->source.ptr);
}

static int tell(struct walk *w, enum rb_markdown_event event, struct rb_slice text, uint32_t at)
{
    return w->sink(w->ctx, event, text, at) ? 0 : -1;
}

static int tell_alone(struct walk *w, enum rb_markdown_event event)
{
    return tell(w, event, rb_slice_of("", 0), RB_MARKDOWN_NOWHERE);
}

/* ---- blocks ---- */

static int enter_fence(struct walk *w, const MD_BLOCK_CODE_DETAIL *code)
{
    struct rb_slice lang = rb_slice_of(code->lang.text ? code->lang.text : "", code->lang.size);

    w->code = true;
    w->fenced = code->fence_char != 0;
    return w->fenced ? tell(w, RB_MARKDOWN_FENCE, lang, offset_of(w, code->lang.text)) : 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
    struct walk *w = ctx;

    switch (type) {
    case MD_BLOCK_H:
        w->level = ((const MD_BLOCK_H_DETAIL *)detail)->level;
        return 0;
    case MD_BLOCK_CODE:
        return enter_fence(w, detail);
    case MD_BLOCK_HR:
        return tell_alone(w, RB_MARKDOWN_RULE);
    case MD_BLOCK_HTML:
        w->html = w->html_begins = true;
        return tell_alone(w, RB_MARKDOWN_BREAK);
    default:
        return tell_alone(w, RB_MARKDOWN_BREAK);
    }
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
    struct walk *w = ctx;
    bool told;

    (void)detail;
    w->comment = false;
    switch (type) {
    case MD_BLOCK_H:
        told = w->heading;
        w->heading = false;
        w->level = 0;
        return told ? tell_alone(w, RB_MARKDOWN_HEADING_END) : 0;
    case MD_BLOCK_CODE:
        told = w->fenced;
        w->code = w->fenced = false;
        return tell_alone(w, told ? RB_MARKDOWN_FENCE_END : RB_MARKDOWN_BREAK);
    case MD_BLOCK_HTML:
        w->html = w->hidden = false;
        break;
    default:
        break;
    }
    return tell_alone(w, RB_MARKDOWN_BREAK);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
    struct walk *w = ctx;

    (void)detail;
    w->pictures += type == MD_SPAN_IMG;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *ctx)
{
    struct walk *w = ctx;

    (void)detail;
    w->pictures -= type == MD_SPAN_IMG;
    return 0;
}

/* ---- text ---- */

/* The first text of a heading tells how it is written: "# Words", or underlined. */
static int begin_heading(struct walk *w, uint32_t at)
{
    bool hash = false;
    struct rb_slice line = rb_slice_of(w->level == 1 ? "=" : "-", 1);

    if (at == RB_MARKDOWN_NOWHERE)
        return 0;
    for (uint32_t i = at; i > 0 && w->source.ptr[i - 1] != '\n' && w->source.ptr[i - 1] != '\r';
         i--)
        hash |= w->source.ptr[i - 1] == '#';
    w->level = 0;
    w->heading = true;
    return tell(w, hash ? RB_MARKDOWN_HEADING : RB_MARKDOWN_UNDERLINED, line, RB_MARKDOWN_NOWHERE);
}

static bool begins(struct rb_slice text, const char *head)
{
    size_t n = strlen(head);

    if (text.len < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (rb_to_lower(text.ptr[i]) != head[i])
            return false;
    return true;
}

/* A block of HTML that is a comment, an instruction or a program says nothing. */
static bool is_hidden(struct rb_slice text)
{
    static const char *const heads[] = {"<!", "<?", "<script", "<style", "<pre", "<textarea"};

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t n = strlen(heads[i]);

        /* Not "<premium>", which is a placeholder. */
        if (begins(text, heads[i]) && !(rb_is_alpha(heads[i][n - 1]) && text.len > n &&
                                        (rb_is_alnum(text.ptr[n]) || text.ptr[n] == '-')))
            return true;
    }
    return false;
}

static bool ends(struct rb_slice text, const char *tail)
{
    size_t n = strlen(tail);

    return text.len >= n && memcmp(text.ptr + text.len - n, tail, n) == 0;
}

/* Tags may be placeholders, so that only comments go. They come line by line. */
static bool is_comment(struct walk *w, struct rb_slice text)
{
    bool comment = w->comment || begins(text, "<!--");

    w->comment = comment && !ends(text, "-->");
    return comment;
}

/* "&#8217;" and "&#x2019;"; 0: not a character of text. */
static uint32_t numeric_entity(struct rb_slice text)
{
    bool hex = text.len > 3 && (text.ptr[2] == 'x' || text.ptr[2] == 'X');
    uint32_t cp = 0;

    for (size_t i = hex ? 3 : 2; i + 1 < text.len && cp < 0x110000; i++) {
        char c = rb_to_lower(text.ptr[i]);

        cp = cp * (hex ? 16 : 10) + (uint32_t)(rb_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return cp < 0x20 || cp >= 0x110000 || (cp >= 0xD800 && cp < 0xE000) ? 0 : cp;
}

static int entity(struct walk *w, struct rb_slice text, uint32_t at)
{
    static const struct {
        const char *name, *character;
    } names[] = {
#define ENTITY(name, character) {name, character},
#include "text/entity_names.def"
#undef ENTITY
    };
    char utf8[4];
    uint32_t cp;

    if (text.len > 2 && text.ptr[1] == '#') {
        cp = numeric_entity(text);
        if (cp == 0)
            return tell(w, RB_MARKDOWN_TEXT, text, at);
        return tell(w, RB_MARKDOWN_TEXT, rb_slice_of(utf8, rb_utf8_encode(cp, utf8)),
                    RB_MARKDOWN_NOWHERE);
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text.len > 2 && rb_slice_is(rb_slice_of(text.ptr + 1, text.len - 2), names[i].name))
            return tell(w, RB_MARKDOWN_TEXT, rb_slice_str(names[i].character), RB_MARKDOWN_NOWHERE);
    return tell(w, RB_MARKDOWN_TEXT, text, at);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *ctx)
{
    struct walk *w = ctx;
    struct rb_slice text = rb_slice_of(bytes, size);
    uint32_t at = offset_of(w, bytes);

    if ((w->code && !w->fenced) || w->pictures)
        return 0;
    if (w->level && begin_heading(w, at))
        return -1;
    if (w->html && w->html_begins) {
        w->hidden = is_hidden(text);
        w->html_begins = false;
    }
    if (w->hidden)
        return 0;
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        return w->comment ? 0
                          : tell(w, RB_MARKDOWN_TEXT, rb_slice_of("\n", 1), RB_MARKDOWN_NOWHERE);
    case MD_TEXT_HTML:
        return !w->html && is_comment(w, text) ? 0 : tell(w, RB_MARKDOWN_TEXT, text, at);
    case MD_TEXT_ENTITY:
        return entity(w, text, at);
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
        break;
    }
    return tell(w, RB_MARKDOWN_TEXT, text, at);
}

bool rb_markdown_walk(struct rb_slice source, rb_markdown_sink *sink, void *ctx)
{
    static const MD_PARSER parser = {0,          0,       enter_block, leave_block, enter_span,
                                     leave_span, on_text, NULL,        NULL};
    struct walk w = {.source = source, .sink = sink, .ctx = ctx};

    return md_parse(source.ptr, (MD_SIZE)source.len, &parser, &w) == 0;
}
