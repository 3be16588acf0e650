#!/bin/sh
# Whole runs with each place of the code that asks for memory refused (see places.c), once and for ever
# after: what memory.sh does from outside and samples, this does from inside and leaves out none.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
here=$PWD/tests/anomaly
export PLACES_SEEN="$work/seen"

mkdir "$work/area"
cd "$work/area" || exit 1
# shellcheck source=tests/anomaly/area.sh
. "$here/area.sh"
printf 'rules:\n  no-kettle: {severity: loud, check: {count: kettel}}\nfacts:\n  cup: {phrases: ["a ((b"]}\n' >bad.yaml
printf 'rules:\n  no-title: {severity: error, points: 3}\n  no-website: off\nfacts:\n  name: {add: {phrases: [jo~]}}\n' >changed.yaml
: >new.json
cp accepted.json again.json

try() {
    n=$((n + 1))
    if said=$("$PLACES" "$input" "$@" 2>&1); then
        echo "ok $n - $*: $said"
    else
        echo "not ok $n - $*"
        echo "$said" | sed 's/^/#   /'
    fi
}

input=/dev/null
try draft.txt
try better.txt
for format in json html sarif junit gitlab checkstyle github rdjsonl concise; do
    try --format=$format draft.txt
done
try --explain-facts --words --format=json better.txt
try --color=always --as-spoken draft.txt
try --report=sarif=r.sarif --report=html=r.html draft.txt
try --output=/dev/null team
try team
try --format=html team
try --history=team --format=json draft.txt
try --rules=house.yaml draft.txt
try --rules=bad.yaml draft.txt
try --rules=changed.yaml draft.txt
try --config=wrong.yaml draft.txt
try --pace=7 draft.txt
try --pace=brisk --style=standard --measured=30 --dial-at=17:30 better.txt
try --baseline=accepted.json draft.txt
try --baseline=again.json --update-baseline draft.txt
try rules
try rules --format=json
try rules --for=team/calls/a.md
try rules --rules=house.yaml
try test house.yaml
try test --rules=house.yaml bad.yaml
try explain number-twice
try explain --rules=house.yaml no-kettle
try explain say-it-twice
try init
rm -f .ringback.yaml
try completion bash
try fix --diff draft.txt
try fix --diff --baseline=accepted.json draft.txt
try fill template.txt --csv=names.csv
try compare team/calls/a.md draft.txt
try compare --format=json team/calls/a.md draft.txt
try --column=script scripts.csv
try --jobs=2 --format=concise team
try --help
try --version
input=drafts.ndjson
try --input=ndjson
try --input=ndjson --words --meta --explain-facts
try --input=ndjson --jobs=2
input=draft.txt
try -

# What a branch changes, in a repository that only this has.
input=/dev/null
a_repository
cp draft.txt team/fresh.txt
try diff HEAD
try diff --format=json HEAD team draft.txt
echo "1..$n"
