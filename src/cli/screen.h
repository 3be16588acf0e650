/* The terminal as a screen: single keys, nothing echoed, the other screen; and back to what it was,
 * whatever ends the program or stops it for a while. */
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fails, and changes nothing, when this is no terminal that can do it. */
bool rb_screen_open(void);
void rb_screen_close(void);

enum rb_screen_event {
    RB_SCREEN_TIME,    /* the time is over */
    RB_SCREEN_KEY,     /* *key is one */
    RB_SCREEN_RESIZED, /* another size */
    RB_SCREEN_RESUMED, /* it was stopped, and goes on: draw anew */
    RB_SCREEN_ENDED    /* a signal, or nobody is there any more: leave */
};

/* Waits for one of these. */
enum rb_screen_event rb_screen_wait(uint32_t ms, char *key);
void rb_screen_size(uint32_t *rows, uint32_t *columns);
/* False: nobody is there any more. */
bool rb_screen_write(const char *bytes, size_t n);
/* Dies of the signal that ended the program, if one did; after rb_screen_close(). */
void rb_screen_obey(void);

#endif
