/* <Name>, <Org> and <Proper>: runs of words that can be a person's or an organisation's name.
 * Whether they are one is for phrases to say; here only the shape is seen: capitals, particles,
 * titles, placeholders, and in dictated text whatever no list of stop words rules out. */
#include "base/ascii.h"
#include "fact/run.h"

enum { LONGEST_NAME = 6, LONGEST_ORG = 8, SPOKEN_NAME = 3, SPOKEN_ORG = 4 };

struct runs {
    struct rb_run *run;
    bool spoken;         /* capitals say nothing */
    uint32_t class;      /* RB_CLASS_ORG, or RB_CLASS_PROPER: really written with a capital */
    uint32_t first, end; /* the sentence */
};

static const struct rb_unit *unit_at(const struct runs *r, uint32_t at)
{
    return &r->run->units.items[at];
}

static struct rb_slice text_at(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);

    return rb_slice_of(r->run->text->source.text.ptr + u->start, u->end - u->start);
}

static bool in(const struct runs *r, uint32_t at, uint32_t def)
{
    return def != UINT32_MAX && rb_stands_so_far(r->run, at, def);
}

static bool joined(const struct runs *r, uint32_t at)
{
    return at < r->end && !(unit_at(r, at)->flags & RB_UNIT_EDGE);
}

/* The second half of a compound, Eun-ji: whatever its case, it belongs to the first. */
static bool hyphened(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);

    return at > r->first && joined(r, at) && u->flags & RB_UNIT_GLUED &&
           !(u->flags & (RB_UNIT_INSIDE | RB_UNIT_MARK | RB_UNIT_HOLE)) &&
           u->start == unit_at(r, at - 1)->end + 1 &&
           r->run->text->source.text.ptr[u->start - 1] == '-';
}

/* A capital at the start or, as in iFixer and d'Or, inside. */
static bool has_capital(const struct runs *r, uint32_t at)
{
    struct rb_slice text = text_at(r, at);

    if (unit_at(r, at)->flags & RB_UNIT_CAPITAL)
        return true;
    for (size_t i = 1; i < text.len; i++)
        if (rb_is_upper(text.ptr[i]) && !(unit_at(r, at)->flags & RB_UNIT_FIGURES))
            return true;
    return false;
}

static bool is_person_hole(const struct rb_unit *u)
{
    return u->flags & RB_UNIT_HOLE && (u->hole == RB_HOLE_CALLER || u->hole == RB_HOLE_PROSPECT ||
                                       u->hole == RB_HOLE_REFERRER || u->hole == RB_HOLE_OTHER);
}

static bool is_company_hole(const struct rb_unit *u)
{
    return u->flags & RB_UNIT_HOLE &&
           (u->hole == RB_HOLE_COMPANY || u->hole == RB_HOLE_OTHER_COMPANY ||
            u->hole == RB_HOLE_OTHER);
}

/* Can this word be part of a person's name? */
static bool name_word(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);
    const struct rb_lexicon *lex = r->run->lex;

    if (u->flags & RB_UNIT_HOLE)
        return is_person_hole(u);
    if (u->flags &
        (RB_UNIT_INSIDE | RB_UNIT_FIGURES | RB_UNIT_MARK | RB_UNIT_ADDRESS | RB_UNIT_SOFT))
        return false;
    if (in(r, at, lex->not_a_name))
        return false;
    if (has_capital(r, at) && !(r->spoken && u->flags & RB_UNIT_CAPS))
        return true;
    return r->spoken && !in(r, at, lex->not_a_name_spoken);
}

/* Titles before a name; Mr./Ms. is one. */
static uint32_t titles(const struct runs *r, uint32_t at)
{
    uint32_t from = at;

    while (at < r->end && at - from < 4 && (at == from || joined(r, at))) {
        if (in(r, at, r->run->lex->person_title))
            at++;
        else if (at > from && unit_at(r, at)->flags & RB_UNIT_MARK &&
                 unit_at(r, at)->flags & RB_UNIT_SOFT)
            at++;
        else
            break;
    }
    return at;
}

/* Mrs. Dean: the last of several titles is the name when none follows it. */
static uint32_t before_surname(const struct runs *r, uint32_t from, uint32_t first)
{
    bool follows = first < r->end && joined(r, first) && name_word(r, first);
    bool several = first > from + 1 && in(r, first - 1, r->run->lex->person_title);

    return !follows && several && has_capital(r, first - 1) && name_word(r, first - 1) ? first - 1
                                                                                       : first;
}

