/* Drafts that were left before. */
#include <ringback.h>

#include "api/check.h"
#include "base/error.h"
#include "rule/history.h"

ringback_status ringback_history_new(ringback_history **out, ringback_error *err)
{
    *out = rb_history_new();
    return *out ? RINGBACK_OK : rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
}

void ringback_history_free(ringback_history *history)
{
    rb_history_free(history);
}

ringback_status ringback_history_add(ringback_history *history, const ringback_result *result,
                                     const char *name, ringback_error *err)
{
    if (!history || !result || !name)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a history, a result and a name wanted");
    if (!rb_history_add(history, result, rb_slice_str(name)))
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    return RINGBACK_OK;
}
