/* Dictated text: no stops, so that only the words show where a sentence begins. */
#include "base/arena.h"
#include "text/clause.h"

enum {
    FEWEST_WORDS = 8,
    WORDS_PER_STOP = 18,
    WORDS_PER_MARK = 8,
    LONGEST_SENTENCE = 30,
    MOST_BEFORE_ORDER = 14,
    SHORTEST_NUMBER = 7,
    LONGEST_INTRODUCTION = 24
};

/* The sentence being read. */
struct state {
    uint32_t start;
    uint32_t words;
    bool clause;  /* it has a verb, or says who calls */
    bool closing; /* it is the goodbye */
    bool asks;    /* it holds an order or question */
    bool reaches; /* it speaks of calling */
    bool waits;   /* it began with "if" or "when": its main clause is still to come */
};

static bool is(const struct rb_clauses *k, uint32_t i, const char *word)
{
    struct rb_slice s;

    if (i >= k->end || !rb_is_word(k->shape[i]))
        return false;
    s = rb_token_text(k->text, i);
    for (size_t n = 0; n < s.len; n++)
        if ((s.ptr[n] | 32) != word[n] || word[n] == '\0')
            return false;
    return word[s.len] == '\0';
}

/* Whether the filler at token i goes with what follows; "doing well" and "five oh" do not. */
static bool is_filler(const struct rb_clauses *k, uint32_t i)
{
    if (!(k->parts[i] & RB_PART_FILLER) || (k->parts[i - 1] & RB_PART_ARTICLE))
        return false; /* "take a look" */
    if (k->parts[i] & RB_PART_DIGIT)
        return !(k->parts[i - 1] & RB_PART_DIGIT);
    if (is(k, i, "ok") || is(k, i, "okay"))
        return !(k->parts[i - 1] & RB_PART_AUX); /* "if that is okay" */
    return !is(k, i, "well") ||
           !(is(k, i - 1, "doing") || is(k, i - 1, "going") || is(k, i - 1, "as") ||
             is(k, i - 1, "very") || is(k, i - 1, "are") || is(k, i - 1, "youre") ||
             is(k, i - 1, "you") || is(k, i - 1, "you're") || is(k, i - 1, "feeling"));
}

/* The place where the sentence really begins: fillers, and a name called before, go with it. */
static uint32_t shift(const struct rb_clauses *k, const struct state *s, uint32_t i,
                      enum rb_clause clause)
{
    uint32_t at = i;

    if (clause == RB_CLAUSE_ORDER && at > s->start + 1 && is(k, at - 1, "just"))
        at--;

    if ((k->parts[i] & RB_PART_POLITE) && at > s->start + 1 &&
        (is(k, at - 1, "sir") || is(k, at - 1, "madam") || is(k, at - 1, "maam")))
        at--;
    while (at > s->start + 1) {
        if (is_filler(k, at - 1))
            at--;
        else if ((k->parts[at - 1] & RB_PART_TIME) && at > s->start + 2 &&
                 (k->parts[at - 2] & RB_PART_FILLER))
            at -= 2;
        else if (s->start == k->start && is(k, at - 2, "last") && at > s->start + 3)
            at -= 2; /* "this is Tim / last month you said" */
        else if (is(k, at - 1, "meantime") && is(k, at - 2, "the") && at > s->start + 4)
            at -= 3; /* "in the meantime" */
        else
            break;
    }
    return at;
}

/* Digits that a word of a spoken number stands for. */
static uint32_t digits_of(const struct rb_clauses *k, uint32_t i)
{
    struct rb_slice s = rb_token_text(k->text, i);
    uint32_t digits = 0;

    if (!(k->parts[i] & RB_PART_DIGIT))
        return 0;
    for (size_t at = 0; at < s.len; at++)
        digits += s.ptr[at] >= '0' && s.ptr[at] <= '9';
    if (digits == 0)
        digits = 1 + (s.len > 5); /* twenty, double with its digit */
    return digits;
}

