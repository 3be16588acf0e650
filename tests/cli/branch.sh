#!/bin/sh
# What a branch gains and loses, as git knows it.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
mkdir "$tmp/repo"
cd "$tmp/repo" || exit 1
HOME=$tmp GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@t.example GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@t.example
export HOME GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
git init -q -b main .
before=$home/examples/before.txt
after=$home/examples/after.txt

commit() {
    git add -A && git commit -q -m "$1"
}
# drafts ARGS...: a line for each draft: where it was, where it is.
drafts() {
    "$bin" diff --format=json "$@" 2>/dev/null | jq -r '.drafts[] | "\(.before.path) \(.after.path)"' | paste -s -d ,
}

mkdir -p calls/east
cp "$before" calls/a.txt
cp "$after" calls/same.txt
cp "$after" calls/east/old.txt
printf 'Hi Ana, this is Lee.\n' >calls/gone.txt
printf '# Notes\n\nNot a voicemail.\n' >notes.md
commit one
git checkout -q -b branch
run diff main
exits 'a branch that changes nothing' 0
same 'says so' 'no draft changed' "$(cat "$tmp/out")"

cp "$after" calls/a.txt
git mv calls/east/old.txt calls/east/new.txt
echo 'We are the leading provider of scheduling.' >>calls/east/new.txt
git rm -q calls/gone.txt
cp "$before" calls/fresh.txt
echo 'More notes.' >>notes.md
commit two
same 'what changed: a draft, a renamed, a new, a deleted one' \
    'calls/a.txt calls/a.txt,calls/east/new.txt calls/east/new.txt,null calls/fresh.txt,calls/gone.txt null' "$(drafts main)"
same 'from a folder of the repository' \
    'a.txt a.txt,east/new.txt east/new.txt,null fresh.txt,gone.txt null' "$(cd calls && drafts main)"
same 'from a folder beside' '../a.txt ../a.txt,new.txt new.txt,null ../fresh.txt,../gone.txt null' "$(cd calls/east && drafts main)"
same 'of one folder' 'calls/east/new.txt calls/east/new.txt' "$(drafts main calls/east)"
same 'of one file' 'calls/a.txt calls/a.txt' "$(drafts main calls/a.txt)"
same 'of a file that is gone' 'calls/gone.txt null' "$(drafts main calls/gone.txt)"
same 'a name is a name' '' "$(drafts main 'calls/*.txt')"
run diff main
exits 'findings do not fail by themselves' 0
prints 'each draft in a line' '^calls/a.txt: [0-9]* → 100 of 100, [0-9.]* → [0-9.]* s, now ready$'
prints 'a new one' '^calls/fresh.txt: new, [0-9]* of 100, [0-9.]* s$'
prints 'one that is gone' '^calls/gone.txt: gone, was [0-9]* of 100, [0-9.]* s$'
prints 'all together' '^4 drafts changed, 1 better, 1 worse, 1 new, 1 gone · [+−][0-9]* points, [+−][0-9.]* s$'
run diff main --fail-on=error
exits 'what is new fails where it is asked for' 1 'exit 1: [0-9]* errors$'
run diff main --fail-on=error calls/a.txt
exits 'what was there before does not' 0
run diff main --fail-on=never
exits 'never' 0
run diff --format=json main
same 'json: the revision' "$(git rev-parse main)" "$(jq -r .base "$tmp/out")"
same 'json: the sum' '[4,1,1,1,1]' "$(jq -c '.summary | [.drafts, .better, .worse, .new, .gone]' "$tmp/out")"

# What is not committed counts, and what git does not know.
echo 'Hi.' >calls/east/unknown.txt
same 'a file that git does not know' 'calls/same.txt calls/same.txt,null calls/east/unknown.txt' \
    "$(cp "$before" calls/same.txt && drafts HEAD)"
same 'also from another folder' '../same.txt ../same.txt,null unknown.txt' "$(cd calls/east && drafts HEAD)"
echo 'unknown.txt' >.gitignore
same 'but none that it ignores' 'calls/same.txt calls/same.txt' "$(drafts HEAD)"
git checkout -q calls/same.txt
rm .gitignore calls/east/unknown.txt

