/* Folders, and what stands in them that says something of the files below: a configuration,
 * patterns of files to be ignored, an end to the search. Each folder is looked at once. */
#ifndef CLI_FOLDERS_H
#define CLI_FOLDERS_H

#include "cli/input.h"

#define RB_CONFIG_NAME ".ringback.yaml"
#define RB_IGNORE_NAME ".ringbackignore"

enum {
    RB_MAX_LEVELS = 64 /* folders above a file that are looked at */
};

struct rb_cli_folder {
    char *path;  /* absolute, without links */
    char *shown; /* its configuration as the user sees it: from the current folder on */
    bool config; /* there is one, and it may be trusted */
    bool end;    /* nothing above counts: a repository, a file system or the home ends here */
    struct rb_cli_bytes ignore; /* RB_IGNORE_NAME; ptr NULL: there is none */
    void *own;                  /* of those who load configurations; starts as NULL */
    struct rb_cli_folder *next; /* in its bucket */
};

struct rb_cli_folders;

struct rb_cli_folders *rb_cli_folders_new(struct rb_cli_run *);
/* own is freed by its owner before. */
void rb_cli_folders_free(struct rb_cli_folders *);
/* Calls for every folder that was looked at. */
void rb_cli_folders_each(struct rb_cli_folders *, void (*)(void *ctx, struct rb_cli_folder *),
                         void *ctx);

/* errno says why a path could not be looked at: told, as broken. */
void rb_cli_fail_look(struct rb_cli_run *, const char *path);

/* The absolute path, without links, of a file's folder (or of one itself); of the current one when
 * it is not there. In malloc'ed memory; NULL: errno says why. */
char *rb_cli_folder_path(const char *path, bool folder);
/* The same, kept until the next call: the files of a folder come one after another. */
const char *rb_cli_folder_of(struct rb_cli_folders *, const char *path, bool folder);
/* What is known of a folder, by its absolute path. NULL: a failure went to the run. */
struct rb_cli_folder *rb_cli_folder_at(struct rb_cli_folders *, const char *path);
/* The one above; NULL: there is none that counts, or a failure went to the run. */
struct rb_cli_folder *rb_cli_folder_above(struct rb_cli_folders *, const struct rb_cli_folder *);

/* What of an absolute path is below a folder, "" for the folder itself; NULL: it is not below. */
const char *rb_cli_below(const char *path, const char *folder);
/* The two with a slash between them. In malloc'ed memory; NULL: none. */
char *rb_cli_join(const char *folder, const char *name);
/* How a file of a folder is seen from another one: "../calls/a.txt". Both folders are absolute;
 * only the last part of the path counts. In malloc'ed memory; NULL: none. */
char *rb_cli_seen_from(const char *from, const char *folder, const char *path);
/* A path from the current folder on, as far as it is below or above; else as it is. In malloc'ed
 * memory; NULL: errno says why. */
char *rb_cli_shown(const char *absolute);

#endif
