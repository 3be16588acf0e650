/* What following an advice comes to, in points and seconds: what it mends, and what the seconds
 * that it saves or takes do to the length. */
#ifndef RULE_NET_H
#define RULE_NET_H

#include "base/buffer.h"
#include "rule/trial.h"

/* Writes "+4 points, saves 1.9 s", or nothing when nothing changes. `gained` are the points of the
 * rule itself. */
void rb_net_write(struct rb_buffer *, const struct rb_trial *, uint32_t style,
                  const struct rb_rule *, uint32_t start, uint32_t end, uint32_t gained);

#endif