/* Particles between the parts of a name, if a part follows: van der, de la. */
static uint32_t particles(const struct runs *r, uint32_t at)
{
    uint32_t from = at;

    while (joined(r, at) && at - from < 3 && in(r, at, r->run->lex->name_particle))
        at++;
    return at > from && joined(r, at) && name_word(r, at) ? at : from;
}

static void name_from(const struct runs *r, uint32_t from)
{
    uint32_t first = before_surname(r, from, titles(r, from)), at, words = 0,
             lengths[LONGEST_NAME + 1];
    bool capital;
    size_t n = 0;

    if (first == r->end || (first > from && !joined(r, first)))
        return;
    at = first > from ? particles(r, first) : first;
    if (!name_word(r, at))
        return;
    /* In dictated text a capital that is there still says something: such a name ends with its
     * capitals. */
    capital = !r->spoken || unit_at(r, at)->flags & RB_UNIT_CAPITAL;
    while (at < r->end && words < (capital ? LONGEST_NAME : SPOKEN_NAME) &&
           (words == 0 || joined(r, at))) {
        bool part = hyphened(r, at) || (name_word(r, at) && (!capital || has_capital(r, at) ||
                                                             unit_at(r, at)->flags & RB_UNIT_HOLE));
        uint32_t behind;

        if (part) {
            words++;
            lengths[n++] = ++at - from;
            continue;
        }
        if (words && in(r, at, r->run->lex->name_suffix)) {
            lengths[n++] = at + 1 - from;
            break;
        }
        behind = words ? particles(r, at) : at;
        if (behind == at)
            break;
        at = behind;
    }
    while (n)
        rb_mark(r->run, RB_CLASS_NAME, from, lengths[--n]);
}

static bool is_word(const struct runs *r, uint32_t at, const char *const *words, size_t n)
{
    struct rb_slice text = text_at(r, at);

    for (size_t i = 0; i < n; i++)
        if (rb_slice_is(text, words[i]))
            return true;
    return false;
}

static bool is_possessive(const struct runs *r, uint32_t at)
{
    static const char *const words[] = {"'s", "’s"};

    return unit_at(r, at)->flags & RB_UNIT_INSIDE &&
           is_word(r, at, words, sizeof words / sizeof words[0]);
}

static bool is_initials(const struct runs *r, uint32_t at)
{
    struct rb_slice text = text_at(r, at);

    for (size_t i = 0; i < text.len; i++)
        if (!rb_is_upper(text.ptr[i]))
            return false;
    return text.len > 0;
}

/* A sign between words in capitals that it touches: the & of AT&T, the / of A/S. */
static bool binds(const struct runs *r, uint32_t at, const char *sign)
{
    return at > r->first && at + 1 < r->end && rb_slice_is(text_at(r, at), sign) &&
           is_initials(r, at - 1) && is_initials(r, at + 1) &&
           unit_at(r, at - 1)->end == unit_at(r, at)->start &&
           unit_at(r, at)->end == unit_at(r, at + 1)->start;
}

/* Between the words of an organisation's name; a capital makes a word of the name itself. */
static bool connects(const struct runs *r, uint32_t at)
{
    return is_possessive(r, at) || rb_slice_is(text_at(r, at), "+") || binds(r, at, "/") ||
           (!has_capital(r, at) && in(r, at, r->run->lex->name_connector));
}

/* Can this word be part of an organisation's name, and can the name end with it? */
static bool org_word(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);

    if (u->flags & RB_UNIT_HOLE)
        return is_company_hole(u);
    if (u->flags & (RB_UNIT_MARK | RB_UNIT_SOFT))
        return false;
    if (u->flags & RB_UNIT_INSIDE)
        return at > 0 && unit_at(r, at - 1)->flags & RB_UNIT_FIGURES; /* the M of 3M */
    if (rb_slice_is(text_at(r, at), "I"))
        return false;
    if (u->flags & RB_UNIT_ADDRESS || hyphened(r, at) || has_capital(r, at))
        return true;
    return !(u->flags & RB_UNIT_FIGURES) && r->spoken && !in(r, at, r->run->lex->not_a_company);
}

/* The first word decides by where it stands: in the middle of a sentence a capital is evidence
 * enough, at its start, and in dictated text, lists of stop words must help. */
