// clang-format off
/* ringback: checks the draft of a sales voicemail before it is spoken.
 *
 * In short: load rules once, make a checker for each thread, check drafts, write results through a
 * report.
 *
 *   ringback_rules_load(NULL, 0, NULL, NULL, &rules, &err);
 *   ringback_checker_new(rules, NULL, &checker, &err);
 *   ringback_check(checker, text, len, &result, &err);
 *   printf("%u of 100\n", (unsigned)ringback_result_score(result));
 *
 * Ownership  A handle that comes out through a pointer has exactly one _free(), which takes NULL;
 *            all else that is read through a handle is borrowed and lives as long as it. The
 *            library copies what it keeps. Rules must outlive the checkers and the results made
 *            from them; results live on without their checker.
 * Errors     Every call that can fail gives a status and fills the caller's ringback_error (which
 *            may be NULL): nothing to free, nothing global. A draft with findings is RINGBACK_OK.
 * Threads    No mutable globals. Rules and results never change once made: share them freely. A
 *            checker and a report belong to one thread at a time.
 * Purity     Opens no file, prints nothing, never exits; reads no environment, locale or clock: the
 *            same bytes in give the same bytes out on every machine.
 * Units      Offsets are bytes of the draft's UTF-8, half open. Lines and columns count from 1,
 *            columns in code points. Times are milliseconds, scores and points are whole numbers.
 */
// clang-format on
#ifndef RINGBACK_H
#define RINGBACK_H

#include <ringback/base.h>
#include <ringback/baseline.h>
#include <ringback/check.h>
#include <ringback/file.h>
#include <ringback/fix.h>
#include <ringback/record.h>
#include <ringback/report.h>
#include <ringback/result.h>
#include <ringback/rules.h>
#include <ringback/settings.h>

#endif