/* What a number counts stays with it. */
static bool is_counted(const struct rb_clauses *k, uint32_t i)
{
    static const char *const units[] = {"dollars", "euros",  "pounds", "rand",  "rupees",
                                        "quid",    "people", "units",  "items", "customers"};

    for (size_t n = 0; n < sizeof units / sizeof units[0]; n++)
        if (is(k, i, units[n]))
            return true;
    return false;
}

/* Whether a sentence begins behind a telephone number: with a name behind a whole one, with the
 * head of a noun or clause behind any. */
static bool is_behind_number(const struct rb_clauses *k, uint32_t i, uint32_t digits)
{
    const uint32_t heads = RB_PART_SUBJECT | RB_PART_POSSESSIVE | RB_PART_ARTICLE | RB_PART_YOU |
                           RB_PART_CONTRACTED | RB_PART_WOULD;

    if (i == k->start || !rb_is_word(k->shape[i]) || (k->parts[i] & RB_PART_DIGIT))
        return false;
    if (k->parts[i] == 0)
        return digits >= 10 && rb_token_text(k->text, i).len > 2 && !is(k, i, "ext") &&
               !is_counted(k, i);
    return digits >= SHORTEST_NUMBER && (k->parts[i] & heads);
}

/* Whether the caller's name, said in the first sentence, is said again without a verb: "… until six
 * / Ana Lund, Fern". */
static bool is_sign_off(const struct rb_clauses *k, const struct state *s, uint32_t i)
{
    const uint32_t binders = RB_PART_AUX | RB_PART_CONTRACTED | RB_PART_PREPOSITION |
                             RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_POSSESSIVE |
                             RB_PART_ARTICLE | RB_PART_PHRASE | RB_PART_VERB | RB_PART_CLOSING;

    uint32_t first = k->start;

    if (s->closing || s->words < 4 || i < first + LONGEST_INTRODUCTION / 2 || i + 1 >= k->end ||
        k->parts[i] || k->parts[i + 1] || k->parts[i - 1] & binders ||
        rb_token_text(k->text, i).len < 2)
        return false;
    for (uint32_t j = first; j < first + LONGEST_INTRODUCTION && j + 1 < i; j++)
        if (rb_slice_equal(rb_token_text(k->text, j), rb_token_text(k->text, i)) &&
            rb_slice_equal(rb_token_text(k->text, j + 1), rb_token_text(k->text, i + 1)))
            return j == first ||
                   !rb_slice_equal(rb_token_text(k->text, j - 1), rb_token_text(k->text, i - 1));
    return false;
}

/* "email me … / it's jo at acme dot com": the address belongs to the order. */
static bool is_address(const struct rb_clauses *k, uint32_t i)
{
    for (uint32_t j = i + 1; j < k->end && j < i + 8; j++)
        if (is(k, j, "dot"))
            return true;
    return false;
}

/* Whether the name before a self-introduction was called in the greeting: "… for Ana Ana it's". */
static bool is_called(const struct rb_clauses *k, const struct state *s, uint32_t i)
{
    struct rb_slice name = rb_token_text(k->text, i - 1);

    if (i < s->start + 2 || k->parts[i - 1] != 0 || name.len < 2 ||
        !(is(k, i, "its") || is(k, i, "it's") || is(k, i, "this") ||
          (is(k, i, "my") && is(k, i + 1, "name"))))
        return false;
    for (uint32_t j = s->start; j + 1 < i && j < s->start + 16; j++)
        if (rb_slice_equal(rb_token_text(k->text, j), name))
            return true;
    return false;
}

/* "I'll call", "we can": what a condition is set for. */
static bool is_promise(const struct rb_clauses *k, uint32_t i)
{
    return is(k, i, "ill") || is(k, i, "i'll") || is(k, i, "we'll") || is(k, i, "id") ||
           is(k, i, "i'd") ||
           ((is(k, i, "i") || is(k, i, "we")) && (is(k, i + 1, "will") || is(k, i + 1, "can")));
}

