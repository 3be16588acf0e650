/* The writers behind format.def: rb_report_text_add() and so on. */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include "report/report.h"

#define FORMAT(constant, name, fail)                                                               \
    void rb_report_##name##_begin(ringback_report *);                                              \
    void rb_report_##name##_add(ringback_report *, const struct rb_report_entry *);                \
    void rb_report_##name##_end(ringback_report *);
#include "report/format.def"
#undef FORMAT

/* The path and the reason come as they are: hostile. */
void rb_report_sarif_fail(ringback_report *, const char *path, const char *reason);
void rb_report_github_fail(ringback_report *, const char *path, const char *reason);
void rb_report_junit_fail(ringback_report *, const char *path, const char *reason);
void rb_report_checkstyle_fail(ringback_report *, const char *path, const char *reason);
void rb_report_rdjsonl_fail(ringback_report *, const char *path, const char *reason);
void rb_report_html_fail(ringback_report *, const char *path, const char *reason);

#endif
