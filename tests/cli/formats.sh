#!/bin/sh
# The formats that other programs read, each read by another maker's parser, held against a schema,
# and against the json report of the same run.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
here=$home/tests/cli/formats
# A version manager's Python does not know Debian's packages.
python=$(command -v /usr/bin/python3 || command -v python3)
mkdir "$tmp/work"
cd "$tmp/work" || exit 1
formats='sarif github gitlab junit checkstyle rdjsonl'

# report OPTIONS...: the report in every format, and their common truth.
report() {
    for format in json $formats; do
        "$bin" --format="$format" "$@" >"$tmp/out.$format" 2>"$tmp/err.$format"
        echo $? >"$tmp/status.$format"
    done
}

# read_py NAME FORMAT=REPORT...
read_py() {
    name=$1
    shift
    "$python" "$here/read.py" "$name" "$tmp/out.json" "$@" >"$tmp/check" 2>&1 || echo "not ok $name: the reader" >>"$tmp/check"
    cat "$tmp/check"
    failures=$((failures + $(grep -c '^not ok' "$tmp/check")))
}

# reads NAME: every format is what it should be.
reads() {
    # shellcheck disable=SC2046
    read_py "$1" $(for format in $formats; do echo "$format=$tmp/out.$format"; done)
    for format in $formats; do
        same "$1: $format: the exit status of json" "$(cat "$tmp/status.json")" "$(cat "$tmp/status.$format")"
    done
    check "$1: junit, its schema" xmllint --nonet --noout --schema "$here/junit.xsd" "$tmp/out.junit"
    check "$1: checkstyle, its schema" xmllint --nonet --noout --relaxng "$here/checkstyle.rng" "$tmp/out.checkstyle"
    check "$1: gitlab, jq" jq -e 'type == "array"' "$tmp/out.gitlab"
}

# ---- usual and unusual drafts ----

mkdir -p team/deep
printf '%s\n' "$good" >team/good.txt
printf '%s\n' "$no_number" >team/bad.txt
printf '%s\r\n%s\rAnd I am a senior sales director here.\n' "Hi Zoë, c'est Ren." "We are the best 😀 solution." >team/deep/ends.txt
printf '\357\273\277Hi Maren, it is Lee.\n---\n\n---\nHi Ana.  \n\tCall me. We are the leading \360\237\230\200 provider, so call me.\n' >team/deep/two.txt
: >team/empty.voicemail
report team
reads 'a folder'
same 'a folder: findings fail' 1 "$(cat "$tmp/status.sarif")"
prints_json() {
    same "$1" "$2" "$(jq -r "$3" "$tmp/out.$4")"
}
prints_json 'sarif: a URI of the folder' 'team/bad.txt' '.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri' sarif
prints_json 'sarif: a run that went well' true '.runs[0].invocations[0].executionSuccessful' sarif
report ./team/../team//good.txt
reads 'a path that takes ways around'
printf '%s\n' "$good" >perfect.txt
report --fail-on=never --style=standard perfect.txt
reads 'nearly nothing found'
report - <team/bad.txt
for format in $formats; do
    case $format in
    github | gitlab | rdjsonl | sarif) check "standard input: $format" grep -q 'stdin' "$tmp/out.$format" ;;
    esac
done
report "$PWD/team/bad.txt"
prints_json 'sarif: an absolute path is a file URI' "file://$PWD/team/bad.txt" \
    '.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri' sarif

# ---- nothing, and what cannot be read ----

report nosuch team/good.txt
reads 'a path that is not there'
same 'a path that is not there: the run is wrong' 2 "$(cat "$tmp/status.sarif")"
prints_json 'sarif tells of it' false '.runs[0].invocations[0].executionSuccessful' sarif
prints_json 'sarif says why' 'No such file or directory' '.runs[0].invocations[0].toolExecutionNotifications[0].message.text' sarif
check 'github tells of it' grep -q '^::error file=nosuch::No such file' "$tmp/out.github"
check 'junit tells of it' grep -q '<error type="unreadable" message="No such file' "$tmp/out.junit"
check 'checkstyle tells of it' grep -q '<file name="nosuch">' "$tmp/out.checkstyle"
check 'rdjsonl tells of it' grep -q '"path":"nosuch"' "$tmp/out.rdjsonl"
report nosuch
reads 'nothing could be checked'
same 'gitlab: nothing is an empty array' '[]' "$(cat "$tmp/out.gitlab")"

