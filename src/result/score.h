/* The score: 100 less the points of all findings, never below 0. */
#ifndef RESULT_SCORE_H
#define RESULT_SCORE_H

#include "result/result.h"

/* Fills score and ready from the findings; `scored` must be set. */
void rb_score(ringback_result *);
/* The score if the findings that are accepted cost nothing; one for each finding. */
uint32_t rb_score_without(const ringback_result *, const bool *accepted);
/* Whether it would be ready then. */
bool rb_ready_without(const ringback_result *, const bool *accepted);

#endif
