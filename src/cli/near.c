#include <stdlib.h>
#include <string.h>

#include "cli/run.h"

enum { LONGEST = 40 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* Edits that turn one word into the other, a swap of neighbours counting as one; long words are no
 * slips. */
static size_t distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b), row[3][LONGEST + 1] = {{0}};
    size_t *before = row[0], *last = row[1], *now = row[2];

    if (n > LONGEST || m > LONGEST)
        return SIZE_MAX;
    for (size_t j = 0; j <= m; j++)
        last[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *spare = before;

        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        before = last;
        last = now;
        now = spare;
    }
    return last[m];
}

const char *rb_cli_nearest(const char *word, const char *const *words, size_t n)
{
    const char *best = NULL;
    size_t least_far = strlen(word) / 3 + 1;

    for (size_t i = 0; i < n; i++) {
        size_t far = distance(word, words[i]);

        if (far < least_far || (far == least_far && !best && far < strlen(words[i]))) {
            least_far = far;
            best = words[i];
        }
    }
    return best;
}
