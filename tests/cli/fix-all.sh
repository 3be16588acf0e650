#!/bin/sh
# Mending keeps its promises on every draft that there is here.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
python3 "$home/tests/cli/fix/mend.py" "$bin" "$home" || failures=$((failures + 1))
finish
