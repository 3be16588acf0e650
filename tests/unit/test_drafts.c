#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/drafts.h"

static struct rb_buffer said;

static void say(const char *s)
{
    rb_buffer_puts(&said, s);
}

/* A passage: each piece as line:column:byte"text", a line end as |. */
static void say_passage(const struct rb_passage *p)
{
    for (uint32_t i = 0; i < p->origin.n; i++) {
        const struct rb_piece *piece = &p->origin.pieces[i];
        uint32_t end = i + 1 < p->origin.n ? p->origin.pieces[i + 1].start : (uint32_t)p->text.len;

        rb_buffer_uint(&said, piece->line);
        say(":");
        rb_buffer_uint(&said, piece->column);
        if (piece->byte != piece->column) {
            say(":");
            rb_buffer_uint(&said, piece->byte);
        }
        say("\"");
        for (uint32_t k = piece->start; k < end; k++)
            rb_buffer_putc(&said, p->text.ptr[k] == '\n'   ? '|'
                                  : p->text.ptr[k] == '\r' ? '/'
                                                           : p->text.ptr[k]);
        say("\"");
    }
}

static const char *parts(const struct rb_parts *out)
{
    if (out->front.yaml.text.ptr) {
        say(out->front.open ? "open " : "front ");
        say_passage(&out->front.yaml);
        say("; ");
    }
    for (uint32_t i = 0; i < out->n; i++) {
        const struct rb_part *part = &out->items[i];

        say(i ? "; " : "");
        if (part->name.len) {
            say("[");
            rb_buffer_slice_add(&said, part->name);
            say("] ");
        }
        if (part->front.yaml.text.ptr) {
            say("front ");
            say_passage(&part->front.yaml);
            say(" ");
        }
        for (uint32_t k = 0; k < part->n_pragmas; k++) {
            const struct rb_pragma *p = &out->pragmas[part->pragma + k];

            say(p->start >= part->end ? "late " : "");
            rb_buffer_slice_add(&said, p->rule);
            say("! ");
        }
        say("@");
        rb_buffer_uint(&said, part->line);
        say(" ");
        say_passage(&part->draft);
    }
    rb_buffer_putc(&said, '\0');
    return said.ptr;
}

enum kind { TEXT, PROSE, MARKED };

static const char *cut(enum kind kind, const char *text)
{
    struct rb_slice file = rb_slice_str(text);
    struct rb_parts out;
    struct rb_arena arena;
    const char *result;

    rb_arena_init(&arena);
    rb_buffer_clear(&said);
    assert_true(kind == TEXT ? rb_parts_text(&arena, file, &out)
                             : rb_parts_markdown(&arena, file, kind == MARKED, &out));
    result = parts(&out);
    rb_arena_free(&arena);
    return result;
}

static void text_is_cut_at_lines(void **state)
{
    (void)state;
    assert_string_equal(cut(TEXT, "Hi.\nBye."), "@1 1:1\"Hi.|\"2:1\"Bye.\"");
    assert_string_equal(cut(TEXT, "A\r\n---\r\n\r\nB\r--- \rC"),
                        "@1 1:1\"A/|\"; @4 3:1\"/|\"4:1\"B/\"; @6 6:1\"C\"");
    assert_string_equal(cut(TEXT, "---\n \n---\nA\n---\n"), "@4 4:1\"A|\"");
    assert_string_equal(cut(TEXT, ""), "@1 1:1\"\"");
    assert_string_equal(cut(TEXT, "---\n\n---\n"), "@4 4:1\"\"");
    assert_string_equal(cut(TEXT, "a --- b\n----\n --- \n"),
                        "@1 1:1\"a --- b|\"2:1\"----|\"3:1\" --- |\"");
}

static void a_byte_order_mark_is_no_column(void **state)
{
    (void)state;
    assert_string_equal(cut(TEXT, "\xEF\xBB\xBFHi"), "@1 1:1\"Hi\"");
    assert_string_equal(cut(TEXT, "\xEF\xBB\xBF---\npace: 1\n---\nHi"),
                        "front 1:1\"---|\"2:1\"pace: 1|\"; @4 4:1\"Hi\"");
}

