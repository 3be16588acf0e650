#!/bin/sh
# A file includes its own floor and those below, never a sibling floor or one above; src/cli includes
# the public header and its own. Only one file knows each foreign library, and the library knows of
# the C library no more than what needs no world outside.
# shellcheck disable=SC2016  # the $0 are awk's
find src -name '*.[ch]' | sort | xargs awk '
BEGIN {
    n = split("base text fact clock draft result", floors, " ")
    for (i = 1; i <= n; i++)
        rank[floors[i]] = i
    rank["rule"] = rank["report"] = rank["settings"] = rank["fix"] = n + 1
    rank["api"] = n + 2
    rank["cli"] = rank["serve"] = n + 3

    home["yaml.h"] = "src/base/yaml.c"
    home["pcre2.h"] = "src/base/pattern.c"
    home["yajl/yajl_parse.h"] = "src/base/json.c"
    home["md4c.h"] = "src/text/markdown.c"

    n = split("assert.h inttypes.h limits.h ringback.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h " \
              "stdint.h stdio.h stdlib.h string.h", pure, " ")
    for (i = 1; i <= n; i++)
        is_pure[pure[i]] = 1
}
function bad(why) {
    printf "%s:%d: %s: %s\n", FILENAME, FNR, why, $0
    failed = 1
}
FNR == 1 {
    split(FILENAME, path, "/")
    floor = path[2]
    if (!(floor in rank))
        bad("a file outside of the floors")
}
# Tools of the build are no part of the library.
FILENAME ~ /^src\/[a-z]+\/embed\// { next }
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    name = quoted[2]
    if (name !~ /^[a-z]+\/[a-z0-9_]+\.(h|def)$/) {
        bad("not \"floor/name.h\"")
        next
    }
    split(name, part, "/")
    if ((getline line < ("src/" name)) < 0)
        bad("there is no such file")
    close("src/" name)
    if (floor == "cli" || floor == "serve") {
        if (part[1] != floor)
            bad("knows more than the public header")
    } else if (part[1] != floor && rank[part[1]] >= rank[floor])
        bad("a sibling floor or one above")
}
/^[ \t]*#[ \t]*include[ \t]*</ {
    name = $0
    sub(/^[^<]*</, "", name)
    sub(/>.*/, "", name)
    if (name in home) {
        if (FILENAME != home[name])
            bad("only " home[name] " may include this")
    } else if (floor != "cli" && floor != "serve" && !(name in is_pure))
        bad("the library has no use for this")
    if (name ~ /^ringback\//)
        bad("the public header is taken as a whole")
    if (name == "ringback.h" && FILENAME ~ /^src\/(text|fact|clock)\//)
        bad("too low for the public header")
}
END { exit failed }
'
