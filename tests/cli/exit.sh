#!/bin/sh
# The exit status: every threshold with every severity, drafts and records, and the line that says
# why.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1

# One rule of each severity, and drafts that break one of them: the built-in rules are all off.
echo 'rules:' >one.yaml
while read -r severity animal; do
    cat >>one.yaml <<EOT
  t-$severity:
    title: No such animal
    family: test
    why: Because.
    source: [test]
    severity: $severity
    points: 5
    check: {count: {phrases: [$animal]}, max: 0}
    message: There is an animal.
    advice: Leave it out.
    examples:
      bad: ["Hi Ana, it's Lee. Call me on 555 0142 about the $animal."]
      good: ["Hi Ana, it's Lee. Call me on 555 0142 about the horse."]
EOT
done <<'EOT'
error zebra
warning walrus
suggestion salmon
EOT
"$bin" rules | awk '/^  [a-z]/ && $2 ~ /^(error|warning|suggestion|off)$/ { print $1 }' |
    grep -v -x not-a-voicemail | sed 's/.*/  &: off/' >>one.yaml
run --rules=one.yaml --format=concise <<'EOT'
Hi Ana, it's Lee. Call me on 555 0142 about the zebra, the walrus and the salmon.
EOT
if [ "$status" -eq 2 ]; then
    not_ok 'rules for this test' "$(cat err)"
    finish
fi
same 'the three rules, and no others' 3 "$(wc -l <out)"

status_of() {
    printf '%s\n' "Hi Ana, it's Lee. Call me on 555 0142 about the $1." >draft.txt
    shift
    run --rules=one.yaml --quiet "$@" draft.txt
}
# What fails: rows of severity, columns of --fail-on.
table() {
    while read -r animal on expected; do
        status_of "$animal" --fail-on="$on"
        exits "$animal, --fail-on=$on" "$expected" "$([ "$expected" -eq 0 ] || echo "exit 1: 1 ")"
    done
}
table <<'EOT'
zebra error 1
zebra warning 1
zebra suggestion 1
zebra never 0
walrus error 0
walrus warning 1
walrus suggestion 1
walrus never 0
salmon error 0
salmon warning 0
salmon suggestion 1
salmon never 0
EOT
status_of zebra
exits 'an error fails by default' 1 'ringback: exit 1: 1 error$'
status_of walrus
exits 'a warning does not' 0
status_of 'zebra, the zebra and the walrus' --fail-on=warning
exits 'counts' 1 'ringback: exit 1: 2 errors, 1 warning$'
status_of walrus --min-score=95
exits 'a score that is enough' 0
status_of walrus --min-score=96
exits 'a score that is not' 1 'ringback: exit 1: score 95 < 96$'
status_of walrus --min-score=96 --fail-on=never
exits 'a score decides by itself' 1 'exit 1: score 95 < 96$'
status_of zebra --min-score=96
exits 'both' 1 'exit 1: 1 error, score 95 < 96$'
status_of horse --min-score=100
exits 'nothing to object to' 0
cp draft.txt horse.txt
status_of walrus
run --rules=one.yaml --quiet --min-score=96 draft.txt horse.txt draft.txt
exits 'scores of several' 1 'exit 1: 2 scores under 96, the lowest 95$'
run --rules=one.yaml --quiet --min-score=96 draft.txt horse.txt nosuch.txt
exits '2 wins over 1' 2 'exit 2: 1 path could not be checked$'
"$bin" --rules=one.yaml --quiet draft.txt nosuch.txt >/dev/full 2>err
status=$?
exits '3 wins over 2' 3 'exit 3: the output could not be written$'

records() {
    printf '%s\n' "{\"text\":\"Hi Ana, it's Lee. Call me on 555 0142 about the $1.\"}" "${2-"{\"text\":\"Hi, it's Lee.\"}"}" >r.ndjson
}
records zebra
run --rules=one.yaml r.ndjson
exits 'records: findings are answers' 0
run --rules=one.yaml --fail-on=error r.ndjson
exits 'records: unless they are to fail' 1 'exit 1: 1 error$'
run --rules=one.yaml --min-score=96 r.ndjson
exits 'records: or a score is wanted' 1 'exit 1: 1 score under 96, the lowest 95$'
run --rules=one.yaml --fail-on=never r.ndjson
exits 'records: or not' 0
records horse 'no record'
run --rules=one.yaml r.ndjson
exits 'a bad record is an answer' 0 '1 of 2 records answered with an error line$'
run --rules=one.yaml --fail-on=suggestion r.ndjson
exits 'a bad record fails where findings do' 1 'exit 1: 1 bad record$'
run --rules=one.yaml --fail-on=never r.ndjson
exits 'a bad record does not fail where nothing does' 0 '1 of 2 records'
run --rules=one.yaml --format=ndjson --input=text draft.txt
exits 'a text is no record' 0
status_of zebra --format=ndjson
exits 'a text fails, whatever it is written as' 2 'exit 2: usage'
printf '%s\n' "Hi Ana, it's Lee. Call me on 555 0142 about the zebra." >draft.txt
run --rules=one.yaml --format=ndjson draft.txt
exits 'a text fails as ndjson' 1 'exit 1: 1 error$'
finish
