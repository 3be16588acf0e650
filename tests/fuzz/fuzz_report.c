/* Reports that are markup, or lines for a runner: they are well-formed, have each finding of the
 * result once, with its words, and nothing in them acts by itself. What JSON says is the result's:
 * see fuzz_draft.c. */
#include <ringback.h>

#include "checked.h"
#include "markup.h"
#include "report/glyph.h"
#include "result/result.h"

/* A list of texts, each with a line's end before and behind it, which none of them has in it. */
struct texts {
    struct rb_buffer all;
    size_t n;
};

static void texts_add(struct texts *t, struct rb_slice text)
{
    if (t->n++ == 0)
        rb_buffer_putc(&t->all, '\n');
    for (size_t i = 0; i < text.len; i++)
        rb_buffer_putc(&t->all, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
    rb_buffer_putc(&t->all, '\n');
    HOLD(!t->all.failed);
}

/* Whether it is among them; or begins, or ends, one of them. */
static bool texts_have(const struct texts *t, struct rb_slice text, bool begins, bool ends)
{
    const struct rb_buffer *all = &t->all;

    for (size_t i = 1; i + text.len <= all->len; i++)
        if ((!begins || all->ptr[i - 1] == '\n') && memcmp(all->ptr + i, text.ptr, text.len) == 0 &&
            (!ends || all->ptr[i + text.len] == '\n'))
            return true;
    return false;
}

struct page {
    struct texts words, ids, links;
};

static void write_report(const ringback_result *result, ringback_format format,
                         struct rb_buffer *out)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
    ringback_report *report;

    rb_buffer_init(out);
    HOLD(ringback_report_new(format, &options, keep, out, &report, NULL) == RINGBACK_OK);
    HOLD(ringback_report_add(report, "a/<b>&\"c'.txt", 1, result, NULL) == RINGBACK_OK);
    HOLD(ringback_report_end(report, NULL) == RINGBACK_OK);
    HOLD(!out->failed);
    ringback_report_free(report);
    hold_clean(rb_buffer_slice(out));
}

static void page_free(struct page *page)
{
    rb_buffer_free(&page->words.all);
    rb_buffer_free(&page->ids.all);
    rb_buffer_free(&page->links.all);
}

static void lines_of(struct texts *t, struct rb_slice raw)
{
    for (size_t at = 0, end; at < raw.len; at = end + 1) {
        for (end = at; end < raw.len && raw.ptr[end] != '\n'; end++)
            ;
        texts_add(t, rb_slice_of(raw.ptr + at, end - at));
    }
}

/* ---- JUnit: a line for a finding, in the failure or in what is told besides ---- */

static void junit_text(void *ctx, const struct markup *m, struct rb_slice raw, struct rb_slice text)
{
    struct page *page = ctx;
    struct rb_buffer line;

    (void)text;
    if (!markup_in(m, "failure") && !markup_in(m, "system-out"))
        return;
    rb_buffer_init(&line);
    for (size_t at = 0, end; at < raw.len; at = end + 1) {
        for (end = at; end < raw.len && raw.ptr[end] != '\n'; end++)
            ;
        rb_buffer_clear(&line);
        markup_decode(&line, rb_slice_of(raw.ptr + at, end - at));
        if (end > at)
            texts_add(&page->words, rb_buffer_slice(&line));
    }
    rb_buffer_free(&line);
}

/* As XML has it: what it cannot say at all is a replacement character. */
static void as_xml(struct rb_buffer *out, struct rb_slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t cp = 0xFFFD;
        size_t n = rb_utf8_decode(text.ptr + at, text.len - at, &cp);

        if (n == 0 || cp == 0xFFFE || cp == 0xFFFF ||
            (cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r'))
            rb_buffer_puts(out, "\xEF\xBF\xBD");
        else if (cp == '\n')
            rb_buffer_putc(out, ' ');
        else
            rb_buffer_add(out, text.ptr + at, n);
        at += n ? n : 1;
    }
}

static void check_junit(const ringback_result *result)
{
    struct page page = {0};
    struct rb_buffer out, wanted;
    struct markup m = {.text = junit_text, .ctx = &page};
    size_t extra = 0;

    write_report(result, RINGBACK_FORMAT_JUNIT, &out);
    m.in = rb_buffer_slice(&out);
    markup_read(&m);
    rb_buffer_init(&wanted);
    for (uint32_t i = 0; i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];

        rb_buffer_clear(&wanted);
        rb_buffer_puts(&wanted, ringback_severity_name(f->severity));
        rb_buffer_puts(&wanted, ": ");
        as_xml(&wanted, f->message);
        HOLD(!wanted.failed && texts_have(&page.words, rb_buffer_slice(&wanted), false, false));
    }
    extra += texts_have(&page.words, rb_slice_str("in "), true, false);
    extra += texts_have(&page.words, rb_slice_str("score "), true, false);
    HOLD(page.words.n == result->n_findings + extra);
    rb_buffer_free(&wanted);
    rb_buffer_free(&out);
    page_free(&page);
}