/* "if you want to know more / call me": an order, question or promise soon behind. */
static bool leads_on(const struct rb_clauses *k, uint32_t i)
{
    for (uint32_t j = i + 2; j < k->end && j < i + MOST_BEFORE_ORDER; j++) {
        enum rb_clause clause = rb_clause_at(k, j);

        if (clause == RB_CLAUSE_NONE || !rb_clause_free(k, j, clause))
            continue;
        return clause == RB_CLAUSE_ORDER || clause == RB_CLAUSE_QUESTION || is_promise(k, j);
    }
    return false;
}

/* "if I don't", "if we miss": what the caller will do then, which no order can hang on. */
static bool is_own_condition(const struct rb_clauses *k, uint32_t i)
{
    if (is(k, i + 1, "im") || is(k, i + 1, "i'm"))
        return true;
    return (is(k, i + 1, "i") || is(k, i + 1, "we")) &&
           (is(k, i + 2, "dont") || is(k, i + 2, "don't") || is(k, i + 2, "miss") ||
            is(k, i + 2, "havent") || is(k, i + 2, "haven't"));
}

/* "if not / I'll call", "if not / no worries" */
static bool is_short_condition(const struct rb_clauses *k, uint32_t i)
{
    return is(k, i, "if") && is(k, i + 1, "not") &&
           ((k->parts[i - 1] & RB_PART_DIGIT) || is_promise(k, i + 2) || is(k, i + 2, "no") ||
            is(k, i + 2, "thats") || rb_clause_at(k, i + 2) == RB_CLAUSE_ORDER);
}

/* Whether a sentence that begins with a condition starts here. */
static bool condition(const struct rb_clauses *k, const struct state *s, uint32_t i)
{
    if (!(k->parts[i] & RB_PART_SUBORDINATOR) || i == s->start ||
        !(is(k, i, "if") || is(k, i, "when")))
        return false;
    if (is_short_condition(k, i) || is(k, i - 1, "so") || is(k, i - 1, "ok") ||
        is(k, i - 1, "okay"))
        return true;
    if (!s->clause || (k->parts[i - 1] &
                       (RB_PART_SAY | RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_AUX)))
        return false;
    return (!s->asks || !s->reaches || is_own_condition(k, i)) && leads_on(k, i);
}

static void begin(struct rb_cutter *c, struct state *s, uint32_t i, enum rb_clause clause)
{
    c->cut[i] = 1;
    *s = (struct state){.start = i,
                        .clause = true,
                        .closing = clause == RB_CLAUSE_CLOSING,
                        .asks = clause == RB_CLAUSE_ORDER || clause == RB_CLAUSE_QUESTION};
}

static void note(const struct rb_clauses *k, struct state *s, uint32_t i)
{
    const uint32_t verbs = RB_PART_AUX | RB_PART_CONTRACTED | RB_PART_VERB | RB_PART_WOULD;

    s->words++;
    s->reaches = s->reaches || (k->parts[i] & (RB_PART_REACH | RB_PART_GIVE));
    if ((k->parts[i] & verbs) && !(k->parts[i] & (RB_PART_REACH | RB_PART_POSSESSIVE)))
        s->clause = true;
    if (i > s->start && is(k, i - 1, "just")) {
        struct rb_slice word = rb_token_text(k->text, i);

        /* "just circling back" */
        if (word.len > 5 && memcmp(word.ptr + word.len - 3, "ing", 3) == 0)
            s->clause = true;
    }
    if (k->parts[i] == 0)
        return;
    if (s->words > 3 && (is(k, i, "with") || is(k, i, "from") || is(k, i, "here")))
        s->clause = true;
    if (i == s->start && (is(k, i, "if") || is(k, i, "when") || is(k, i, "since")))
        s->waits = rb_clause_at(k, i) != RB_CLAUSE_QUESTION;
}

