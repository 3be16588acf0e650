#!/bin/sh
# Files under 400 lines, functions under 60, lines within 100 columns.
find src include -name '*.[ch]' | sort | xargs awk '
function bad(line, why) {
    printf "%s:%d: %s\n", FILENAME, line, why
    failed = 1
}
FNR == 1 {
    if (last)
        check_file()
    inside = 0
}
function check_file() {
    if (last >= 400) {
        printf "%s: %d lines\n", file, last
        failed = 1
    }
}
# The layout of the code has the braces of a function, and no others, in the first column.
/^\{/ { start = FNR; inside = 1 }
/^\}/ {
    if (inside && FNR - start + 1 >= 60)
        bad(start, "a function of " FNR - start + 1 " lines")
    inside = 0
}
{ file = FILENAME; last = FNR }
END {
    check_file()
    exit failed
}
'
