#!/bin/sh
# When the run itself is wrong: for each way the status, the line that says why, and what was told
# before it. Nothing of it passes for success.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
mkdir "$tmp/repo"
cd "$tmp/repo" || exit 1
mkdir .git
fine=$home/examples/after.txt
cp "$fine" a.txt

# wrong NAME STATUS LAST TOLD ARGS...: LAST is of the last line, TOLD of any.
wrong() {
    name=$1
    wanted=$2
    last=$3
    told=$4
    shift 4
    run "$@" </dev/null
    exits "$name" "$wanted" "$last"
    says "$name: what is told" "$told"
}
usage='^ringback: exit 2: usage'
one='^ringback: exit 2: 1 path could not be checked$'
settings='^ringback: exit 2: the configuration does not load$'
rules='^ringback: exit 2: the rules do not load$'

# An operand that is missing, or one too many.
for command in fix fill rehearse explain completion compare diff; do
    wrong "$command without an operand" 2 "$usage" '^ringback: .*[a-z]' "$command"
done
wrong 'init with an operand' 2 "$usage" "takes no operand: 'x'" init x
wrong 'rules with an operand' 2 "$usage" "takes no operand: 'x'" rules x
wrong 'an option without its argument' 2 "$usage" '^ringback: --style needs an argument' a.txt --style
wrong 'an unknown option' 2 "$usage" "did you mean '--quiet'?" --quite a.txt
wrong 'an unknown value' 2 "$usage" "did you mean 'warning'?" --fail-on=warnings a.txt

# Paths.
mkdir empty
: >void.txt
wrong 'a path that is not there' 2 "$one" '^ringback: nosuch.txt: No such file or directory$' nosuch.txt
wrong 'one of several' 2 "$one" '^ringback: nosuch.txt: No such file' a.txt nosuch.txt
wrong 'an empty name' 2 "$one" '^ringback: : No such file' ''
wrong 'an empty folder' 2 "$one" '^ringback: empty: no drafts in it: nothing to check$' empty
echo '# Notes' >empty/README.md
wrong 'a folder without a draft' 2 "$one" 'empty: no drafts in it' empty
rm empty/README.md
wrong 'a folder that is mended' 2 "$one" 'empty: a folder: name the drafts in it' fix --diff empty
wrong 'a file in place of a folder' 2 "$one" 'a.txt/x: Not a directory' a.txt/x
wrong 'a history that is none' 2 "$one" 'wants a folder' --history=a.txt a.txt
ln -s loop loop
wrong 'a link to itself' 2 "$one" '^ringback: loop: .*[Ss]ymbolic link' loop
cp a.txt closed.txt
chmod 000 closed.txt
if [ ! -r closed.txt ]; then
    wrong 'a file that cannot be read' 2 "$one" '^ringback: closed.txt: Permission denied$' closed.txt
    wrong 'a file of a folder that cannot be read' 2 "$one" 'closed.txt: Permission denied$' .
fi
chmod 644 closed.txt
rm closed.txt loop
run void.txt
exits 'an empty draft is a finding' 1 'exit 1: 1 error'
run --format=concise <void.txt
prints 'also from standard input' '\[not-a-voicemail\]$'

# YAML that is none, and keys that are not there.
printf 'pace: [\n' >broken.yaml
wrong 'a configuration that is no YAML' 2 "$settings" '^ringback: broken.yaml:2:1: not valid YAML' --config=broken.yaml a.txt
wrong 'rules that are no YAML' 2 "$rules" '^ringback: broken.yaml:2:1: ' --rules=broken.yaml a.txt
printf -- '---\npace: [\n---\nHi.\n' >front.txt
wrong 'front matter that is no YAML' 2 "$one" '^ringback: front.txt:[0-9]*:[0-9]*: ' front.txt
printf -- '---\nstile: vague\n---\nHi.\n' >front.txt
wrong 'a key that is not there' 2 "$one" 'front.txt:2:1: front matter has no key "stile": did you mean "style"?' front.txt
printf 'stile: vague\n' >broken.yaml
wrong 'a key of a configuration that is not there' 2 "$settings" 'broken.yaml:1:1: .*did you mean "style"?' --config=broken.yaml a.txt
printf 'rules:\n  x:\n    titel: y\n' >broken.yaml
wrong 'a key of a rule that is not there' 2 "$rules" 'broken.yaml:3:5: .*did you mean .title.' --rules=broken.yaml a.txt
wrong 'a configuration that is not there' 2 'exit 2: the configuration could not be read$' '^ringback: nosuch.yaml: No such file' --config=nosuch.yaml a.txt
wrong 'rules that are not there' 2 'exit 2: a rule file could not be read$' '^ringback: nosuch.yaml: No such file' --rules=nosuch.yaml a.txt
wrong 'a baseline that is not there' 2 'exit 2: the baseline could not be read$' '^ringback: nosuch.json: No such file' --baseline=nosuch.json a.txt

# Rules and styles that are not there.
wrong 'explain an unknown rule' 2 "$usage" "did you mean 'no-website'?" explain no-websit
wrong 'an unknown style' 2 "$usage" 'did you mean .referral.' --style=referal a.txt
printf 'ignore: {no-websit: legal wants it}\n' >broken.yaml
wrong 'a configuration that ignores an unknown rule' 2 "$settings" 'broken.yaml:1:10: there is no rule "no-websit" to ignore: did you mean "no-website"?' --config=broken.yaml a.txt
printf 'rules: {no-websit: off}\n' >broken.yaml
wrong 'a rule file that turns off an unknown rule' 2 "$rules" '^ringback: broken.yaml:1:[0-9]*: .*no-website' --rules=broken.yaml a.txt

# Suppressions that do nothing are findings, which nothing suppresses.
{
    echo '# ringback-ignore no-websit: legal wants it'
    echo '# ringback-ignore no-website: legal wants it'
    echo '# ringback-ignore no-title:'
    echo '# ringback-ignore ignore-unused: we know'
    cat "$fine"
} >ignored.txt
run --format=concise --fail-on=warning ignored.txt
exits 'suppressions that do nothing' 1 'exit 1: '
prints 'an unknown rule' '^ignored.txt:1:[0-9]*: [a-z]*: .*no-website.* \[ignore-unknown\]$'
prints 'an unused one' '^ignored.txt:2:[0-9]*: warning: .no-website. is ignored, but has nothing to say here \[ignore-unused\]$'
prints 'one without a reason' '^ignored.txt:3:[0-9]*: [a-z]*: .* \[ignore-form\]$'
check 'their lines are told once' sh -c "[ \$(grep -c '^ignored.txt:2:' '$tmp/out') -eq 1 ]"

# What is wrong wins over what is found, and what failed over both.
run nosuch.txt void.txt
exits '2 wins over 1' 2 "$one"
"$bin" nosuch.txt void.txt >/dev/full 2>"$tmp/err"
status=$?
exits '3 wins over 2' 3 'exit 3: the output could not be written$'

# Each of many faults of a phrase is told at its own place, whichever is found first.
cat >faults.yaml <<'END'
facts:
  odd:
    doc: Odd.
    examples: {is: ["An «odd» one."]}
    phrases: ["né ..99 (é ..99 ow ,) é) ow"]
END
run --rules=faults.yaml a.txt
same 'faults of a phrase' '5:19 5:39 5:28 5:26' \
    "$(sed -n 's/^ringback: faults.yaml:\([0-9]*:[0-9]*\): .*/\1/p' "$tmp/err" | paste -s -d ' ')"
finish
