/* A file's drafts, inside the façade: what is known of one, and its text. */
#ifndef API_FILE_H
#define API_FILE_H

#include "api/check.h"

/* options NULL: the checker's own, with the draft's front matter over them. *known lives as long as
 * the arena, the file and the options. */
ringback_status rb_file_known(const ringback_checker *, const ringback_file *, size_t n,
                              const ringback_options *, struct rb_arena *, struct rb_known *known,
                              ringback_error *);
struct rb_slice rb_file_text(const ringback_file *, size_t n);

#endif
