#!/bin/sh
# A team's repository: which configuration holds for which file, and what is said of a bad one.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
mkdir "$tmp/repo" "$tmp/home"
cd "$tmp/repo" || exit 1
HOME=$tmp/home
export HOME
mkdir .git

# The style in which a file is checked, by the json report.
style() {
    "$bin" --format=ndjson --fail-on=never "$@" 2>/dev/null | sed 's/.*"style":"\([a-z-]*\)".*/\1/' | paste -s -d ' '
}
# setting KEY FILE...: what `rules --for` says of a key.
setting() {
    key=$1
    shift
    "$bin" rules --for "$@" 2>"$tmp/err" | sed -n "s/^$key  *//p" | tr -s ' '
}

mkdir -p calls/east bare
echo "$good" >calls/a.txt
echo "$good" >calls/east/b.txt
echo "$good" >bare/c.txt
echo 'style: vague' >.ringback.yaml
echo 'style: outcome' >calls/east/.ringback.yaml

# ---- which one holds ----

same 'the nearest configuration holds' 'vague outcome vague' "$(style calls/a.txt calls/east/b.txt bare/c.txt)"
same 'from another folder, too' 'vague outcome' "$(cd calls && style a.txt east/b.txt)"
same 'for standard input the one of its name' 'outcome' "$(style --stdin-filename=calls/east/new.txt <calls/a.txt)"
same 'for standard input without a name the current folder' 'vague' "$(style <calls/a.txt)"
same 'the command line wins' 'referral' "$(style --style=referral calls/a.txt)"
same '--config' 'outcome outcome' "$(style --config=calls/east/.ringback.yaml calls/a.txt bare/c.txt)"
same '--no-config' 'standard' "$(style --no-config calls/a.txt)"
printf -- '---\nstyle: referral\n---\n%s\n' "$good" >calls/front.txt
same 'front matter wins over it' 'referral' "$(style calls/front.txt)"
same 'and the command line over both' 'vague' "$(style --style=vague calls/front.txt)"
echo '{"text":"Hi Ana."}' >r.ndjson
same 'no configuration is looked for for records' 'standard' "$(style r.ndjson)"
same 'a named one holds for records' 'vague' "$(style --config=.ringback.yaml r.ndjson)"
same 'and for records the command line wins' 'referral' "$(style --style=referral --config=.ringback.yaml r.ndjson)"

# ---- where the search ends ----

echo 'style: outcome' >../.ringback.yaml
same 'the repository ends the search' 'vague' "$(style bare/c.txt)"
mv .ringback.yaml off.yaml
same 'also when nothing was found' 'standard' "$(style bare/c.txt)"
rmdir .git
same 'without an end it goes on' 'outcome' "$(style bare/c.txt)"
mkdir -p ../home/work
cp bare/c.txt ../home/work/
same 'the home folder ends it' 'standard' "$(style ../home/work/c.txt)"
echo 'style: vague' >../home/.ringback.yaml
same 'and may have one' 'vague' "$(style ../home/work/c.txt)"
rm ../.ringback.yaml
mkdir .git
mv off.yaml .ringback.yaml
chmod o+w .ringback.yaml
run -q bare/c.txt --fail-on=never
exits 'one that everyone may write is ignored' 0 'ignored, for everyone may write it'
same 'and does not hold' 'standard' "$(style bare/c.txt)"
same 'unless it is named' 'vague' "$(style --config=.ringback.yaml bare/c.txt)"
chmod o-w .ringback.yaml
mkdir odd
mkdir odd/.ringback.yaml
cp bare/c.txt odd/
run -q odd/c.txt --fail-on=never
says 'one that is no file is ignored' 'odd/.ringback.yaml: ignored, for it is no file'
rm -r odd
deep=deep
i=0
while [ $i -lt 70 ]; do
    deep=$deep/d
    i=$((i + 1))
done
mkdir -p "$deep"
cp bare/c.txt "$deep/"
same '64 folders are looked at' 'standard' "$(style "$deep/c.txt")"
rm -r deep

# ---- what it says ----

cat >.ringback.yaml <<'EOT'
extends: base.yaml
pace: brisk
ignore: {polite-close: it is our way}
exclude+: "old/"
overrides:
- files: "calls/*.txt"
  style: vague
  fail_on: never
- files: "a.txt"
  pace: 120
EOT
cat >base.yaml <<'EOT'
company: Fern
exclude: "*.tmp.txt"
rules: team/house.yaml
EOT
mkdir team old
cat >team/house.yaml <<'EOT'
rules:
  no-harrow:
    title: Leave Harrow out
    family: house
    why: They are another team's.
    severity: warning
    points: 2
    check: { count: { phrases: [harrow] }, max: 0 }
    message: You name Harrow.
    examples: { bad: ["Hi Ana, this is Lee at Harrow."], good: ["Hi Ana, this is Lee at Fern."] }
