/* Configuration, from bytes to what holds for one file. Part of <ringback.h>, which has the
 * promises that hold for all of it. */
#ifndef RINGBACK_SETTINGS_H
#define RINGBACK_SETTINGS_H

#include <ringback/check.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ringback_settings ringback_settings; /* opaque, immutable */

/* Gives the bytes of a configuration on which another builds (`extends`), by its path as seen from
 * where the first one's name is seen. They must live until the load returns. False: reason, one
 * line, says why not. */
typedef bool ringback_open(void *ctx, const char *path, ringback_source *out, char *reason,
                           size_t size);

/* A configuration from the bytes of its file; file NULL: what is standard. open may be NULL: then
 * nothing can be built upon. Both callbacks get ctx. All errors go to on_error. */
RINGBACK_CHECKED ringback_status ringback_settings_load(const ringback_source *file,
                                                        ringback_open *open,
                                                        ringback_on_error *on_error, void *ctx,
                                                        ringback_settings **out,
                                                        ringback_error *err);
RINGBACK_API void ringback_settings_free(ringback_settings *);
/* `root: true`: nothing above the configuration's folder counts. */
RINGBACK_API bool ringback_settings_root(const ringback_settings *);
/* The rule files that it names, in their order, as seen from where its own name is seen. NULL past
 * the end. */
RINGBACK_API const char *ringback_settings_rules(const ringback_settings *, size_t);
/* Whether its styles and ignored rules are there. Each one that is not goes to on_error. */
RINGBACK_CHECKED ringback_status ringback_settings_verify(const ringback_settings *,
                                                          const ringback_rules *,
                                                          ringback_on_error *on_error, void *ctx,
                                                          ringback_error *err);

/* One value and where it was given: source "" when it is standard. Of a list each item is one, of
 * ignored rules each with its reason. */
typedef struct ringback_setting {
    ringback_str key, value, reason, source;
    uint32_t line, column;
} ringback_setting;

/* Paths are given from the configuration's folder on, without "./" and "../". Whether a file or
 * folder is left out even when it is named (*by, which may be NULL, is then the pattern that says
 * so), and whether a search of its folder finds a file. */
RINGBACK_API bool ringback_settings_excludes(const ringback_settings *, const char *path,
                                             bool folder, ringback_setting *by);
RINGBACK_API bool ringback_settings_includes(const ringback_settings *, const char *path);

typedef struct ringback_profile ringback_profile; /* opaque, immutable: what holds for one file */

/* The configuration with the overrides for this path. It borrows from the settings. */
RINGBACK_CHECKED ringback_status ringback_settings_for(const ringback_settings *, const char *path,
                                                       ringback_profile **out, ringback_error *err);
RINGBACK_API void ringback_profile_free(ringback_profile *);
/* Options that borrow from the profile. */
RINGBACK_API void ringback_profile_options(const ringback_profile *, ringback_options *out);
/* What fails a run. */
typedef struct ringback_thresholds {
    bool fail_on_given, min_score_given;
    uint32_t fail_on; /* a ringback_severity; RINGBACK_UNSET: never */
    uint32_t min_score;
} ringback_thresholds;
RINGBACK_API ringback_thresholds ringback_profile_thresholds(const ringback_profile *);
/* Every value that holds, in the order of the keys. False past the end, *out untouched. */
RINGBACK_API bool ringback_profile_at(const ringback_profile *, size_t, ringback_setting *out);

/* The keys that a configuration can have. False past the end, *out untouched. */
typedef struct ringback_key {
    const char *name, *help;
    const char *wanted;   /* what its value is */
    const char *standard; /* "": nothing */
    bool in_file, in_override, in_front;
} ringback_key;
RINGBACK_API bool ringback_key_at(size_t n, ringback_key *out);

/* A file of patterns as .gitignore has them, held against a path from its folder on: 1, it is
 * ignored; -1, it is taken back; 0, no line says anything. */
RINGBACK_API int ringback_ignored(const char *lines, size_t len, const char *path, bool folder);

#ifdef __cplusplus
}
#endif

#endif
