#!/bin/sh
# rules/schema.json is what the table of keys says today, and judges rule files as the loader does.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if python3 src/rule/embed/schema.py src/rule/keys.def | diff - rules/schema.json >"$work/diff"; then
    echo 'ok - rules/schema.json is up to date'
else
    echo 'not ok - rules/schema.json is not up to date: make schema'
fi
number=500
[ "${SANITIZED-}" ] && number=60
python3 tests/spec/schema/agree.py "$RINGBACK" rules/schema.json $number tests/spec/schema/*.yaml