EOT
same 'rules --for: what the file says' 'brisk .ringback.yaml:2' "$(setting pace bare/c.txt)"
same 'rules --for: what an override says' '120 .ringback.yaml:10' "$(setting pace calls/a.txt)"
same 'rules --for: what is inherited' 'Fern base.yaml:1' "$(setting company calls/a.txt)"
same 'rules --for: what is standard' '80 standard' "$(setting min_score calls/a.txt)"
same 'rules --for: why a rule is ignored' 'polite-close .ringback.yaml:3: it is our way' "$(setting ignore calls/a.txt)"
same 'rules --for: seen from another folder' 'Fern ../base.yaml:1' "$(cd calls && setting company a.txt)"
same 'rules --for: --no-config' '150 standard' "$(setting pace calls/a.txt --no-config)"
run rules --for old/x.txt
prints 'rules --for: a file that is left out' '^It is left out by .ringback.yaml:4'
prints 'rules --for: the rules' 'no-harrow'
run rules --no-config
exits 'settings are of a file' 2 'exit 2: usage'
run --format=concise bare/c.txt --fail-on=never
prints 'its rules hold' '\[no-harrow\]'
run --format=concise calls/a.txt --fail-on=never --no-config
check 'and not without it' sh -c "! grep -q no-harrow '$tmp/out'"
echo 'Hi Ana, it is Lee at Harrow.' >bad.txt
cp bad.txt calls/bad.txt
run bad.txt
exits 'fail_on: as the standard has it' 1
run calls/bad.txt
exits 'fail_on: as an override has it' 0
run --fail-on=error calls/bad.txt
exits 'fail_on: the command line wins' 1 'exit 1: [0-9]* error'
run --format=json --fail-on=never bad.txt
prints 'what it ignores is counted' '"suppressed":[1-9]'
prints 'what it ignores has a reason' '"reason":"it is our way"'

# ---- what is left out ----

