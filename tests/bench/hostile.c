/* Drafts of one short text over and over, checked and reported: how long a hundred kilobytes of
 * each take, and how much longer than the half. Names those over a second; judges nothing.
 *
 * hostile FAMILIES: the file has a family on each line. */
#include <ringback.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SIZE = 100 * 1000, ROUNDS = 3, LONGEST = 256 };

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool nowhere(void *ctx, const char *data, size_t len)
{
    (void)data;
    *(size_t *)ctx += len;
    return true;
}

/* Milliseconds of processor time for one draft. */
static double once(ringback_checker *checker, const char *text, size_t len)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
    ringback_report *report;
    ringback_result *result;
    size_t written = 0;
    double start = now();

    if (ringback_check(checker, text, len, &result, NULL) ||
        ringback_report_new(RINGBACK_FORMAT_TEXT, &options, nowhere, &written, &report, NULL) ||
        ringback_report_add(report, "draft", 1, result, NULL) || ringback_report_end(report, NULL))
        exit(3);
    start = now() - start;
    ringback_report_free(report);
    ringback_result_free(result);
    return start;
}

static double best(ringback_checker *checker, const char *text, size_t len)
{
    double least = once(checker, text, len);

    for (int i = 1; i < ROUNDS; i++) {
        double next = once(checker, text, len);

        least = next < least ? next : least;
    }
    return least;
}

/* A family as its bytes. */
static size_t unit_of(const char *line, char *unit)
{
    size_t n = 0;

    for (; *line && *line != '\n'; line++) {
        char hex[3] = {0};

        if (line[0] == '\\' && line[1] == 'n') {
            unit[n++] = '\n';
            line++;
        } else if (line[0] == '\\' && line[1] == 'x' && line[2] && line[3]) {
            memcpy(hex, line + 2, 2);
            unit[n++] = (char)strtol(hex, NULL, 16);
            line += 3;
        } else {
            unit[n++] = *line;
        }
    }
    return n;
}

int main(int argc, char **argv)
{
    static char text[SIZE];
    char line[LONGEST], unit[LONGEST];
    FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
    ringback_checker *checker;
    ringback_rules *rules;
    int slow = 0, families = 0;
    double worst = 0;

    if (!in || ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) ||
        ringback_checker_new(rules, NULL, &checker, NULL))
        return 3;
    /* The first line says what the file is. */
    if (!fgets(line, sizeof line, in))
        return 3;
    while (fgets(line, sizeof line, in)) {
        size_t n = unit_of(line, unit);
        double half, whole;

        for (size_t i = 0; n && i < SIZE; i++)
            text[i] = unit[i % n];
        half = best(checker, text, SIZE / 2);
        whole = best(checker, text, SIZE);
        families++;
        slow += whole > 1000;
        worst = whole > worst ? whole : worst;
        if (whole > 1000 || (whole > 20 && whole > 3 * half))
            printf("%8.1f ms, %.2f x the half  %s", whole, whole / half, line);
    }
    printf("%d families of 100 KB, %d over a second, the slowest %.0f ms\n", families, slow, worst);
    (void)fclose(in);
    ringback_checker_free(checker);
    ringback_rules_free(rules);
    return fflush(stdout) != 0;
}
