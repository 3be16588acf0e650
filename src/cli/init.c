#include "cli/init.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/folders.h"

struct text {
    char bytes[8192];
    size_t len;
};

static void puts_to(struct text *t, const char *s)
{
    size_t n = strlen(s);

    if (n > sizeof t->bytes - t->len)
        n = sizeof t->bytes - t->len;
    memcpy(t->bytes + t->len, s, n);
    t->len += n;
}

/* What a key looks like that has no standard value, or whose value is a list. */
static const char *example_of(const char *name)
{
    static const char *const examples[][2] = {
        {"extends", "../.ringback.yaml"},
        {"dial_at", "08:30"},
        {"from", "Your Name"},
        {"company", "Your Company"},
        {"ignore", "{no-website: legal wants it}"},
        {"rules", "house-rules.yaml"},
        {"include", "[\"*.txt\", \"*.voicemail\", \"*.md\", \"*.markdown\"]"},
        {"exclude", "[\"old/\", \"*.draft.txt\"]"},
        {"overrides", "[{files: \"calls/referral/*.md\", style: referral}]"},
    };

    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (strcmp(examples[i][0], name) == 0)
            return examples[i][1];
    return NULL;
}

static void write_keys(struct text *t)
{
    ringback_key key;

    puts_to(
        t,
        "# Settings of ringback for the drafts in this folder and below: take the # away before\n"
        "# those that you want. The nearest such file above a draft holds, and only that one;\n"
        "# `ringback rules --for FILE` shows what holds for a file, and why.\n");
    for (size_t i = 0; ringback_key_at(i, &key); i++) {
        const char *example = example_of(key.name);

        if (!key.in_file)
            continue;
        puts_to(t, "\n# ");
        puts_to(t, key.help);
        puts_to(t, "\n#");
        puts_to(t, key.name);
        puts_to(t, ": ");
        puts_to(t, example ? example : key.standard);
        puts_to(t, "\n");
    }
}

static bool write_all(int fd, const struct text *t)
{
    size_t done = 0;

    while (done < t->len) {
        ssize_t n = write(fd, t->bytes + done, t->len - done);

        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* What is there already is somebody's work. */
void rb_cli_init(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct text *t = calloc(1, sizeof *t);
    int fd = -1;

    if (!t) {
        rb_cli_fail_memory(run);
        return;
    }
    if (options->n_operands) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "'ringback init' takes no operand: '%s'",
                    options->operands[0]);
        free(t);
        return;
    }
    write_keys(t);
    fd = open(RB_CONFIG_NAME, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
              S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    if (fd < 0) {
        rb_cli_fail(run, errno == EEXIST ? RB_EXIT_WRONG : RB_EXIT_BROKEN,
                    errno == EEXIST ? "there is a configuration already"
                                    : "the output could not be written",
                    "%s: %s", RB_CONFIG_NAME, strerror(errno));
    } else if (!write_all(fd, t) || fsync(fd) != 0) {
        int error = errno;

        (void)unlink(RB_CONFIG_NAME);
        rb_cli_fail_output(run, RB_CONFIG_NAME, error);
    } else {
        rb_cli_say("wrote %s", RB_CONFIG_NAME);
    }
    if (fd >= 0 && close(fd) != 0)
        rb_cli_fail_output(run, RB_CONFIG_NAME, errno);
    free(t);
}
