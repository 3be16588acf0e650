/* The front matter of drafts. */
#ifndef SETTINGS_FRONT_H
#define SETTINGS_FRONT_H

#include "settings/layer.h"
#include "text/drafts.h"

/* foreign: keys that are not near ours may belong to another program, as in Markdown. False: errors
 * were told, or no memory. */
bool rb_front_read(struct rb_arena *, struct rb_errors *, const char *source,
                   const struct rb_front *, bool foreign, struct rb_layer *out);

#endif
