#include "cli/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "First Name", "{{first-name}}" and "first_name" are one: small letters and figures, with one
 * underscore for whatever stands between. */
static void plain_name(ringback_str name, char to[RB_NAME_BYTES])
{
    size_t n = 0;
    bool gap = false;

    for (size_t i = 0; i < name.len && n + 2 < RB_NAME_BYTES; i++) {
        char c = name.ptr[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80)) {
            gap = n > 0;
            continue;
        }
        if (gap)
            to[n++] = '_';
        gap = false;
        to[n++] = c;
    }
    to[n] = '\0';
}

/* The header: a name for each column. */
bool rb_cli_merge_header(struct rb_cli_run *run, struct rb_cli_merge *m, struct rb_cli_csv *csv,
                         const char *path)
{
    enum rb_cli_csv_row row = rb_cli_csv_next(csv);

    if (row == RB_CSV_MEMORY) {
        rb_cli_fail_memory(run);
        return false;
    }
    if (row != RB_CSV_ROW) {
        rb_cli_fail(run, RB_EXIT_WRONG, "the table cannot be read", "%s:%lu: %s", path,
                    (unsigned long)csv->line,
                    row == RB_CSV_END ? "no header: its first row names the columns" : csv->why);
        return false;
    }
    m->names = calloc(csv->n, sizeof *m->names);
    if (!m->names) {
        rb_cli_fail_memory(run);
        return false;
    }
    m->n_names = csv->n;
    for (size_t i = 0; i < m->n_names; i++)
        plain_name(csv->fields[i], m->names[i]);
    return true;
}

static void no_column(struct rb_cli_run *run, const struct rb_cli_merge *m, const char *path,
                      const ringback_blank *blank, const char *name)
{
    const char **names = calloc(m->n_names + 1, sizeof *names), *near = NULL;

    for (size_t i = 0; names && i < m->n_names; i++)
        names[i] = m->names[i];
    if (names)
        near = rb_cli_nearest(name, names, m->n_names);
    rb_cli_fail(run, RB_EXIT_WRONG, "a blank that no column fills",
                "%s:%lu:%lu: there is no column for '%.*s'%s%s%s", path,
                (unsigned long)blank->span.line, (unsigned long)blank->span.column,
                blank->name.len < RB_NAME_BYTES ? (int)blank->name.len : RB_NAME_BYTES,
                blank->name.ptr, near ? ": did you mean '" : "", near ? near : "",
                near ? "'?" : "");
    free(names);
}

/* Every blank of the template has its column, or all that have none are told. */
bool rb_cli_merge_blanks(struct rb_cli_run *run, struct rb_cli_merge *m,
                         const ringback_result *result, const char *path)
{
    ringback_blank blank;
    bool ok = true;

    m->n_blanks = 0;
    for (size_t i = 0; ringback_result_blank(result, i, &blank); i++) {
        char name[RB_NAME_BYTES];
        size_t column = 0;

        plain_name(blank.name, name);
        while (column < m->n_names && (*name == '\0' || strcmp(m->names[column], name) != 0))
            column++;
        if (column == m->n_names) {
            no_column(run, m, path, &blank, name);
            ok = false;
        } else if (m->n_blanks < RB_MOST_BLANKS) {
            m->blanks[m->n_blanks++] =
                (struct rb_cli_blank){blank.span.start, blank.span.end, column};
        } else {
            rb_cli_fail_path(run, path, "too many blanks for a voicemail");
            return false;
        }
    }
    if (ok && m->n_blanks == 0) {
        rb_cli_fail_path(run, path, "nothing to fill: there is no blank like [Name] in it");
        return false;
    }
    return ok;
}

static bool is_blank_byte(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static ringback_str trimmed(ringback_str s)
{
    while (s.len && is_blank_byte(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && is_blank_byte(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

ringback_str rb_cli_merge_value(const struct rb_cli_merge *m, const struct rb_cli_csv *csv,
                                size_t blank)
{
    return trimmed(csv->fields[m->blanks[blank].column]);
}

bool rb_cli_merge_row(struct rb_cli_merge *m, const struct rb_cli_csv *csv, ringback_str template,
                      size_t *len)
{
    size_t need = template.len, at = 0, n = 0;

    for (size_t i = 0; i < m->n_blanks; i++)
        need += csv->fields[m->blanks[i].column].len;
    if (need > m->text_cap) {
        char *grown = realloc(m->text, need);

        if (!grown)
            return false;
        m->text = grown;
        m->text_cap = need;
    }
    for (size_t i = 0; i <= m->n_blanks; i++) {
        size_t to = i < m->n_blanks ? m->blanks[i].start : template.len;
        ringback_str value;

        memcpy(m->text + n, template.ptr + at, to - at);
        n += to - at;
        if (i == m->n_blanks)
            break;
        value = rb_cli_merge_value(m, csv, i);
        for (size_t k = 0; k < value.len; k++)
            m->text[n++] = is_blank_byte(value.ptr[k]) ? ' ' : value.ptr[k];
        at = m->blanks[i].end;
    }
    *len = n;
    return true;
}

void rb_cli_merge_free(struct rb_cli_merge *m)
{
    free(m->names);
    free(m->text);
    m->names = NULL;
    m->text = NULL;
}
