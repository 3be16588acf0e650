#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    DEFAULT_WIDTH = 80,
    READABLE_WIDTH = 100 /* longer lines are hard to read, however wide the window */
};

static const char *variable(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

static bool is_on(const char *value)
{
    return *value && strcmp(value, "0") != 0;
}

static bool is_dumb(void)
{
    const char *term = variable("TERM");

    return *term == '\0' || strcmp(term, "dumb") == 0;
}

/* The first that decides; the order is that of the common conventions. */
static bool use_color(int fd, enum rb_cli_color when)
{
    switch (when) {
    case RB_COLOR_ALWAYS:
        return true;
    case RB_COLOR_NEVER:
        return false;
    case RB_COLOR_AUTO:
        break;
    }
    if (*variable("NO_COLOR"))
        return false;
    if (is_on(variable("FORCE_COLOR")) || is_on(variable("CLICOLOR_FORCE")))
        return true;
    if (strcmp(variable("CLICOLOR"), "0") == 0 || is_dumb())
        return false;
    return isatty(fd);
}

/* Only a terminal's locale is asked: files and pipes get the same bytes everywhere. A terminal
 * without any locale is one of today, and speaks UTF-8. */
static bool use_unicode(int fd)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    if (!isatty(fd))
        return true;
    if (is_dumb())
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = variable(names[i]);

        if (*value)
            return strstr(value, "UTF-8") || strstr(value, "utf8") || strstr(value, "utf-8") ||
                   strstr(value, "UTF8");
    }
    return true;
}

static uint32_t width_of(int fd)
{
    unsigned long columns = strtoul(variable("COLUMNS"), NULL, 10);
    struct winsize size;

    if (columns > 0 && columns <= 1000)
        return (uint32_t)columns;
    if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col < READABLE_WIDTH ? size.ws_col : (uint32_t)READABLE_WIDTH;
    return DEFAULT_WIDTH;
}

void rb_cli_terminal(int fd, enum rb_cli_color when, ringback_report_options *out)
{
    out->width = width_of(fd);
    out->color = use_color(fd, when);
    out->unicode = use_unicode(fd);
}
