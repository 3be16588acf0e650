#!/bin/sh
# What the shared library exports is a promise: tests/house/symbols.txt holds it. Inside, every name
# that the linker sees begins with rb_ or ringback_.
failed=0
nm -D --defined-only "$SHARED" | awk '{ print $NF }' | LC_ALL=C sort | diff tests/house/symbols.txt - || {
    echo "the exported symbols are not those of tests/house/symbols.txt"
    failed=1
}
grep -v '^ringback_' tests/house/symbols.txt && failed=1
nm -g --defined-only "$LIBRARY" | awk 'NF == 3 && $3 !~ /^(rb|ringback)_/ { print "a name without prefix: " $3; failed = 1 }
END { exit failed }' || failed=1
exit $failed
