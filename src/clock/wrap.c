#include "clock/expand.h"

enum { NARROWEST = 40, FEWEST = 3 };

/* Bytes of a line without the white space at its end. */
static uint32_t line_length(const struct rb_source *s, uint32_t line)
{
    uint32_t start = s->lines[line];
    uint32_t end = line + 1 < s->n_lines ? s->lines[line + 1] : (uint32_t)s->text.len;

    while (end > start && (unsigned char)s->text.ptr[end - 1] <= ' ')
        end--;
    return end - start;
}

static uint32_t first_word_length(const struct rb_source *s, uint32_t line)
{
    uint32_t i = s->lines[line], end = (uint32_t)s->text.len, start;

    while (i < end && s->text.ptr[i] == ' ')
        i++;
    start = i;
    while (i < end && (unsigned char)s->text.ptr[i] > ' ')
        i++;
    return i - start;
}

/* Whether the first word of the line behind this one had no room on it. */
static bool had_no_room(const struct rb_source *s, uint32_t line, uint32_t width)
{
    return line_length(s, line) + 1 + first_word_length(s, line + 1) > width;
}

/* A wide line that goes on in the middle of a sentence: nobody breaks off there to draw breath. Of
 * dictated text nobody knows where sentences end. */
static bool goes_on(const struct rb_lines *lines, const struct rb_text *text, uint32_t token)
{
    const struct rb_token *t = &text->tokens[token];
    uint32_t length = line_length(&text->source, lines->line - 1);
    char first = text->source.text.ptr[t->start];

    if (t->flags & RB_TOK_SENTENCE)
        return false;
    return lines->filled || (first >= 'a' && first <= 'z' && !text->informal &&
                             length >= NARROWEST && length * 3 >= lines->width * 2);
}

/* A paragraph's width is its longest line's; it is filled when all its lines but the last are
 * nearly as wide, as they are when they were wrapped and then mended. */
static void measure_paragraph(struct rb_lines *lines, const struct rb_source *s, uint32_t line)
{
    uint32_t end = line;

    lines->width = 0;
    while (end < s->n_lines && line_length(s, end) > 0) {
        uint32_t length = line_length(s, end++);

        if (length > lines->width)
            lines->width = length;
    }
    lines->filled = end - line >= FEWEST;
    for (uint32_t i = line; i + 1 < end && lines->filled; i++)
        lines->filled = line_length(s, i) * 4 >= lines->width * 3;
    lines->paragraph_end = end > line ? end : line + 1;
}

bool rb_line_wraps(struct rb_lines *lines, const struct rb_text *text, uint32_t token)
{
    const struct rb_source *s = &text->source;
    const struct rb_token *t = &text->tokens[token];
    char first = s->text.ptr[t->start];

    if (t->flags & RB_TOK_BLANK)
        return false;
    while (lines->line + 1 < s->n_lines && s->lines[lines->line + 1] <= t->start) {
        if (lines->line >= lines->paragraph_end || lines->paragraph_end == 0)
            measure_paragraph(lines, s, lines->line);
        lines->line++;
    }
    if (lines->line == 0 || lines->line >= lines->paragraph_end || lines->width < NARROWEST)
        return false;
    if (goes_on(lines, text, token))
        return true;
    return had_no_room(s, lines->line - 1, lines->width) &&
           (lines->filled || (first >= 'a' && first <= 'z'));
}
