#include "result/score.h"

void rb_score(ringback_result *result)
{
    uint32_t sum = 0;
    bool errors = false;

    for (uint32_t i = 0; i < result->n_findings; i++) {
        sum += result->findings[i].points;
        errors |= result->findings[i].severity == RINGBACK_ERROR;
    }
    result->score = result->scored && sum < 100 ? 100 - sum : 0;
    result->ready = !errors && result->score >= result->draft.known.min_score;
}

bool rb_ready_without(const ringback_result *result, const bool *accepted)
{
    for (uint32_t i = 0; i < result->n_findings; i++)
        if (!accepted[i] && result->findings[i].severity == RINGBACK_ERROR)
            return false;
    return rb_score_without(result, accepted) >= result->draft.known.min_score;
}

uint32_t rb_score_without(const ringback_result *result, const bool *accepted)
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        sum += accepted[i] ? 0 : result->findings[i].points;
    return result->scored && sum < 100 ? 100 - sum : 0;
}
