#!/bin/sh
# Mending: what is shown, what is written, and that a file is the old one or the new one.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1

# Something to leave out, a number to write in groups.
worse='Hi Maren, hope you are well. This is Tobias Lund, sales director at Harrow, 3035550142. Ana Reyes suggested I call. Her clinic cut its no-shows by half in a month. Could you call me back for two minutes? Again, Tobias Lund at Harrow, 3035550142. I will try you again on Thursday at half past five. Thanks, Maren.'
better=$(echo "$worse" | sed 's/, hope you are well\././; s/Lund, sales director at/Lund at/; s/3035550142/303-555-0142/g')

echo "$worse" >a.txt
cp a.txt a.before
run fix --diff a.txt
exits 'a draft that can be mended' 1 'exit 1: 1 draft can be mended'
check '--diff changes nothing' cmp a.txt a.before
prints 'the verdict' '^a.txt: [0-9]* → [0-9]* of 100, [0-9.]* → [0-9.]* s$'
prints 'what is done' '^  + left out “sales director” (no-title: +[0-9]* points, saves [0-9.]* s)$'
prints 'a hunk' '^@@ -1,1 +1,1 @@$'
cp "$tmp/out" shown
run fix a.txt
exits 'mending' 0
same 'the mended draft' "$better" "$(cat a.txt)"
check 'what is shown is what is done' cmp shown out
if command -v patch >/dev/null; then
    patch -s -o patched a.before <shown
    check 'the diff can be applied' cmp patched a.txt
fi
cp a.txt a.before
run fix a.txt
exits 'mending once more' 0
prints 'says that there is nothing' '^a.txt: nothing to mend, '
check 'and does nothing' cmp a.txt a.before
run fix --diff a.txt
exits 'nothing to mend' 0

# What the score says afterwards is what was promised.
promised=$(sed -n 's/.* → \([0-9]*\) of 100.*/\1/p' shown)
"$bin" --format=ndjson --fail-on=never a.txt >after
check 'the score that was promised' grep -q "\"score\":$promised," after

# Mode and links stay; a file that cannot be written stays as it was.
echo "$worse" >b.txt
chmod 640 b.txt
ln -s b.txt link.txt
run fix link.txt
exits 'through a link' 0
check 'the link is one still' test -L link.txt
same 'the mode stays' 640 "$(stat -c %a b.txt)"
same 'the file behind the link is mended' "$better" "$(cat b.txt)"
same 'nothing is left behind' '' "$(find . -name '*.txt.*')"
if [ "$(id -u)" -ne 0 ]; then
    mkdir locked
    echo "$worse" >locked/c.txt
    chmod 555 locked
    run fix locked/c.txt
    exits 'a folder that cannot be written' 3
    same 'and the file is the old one' "$worse" "$(cat locked/c.txt)"
    chmod 755 locked
fi

# Several drafts in a file, lines that end in CR LF, no end of the last line.
printf '%s\n---\n%s\n---\n%s\n' "$worse" "$good" "$worse" >many.txt
run fix many.txt
exits 'several drafts' 0
prints 'each is named' '^many.txt, draft 3: '
same 'all of them' "$(printf '%s\n---\n%s\n---\n%s' "$better" "$good" "$better")" "$(cat many.txt)"
echo "$worse" | sed 's/\. /.\r\n/g; s/$/\r/' | tr -d '\n' | sed 's/\r/\r\n/g' >crlf.txt
run fix crlf.txt
exits 'lines that end in CR LF' 0
check 'have CR LF still' sh -c '! grep -q -v "$(printf "\r")$" crlf.txt'
printf '%s' "$worse" >open.txt
run fix --diff open.txt
prints 'a last line without an end' '^\\ No newline at end of file$'
run fix open.txt
same 'has none still' "$better" "$(cat open.txt)"
check 'really' test "$(wc -c <open.txt)" -eq "$(printf '%s' "$better" | wc -c)"

# A file's own words about its drafts: front matter, what it ignores, Markdown around them.
bare=${worse%% Thanks*}
cat >team.md <<EOF
---
ignore: {no-cliche: they like it}
---
# Calls

Some words, sales director and all.

\`\`\`voicemail
$worse
\`\`\`

## Second

<!-- ringback-ignore no-title: legal wants it -->
\`\`\`voicemail
$worse
\`\`\`
EOF
sed "9s/.*/$(echo "$worse" | sed 's/Lund, sales director at/Lund at/; s/3035550142/303-555-0142/g')/; 16s/.*/$(echo "$worse" | sed 's/3035550142/303-555-0142/g')/" team.md >wanted.md
run fix team.md
exits 'Markdown with front matter' 0
check 'the blocks, and what the file ignores' cmp wanted.md team.md
printf '> ```voicemail\n> %s\n> ```\n' "$worse" >quote.md
run fix quote.md
same 'in a quotation' "$(printf '> ```voicemail\n> %s\n> ```' "$better")" "$(cat quote.md)"
printf '> ```voicemail\n> %s\n> ```\n' "$(echo "$bare" | sed 's/, sales director/, sales\
> director/; s/hope you/hope\
> you/')" >quote.md
cp quote.md quote.before
run fix quote.md
exits 'over the lines of a quotation' 2
says 'says why not' 'mend it by hand'
check 'and changes nothing' cmp quote.before quote.md
printf '%s\n# ringback-ignore no-title: legal wants it\n' "$worse" >pragma.txt
run fix pragma.txt
check 'a line for the program' grep -q 'sales director' pragma.txt
check 'stays' grep -q '^# ringback-ignore no-title: legal wants it$' pragma.txt
printf -- '---\nstyle: nonesuch\n---\n%s\n' "$worse" >wrong.txt
run fix wrong.txt
exits 'front matter that is wrong' 2
printf '\357\273\277%s\n' "$worse" >mark.txt
run fix mark.txt
same 'a byte order mark' "$(printf '\357\273\277%s' "$better")" "$(cat mark.txt)"

# What is not done is said.
echo 'Hi Maren, this is Tobias Lund. I am just touching base about the roof. Call me on 303-555-0142, again 303-555-0142.' >no.txt
run fix no.txt
prints 'what stays in' '^  - left in “'

# Bytes that are no text stay; nothing of them reaches a terminal.
printf '%s\n' "$worse" | sed "s/Ana Reyes/Ana$(printf '\033')[31m $(printf '\377')Reyes/" >odd.txt
run fix --diff odd.txt
check 'no escape is shown' sh -c '! grep -q "$(printf "\033")" out'
run fix odd.txt
check 'the bytes stay' grep -q "$(printf '\033\\[31m')" odd.txt
run fix --diff --color=always a.before
check 'nothing to colour' sh -c '! grep -q "$(printf "\033")" out'
echo "$worse" >c.txt
run fix --diff --color=always c.txt
check 'colours when asked for' grep -q "$(printf '\033\\[32m+')" out

# Usage.
run fix
exits 'no draft' 2
run fix nowhere.txt
exits 'a missing file' 2
mkdir folder
run fix folder
exits 'a folder' 2
says 'says what to do' 'name the drafts'
run fix --format=json a.txt
exits 'an option that does nothing' 2
run fix - <a.txt
exits 'standard input cannot be mended' 2
run fix --diff - <c.txt
exits 'but shown' 1
run fix --style=nonesuch a.txt
exits 'an unknown style' 2
yes 'A roof leaks on the north side.' | head -n 500 >long.txt
run fix long.txt
exits 'what is no voicemail' 2
finish