cp bad.txt old/
cp bad.txt bare/x.tmp.txt
run --format=concise old/bad.txt
exits 'a named file that is left out' 0 '1 path left out by the configuration'
run --format=concise old
exits 'a folder of which nothing is left' 2 'exit 2: 1 path'
"$bin" --format=ndjson --fail-on=never . >out 2>/dev/null
same 'a folder without what is left out' './bad.txt ./bare/c.txt ./calls/a.txt ./calls/bad.txt ./calls/east/b.txt ./calls/front.txt' \
    "$(sed 's/.*"path":"\([^"]*\)".*/\1/' out | paste -s -d ' ')"
printf 'front.txt\n/bare/\n' >.ringbackignore
printf '!front.txt\n' >calls/.ringbackignore
"$bin" --format=ndjson --fail-on=never . >out 2>/dev/null
same 'nor what .ringbackignore says; the nearest one decides' './bad.txt ./calls/a.txt ./calls/bad.txt ./calls/east/b.txt ./calls/front.txt' \
    "$(sed 's/.*"path":"\([^"]*\)".*/\1/' out | paste -s -d ' ')"
run rules --for=bare/c.txt
prints 'what leaves a file out is said' '^It is left out by a .ringbackignore.$'
same '--no-config knows no .ringbackignore' 1 "$("$bin" --no-config --format=ndjson --fail-on=never bare/c.txt | wc -l)"
rm .ringbackignore calls/.ringbackignore
echo 'include: "*.call"' >calls/east/.ringback.yaml
cp bad.txt calls/east/z.call
"$bin" --format=ndjson --fail-on=never calls/east >out 2>/dev/null
same 'include: what a folder is searched for' 'calls/east/z.call' "$(sed 's/.*"path":"\([^"]*\)".*/\1/' out)"

# ---- thresholds ----

mkdir limits
cp bare/c.txt limits/good.txt
cp bad.txt limits/
echo 'min_score: 100' >limits/.ringback.yaml
run limits/bad.txt --fail-on=never
exits 'min_score: too low' 1 'exit 1: score [0-9]* < 100'
run limits/bad.txt --fail-on=never --min-score=0
exits 'min_score: the command line wins' 0

# ---- what is wrong with it ----

bad() {
    printf '%b' "$2" >limits/.ringback.yaml
    run limits/good.txt
    exits "$1" 2 'exit 2: the configuration does not load'
    says "$1: where and what" "$3"
}
bad 'an unknown key' 'stile: x\n' '^ringback: limits/.ringback.yaml:1:1: a configuration has no key "stile": did you mean "style"?'
bad 'a value that does not fit' 'pace: 9\n' '^ringback: limits/.ringback.yaml:1:7: "pace" must be'
bad 'an unknown style' 'style: vagu\n' 'limits/.ringback.yaml:1:8: there is no style .vagu.: did you mean .vague.'
bad 'an unknown rule' 'ignore:\n  no-titel: x\n' 'limits/.ringback.yaml:2:3: there is no rule "no-titel" to ignore: did you mean "no-title"?'
bad 'a reason that is none' 'ignore: {no-title: ""}\n' 'limits/.ringback.yaml:1:20: "no-title" is ignored without a reason'
bad 'a base that is not there' 'extends: nosuch.yaml\n' 'limits/.ringback.yaml:1:10: "limits/nosuch.yaml": No such file'
bad 'a base that builds on it' 'extends: ./.ringback.yaml\n' 'builds on itself'
bad 'no YAML' 'pace: [\n' 'limits/.ringback.yaml:2:1: not valid YAML'
printf 'pace: 9\nstile: x\n' >limits/.ringback.yaml
run limits/good.txt
same 'all errors at once' 2 "$(grep -c '^ringback: limits/' "$tmp/err")"
printf 'rules: nosuch.yaml\n' >limits/.ringback.yaml
run limits/good.txt
exits 'a rule file that is not there' 2 'exit 2: a rule file could not be read'
says 'a rule file that is not there: which' '^ringback: limits/nosuch.yaml: No such file'
head -c 300000 /dev/zero | tr '\0' '#' >limits/.ringback.yaml
run limits/good.txt
exits 'one that is too large' 2 'exit 2: the configuration does not load'
run --config=nosuch.yaml limits/good.txt
exits 'one that is named and not there' 2 'exit 2: the configuration could not be read'
echo 'pace: 9' >limits/.ringback.yaml
run --output=kept.txt limits/good.txt
check 'a run that cannot go on leaves no report' sh -c '! [ -e kept.txt ]'

# ---- the other commands ----

printf 'pace: 300\nfail_on: warning\nignore: {no-title: it is our way}\n' >limits/.ringback.yaml
printf 'Hi {{first_name}}, this is Tobias Lund at Harrow, 303-555-0142. I am the regional account manager.\n' >limits/t.txt
printf 'first_name\nMaren\n' >limits/rows.csv
run fill limits/t.txt --csv=limits/rows.csv
exits 'fill: its thresholds' 1 'exit 1: .* warning'
check 'fill: what it ignores' sh -c "! grep -q no-title '$tmp/out'"
run fill limits/t.txt --csv=limits/rows.csv --no-config --fail-on=warning
prints 'fill: --no-config' 'no-title'
run fill limits/t.txt --csv=limits/rows.csv --fail-on=never
exits 'fill: the command line wins' 0
echo 'Hi Maren, this is Tobias Lund, regional account manager at Harrow, 303-555-0142.' >limits/title.txt
run fix --diff limits/title.txt
check 'fix: what it ignores stays' sh -c "! grep -q no-title '$tmp/out'"
run fix --diff --no-config limits/title.txt
prints 'fix: --no-config' 'no-title'
printf 'exclude: "title.txt"\n' >limits/.ringback.yaml
cp limits/title.txt kept
run fix limits/title.txt
exits 'fix: what is left out' 0 '1 path left out by the configuration'
check 'fix: and is not mended' cmp -s kept limits/title.txt
echo 'stile: x' >limits/.ringback.yaml
for command in "fix --diff limits/title.txt" "fill limits/t.txt --csv=limits/rows.csv" "rehearse limits/title.txt"; do
    # shellcheck disable=SC2086
    run $command
    exits "${command%% *}: one that is wrong" 2 'exit 2: the configuration does not load'
done
run fix --diff --config=nosuch.yaml limits/title.txt
exits 'fix: one that is named and not there' 2 'exit 2: the configuration could not be read'

# Where files differ in what they are held to, the lowest score says how far it is.
mkdir held
cp bad.txt held/a.txt
cp bad.txt held/b.txt
printf 'min_score: 98\nfail_on: never\noverrides: [{files: b.txt, min_score: 99}]\n' >held/.ringback.yaml
run -q held
exits 'scores under limits of their own' 1 'exit 1: 2 scores too low, the lowest [0-9]*$'

# ---- init ----

mkdir new
(
    cd new || exit
    "$bin" init 2>../err
)
same 'init writes' 'ringback: wrote .ringback.yaml' "$(cat err)"
cp bare/c.txt new/
run -q new/c.txt --fail-on=never
exits 'what init writes loads' 0
cp new/.ringback.yaml before
run init
exits 'init does not overwrite' 2 'exit 2: there is a configuration already'
(
    cd new || exit
    "$bin" init 2>/dev/null
)
check 'and leaves what is there' cmp -s before new/.ringback.yaml
sed '/^#ignore\|^#extends\|^#rules\|^#overrides/!s/^#\([a-z_]*:\)/\1/; /: $/d' before >new/.ringback.yaml
run -q new/c.txt --fail-on=never
exits 'its standard values are values' 0
run init extra
exits 'init takes no operand' 2 'exit 2: usage'
finish
