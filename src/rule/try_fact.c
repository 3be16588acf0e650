/* The examples of a fact: sentences with the fact in guillemets, and sentences without it. */
#include "rule/engine.h"
#include "rule/tryout.h"

enum { MOST_MARKS = 64 };

struct span {
    uint32_t start, end;
};

/* Takes the guillemets out of a sentence, into `text`; gives the number of marked spans, or -1 when
 * they do not pair. */
static int take_marks(struct rb_tryout *t, struct rb_slice s, struct span marks[MOST_MARKS])
{
    int n = 0;
    bool open = false;

    rb_buffer_clear(&t->text);
    for (size_t i = 0; i < s.len; i++) {
        bool left = s.len - i > 1 && memcmp(s.ptr + i, "\xC2\xAB", 2) == 0;
        bool right = s.len - i > 1 && memcmp(s.ptr + i, "\xC2\xBB", 2) == 0;

        if (!left && !right) {
            rb_buffer_putc(&t->text, s.ptr[i]);
            continue;
        }
        if (left == open || n == MOST_MARKS)
            return -1;
        open = left;
        if (left)
            marks[n].start = (uint32_t)t->text.len;
        else
            marks[n++].end = (uint32_t)t->text.len;
        i++;
    }
    return open ? -1 : n;
}

static bool marks_match(const struct rb_facts *facts, uint32_t kind, const struct span *marks,
                        int n)
{
    int at = 0;

    for (uint32_t i = 0; i < facts->count; i++) {
        const struct rb_fact *fact = &facts->items[i];

        if (fact->kind != kind)
            continue;
        if (at == n || fact->start != marks[at].start || fact->end != marks[at].end)
            return false;
        at++;
    }
    return at == n;
}

static void fail(struct rb_tryout *t, uint32_t kind, const struct rb_yaml *node, bool good)
{
    rb_tryout_fail(t, node,
                   (struct rb_failure){.fact = rb_lexicon_name(t->rules->lexicon, kind),
                                       .good = good,
                                       .text = node->text});
}

static void try_sentence(struct rb_tryout *t, uint32_t kind, const struct rb_yaml *node, bool good)
{
    struct rb_slice name = rb_lexicon_name(t->rules->lexicon, kind);
    struct span marks[MOST_MARKS];
    int n = take_marks(t, node->text, marks);
    ringback_result *result;

    t->counts.examples++;
    if (n < 0 || (n == 0 && good)) {
        rb_buffer_puts(&t->said, n < 0
                                     ? "the guillemets in this sentence do not pair"
                                     : "this sentence has no guillemets: they mark what is found");
        fail(t, kind, node, good);
        return;
    }
    if (rb_draft_make(t->finder, rb_buffer_slice(&t->text), &rb_tryout_known, &result, &t->error))
        return;
    if (!marks_match(&result->draft.facts, kind, marks, n)) {
        rb_buffer_puts(&t->said, "the fact \"");
        rb_buffer_slice_add(&t->said, name);
        rb_buffer_puts(&t->said, "\": should be found: ");
        for (int i = 0; i < n; i++) {
            rb_buffer_puts(&t->said, i ? ", " : "");
            rb_tryout_quote(t, &result->draft, marks[i].start, marks[i].end);
        }
        rb_buffer_puts(&t->said, n ? "; is found: " : "nothing; is found: ");
        rb_tryout_facts(t, &result->draft, (int)kind);
        fail(t, kind, node, good);
    }
    rb_result_free(result);
}

void rb_tryout_fact(struct rb_tryout *t, uint32_t fact)
{
    const struct rb_yaml *examples = rb_yaml_get(t->rules->facts.items[fact].node, "examples");

    for (const struct rb_yaml *list = examples->child; list; list = list->next)
        for (const struct rb_yaml *s = list->child; s && !t->error.status; s = s->next)
            try_sentence(t, fact, s, rb_slice_is(list->key, "is"));
}
