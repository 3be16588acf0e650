/* Addresses, with the words that say what to do with them: "or visit …", "my email is …". */
#include "fix/limb.h"
#include "fix/piece.h"
#include "fix/words.h"

enum { LONGEST_ERRAND = 14 /* words that go along with an address */ };

/* The token of the verb in "you can also visit", or 0. */
static uint32_t verb_behind_modal(const struct rb_scene *s, const struct rb_limb *p)
{
    uint32_t at, head;

    if (!(rb_fix_head(s->text, p->first, p->end, &at) & RB_WORD_SUBJECT))
        return 0;
    if (!(rb_limb_class(s, at + 1) & RB_WORD_MODAL))
        return 0;
    rb_fix_head(s->text, at + 2, p->end, &head);
    return at + 2 < p->end && rb_limb_class(s, head) & RB_WORD_VERB ? head : 0;
}

/* Whose clause it is: "you can …", "my email is …", but not "I will send it to …". */
static bool is_about_address(const struct rb_scene *s, uint32_t head)
{
    static const char *const heads[] = {"you", "my", "our", "the", "it", "it's", "its", "that's"};

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (rb_fix_is(s->text, head, heads[i]))
            return true;
    return false;
}

static bool is_errand(const struct rb_scene *s, const struct rb_limb *p)
{
    uint32_t head, class = rb_fix_head(s->text, p->first, p->end, &head);

    if (p->first == s->first && p->end == s->end)
        return true;
    if (p->end - p->first > LONGEST_ERRAND)
        return false;
    if (class & (RB_WORD_VERB | RB_WORD_PREP))
        return true;
    return class & (RB_WORD_SUBJECT | RB_WORD_ARTICLE) && is_about_address(s, head);
}

static bool begins_phone(const struct rb_scene *s, uint32_t token)
{
    const struct rb_phones *phones = &s->result->draft.phones;

    for (uint32_t i = 0; i < phones->count; i++)
        if (phones->items[i].token == token)
            return true;
    return false;
}

/* "call or email me at S": the object of the verb before stands in what would go. */
static bool shares_object(const struct rb_scene *s, const struct rb_limb *p)
{
    uint32_t last = p->left - 1, before = last > s->from ? rb_limb_class(s, last - 1) : 0;

    return rb_limb_class(s, last) & RB_WORD_VERB &&
           (last == s->from || rb_limb_separates(s, last - 1) ||
            before & (RB_WORD_ADVERB | RB_WORD_MODAL | RB_WORD_SUBJECT) ||
            rb_limb_is(s, last - 1, "to"));
}

static void errand_front(const struct rb_scene *s, const struct rb_limb *p,
                         struct rb_change *change)
{
    bool or = p->behind == RB_SIDE_CONJ && !rb_limb_is(s, p->next - 1, "and");
    bool alone = p->first == s->first && p->end == s->end;
    uint32_t head, mine = rb_fix_head(s->text, p->first, p->end, &head);
    uint32_t next = rb_fix_head(s->text, p->next, s->to, &head);
    bool same =
        (mine & RB_WORD_VERB && next & RB_WORD_VERB && (or || p->behind == RB_SIDE_COMMA)) ||
        (mine & (RB_WORD_SUBJECT | RB_WORD_ARTICLE) && next & RB_WORD_SUBJECT);

    if (same || (alone && or &&begins_phone(s, p->next)))
        (void)rb_cut_front(s, p->first, p->next, change);
}

/* "text A, call B, or visit S": the list of two that is left wants an "or" of its own. */
static void mend_list(const struct rb_scene *s, const struct rb_limb *p, struct rb_change *change)
{
    uint32_t first, head;
    bool or = rb_limb_is(s, p->first - 1, "or");

    if (p->before != RB_SIDE_CONJ || p->behind != RB_SIDE_EDGE ||
        !(rb_limb_class(s, p->left) & RB_WORD_COMMA))
        return;
    if (!(rb_limb_head_before(s, p->left, &first) & RB_WORD_VERB) || first < s->from + 2 ||
        !rb_limb_is(s, first - 1, ",") || (! or &&!rb_limb_is(s, p->first - 1, "and")))
        return;
    if (!(rb_limb_head_before(s, first - 1, &head) & RB_WORD_VERB))
        return;
    rb_splice_add(change, s->text->tokens[first - 1].start, s->text->tokens[first - 1].end,
                  rb_slice_str(or ? " or" : " and"), true);
}

void rb_ways_errand(const struct rb_scene *s, const struct rb_limb *p, struct rb_change *change)
{
    uint32_t verb = verb_behind_modal(s, p), head;
    uint32_t next = p->behind == RB_SIDE_EDGE ? s->text->sentences[s->sentence].token_end : p->next;

    if (!is_errand(s, p) || rb_limb_points_back(s, next))
        return;
    if (verb && p->behind == RB_SIDE_CONJ) {
        if (rb_fix_head(s->text, p->next, s->to, &head) & RB_WORD_VERB)
            (void)rb_cut_front(s, verb, p->next, change);
        return;
    }
    if (p->before == RB_SIDE_EDGE && p->behind == RB_SIDE_EDGE) {
        (void)rb_cut_sentence(s, change);
    } else if (p->before == RB_SIDE_EDGE) {
        errand_front(s, p, change);
    } else if (!(p->before == RB_SIDE_CONJ && shares_object(s, p)) &&
               !rb_limb_is(s, p->left, ":") &&
               !(p->before == RB_SIDE_COMMA && rb_limb_leans(s, p))) {
        if (rb_cut_back(s, p->left, p->end, change))
            mend_list(s, p, change);
    }
}