/* ---- the page: a heading for a finding; links lead somewhere, and nowhere else ---- */

static void page_text(void *ctx, const struct markup *m, struct rb_slice raw, struct rb_slice text)
{
    struct page *page = ctx;

    (void)raw;
    if (markup_in(m, "h4"))
        texts_add(&page->words, text);
    HOLD(!markup_in(m, "script") && !markup_in(m, "style"));
}

static void page_attribute(void *ctx, struct rb_slice name, struct rb_slice value)
{
    struct page *page = ctx;

    HOLD(name.len < 2 || memcmp(name.ptr, "on", 2) != 0);
    HOLD(!rb_slice_is(name, "src") && !rb_slice_is(name, "style"));
    if (rb_slice_is(name, "id")) {
        HOLD(!texts_have(&page->ids, value, true, true));
        texts_add(&page->ids, value);
    } else if (rb_slice_is(name, "href")) {
        HOLD(value.len > 1 && value.ptr[0] == '#');
        texts_add(&page->links, rb_slice_of(value.ptr + 1, value.len - 1));
    }
}

static void check_links(const struct page *page)
{
    const struct rb_buffer *all = &page->links.all;

    for (size_t at = 1, end; at < all->len; at = end + 1) {
        for (end = at; all->ptr[end] != '\n'; end++)
            ;
        HOLD(texts_have(&page->ids, rb_slice_of(all->ptr + at, end - at), true, true));
    }
}

static void check_page(const ringback_result *result)
{
    struct page page = {0};
    struct rb_buffer out, wanted;
    struct markup m = {.text = page_text, .attribute = page_attribute, .ctx = &page};

    write_report(result, RINGBACK_FORMAT_HTML, &out);
    m.in = rb_buffer_slice(&out);
    markup_read(&m);
    check_links(&page);
    HOLD(page.words.n == result->n_findings);
    rb_buffer_init(&wanted);
    for (uint32_t i = 0; i < result->n_findings; i++) {
        rb_buffer_clear(&wanted);
        (void)rb_glyph_add(&wanted, result->findings[i].message, true);
        HOLD(!wanted.failed && texts_have(&page.words, rb_buffer_slice(&wanted), true, true));
    }
    rb_buffer_free(&wanted);
    rb_buffer_free(&out);
    page_free(&page);
}

/* ---- GitHub: a line for a finding; only the program's own commands ---- */

static void check_commands(const struct texts *lines)
{
    static const char *const begins[] = {
        "::error file=", "::warning file=", "::notice file=", "  | "};
    const struct rb_buffer *all = &lines->all;

    for (size_t at = 1, end; at < all->len; at = end + 1) {
        size_t known = 0;

        for (end = at; all->ptr[end] != '\n'; end++)
            HOLD(end - at < 2 || memcmp(all->ptr + end - 2, "##[", 3) != 0);
        for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
            known += end - at > strlen(begins[i]) &&
                     memcmp(all->ptr + at, begins[i], strlen(begins[i])) == 0;
        HOLD(known == 1);
    }
}

static void undo_percent(struct rb_buffer *out, struct rb_slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        rb_buffer_putc(out, text.ptr[i]);
        if (text.ptr[i] == '%' && text.len - i > 2 && memcmp(text.ptr + i, "%25", 3) == 0)
            i += 2;
    }
}

static void check_github(const ringback_result *result)
{
    struct rb_buffer out, plain, wanted;
    struct texts lines = {0};
    size_t n;

    write_report(result, RINGBACK_FORMAT_GITHUB, &out);
    rb_buffer_init(&plain);
    undo_percent(&plain, rb_buffer_slice(&out));
    lines_of(&lines, rb_buffer_slice(&plain));
    check_commands(&lines);
    n = lines.n - texts_have(&lines, rb_slice_str(" more: GitHub shows ten of each"), false, false);
    HOLD(n == result->n_findings);
    rb_buffer_init(&wanted);
    for (uint32_t i = 0; i < result->n_findings; i++) {
        rb_buffer_clear(&wanted);
        (void)rb_glyph_add(&wanted, result->findings[i].message, true);
        HOLD(!wanted.failed && texts_have(&lines, rb_buffer_slice(&wanted), false, false));
    }
    rb_buffer_free(&wanted);
    rb_buffer_free(&plain);
    rb_buffer_free(&out);
    rb_buffer_free(&lines.all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ringback_result *result = checked(data, size);

    check_junit(result);
    check_page(result);
    check_github(result);
    ringback_result_free(result);
    return 0;
}
