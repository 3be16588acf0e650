#!/bin/sh
# The schemas are what the tables of keys say today, and judge rule files and configurations as the
# loader does.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if python3 src/rule/embed/schema.py src/rule/keys.def | diff - rules/schema.json >"$work/diff"; then
    echo 'ok - rules/schema.json is up to date'
else
    echo 'not ok - rules/schema.json is not up to date: make schema'
fi
if python3 src/rule/embed/config_schema.py src/settings/keys.def src/clock/pace.def | diff - rules/config-schema.json >"$work/diff"; then
    echo 'ok - rules/config-schema.json is up to date'
else
    echo 'not ok - rules/config-schema.json is not up to date: make schema'
fi
number=500
[ "${SANITIZED-}" ] && number=60
python3 tests/spec/schema/agree.py "$RINGBACK" rules/schema.json $number rules tests/spec/schema/*.yaml
python3 tests/spec/schema/agree.py "$RINGBACK" rules/config-schema.json $number config tests/spec/schema/config/*.yaml
