/* Sentences, entities and telephone numbers in one pass: against ICU's break iterator (sentences
 * only) on the same prose in the same run, and twice the input against once for families of hostile
 * input. Prints ratios; judges nothing. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fact/phone.h"
#include "text/token.h"

#ifdef RB_BENCH_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

enum { SIZE = 1000 * 1000, ROUNDS = 9 };

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Seconds of processor time for one pass. */
static double ours(const char *text, size_t len, uint32_t *sentences)
{
    static struct rb_arena arena; /* kept from pass to pass, as a checker keeps its own */
    struct rb_text t;
    struct rb_phones phones;
    double start = now();

    rb_arena_reset(&arena);
    if (!rb_text_make(&arena, rb_slice_of(text, len), &t) || !rb_phones_find(&arena, &t, &phones))
        exit(3);
    *sentences = t.n_sentences;
    return now() - start;
}

#ifdef RB_BENCH_ICU
static double icu(const char *text, size_t len, uint32_t *sentences)
{
    UErrorCode status = U_ZERO_ERROR;
    UText *input = utext_openUTF8(NULL, text, (int64_t)len, &status);
    UBreakIterator *it = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &status);
    double start = now();

    ubrk_setUText(it, input, &status);
    *sentences = 0;
    while (ubrk_next(it) != UBRK_DONE)
        ++*sentences;
    if (U_FAILURE(status))
        exit(3);
    start = now() - start;
    ubrk_close(it);
    utext_close(input);
    return start;
}
#endif

static int by_size(const void *x, const void *y)
{
    const double *a = x, *b = y;

    return (*a > *b) - (*a < *b);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, by_size);
    return values[ROUNDS / 2];
}

/* The same unit over and over. */
static void fill(char *to, size_t len, const char *unit)
{
    size_t n = strlen(unit);

    for (size_t i = 0; i < len; i++)
        to[i] = unit[i % n];
}

static void prose(char *text)
{
    static const char unit[] = "Good morning, Ms. Osei, this is Tom Ellery at Brightwell Freight, "
                               "0161 496 0182. I saw that you "
                               "opened a depot in Leeds in March. Two hauliers there cut their "
                               "empty miles by a fifth after one "
                               "call with us! Would you ring me back? It takes two minutes, no "
                               "more. I will try you again on "
                               "Thursday at 5.30 p.m. Again, Tom Ellery, Brightwell Freight, 0161 "
                               "496 0182. Thank you.\n\n";
    double mine[ROUNDS];
    uint32_t n = 0;

    fill(text, SIZE, unit);
    for (int i = 0; i < ROUNDS; i++)
        mine[i] = ours(text, SIZE, &n);
    printf("prose: %.0f MB/s (%u sentences)\n", SIZE / 1e6 / median(mine), (unsigned)n);
#ifdef RB_BENCH_ICU
    {
        double theirs[ROUNDS], ratio[ROUNDS];

        for (int i = 0; i < ROUNDS; i++) {
            mine[i] = ours(text, SIZE, &n);
            theirs[i] = icu(text, SIZE, &n);
            ratio[i] = theirs[i] / mine[i];
        }
        printf("prose: %.2f x the speed of ICU's sentence iterator (%.0f MB/s)\n", median(ratio),
               SIZE / 1e6 / median(theirs));
    }
#endif
}

static void linear(char *text, const char *name, const char *unit)
{
    double ratio[ROUNDS];
    uint32_t n;

    fill(text, SIZE, unit);
    for (int i = 0; i < ROUNDS; i++) {
        double half = ours(text, SIZE / 2, &n), whole = ours(text, SIZE, &n);

        ratio[i] = whole / half;
    }
    printf("%-14s twice the input, %.2f x the time\n", name, median(ratio));
}

int main(void)
{
    char *text = malloc(SIZE);

    if (!text)
        return 3;
    prose(text);
    linear(text, "dots", ".");
    linear(text, "quotes", "\"");
    linear(text, "brackets", "[");
    linear(text, "digits", "5");
    linear(text, "one word", "call ");
    linear(text, "dashes", "5-");
    free(text);
    return fflush(stdout) != 0;
}
