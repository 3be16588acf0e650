/* A main for fuzzers where there is no libFuzzer: every file of the folders that are named, its
 * beginnings, and small changes of it that are the same every time. What a fuzzer has found, a file
 * named by forty hexadecimal digits, is changed enough, and taken as it is. */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <string.h>

#include "fuzz.h"

enum { LARGEST = 65536, BEGINNINGS = 200, CHANGES = 300 };

static uint32_t next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* From an allocation of just this size, so that a sanitizer sees a byte too many. */
static void run(const unsigned char *data, size_t n)
{
    unsigned char *copy = malloc(n ? n : 1);

    if (!copy)
        return;
    if (n)
        memcpy(copy, data, n);
    (void)LLVMFuzzerTestOneInput(copy, n);
    free(copy);
}

static size_t change(unsigned char *data, size_t n, uint32_t *seed)
{
    static const unsigned char bytes[] =
        "\0\n\t\"\\'{}[]():,.-*&!|>#%@`\x1b\x7f\x80\xc3\xed\xf0\xff 09aZ";

    for (uint32_t times = next(seed) % 4; n > 0; times--) {
        size_t at = next(seed) % n, len = next(seed) % 16, from = next(seed) % n;

        len = len < n - at ? len : n - at;
        switch (next(seed) % 4) {
        case 0:
            data[at] ^= (unsigned char)(1u << next(seed) % 8);
            break;
        case 1:
            data[at] = bytes[next(seed) % (sizeof bytes - 1)];
            break;
        case 2:
            memmove(data + at, data + at + len, n - at - len);
            n -= len;
            break;
        default:
            len = len < n - from ? len : n - from;
            memmove(data + at, data + from, len);
            break;
        }
        if (times == 0)
            break;
    }
    return n;
}

static bool is_found(const char *name)
{
    return strspn(name, "0123456789abcdef") == 40 && name[40] == '\0';
}

static void replay(const char *path, bool found)
{
    static unsigned char data[LARGEST], changed[LARGEST];
    FILE *in = fopen(path, "rb");
    uint32_t seed = 2463534242u;
    size_t n;

    if (!in) {
        perror(path);
        exit(1);
    }
    n = fread(data, 1, sizeof data, in);
    (void)fclose(in);
    run(data, n);
    if (found)
        return;
    for (size_t part = 0; part < n && part < BEGINNINGS; part++)
        run(data, part);
    for (int i = 0; i < CHANGES; i++) {
        memcpy(changed, data, n);
        run(changed, change(changed, n, &seed));
    }
}

static int replay_all(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    int files = 0;

    if (!dir) {
        perror(folder);
        return 0;
    }
    while ((entry = readdir(dir))) {
        char path[1024];

        if (entry->d_name[0] == '.')
            continue;
        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        replay(path, is_found(entry->d_name));
        files++;
    }
    (void)closedir(dir);
    return files;
}

int main(int argc, char **argv)
{
    int files = 0;

    for (int i = 1; i < argc; i++)
        files += replay_all(argv[i]);
    printf("# %d files\n", files);
    return files == 0;
}
