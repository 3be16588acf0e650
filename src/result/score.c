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
