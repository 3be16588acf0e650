/* What stands before a clause: whether a sentence may end there. */
#include "text/clause.h"

/* "the quote / you asked for last week": a noun, a subject, and a verb whose object is the noun. */
static bool is_relative(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t object = RB_PART_ARTICLE | RB_PART_POSSESSIVE | RB_PART_OBJECT | RB_PART_YOU |
                            RB_PART_IT | RB_PART_THIS | RB_PART_DIGIT | RB_PART_QUESTION;
    uint32_t verb = i + 1, p;

    uint32_t heads = rb_parts_at(k, i - 2) | rb_parts_at(k, i - 3) | rb_parts_at(k, i - 4);
    bool noun = (heads & (RB_PART_ARTICLE | RB_PART_POSSESSIVE)) != 0;

    if (!rb_word_at(k, i - 1))
        return false;
    if ((rb_parts_at(k, i - 1) & RB_PART_HEAD) && rb_among(k, i - 2, " the a ") &&
        (rb_parts_at(k, i) & (RB_PART_POSSESSIVE | RB_PART_IT)))
        return true; /* "the way / your team works" */
    if (rb_parts_at(k, i - 1) & RB_PART_HEAD)
        return (rb_parts_at(k, i) &
                (RB_PART_SUBJECT | RB_PART_YOU | RB_PART_CONTRACTED | RB_PART_WOULD)) != 0;
    if (!(rb_parts_at(k, i) & (RB_PART_SUBJECT | RB_PART_YOU)) ||
        (rb_parts_at(k, i - 1) &
         ~(uint32_t)(RB_PART_CONTACT | RB_PART_CONTACTS | RB_PART_NOUNISH | RB_PART_REACH)))
        return false;
    if (rb_among(k, i - 2, " many much which whose "))
        return true; /* "how many rooms / you have" */
    if (!noun && !(rb_parts_at(k, i) & RB_PART_YOU))
        return false;
    while ((rb_parts_at(k, verb) & RB_PART_ADVERB) ||
           rb_among(k, verb, " can could will would might may "))
        verb++;
    if (!(rb_parts_at(k, verb) & RB_PART_TRANSITIVE))
        return false;
    verb++;
    if (noun && (rb_parts_at(k, verb) & (RB_PART_OBJECT | RB_PART_YOU)))
        verb++; /* "the quote we sent you" */
    if (rb_among(k, verb, " that ") && rb_word_at(k, verb + 1) && rb_parts_at(k, verb + 1) == 0)
        return false; /* "the yard / we got that cedar" */
    if (rb_among(k, verb, " for about over "))
        verb++;
    if (!rb_word_at(k, verb))
        return k->shape[verb < k->end ? verb : i] != RB_SHAPE_NUMBER;
    p = rb_parts_at(k, verb);
    if (rb_among(k, verb, " to "))
        return noun && (rb_parts_at(k, i) & RB_PART_YOU);
    return p != 0 && !(p & object) && !rb_among(k, verb, " some any more ");
}

/* Whether a word that may be a verb is a noun here: "on whatsapp", "the home show". */
static bool is_noun(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t heads = RB_PART_ARTICLE | RB_PART_POSSESSIVE | RB_PART_PREPOSITION;

    return (rb_parts_at(k, i) & (RB_PART_REACH | RB_PART_GIVE)) &&
           ((rb_parts_at(k, i - 1) | rb_parts_at(k, i - 2)) & heads) && !rb_among(k, i - 1, " to ");
}

/* The object of a verb of saying: "told me / you are". */
static bool is_said(const struct rb_clauses *k, uint32_t i)
{
    if (rb_parts_at(k, i - 1) & RB_PART_SAY)
        return !is_noun(k, i - 1);
    return (rb_parts_at(k, i - 1) & (RB_PART_OBJECT | RB_PART_YOU)) &&
           rb_among(k, i - 2, " told tell tells show promise assure let ");
}

/* The word before token i that counts, fillers aside. */
static uint32_t word_before(const struct rb_clauses *k, uint32_t i, enum rb_clause clause)
{
    uint32_t at = i - 1;

    if (clause == RB_CLAUSE_ORDER && at > k->start && rb_among(k, at, " just "))
        at--;

    while (at > k->start && i - at < 4 && (rb_parts_at(k, at) & RB_PART_FILLER) &&
           rb_among(k, at, " um uh er ah erm hmm maybe perhaps well possibly "))
        at--;
    return at;
}

/* "what they did / give me": the auxiliary ends its clause. */
static bool ends_with_aux(const struct rb_clauses *k, uint32_t i)
{
    return rb_among(k, i - 1, " did do does are is was were has have ") &&
           (rb_parts_at(k, i - 2) & (RB_PART_SUBJECT | RB_PART_YOU | RB_PART_IT));
}

/* "let me know / my number is", "… / my direct line is five": what is before it is complete. */
static bool is_number_given(const struct rb_clauses *k, uint32_t i)
{
    uint32_t noun = rb_parts_at(k, i + 1) & RB_PART_CONTACT ? i + 1 : i + 2;

    while ((rb_parts_at(k, noun + 1) & RB_PART_CONTACT) && noun < i + 4)
        noun++;
    if ((rb_parts_at(k, i) & RB_PART_POSSESSIVE) && (rb_parts_at(k, noun) & RB_PART_CONTACT) &&
        rb_among(k, noun + 1, " is ") &&
        ((rb_parts_at(k, noun + 2) & RB_PART_DIGIT) ||
         (rb_among(k, i, " my ") && rb_among(k, noun, " name "))))
        return true;
    return rb_among(k, i - 1, " know ") && rb_among(k, i - 3, " let ") &&
           (rb_parts_at(k, i) & RB_PART_POSSESSIVE) && (rb_parts_at(k, i + 1) & RB_PART_CONTACT);
}