static void front_matter_of_a_file(void **state)
{
    (void)state;
    assert_string_equal(
        cut(TEXT, "---\n# why\nto: Ana\n---\nHi\n---\nHo\n"),
        "front 1:1\"---|\"2:1\"# why|\"3:1\"to: Ana|\"; @5 5:1\"Hi|\"; @7 7:1\"Ho|\"");
    assert_string_equal(cut(TEXT, "---\nto: Ana\n...\nHi\n"),
                        "front 1:1\"---|\"2:1\"to: Ana|\"; @4 4:1\"Hi|\"");
    /* Words are no keys. */
    assert_string_equal(cut(TEXT, "---\nHi: it is me\n---\nHo\n"),
                        "@2 2:1\"Hi: it is me|\"; @4 4:1\"Ho|\"");
    assert_string_equal(cut(TEXT, "---\nto: Ana\nHi\n"),
                        "open 1:1\"---|\"2:1\"to: Ana|\"3:1\"Hi|\"; @4 4:1\"\"");
    assert_string_equal(cut(TEXT, "Hi\n---\nto: Ana\n---\nHo\n"),
                        "@1 1:1\"Hi|\"; @3 3:1\"to: Ana|\"; @5 5:1\"Ho|\"");
}

static void pragmas_are_no_text(void **state)
{
    (void)state;
    assert_string_equal(cut(TEXT, "# ringback-ignore a: b\nHi\n# ringback-ignore c: d\nHo\n"),
                        "a! c! @2 2:1\"Hi|\"4:1\"Ho|\"");
    assert_string_equal(cut(TEXT, "Hi <!-- ringback-ignore a: b -->there\n"),
                        "a! @1 1:1\"Hi \"1:33\"there|\"");
    /* They belong to the draft around or behind them. */
    assert_string_equal(
        cut(TEXT, "# ringback-ignore a: b\n---\nHi\n---\n# ringback-ignore c, d: e\nHo\n---\n"
                  "# ringback-ignore f: g\n"),
        "a! @3 3:1\"Hi|\"; c! d! late f! @6 6:1\"Ho|\"");
    assert_string_equal(cut(TEXT, "# ringback-ignore a: b\n"), "a! @2 2:1\"\"");
}

static void marked_blocks(void **state)
{
    (void)state;
    assert_string_equal(cut(PROSE,
                            "# Calls\n\nWords.\n\n## First *touch*\n\n```voicemail\nHi **Ana**,\n\n"
                            "  bye.\n```\n\n~~~ Voicemail fast\nHo\n~~~\n\n```sh\nls\n```\n"),
                        "[First touch] @8 8:1\"Hi **Ana**,||  \"10:3\"bye.|\"; "
                        "[First touch] @14 14:1\"Ho|\"");
    assert_string_equal(
        cut(MARKED, "> 1. x\n>\n>    ```voicemail\n>    Hi \xC3\xA9t\n>      in\n>    ```\n"),
        "@4 4:6\"Hi \xC3\xA9t|  \"5:8\"in|\"");
    assert_string_equal(cut(MARKED, "```voicemail\n```\n"), "@1 1:4\"\"");
    assert_string_equal(cut(MARKED, "Hi there.\n"), "");
    assert_string_equal(cut(MARKED, "<!--\n```voicemail\nHi\n```\n-->\n"), "");
}

static void a_block_has_its_own_front_matter(void **state)
{
    (void)state;
    assert_string_equal(
        cut(MARKED, "---\npace: 1\n---\n# A\n```voicemail\n---\nto: Ana\n---\nHi\nHo\n```\n"),
        "front 1:1\"---|\"2:1\"pace: 1|\"; "
        "[A] front 6:1\"---|\"7:1\"to: Ana|\" "
        "@9 9:1\"Hi|\"10:1\"Ho|\"");
}

static void pragmas_in_markdown(void **state)
{
    (void)state;
    assert_string_equal(
        cut(MARKED,
            "## A <!-- ringback-ignore z: y -->\n<!-- ringback-ignore a: b -->\n```voicemail\n"
            "Hi\n# ringback-ignore c: d\n\nHo\n<!-- ringback-ignore e: f -->\n```\n"
            "<!-- ringback-ignore g: h -->\n"),
        "[A] z! a! c! e! late g! @4 4:1\"Hi||\"7:1\"Ho|\"");
    assert_string_equal(
        cut(PROSE, "<!-- ringback-ignore a: b -->\nHi\n<!-- ringback-ignore c: d -->\nHo\n"),
        "a! c! @2 2:1\"Hi|\"4:1\"Ho\"");
}

