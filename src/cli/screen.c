#include "cli/screen.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

/* Signals are held back but while waiting, so that they are met in one place. */
static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { SIGNALS = sizeof numbers / sizeof *numbers };

static volatile sig_atomic_t ended, stopped, continued, resized;

static struct {
    struct termios before;
    struct sigaction actions[SIGNALS];
    sigset_t mask; /* as it was: waits with it */
    bool open;
} screen;

static void on_signal(int number)
{
    switch (number) {
    case SIGTSTP:
        stopped = 1;
        break;
    case SIGCONT:
        continued = 1;
        break;
    case SIGWINCH:
        resized = 1;
        break;
    default:
        ended = number;
        break;
    }
}

bool rb_screen_write(const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, n);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

/* The other screen, no cursor, no wrapping; and all of it back. */
static bool enter(void)
{
    static const char on[] = "\033[?1049h\033[?25l\033[?7l\033[2J";
    struct termios raw = screen.before;

    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) == 0 && rb_screen_write(on, sizeof on - 1);
}

static void leave(void)
{
    static const char off[] = "\033[0m\033[?7h\033[?25h\033[?1049l";

    (void)rb_screen_write(off, sizeof off - 1);
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &screen.before);
}

static void catch_signals(void)
{
    struct sigaction action;
    sigset_t held;

    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    (void)sigemptyset(&action.sa_mask);
    (void)sigemptyset(&held);
    for (int i = 0; i < SIGNALS; i++)
        (void)sigaddset(&held, numbers[i]);
    (void)sigprocmask(SIG_BLOCK, &held, &screen.mask);
    for (int i = 0; i < SIGNALS; i++) {
        (void)sigaction(numbers[i], NULL, &screen.actions[i]);
        /* Who started the program may not want it to heed a signal; a nohup'd one is such. */
        if (screen.actions[i].sa_handler != SIG_IGN || numbers[i] == SIGWINCH)
            (void)sigaction(numbers[i], &action, NULL);
    }
}

bool rb_screen_open(void)
{
    const char *term = getenv("TERM");

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !term || *term == '\0' ||
        strcmp(term, "dumb") == 0 || tcgetattr(STDIN_FILENO, &screen.before) != 0)
        return false;
    ended = stopped = continued = resized = 0;
    catch_signals();
    screen.open = true;
    if (enter())
        return true;
    rb_screen_close();
    return false;
}

void rb_screen_close(void)
{
    if (!screen.open)
        return;
    screen.open = false;
    leave();
    for (int i = 0; i < SIGNALS; i++)
        (void)sigaction(numbers[i], &screen.actions[i], NULL);
    (void)sigprocmask(SIG_SETMASK, &screen.mask, NULL);
}

void rb_screen_obey(void)
{
    if (!ended)
        return;
    (void)signal(ended, SIG_DFL); /* GCOVR_EXCL_LINE: tested, but the counts end with it */
    (void)raise(ended);           /* GCOVR_EXCL_LINE: tested, but the counts end with it */
}

/* As the shell expects it of a job that is stopped: the terminal as it was, and really stopped. */
static void stop(void)
{
    struct sigaction action, ours;
    sigset_t only;

    leave();
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGTSTP, &action, &ours);
    (void)sigemptyset(&only);
    (void)sigaddset(&only, SIGTSTP);
    (void)kill(getpid(), SIGTSTP);
    (void)sigprocmask(SIG_UNBLOCK, &only, NULL); /* it stops here, until SIGCONT */
    (void)sigprocmask(SIG_BLOCK, &only, NULL);
    (void)sigaction(SIGTSTP, &ours, NULL);
    stopped = 0;
    continued = 1;
}

static bool told(enum rb_screen_event *event)
{
    if (ended) {
        *event = RB_SCREEN_ENDED;
        return true;
    }
    if (stopped)
        stop();
    if (continued) {
        continued = resized = 0;
        *event = enter() ? RB_SCREEN_RESUMED : RB_SCREEN_ENDED;
        return true;
    }
    if (resized) {
        resized = 0;
        *event = RB_SCREEN_RESIZED;
        return true;
    }
    return false;
}

/* A key by itself; what arrows and the like send is no key here. */
static enum rb_screen_event read_key(char *key)
{
    char bytes[64];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);

    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return RB_SCREEN_TIME;
    if (n <= 0)
        return RB_SCREEN_ENDED;
    if (bytes[0] == '\033')
        return RB_SCREEN_TIME;
    *key = bytes[0];
    return RB_SCREEN_KEY;
}

enum rb_screen_event rb_screen_wait(uint32_t ms, char *key)
{
    struct timespec time = {(time_t)(ms / 1000), (long)(ms % 1000) * 1000000};
    enum rb_screen_event event = RB_SCREEN_TIME;
    fd_set in;
    int n;

    if (told(&event))
        return event;
    FD_ZERO(&in);
    FD_SET(STDIN_FILENO, &in);
    n = pselect(STDIN_FILENO + 1, &in, NULL, NULL, &time, &screen.mask);
    if (told(&event))
        return event;
    if (n < 0 && errno != EINTR)
        return RB_SCREEN_ENDED;
    return n > 0 ? read_key(key) : RB_SCREEN_TIME;
}

void rb_screen_size(uint32_t *rows, uint32_t *columns)
{
    struct winsize size;

    *rows = 24;
    *columns = 80;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return;
    if (size.ws_row > 0)
        *rows = size.ws_row;
    if (size.ws_col > 0)
        *columns = size.ws_col;
}
