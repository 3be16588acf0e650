# shellcheck shell=sh
# What the runs of memory.sh, places.sh and files.sh are about, in the current folder: drafts, a team
# with its configuration, tables, a baseline. To be sourced; $here is this file's folder.
mkdir -p team/calls
# shellcheck disable=SC2154
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
echo 'Hi [Name], this is Jonas Weld at Tallow Street. Call me on 555 010 7788.' >template.txt
printf 'name\nPriya\n"Sam ""the baker"" of the long street, and of its two bakeries"\n' >names.csv
printf 'id,script\n1,"Hi Priya, call me on 555 010 7788."\n' >scripts.csv
"$RINGBACK" --quiet --baseline=accepted.json --update-baseline draft.txt >/dev/null 2>&1
printf '%s\n' 'Again, Jonas Weld.' >>draft.txt

# A repository that only these runs have, in the current folder, with a draft changed since.
repository() {
    git -c user.name=t -c user.email=t@t.example "$@" >/dev/null 2>&1 || exit 1
}
a_repository() {
    # shellcheck disable=SC2154
    export HOME="$work" GIT_CONFIG_NOSYSTEM=1
    repository init -q -b main --template= .
    repository add team draft.txt
    repository commit -q -m one
    echo 'We are the leading provider of scheduling.' >>draft.txt
}
