#!/bin/sh
# Whole reports: each NAME.txt beside what the program makes of it, NAME.text, NAME.json and so on.
# tests/golden/bless writes them anew.
bin=${1:-${RINGBACK:?the program: give its path}}
case $bin in
/*) ;;
*) bin=$PWD/$bin ;;
esac
cd "${0%/*}" || exit 1
failures=0
tmp=$(mktemp) || exit 1
trap 'rm -f "$tmp"' EXIT

# The command behind a suffix.
report() {
    case $2 in
    narrow) COLUMNS=40 "$bin" --color=never "$1" ;;
    wide) COLUMNS=120 "$bin" --color=never "$1" ;;
    color) COLUMNS=80 "$bin" --color=always "$1" ;;
    spoken) COLUMNS=80 "$bin" --color=never --as-spoken "$1" ;;
    *) COLUMNS=80 "$bin" --color=never --format="$2" "$1" ;;
    esac
}

for golden in *.text *.narrow *.wide *.color *.spoken *.concise *.json *.ndjson; do
    [ -e "$golden" ] || continue
    draft=${golden%.*}.txt
    report "$draft" "${golden##*.}" >"$tmp" 2>/dev/null
    [ $? -le 1 ] || echo "not ok $golden runs"
    if [ "${BLESS-}" ]; then
        cmp -s "$golden" "$tmp" || {
            cp "$tmp" "$golden"
            echo "$golden"
        }
    elif cmp -s "$golden" "$tmp"; then
        echo "ok $golden"
    else
        echo "not ok $golden"
        diff "$golden" "$tmp" | head -n 20 | sed 's/^/# /'
        failures=$((failures + 1))
    fi
done
for draft in *.txt; do
    set -- "${draft%.txt}".*
    [ $# -gt 1 ] || {
        echo "not ok $draft has no golden"
        failures=$((failures + 1))
    }
done
[ "$failures" -eq 0 ]
