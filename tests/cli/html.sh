#!/bin/sh
# The page for a browser: what it promises, and that nothing hostile becomes markup in it.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
page() {
    python3 "$home/tests/cli/html/check.py" "$@"
}
cd "$tmp" || exit 1
printf '%s\n' "$good" >good.txt
printf '%s\n' "$no_number" >bad.txt
cp "$home/examples/before.txt" before.txt
printf '%s\n---\n%s\n---\nThe harbour froze.\n' "$good" "$no_number" >many.txt

"$bin" --format=html --fail-on=never before.txt >one.html
check 'one draft' page page one.html
"$bin" --format=html --fail-on=never before.txt good.txt bad.txt many.txt >many.html
check 'many drafts' page page many.html
check 'the overview has the worst first' sh -c \
    "sed -n 's/^<tr><th scope=\"row\"><a href=\"#d\([0-9]*\)\".*/\1/p' many.html | head -n 1 | grep -qx 6"
"$bin" --format=html --fail-on=never </dev/null >empty.html
check 'an empty draft' page page empty.html
"$bin" --format=html --fail-on=never before.txt nowhere.txt >missing.html 2>/dev/null
check 'a file that is not there' page page missing.html
check 'is named' grep -q 'nowhere.txt' missing.html
yes 'Hi Maren, this is Tobias Lund, sales director at Harrow. ' | head -n 400 >long.txt
"$bin" --format=html --fail-on=never long.txt >long.html
check 'a long draft' page page long.html
same 'the same bytes again' "$(cksum <one.html)" "$("$bin" --format=html --fail-on=never before.txt | cksum)"
run --format=html --fail-on=never -o out.html before.txt
exits 'written to a file' 0
check 'the same page' cmp out.html one.html

# Hostile words: in the draft, in the name of the file, in a rule's message. A harmless word in their
# place gives the same elements with the same attributes.
hostile() {
    cat <<'EOF'
<script>alert(1)</script>
</style><script>alert(1)</script>
<img src=x onerror=alert(1)>
<svg onload=alert(1)>
"><b>
'><b>
" onmouseover="alert(1)
' onmouseover='alert(1)
<!-- x
--><b>
<![CDATA[x]]>
]]><b>
<?xml version="1.0"?>
&lt;b&gt;
&#60;b&#62;
&amp;lt;
&
</p></section></main>
</title><b>
<style>*{display:none}</style>
<link rel=stylesheet href=//x>
<meta http-equiv=refresh content=0>
<base href=//x>
<iframe src=//x>
<a href=javascript:x>y</a>
<math><mi>x
<plaintext>
{{7*7}} ${7*7} <%= x %>
=cmd|x!A1
\u003cscript\u003e
<b
EOF
    printf '<\000b>\n<\033[31mb>\n<b\xff>\n\xe2\x80\xae<b>\n\xef\xbb\xbf<b>\n'
}
hostile >payloads
n=0
while IFS= read -r payload; do
    n=$((n + 1))
    printf 'Hi Maren, this is Tobias Lund at Harrow.\n\n%s\n\nCall me on 303-555-0142. Thanks, Maren.\n' "$payload" >a.txt
    "$bin" --format=html --fail-on=never a.txt >a.html
    if page says a.html a.txt >why 2>&1; then
        ok "a draft with hostile words, $n"
    else
        not_ok "a draft with hostile words, $n: $payload" "$(head -n 3 why)"
    fi
done <payloads

# Where reading a draft cannot change what is found: names of files and of styles.
cp good.txt harmless.txt
"$bin" --format=html --fail-on=never harmless.txt >harmless.html
n=0
while IFS= read -r payload; do
    n=$((n + 1))
    "$bin" --format=html --fail-on=never --stdin-filename="x$payload.txt" <good.txt >named.html
    if page same harmless.html named.html >why 2>&1; then
        ok "a hostile name, $n"
    else
        not_ok "a hostile name, $n: $payload" "$(head -n 3 why)"
    fi
done <payloads

# A rule's own words.
cat >rules.yaml <<'EOF'
rules:
  house-word:
    title: "<b>title</b>"
    family: house
    why: "</p><script>alert(1)</script>"
    severity: warning
    points: 1
    check: {count: {phrases: [clinic]}, max: 0}
    message: "<i>“{quote}”</i> \" onclick='x'"
    advice: "</li></ol> & more"
    examples: {bad: [The clinic.], good: [The roof.]}
EOF
"$bin" --format=html --fail-on=never --rules=rules.yaml good.txt >ruled.html
check 'a hostile rule' page page ruled.html
check 'its words are there' grep -q '&lt;i&gt;“clinic”&lt;/i&gt;' ruled.html
finish
