#!/bin/sh
# What a team takes for its CI, run as a runner would: the GitHub Action's steps, the GitLab template,
# and the files of the example's team.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
python=$(command -v /usr/bin/python3 || command -v python3)
action=$home/.github/actions/ringback/action.yml
RUNNER_TEMP=$tmp/runner
export RUNNER_TEMP RINGBACK="$bin"
mkdir -p "$RUNNER_TEMP" "$tmp/bin" "$tmp/repo"
ln -s "$bin" "$tmp/bin/ringback"
PATH=$tmp/bin:$PATH
cd "$tmp/repo" || exit 1

# steps ARGS...: leaves $status, $tmp/out, $tmp/err and what the runner keeps.
steps() {
    rm -f "$RUNNER_TEMP"/*
    "$python" "$home/tests/cli/ci/steps.py" "$@" >"$tmp/out" 2>"$tmp/err"
    status=$?
}

# ---- the action ----

printf '%s\n' "$good" >good.txt
mkdir 'two words'
printf '%s\n' "$no_number" >'two words/bad|[x](y).txt'
steps action "$action" program="$bin" paths=good.txt
exits 'action: a good draft' 0
same 'action: its outputs' "$(printf 'program=%s\nsarif=ringback.sarif\nstatus=0' "$bin")" "$(cat "$RUNNER_TEMP/outputs")"
check 'action: a SARIF report' jq -e '.version == "2.1.0"' ringback.sarif
check 'action: a summary' grep -q '^| good.txt | [0-9]* | [0-9.]* | yes | 0 | [0-9]* |$' "$RUNNER_TEMP/summary.md"
steps action "$action" program="$bin" paths="good.txt
two words" sarif=out.sarif
same 'action: findings fail' 1 "$status"
prints 'action: they are annotations' '^::error file=two words/bad|\[x\](y).txt,line=1,'
check 'action: a name is no markup' grep -q -F '| two words/bad\|\[x\]\(y\).txt |' "$RUNNER_TEMP/summary.md"
check 'action: the report is there all the same' jq -e '.runs[0].results | length > 0' out.sarif
same 'action: the status is an output' 'status=1' "$(grep status= "$RUNNER_TEMP/outputs")"
steps action "$action" program="$bin" paths=. fail-on=never
exits 'action: fail-on' 0
steps action "$action" program="$bin" paths=good.txt min-score=100 fail-on=never baseline=nosuch.json
same 'action: a baseline that is not there' 2 "$status"
# shellcheck disable=SC2016
steps action "$action" program="$bin" paths='$(touch hacked);`touch hacked`"; touch hacked #'
same 'action: a path is no script' 2 "$status"
check 'action: nothing of it ran' test ! -e hacked
steps action "$action" program="$bin" paths=--help
same 'action: a path is no option' 2 "$status"
# The hole that the reader of these files must see.
# shellcheck disable=SC2016
printf 'name: x\ndescription: x\ninputs: {a: {default: b}}\noutputs: {}\nruns:\n  using: composite\n  steps:\n    - {shell: bash, run: "echo ${{ inputs.a }}"}\n' >hole.yml
steps action hole.yml
same 'an expression in a script is seen' 'steps: an expression in a script' "$(cat "$tmp/err")"

# ---- a team ----

cp -R "$home/examples/team" "$tmp/team"
cd "$tmp/team" || exit 1
"$bin" --quiet . >"$tmp/out" 2>"$tmp/err"
status=$?
exits 'team: the old draft has errors' 1 'exit 1: '
run --baseline=accepted.json .
same 'team: but they are accepted' 0 "$status"
printf '%s\n' "$no_number" >calls/new.txt
run --format=concise --baseline=accepted.json .
exits 'team: what is new is not' 1 'exit 1: 1 error'
prints 'team: it is named' '^\./calls/new.txt:'
rm calls/new.txt
run test house.yaml
same 'team: the examples of its rule' 0 "$status"
run rules --for referral/corner-house.txt
prints 'team: the settings of a folder' 'referral'
"$bin" --format=concise --fail-on=never . >"$tmp/out" 2>/dev/null
prints 'team: its own rule' '\[no-weather\]$'
same 'team: what is ignored' 0 "$(grep -c old/ "$tmp/out")"
steps workflow .github/workflows/voicemail.yml "$action"
same 'team: its workflow' 0 "$status"
check 'team: the workflow has drafts' grep -q '^| calls/first-call.md (2) |' "$RUNNER_TEMP/summary.md"
steps gitlab ringback "$home/.ci/gitlab.yml" .gitlab-ci.yml
same 'team: its GitLab job' 0 "$status"
check 'team: the code quality report' jq -e 'type == "array"' gl-code-quality-report.json
check 'team: the JUnit report' xmllint --nonet --noout ringback.xml
steps gitlab house-rules "$home/.ci/gitlab.yml" .gitlab-ci.yml
same 'team: its rules in GitLab' 0 "$status"
printf '%s\n' "$no_number" >calls/new.txt
steps workflow .github/workflows/voicemail.yml "$action"
same 'team: the workflow fails on what is new' 1 "$status"
steps gitlab ringback "$home/.ci/gitlab.yml" .gitlab-ci.yml
same 'team: so does the GitLab job' 1 "$status"
check 'team: and the report has it' jq -e 'any(.location.path == "calls/new.txt")' gl-code-quality-report.json
rm calls/new.txt

# ---- before a commit: the hooks, by pre-commit itself, from a repository that holds them ----

command -v pre-commit >/dev/null || finish
HOME=$tmp/nobody
PRE_COMMIT_HOME=$tmp/cache
GIT_CONFIG_GLOBAL=$tmp/gitconfig
export HOME PRE_COMMIT_HOME GIT_CONFIG_GLOBAL
git config --global user.name Lee
git config --global user.email lee@fern.example
git config --global init.defaultBranch main
git config --global protocol.file.allow always
commit() {
    git add -A && git commit -q -m "$1"
}
mkdir "$tmp/hub"
(cd "$home" && tar -cf - .pre-commit-hooks.yaml .ci Makefile rules src include tests/tests.mk) | tar -xf - -C "$tmp/hub"
(cd "$tmp/hub" && git init -q && commit hooks && git tag v0.1.0) >"$tmp/check" 2>&1
check 'hooks: the manifest' pre-commit validate-manifest "$home/.pre-commit-hooks.yaml"
check "hooks: the team's file" pre-commit validate-config .pre-commit-config.yaml
sed -i "s|https://git.example/ringback.git.*|$tmp/hub|" .pre-commit-config.yaml
git init -q
git add -A
hook() {
    git add -A
    pre-commit run --all-files >"$tmp/out" 2>"$tmp/err"
    status=$?
}
hook
same 'hooks: drafts that are good or accepted' 0 "$status"
prints 'hooks: they are checked' 'ringback\.*Passed'
printf '%s\n' "$no_number" >'calls/a new one.txt'
hook
same 'hooks: a draft with an error' 1 "$status"
prints 'hooks: it is told with its place' '^calls/a new one.txt:1:.*\[number-given\]'
echo 'No voicemail, but a text.' >notes.txt
rm 'calls/a new one.txt'
hook
same 'hooks: other texts are left alone' 0 "$status"
if [ -z "${SANITIZED-}" ]; then
    sed -i 's/- id: ringback$/- id: ringback-src/' .pre-commit-config.yaml
    hook
    same 'hooks: built from source' 0 "$status"
    prints 'hooks: built from source, and run' 'ringback (built from source)\.*Passed'
    check 'hooks: it was built where pre-commit keeps it' sh -c "ls $tmp/cache/repo*/ringback"
fi
finish