static void prose_is_what_is_read(void **state)
{
    (void)state;
    assert_string_equal(
        cut(PROSE, "# A title\n\nHi **Ana**, it's [Lee](http://x.example \"t\").\n"
                   "Call \\*now\\* &amp; `555`&#8217;s\n\n![a picture](x.png)\n\n"
                   "    code\n\n<!-- not\nsaid -->\n- one <!-- no --> two\n"),
        "@3 3:1\"Hi \"3:6\"Ana\"3:11\", it's \"3:19\"Lee\"3:45\".|\""
        "4:1\"Call \"4:7\"*now\"4:12\"* &\"4:19\" \"4:21\"555\xE2\x80\x99\"4:32\"s||\""
        "12:3\"one \"12:18\" two\"");
    assert_string_equal(cut(PROSE, "<Name>, it is <company>.\n"),
                        "@1 1:1\"<Name>, it is <company>.\"");
    assert_string_equal(cut(PROSE, "Hi\n---\nHo\n\n***\n\nHa\n===\n"),
                        "@1 1:1\"Hi\"; @3 3:1\"Ho\"; @7 7:1\"Ha\"");
    assert_string_equal(cut(PROSE, "# Only a title\n"), "@1 1:1\"\"");
}

static int clean(void **state)
{
    (void)state;
    rb_buffer_free(&said);
    return 0;
}

/* Code between fences is no draft, wherever it stands; a line across without words cuts nothing. */
static void prose_around_code(void **state)
{
    (void)state;
    assert_string_equal(cut(PROSE, "Hi.\n\n```\ncode\n\nmore\n```\n\nBye.\n"),
                        "@1 1:1\"Hi.||\"9:1\"Bye.\"");
    assert_string_equal(cut(PROSE, "```\ncode\n```\n"), "@1 1:1\"\"");
    assert_string_equal(cut(PROSE, "* * *\n\nHi.\n\n* * *\n* * *\n\nBye.\n\n* * *\n"),
                        "@3 3:1\"Hi.\"; @8 8:1\"Bye.\"");
    assert_string_equal(cut(PROSE, "Hi.\r\nthere.\rAna\r\n"),
                        "@1 1:1\"Hi.|\"2:1\"there.|\"3:1\"Ana\"");
    assert_string_equal(
        cut(MARKED, "```voicemail\nHi.\n```\n\n```voicemai\nno\n```\n\n```voicemails\nno\n```\n"),
        "@2 2:1\"Hi.|\"");
    assert_string_equal(cut(MARKED, "```voicemail\n---\nstyle: a\n---\n  Hi.\n```\n"),
                        "front 2:1\"---|\"3:1\"style: a|\" @5 5:3\"Hi.|\"");
    assert_string_equal(cut(TEXT, "---\r\nstyle: a\r\n---\r\nHi."),
                        "front 1:1\"---/|\"2:1\"style: a/|\"; @4 4:1\"Hi.\"");
    assert_string_equal(cut(TEXT, "---\nstyle:\n...\nHi."),
                        "front 1:1\"---|\"2:1\"style:|\"; @4 4:1\"Hi.\"");
    assert_string_equal(cut(TEXT, "---\nstyle:a\n---\nHi."), "@2 2:1\"style:a|\"; @4 4:1\"Hi.\"");
    assert_string_equal(cut(TEXT, "---\n:a\n---\nHi."), "@2 2:1\":a|\"; @4 4:1\"Hi.\"");
    assert_string_equal(cut(TEXT, "---\nstyle: a\n--"),
                        "open 1:1\"---|\"2:1\"style: a|\"3:1\"--\"; @3 3:3\"\"");
    assert_string_equal(cut(TEXT, "---\nstyle: a\n---"),
                        "front 1:1\"---|\"2:1\"style: a|\"; @3 3:4\"\"");
    assert_string_equal(cut(TEXT, "---\nstyle: a\n-- -\nHi."),
                        "open 1:1\"---|\"2:1\"style: a|\"3:1\"-- -|\"4:1\"Hi.\"; @4 4:4\"\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut_at_lines),
        cmocka_unit_test(a_byte_order_mark_is_no_column),
        cmocka_unit_test(front_matter_of_a_file),
        cmocka_unit_test(pragmas_are_no_text),
        cmocka_unit_test(marked_blocks),
        cmocka_unit_test(a_block_has_its_own_front_matter),
        cmocka_unit_test(pragmas_in_markdown),
        cmocka_unit_test(prose_is_what_is_read),
        cmocka_unit_test(prose_around_code),
    };

    return cmocka_run_group_tests(tests, NULL, clean);
}
