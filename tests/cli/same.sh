#!/bin/sh
# The same drafts, rules and options give the same bytes: another time, in another place, with more
# hands, and in any surroundings.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh

cd examples || exit 1
for format in text concise json ndjson sarif github gitlab junit checkstyle rdjsonl html; do
    "$bin" --no-config --fail-on=never --format="$format" drafts before.txt >"$tmp/once" 2>"$tmp/err" || cat "$tmp/err"
    "$bin" --no-config --fail-on=never --format="$format" drafts before.txt >"$tmp/again" 2>/dev/null
    check "$format: once more" cmp "$tmp/once" "$tmp/again"
    env -i LC_ALL=tr_TR.ISO-8859-9 LANG=de_DE.UTF-8 LC_NUMERIC=de_DE TZ=Asia/Tokyo HOME=/nowhere \
        GITHUB_WORKSPACE= MALLOC_PERTURB_=165 \
        "$bin" --no-config --fail-on=never --format="$format" drafts before.txt >"$tmp/again" 2>/dev/null
    check "$format: elsewhere" cmp "$tmp/once" "$tmp/again"
done

# A stream, by one and by several.
for file in drafts/*/*.txt; do
    sed '1{/^---$/!b};/^---$/,/^---$/d' "$file" | python3 -c '
import json, sys
print(json.dumps({"id": sys.argv[1], "text": sys.stdin.read()}))' "$file"
done >"$tmp/in"
"$bin" --input=ndjson --explain-facts --words - <"$tmp/in" >"$tmp/one"
same 'a line for each' "$(wc -l <"$tmp/in")" "$(wc -l <"$tmp/one")"
for jobs in 1 2 7 auto; do
    "$bin" --input=ndjson --explain-facts --words --jobs=$jobs - <"$tmp/in" >"$tmp/many"
    check "with --jobs=$jobs" cmp "$tmp/one" "$tmp/many"
done
finish