/* Before a goodbye: no verb or article that takes it in ("I wanted to say thanks"). */
static bool is_closing_free(const struct rb_clauses *k, uint32_t i, uint32_t before)
{
    if (ends_with_aux(k, i))
        return true;
    return !(before & (RB_PART_SUBJECT | RB_PART_ARTICLE | RB_PART_AUX | RB_PART_ADVERB |
                       RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_POSSESSIVE)) &&
           !rb_among(k, i - 1, " to of for say with many muchas ");
}

static bool is_order_free(const struct rb_clauses *k, uint32_t i, uint32_t before)
{
    if (before & (RB_PART_ADVERB | RB_PART_NOUNISH | RB_PART_GO | RB_PART_POLITE))
        return false;
    if ((before & RB_PART_PREPOSITION) && !(before & RB_PART_PARTICLE))
        return false;
    return !(before & RB_PART_YOU) ||
           (rb_parts_at(k, i - 2) & (RB_PART_PREPOSITION | RB_PART_CLOSING));
}

/* Whether the words before it take the head of a clause, at token `at`, as their object. */
static bool is_object(const struct rb_clauses *k, uint32_t i, uint32_t at, uint32_t before)
{
    const uint32_t either =
        RB_PART_POSSESSIVE | RB_PART_ARTICLE | RB_PART_IT | RB_PART_YOU | RB_PART_THIS;
    const uint32_t verbs = RB_PART_VERB | RB_PART_REACH | RB_PART_GIVE | RB_PART_GO;
    uint32_t p = rb_parts_at(k, at);

    if (rb_among(k, at, " its "))
        return (before & (RB_PART_VERB | RB_PART_PREPOSITION)) && !(before & RB_PART_PARTICLE);
    if (!(p & either) || ((p & RB_PART_YOU) && (rb_parts_at(k, at + 1) & RB_PART_AUX)))
        return false;
    if ((before & verbs) && !is_noun(k, i - 1))
        return true;
    if (before == 0 && ((rb_parts_at(k, i - 2) & RB_PART_SUBJECT) ||
                        rb_among(k, i - 2, " can could will would should may might must to ")))
        return true; /* "we can print your menus" */
    if ((before & RB_PART_PREPOSITION) && !(before & RB_PART_PARTICLE))
        return true;
    return (p & RB_PART_POSSESSIVE) && (before & RB_PART_OBJECT) &&
           (rb_parts_at(k, i - 2) & (RB_PART_REACH | RB_PART_GIVE));
}

bool rb_clause_free(const struct rb_clauses *k, uint32_t i, enum rb_clause clause)
{
    const uint32_t binders = RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_ARTICLE |
                             RB_PART_POSSESSIVE | RB_PART_AUX | RB_PART_SUBJECT |
                             RB_PART_CONTRACTED | RB_PART_WOULD;
    uint32_t before, at = i;

    if (i == k->start || !rb_word_at(k, i - 1))
        return true;
    if (rb_clause_raised(k, i) && rb_parts_at(k, i - 1) == 0)
        return true;
    i = word_before(k, at, clause) + 1;
    before = rb_parts_at(k, i - 1);
    if (clause == RB_CLAUSE_CLOSING)
        return is_closing_free(k, i, before);
    if ((before & RB_PART_TIME) && (rb_parts_at(k, i - 2) & RB_PART_COORDINATOR) &&
        !(rb_parts_at(k, i - 3) & RB_PART_TIME))
        return false; /* "and now it's", but for "Monday and Friday" */
    if (clause == RB_CLAUSE_ORDER && (before & RB_PART_QUESTION) && rb_among(k, i - 2, " know "))
        return true; /* "I know why / ring me" */
    if ((before & RB_PART_QUESTION) && (rb_parts_at(k, i - 2) & RB_PART_SAY))
        return clause == RB_CLAUSE_QUESTION; /* "I'd share how / would you call" */
    if (clause == RB_CLAUSE_QUESTION && rb_among(k, i - 1, " how ") &&
        (rb_parts_at(k, i - 2) & (RB_PART_YOU | RB_PART_OBJECT)))
        return true; /* "I'd show you how / what does it cost" */
    if ((before & RB_PART_AUX) && is_number_given(k, at))
        return true; /* "how many you have / my number is" */
    if (before & binders)
        return clause != RB_CLAUSE_STATEMENT &&
               (rb_among(k, i - 1, " so ") || (clause == RB_CLAUSE_ORDER && ends_with_aux(k, i)));
    if ((rb_parts_at(k, at) & RB_PART_YOU) && (before & RB_PART_CLOSING))
        return false;
    if (rb_among(k, i - 1, " then not to ") &&
        !(rb_among(k, i - 1, " then ") && rb_among(k, i - 2, " until till by since ")))
        return false;
    if (clause == RB_CLAUSE_ORDER)
        return is_order_free(k, i, before);
    if (is_number_given(k, at))
        return true;
    if (is_said(k, i))
        return false;
    if (clause == RB_CLAUSE_QUESTION)
        return !(before & (RB_PART_QUESTION | RB_PART_THIS)) &&
               !(rb_parts_at(k, i - 2) & RB_PART_QUESTION);
    if (rb_among(k, at, " saw noticed heard hope wanted ") &&
        (before & (RB_PART_ADVERB | RB_PART_YOU)))
        return false;
    return !is_object(k, i, at, before) && !is_relative(k, at);
}
