/* Build tool: the library with nothing frozen in it, for the tool that freezes. */
#include "rule/frozen.h"

const struct rb_frozen *const rb_frozen = NULL;