static bool may_begin_org(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);
    const struct rb_lexicon *lex = r->run->lex;

    if (u->flags & RB_UNIT_FIGURES)
        return has_capital(r, at) ||
               (at + 1 < r->end &&
                (unit_at(r, at + 1)->flags & RB_UNIT_INSIDE ||
                 (joined(r, at + 1) && unit_at(r, at + 1)->flags & RB_UNIT_CAPITAL &&
                  !in(r, at + 1, lex->month))));
    if (binds(r, at + 1, "&"))
        return true;
    if (u->flags & RB_UNIT_INSIDE || in(r, at, lex->never_a_company))
        return false;
    if (r->spoken && !(u->flags & (RB_UNIT_HOLE | RB_UNIT_ADDRESS)))
        return !(u->flags & (RB_UNIT_MARK | RB_UNIT_SOFT));
    if (!org_word(r, at))
        return false;
    return lex->never_a_company == UINT32_MAX || at == r->first ? !in(r, at, lex->not_a_company)
                                                                : true;
}

static bool is_the(const struct runs *r, uint32_t at)
{
    struct rb_slice text = text_at(r, at);

    return text.len == 3 && rb_to_lower(text.ptr[0]) == 't' && text.ptr[1] == 'h' &&
           text.ptr[2] == 'e';
}

/* Where the name's own words begin: behind "the", a figure, a particle. */
static uint32_t org_start(const struct runs *r, uint32_t from)
{
    uint32_t at = from;

    if (is_the(r, at) && joined(r, at + 1))
        at++;
    if (at < r->end && in(r, at, r->run->lex->name_particle) && particles(r, at) > at)
        return particles(r, at);
    return may_begin_org(r, at) ? at : r->end;
}

/* In dictated text the company and its number follow each other without a mark. */
static bool begins_phone(const struct runs *r, uint32_t at)
{
    const struct rb_phones *phones = r->run->phones;
    uint32_t start = unit_at(r, at)->start, i = rb_phones_behind(phones, start);

    return i < phones->count && phones->items[i].start == start;
}

static void org_from(const struct runs *r, uint32_t from)
{
    uint32_t at = org_start(r, from), lengths[LONGEST_ORG + 4], last = from;
    uint32_t start = at, longest = r->spoken ? SPOKEN_ORG : LONGEST_ORG;
    size_t n = 0;

    for (; at < r->end && at - from < longest; at++) {
        bool suffix = in(r, at, r->run->lex->company_suffix);
        bool figures = unit_at(r, at)->flags & RB_UNIT_FIGURES && (at == start || !r->spoken);

        if (at > start && ((!joined(r, at) && !suffix) || (r->spoken && begins_phone(r, at))))
            break;
        if (at == start || org_word(r, at) || suffix || figures) {
            last = at + 1;
            if (at > start || !figures || has_capital(r, at))
                lengths[n++] = last - from;
        } else if (is_possessive(r, at) && (!joined(r, at + 1) || connects(r, at + 1) ||
                                            unit_at(r, at + 1)->flags & RB_UNIT_FIGURES)) {
            lengths[n++] = (last = at + 1) - from; /* O'Hara's: the shop, not the man */
        } else if (!connects(r, at) || at > last ||
                   (at + 1 < r->end && in(r, at + 1, r->run->lex->person_title))) {
            break;
        }
    }
    /* A weekday or a month alone is a date. */
    if (n && lengths[0] == 1 &&
        (in(r, from, r->run->lex->weekday) || in(r, from, r->run->lex->month))) {
        memmove(lengths, lengths + 1, (n - 1) * sizeof *lengths);
        n--;
    }
    while (n)
        rb_mark(r->run, r->class, from, lengths[--n]);
}

bool rb_is_shouted(const struct rb_run *run)
{
    uint32_t caps = 0, words = 0;

    for (uint32_t i = 0; i < run->units.count; i++) {
        const struct rb_unit *u = &run->units.items[i];

        if (u->flags & (RB_UNIT_HOLE | RB_UNIT_FIGURES | RB_UNIT_MARK | RB_UNIT_INSIDE))
            continue;
        words++;
        caps += (u->flags & RB_UNIT_CAPS) != 0;
    }
    return caps * 2 > words;
}

void rb_mark_names(struct rb_run *run)
{
    const bool spoken = run->spoken;
    struct runs r = {.run = run};

    for (uint32_t s = run->now.sentence; s < run->now.end_sentence; s++) {
        r.first = run->units.sentence_first[s];
        r.end = run->units.sentence_first[s + 1];
        for (uint32_t u = r.first; u < r.end && !run->known[s]; u++) {
            if (unit_at(&r, u)->flags & RB_UNIT_INSIDE)
                continue;
            r.spoken = spoken;
            name_from(&r, u);
            r.class = RB_CLASS_ORG;
            org_from(&r, u);
            r.class = RB_CLASS_PROPER;
            r.spoken = false;
            org_from(&r, u);
        }
    }
}