# What the other branch did meanwhile is not this one's.
git checkout -q main
cp "$before" calls/same.txt
commit three
git checkout -q branch
check 'since the branch left' sh -c "! '$bin' diff main | grep -q same.txt"
git checkout -q --orphan other
commit four
same 'without anything in common: the revision itself' 'calls/same.txt calls/same.txt' "$(drafts main calls/same.txt)"
git checkout -q -f branch

# The team's configuration.
printf 'exclude: "fresh.txt"\n' >.ringback.yaml
check 'what is left out is left out' sh -c "! '$bin' diff main | grep -q fresh.txt"
printf 'stile: x\n' >.ringback.yaml
run diff main
exits 'one that is wrong' 2 'exit 2: the configuration does not load'
rm .ringback.yaml

# Odd names, odd files, what cannot be read.
name=$(printf 'calls/odd \303\251 \033[31m\nname.txt')
cp "$before" "$name"
ln -s a.txt calls/link.txt
commit odd
same 'a name with everything in it' "$name" "$("$bin" diff --format=json HEAD^ | jq -r '.drafts[].after.path')"
run diff HEAD^
check 'and nothing of it reaches a terminal' sh -c "! grep -q \"\$(printf '\\033')\" '$tmp/out'"
cp "$after" "$name"
run diff HEAD
prints 'and it is found again' 'name.txt: [0-9]* → 100 of 100'
git checkout -q .
same 'nothing that changed is a document, too' '0 0' "$("$bin" diff --format=json HEAD | jq -r '"\(.drafts | length) \(.summary.drafts)"')"
printf -- '---\nstile: x\n---\nHi.\n' >calls/a.txt
commit broken
cp "$after" calls/a.txt
run diff HEAD
exits 'what could not be read before is new' 0 'calls/a.txt: as it was in [0-9a-f]*, it counts as not there$'
prints 'and told as that' '^calls/a.txt: new, 100 of 100'
git checkout -q .
cp "$before" calls/a.txt
chmod 000 calls/a.txt
if [ ! -r calls/a.txt ]; then
    run diff HEAD
    exits 'what cannot be read' 2
fi
chmod 644 calls/a.txt
git checkout -q .

# What is wrong with the run.
run diff
exits 'no revision' 2 'exit 2: usage'
run diff nosuch
exits 'a revision that is not there' 2 'exit 2: git could not say what changed'
says 'with the reason that git gives' '^ringback: git: Not a valid object name nosuch$'
run diff -- --output=x
exits 'an option for git' 2 'exit 2: usage'
check 'is not given to it' test ! -e x
run diff HEAD:calls
exits 'a folder is no revision' 2
run diff main nosuch.txt
exits 'a path that never was' 2 'exit 2: 1 path could not be checked'
run diff main ..
exits 'a path outside' 2
run diff --format=junit main
exits 'a format of another command' 2 'exit 2: usage'
mkdir "$tmp/bare" "$tmp/empty"
(cd "$tmp/bare" && "$bin" diff main 2>"$tmp/err")
same 'no repository' 2 $?
says 'no repository: why' 'git: not a git repository'
PATH=$tmp/empty run diff main
exits 'no git' 2 'exit 2: git could not be run'
"$bin" diff main >/dev/full 2>"$tmp/err"
same 'no room' 3 $?

# A git that complains at length, one that is silent, one that says too much.
mkdir "$tmp/fake"
printf '#!/bin/sh\nprintf "fatal: not today\\n" >&2\nprintf "%%02000d" 1 >&2\nexit 1\n' >"$tmp/fake/git"
chmod +x "$tmp/fake/git"
PATH=$tmp/fake:$PATH run diff main
exits 'a git that complains' 2 'exit 2: git could not say what changed'
says 'its first line is told' '^ringback: git: not today$'
printf '#!/bin/sh\nexit 1\n' >"$tmp/fake/git"
PATH=$tmp/fake:$PATH run diff main
says 'a git without a word' '^ringback: git: it failed without a word$'
printf '#!/bin/sh\nkill -KILL $$\n' >"$tmp/fake/git"
PATH=$tmp/fake:$PATH run diff main
exits 'a git that is killed' 2 'exit 2: git could not say what changed'
head -c 16800000 /dev/zero | tr '\0' 'a' >calls/long.txt
commit long
echo "$good" >calls/long.txt
run diff HEAD
exits 'a file that was too large' 2
says 'is told' 'git: it says too much$'
finish