static void split(struct rb_cutter *c, const struct rb_clauses *k)
{
    struct state s = {.start = k->start};
    uint32_t digits = 0;

    for (uint32_t i = k->start; i < k->end; i++) {
        enum rb_clause clause = rb_clause_at(k, i);

        if (clause == RB_CLAUSE_NONE && (is_behind_number(k, i, digits) || is_sign_off(k, &s, i))) {
            begin(c, &s, shift(k, &s, i, clause), RB_CLAUSE_STATEMENT);
            s.clause = false;
        } else if (condition(k, &s, i)) {
            begin(c, &s, shift(k, &s, i, RB_CLAUSE_STATEMENT), RB_CLAUSE_STATEMENT);
            s.waits = true;
        } else if (clause != RB_CLAUSE_NONE && rb_clause_free(k, i, clause)) {
            if (s.waits && clause != RB_CLAUSE_CLOSING)
                s.waits = false;
            else if (i > k->start && s.clause && !(s.closing && clause == RB_CLAUSE_CLOSING) &&
                     !(s.asks && clause == RB_CLAUSE_STATEMENT && is_address(k, i)))
                begin(c, &s, is_called(k, &s, i) ? i - 1 : shift(k, &s, i, clause), clause);
            s.asks = s.asks || clause == RB_CLAUSE_ORDER || clause == RB_CLAUSE_QUESTION;
            s.closing = s.closing || clause == RB_CLAUSE_CLOSING;
            s.clause = s.clause || clause != RB_CLAUSE_NONE;
        }
        note(k, &s, i);
        digits = (k->parts[i] & RB_PART_DIGIT) ? digits + digits_of(k, i) : 0;
    }
}

static bool is_stopped(const struct rb_cutter *c, uint32_t end)
{
    while (end > 0 && c->shape[end - 1] == RB_SHAPE_CLOSE)
        end--;
    return end > 0 && rb_is_end(c->shape[end - 1]);
}

/* Whether the text as a whole has too few stops to have been written with them: none but a last
 * one, and few other marks; or hardly any, and no capitals. */
static bool lacks_stops(const struct rb_cutter *c)
{
    uint32_t words = c->words, stops = 0, marks = 0, n = c->t->n_tokens;
    bool last = is_stopped(c, n), small;

    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t i = c->events[e];

        stops += (i + 1 == n || c->cut[i + 1]) && is_stopped(c, i + 1);
        marks += c->shape[i] == RB_SHAPE_COMMA || c->shape[i] == RB_SHAPE_COLON ||
                 c->shape[i] == RB_SHAPE_DASH || c->shape[i] == RB_SHAPE_CLOSE;
    }
    small = c->informal || (n > 0 && c->shape[0] == RB_SHAPE_LOWER);
    if (words < FEWEST_WORDS || stops * WORDS_PER_STOP >= words)
        return false;
    if (small)
        return stops <= 1 || marks * WORDS_PER_MARK < words;
    return stops == last && marks * WORDS_PER_MARK < words && (!last || words > LONGEST_SENTENCE);
}

bool rb_dictation(struct rb_arena *arena, struct rb_cutter *c)
{
    uint32_t n = c->t->n_tokens, start = 0;
    bool all = lacks_stops(c);
    uint32_t *parts;
    struct rb_clauses k = {.text = c->t, .shape = c->shape};

    if (!all && !c->informal)
        return true;
    parts = rb_arena_array(arena, n, sizeof *parts);
    if (!parts)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        if (c->t->tokens[i].kind == RB_TOKEN_WORD)
            parts[i] = rb_parts(rb_token_text(c->t, i));
        else if (c->shape[i] == RB_SHAPE_NUMBER)
            parts[i] = RB_PART_DIGIT;
    }
    k.parts = parts;
    for (uint32_t i = 1; i <= n; i++) {
        if (i < n && !c->cut[i])
            continue;
        k.start = start;
        k.end = i;
        if (all || !is_stopped(c, i))
            split(c, &k);
        start = i;
    }
    return true;
}
