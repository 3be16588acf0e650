/* What the two halves of the shim share: shim.c counts and fails allocations, files.c the calls
 * that read and write. One of them counts in a run, by FAIL_CALLS. */
#ifndef ANOMALY_SHIM_H
#define ANOMALY_SHIM_H

#include <stdbool.h>

/* The next function of this name behind the shim's own. */
void *shim_symbol(const char *name);

/* Whether FAIL_CALLS names calls, and this one is among them. */
bool shim_counts_call(const char *name);

/* Counts one, and tells whether it is to fail. */
bool shim_refuses(void);

#endif
