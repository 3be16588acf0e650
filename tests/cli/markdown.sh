#!/bin/sh
# Drafts in Markdown, front matter, and what a file says to ignore.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
site='Hi Maren, it is Tobias Lund at Harrow. Look at www.harrow.example and call me on 303-555-0142.'

# found FILE...: each finding of no-website as path:line:column.
found() {
    "$bin" --format=concise --fail-on=never "$@" 2>/dev/null | sed -n 's/^\([^ ]*\): .*\[no-website\]$/\1/p' | paste -s -d ' '
}

cat >calls.md <<EOT
# Calls

Words for those who read.

## First touch

\`\`\`voicemail
$site
\`\`\`

1. Second

   ~~~voicemail
   Hi Maren,
   ${site#Hi Maren, }
   ~~~

\`\`\`sh
ringback calls.md
\`\`\`
EOT
same 'a finding points into the file' 'calls.md:8:48 calls.md:15:41' "$(found calls.md)"
"$bin" --format=ndjson --fail-on=never calls.md >out
same 'each block is a draft' '1 2' "$(sed 's/.*"draft":\([0-9]*\).*/\1/' out | paste -s -d ' ')"
run -q --fail-on=never calls.md
prints 'a draft has its heading' '^calls.md:8 · First touch: '
mkdir tree
cp calls.md tree/
echo "$site" >tree/README.md
same 'a folder: only what is marked' 'tree/calls.md:8:48 tree/calls.md:15:41' "$(found tree)"
same 'named: prose' 'tree/README.md:1:48' "$(found tree/README.md)"
printf '# Title\n\nHi **Maren**, it is *Tobias Lund* at Harrow.\nLook at <http://www.harrow.example> and call me.\n' >prose.md
same 'prose: markup is left out, places are kept' 'prose.md:4:10' "$(found prose.md)"
same 'standard input is text' '<stdin>:1:48' "$(echo "$site" | found)"
same 'unless it is said to be Markdown' '<stdin>:8:48 <stdin>:15:41' "$(found --input=markdown <calls.md)"
same 'or by its name' 'x.md:8:48 x.md:15:41' "$(found --stdin-filename=x.md <calls.md)"
printf -- '---\nlayout: page\ntitle: Ours\n---\nNo drafts.\n' >tree/page.md
run --fail-on=never tree
exits 'a page of another program is no draft' 0

printf -- '---\nto: Maren\npace: 180\n---\n%s\n---\nHi Ana.\n' "$site" >front.txt
same 'front matter moves the lines' 'front.txt:5:48' "$(found front.txt)"
same 'and is no text' '2' "$("$bin" --format=ndjson --fail-on=never front.txt | grep -c '"style"')"
printf -- '---\npase: 180\nstyle: [a]\n---\n%s\n' "$site" >bad.txt
run bad.txt calls.md --fail-on=never
exits 'front matter that is wrong' 2 'exit 2: 1 path could not be checked'
says 'front matter: an unknown key' '^ringback: bad.txt:2:1: front matter has no key "pase": did you mean "pace"?'
says 'front matter: all errors' '^ringback: bad.txt:3:8: "style" must be'
prints 'the others are checked' '^calls.md'
printf -- '---\npace: 180\n%s\n' "$site" >open.txt
run open.txt
says 'front matter without an end' '^ringback: open.txt:1:1: front matter without an end'
printf -- '---\nstyle: vagu\n---\n%s\n' "$site" >style.txt
run style.txt
says 'front matter: an unknown style' '^ringback: style.txt:2:8: there is no style .vagu.: did you mean .vague.'
printf -- '---\nmeasured_seconds: 41.5\n---\n%s\n' "$site" >timed.txt
run -q --fail-on=never timed.txt
prints 'front matter: what is measured holds' '41.5 s measured'
run -q --fail-on=never --measured=12 timed.txt
prints 'the command line wins' '12.0 s measured'

cat >ignore.txt <<EOT
# ringback-ignore no-website: it is what we sell
$site
---
$site
EOT
same 'an ignored rule finds nothing, in its draft' 'ignore.txt:4:48' "$(found ignore.txt)"
run --format=text --fail-on=never ignore.txt
prints 'what is suppressed is told' '1 suppressed: no-website (it is what we sell)'
prints 'and in the sum' '· 1 suppressed$'
run --format=ndjson --fail-on=never ignore.txt
prints 'and in the json' '"suppressed":\[{"rule":"no-website",.*"line":2,.*"reason":"it is what we sell"}\]'
run --format=sarif --fail-on=never ignore.txt
prints 'and in sarif' '{"kind":"inSource","justification":"it is what we sell"}'
cat >wrong.txt <<EOT
# ringback-ignore no-website
# ringback-ignore no-websit: x
Hi Maren, it is Tobias Lund at Harrow.
<!-- ringback-ignore no-website: it is what we sell -->
# ringback-ignore number-dates: why
EOT
run --format=concise --fail-on=warning wrong.txt
prints 'without a reason' '^wrong.txt:1:19: warning: .no-website. is ignored without a reason.*\[ignore-form\]'
prints 'no such rule' '^wrong.txt:2:19: warning: there is no rule .no-websit. to ignore: did you mean .no-website.? \[ignore-unknown\]'
prints 'nothing to ignore' '^wrong.txt:4:22: warning: .no-website. is ignored, but has nothing to say here \[ignore-unused\]'
exits 'such a finding counts' 1
run explain ignore-unused
exits 'and is explained' 0
finish