# ---- thresholds of junit ----

junit() {
    "$bin" --format=junit "$@" 2>/dev/null | sed -n 's/.* failures="\([0-9]*\)".*/\1/p'
}
same 'junit: errors fail' 1 "$(junit team/bad.txt)"
same 'junit: never' 0 "$(junit --fail-on=never team/bad.txt)"
same 'junit: suggestions' 1 "$(junit --fail-on=suggestion team/bad.txt)"
mkdir limits
cp team/bad.txt limits/
echo 'fail_on: never' >limits/.ringback.yaml
same 'junit: never, by the configuration' 0 "$(junit limits/bad.txt)"
same 'junit: the command line wins' 1 "$(junit --fail-on=error limits/bad.txt)"
echo 'min_score: 100' >limits/.ringback.yaml
same 'junit: a low score, by the configuration' 1 "$(junit --fail-on=never limits/bad.txt)"
rm -r limits
same 'junit: a low score' 1 "$(junit --fail-on=never --min-score=100 team/bad.txt)"
same 'junit: a score that will do' 0 "$(junit --fail-on=never --min-score=1 team/good.txt)"

# ---- limits ----

i=0
while [ $i -lt 400 ]; do
    cat team/bad.txt
    echo ---
    i=$((i + 1))
done >many.txt
report many.txt
reads 'many findings'
n=$(jq '.summary.errors' "$tmp/out.json")
check 'many findings: there are' test "$n" -gt 10
more=$(jq '(.summary | [.errors, .warnings, .suggestions] | map(if . > 10 then . - 10 else 0 end) | add)' "$tmp/out.json")
check 'github says how many more' grep -q "^  | $more more: " "$tmp/out.github"
i=0
while [ $i -lt 5 ]; do
    cat many.txt
    i=$((i + 1))
done >most.txt
"$bin" --format=sarif most.txt most.txt >"$tmp/out.sarif" 2>/dev/null
"$bin" --format=json most.txt most.txt >"$tmp/out.json" 2>/dev/null
read_py 'more findings than sarif may have' sarif="$tmp/out.sarif"
prints_json 'they are cut' 4900 '.runs[0].results | length' sarif
prints_json 'the file tells of it' true '.runs[0].invocations[0].toolExecutionNotifications[0].message.text | test("more findings")' sarif
# A sentence that is quoted in full would be longer than what reviewdog reads.
{
    printf 'We are the leading '
    i=0
    while [ $i -lt 6000 ]; do
        printf 'wörld\t“class” '
        i=$((i + 1))
    done
    printf 'provider.\n'
} >long.txt
report long.txt
reads 'a long sentence'

# ---- hostile names and texts ----

n=0
while IFS= read -r escaped; do
    n=$((n + 1))
    payload=$(printf '%b' "$escaped")
    name=$(printf '%b' "$escaped" | tr '/' '_')
    rm -rf evil
    mkdir evil
    printf '%s\n' "Hi $payload, it's $payload at $payload.
 $payload call me, we are the leading $payload" >"evil/$name.txt"
    report evil "nosuch$name"
    for format in text concise ndjson; do
        "$bin" --format=$format evil >"$tmp/out.$format" 2>/dev/null
    done
    # On a terminal or in an annotation a name with a control character is not that name any more.
    read_py "payload $n" sarif="$tmp/out.sarif" gitlab="$tmp/out.gitlab" rdjsonl="$tmp/out.rdjsonl" \
        junit="$tmp/out.junit" checkstyle="$tmp/out.checkstyle" annotations="$tmp/out.github" \
        commands="$tmp/out.sarif" commands="$tmp/out.gitlab" commands="$tmp/out.rdjsonl" commands="$tmp/out.junit" \
        commands="$tmp/out.checkstyle" commands="$tmp/out.text" commands="$tmp/out.concise" \
        commands="$tmp/out.json" commands="$tmp/out.ndjson"
    check "payload $n: junit, its schema" xmllint --nonet --noout --schema "$here/junit.xsd" "$tmp/out.junit"
    check "payload $n: checkstyle, its schema" xmllint --nonet --noout --relaxng "$here/checkstyle.rng" "$tmp/out.checkstyle"
