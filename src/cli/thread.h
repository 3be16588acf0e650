/* Threads that check. */
#ifndef CLI_THREAD_H
#define CLI_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* With a stack that is deep enough for the library. False: there is no room for another. */
bool rb_cli_thread(pthread_t *, void *(*work)(void *), void *ctx);

#endif
