#include "cli/thread.h"

/* The library's deepest calls take some 100 KiB of stack; musl gives a thread little more. */
enum { STACK_BYTES = 512 * 1024 };

bool rb_cli_thread(pthread_t *thread, void *(*work)(void *), void *ctx)
{
    pthread_attr_t attr;
    bool ok;

    if (pthread_attr_init(&attr) != 0)
        return false;
    ok = pthread_attr_setstacksize(&attr, STACK_BYTES) == 0 &&
         pthread_create(thread, &attr, work, ctx) == 0;
    (void)pthread_attr_destroy(&attr);
    return ok;
}
