#!/bin/sh
# Whole runs with each place of the code that asks for memory refused (see places.c), once and for ever
# after: what memory.sh does from outside and samples, this does from inside and leaves out none.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
here=$PWD/tests/anomaly
export PLACES_SEEN="$work/seen"

mkdir -p "$work/area/team/calls"
cd "$work/area" || exit 1
cp "$here/drafts.ndjson" "$here/house.yaml" .
cat >draft.txt <<'END'
Hi Priya, hope you are well. This is Jonas Weld, sales director at Tallow Street, 5550107788. We took
two hours a week off the invoicing of three bakeries near you. Call me back, it takes two minutes.
END
cat >better.txt <<'END'
Priya, Jonas Weld at Tallow Street, 555 010 7788. You open a second shop in May, and two bakeries near
you lost a day a week to invoicing. Have you ten minutes on Tuesday at 9 or Wednesday at four? Call me
back on 555 010 7788, or write to jonas@tallow.example. Again, Jonas Weld, 555 010 7788.
END
cat >team/.ringback.yaml <<'END'
extends: base.yaml
rules: ../house.yaml
ignore: {no-title: she asks}
overrides: [{files: "calls/*.md", pace: brisk}]
END
echo 'company: Tallow Street' >team/base.yaml
echo 'old.txt' >team/.ringbackignore
cp draft.txt team/old.txt
cp better.txt team/first.txt
cat >team/calls/a.md <<'END'
# Calls

## First <!-- ringback-ignore no-website: it is the product -->

```voicemail
---
to: Priya
---
Hi Priya, this is Jonas Weld, sales director. See tallow.example, or call 555 010 7788.
```
END
echo 'pase: 1' >wrong.yaml
printf 'rules:\n  no-kettle: {severity: loud, check: {count: kettel}}\nfacts:\n  cup: {phrases: ["a ((b"]}\n' >bad.yaml
printf 'rules:\n  no-title: {severity: error, points: 3}\n  no-website: off\nfacts:\n  name: {add: {phrases: [jo~]}}\n' >changed.yaml
echo 'Hi [Name], this is Jonas Weld at Tallow Street. Call me on 555 010 7788.' >template.txt
printf 'name\nPriya\nSam\n' >names.csv
printf 'id,script\n1,"Hi Priya, call me on 555 010 7788."\n' >scripts.csv
"$RINGBACK" --quiet --baseline=accepted.json --update-baseline draft.txt >/dev/null 2>&1
printf '%s\n' 'Again, Jonas Weld.' >>draft.txt
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
try --help
try --version
input=drafts.ndjson
try --input=ndjson
try --input=ndjson --words --meta --explain-facts
try --input=ndjson --jobs=2
input=draft.txt
try -
echo "1..$n"