done <<'EOT'
::error::x
  ::add-mask::a
##[add-mask]a
a ##[group]b
a\nb\n::error::x
a\rb\r::error::x
%0A::error::x
%250A,line=7::x
\302\240::set-env name=x::y
\343\200\200::error::x
]]><x a="b">&amp;</x>
<!--'"&#x1b;
\033[31mred
[a](javascript:x) {0} {1}
\\"quoted\\"\\u0000
\001\037\177\302\205\342\200\250
\342\200\256txt.exe
\357\277\276\357\277\277
a:b,c;d=e
EOT

# ---- several reports in a run ----

for format in json $formats; do
    "$bin" --format=$format team >"$tmp/out.$format" 2>/dev/null
done
run --format=concise --report=sarif=r.sarif --report=junit=r.junit --report gitlab=r.json --report=json=r2.json \
    --report=github=r.github --report=checkstyle=r.xml --report=rdjsonl=r.rdjsonl team
exits 'several reports: the exit status of one' 1
check 'several reports: sarif' cmp r.sarif "$tmp/out.sarif"
check 'several reports: junit' cmp r.junit "$tmp/out.junit"
check 'several reports: gitlab' cmp r.json "$tmp/out.gitlab"
check 'several reports: json' cmp r2.json "$tmp/out.json"
check 'several reports: github' cmp r.github "$tmp/out.github"
check 'several reports: checkstyle' cmp r.xml "$tmp/out.checkstyle"
check 'several reports: rdjsonl' cmp r.rdjsonl "$tmp/out.rdjsonl"
prints 'several reports: the first one is where it was' 'team/bad.txt:1:'
run --color=always --report=text=colourless team/bad.txt
check 'a report in a file has no colours' grep -q 'of 100' colourless
check 'a report in a file has no escapes' sh -c '! grep -q "$(printf "\033")" colourless'
for what in sarif '=x' 'sarif=' 'sarif=-' 'sariv=x' ''; do
    run --report="$what" team/bad.txt
    exits "refused: --report='$what'" 2 'exit 2: usage'
done
says 'a wrong --report is explained' 'like sarif=out.sarif'
run --report=sariv=x team/bad.txt
says 'a format that is nearly there' "did you mean 'sarif'"
run --report=sarif=x --report=junit=x team/bad.txt
exits 'two reports into a file' 2 'exit 2: usage'
run --output=x --report=junit=x team/bad.txt
exits 'two reports into a file, one by --output' 2 'exit 2: usage'
printf '{"text":"Hi."}\n' >r.ndjson
run --report=junit=unchecked r.ndjson
exits 'records have no reports' 2
check 'a report tells of the records' grep -q '<error type="unreadable" message="--report does not go' unchecked
run --report=junit=x --input=ndjson r.ndjson
exits 'records have no reports, by --input' 2 'exit 2: usage'
check 'a report that is refused is not there' test ! -e x
echo old >kept
run --report=sarif=kept --report=json=nosuch/x team/bad.txt
exits 'one report that cannot be written' 3 'exit 3'
same 'the others stay as they were' old "$(cat kept)"
run --report=sarif=kept --report=json=/dev/full team/bad.txt
exits 'one report that finds no room' 3 'exit 3'
same 'nothing is left behind' '' "$(find . -name '*.??????' -newer r.ndjson ! -name '*.github' ! -name '*.ndjson')"

# ---- the same bytes ----

for format in json $formats; do
    "$bin" --format="$format" team >"$tmp/again" 2>/dev/null
    check "the same bytes: $format" cmp "$tmp/again" "$tmp/out.$format"
    (cd team && LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo GITHUB_ACTIONS=true "$bin" --format="$format" ../team) >"$tmp/again" 2>/dev/null
    case $format in
    json) ;;
    *) check "nothing of the folder's name: $format" sh -c '! grep -q "$1" "$2"' - "$tmp" "$tmp/again" ;;
    esac
done
finish
