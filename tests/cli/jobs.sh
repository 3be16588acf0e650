#!/bin/sh
# Several records at once: the same answers in the same order, in bounded memory.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
stream() {
    "$bin" --input=ndjson "$@" 2>err
}

# Records of all sizes, so that the workers finish out of order; bad ones; one too long.
awk 'BEGIN {
    split("Dana Omar Priya Luis Mei Tomasz Ruth Kofi", who, " ")
    for (i = 1; i <= 1500; i++) {
        text = "Hi " who[i % 8 + 1] ", this is Robin Vale from Halden Quill. "
        for (k = i * 7919 % 13; k > 0; k--)
            text = text "We took " k + 1 " hours a week off the invoicing of three clinics. "
        if (i % 7 == 3) print "no record " i
        else if (i % 11 == 5) printf "{\"id\":%d,\"style\":\"none\",\"text\":\"Hi.\"}\n", i
        else printf "{\"id\":%d,\"text\":\"%sCall me on 555 %03d %04d.\"}\n", i, text, i % 900 + 100, i
    }
}' >many.ndjson
{
    printf '{"id":"long","text":"'
    head -c 5000000 /dev/zero | tr '\0' 'a'
    printf '"}\n'
    tail -n 300 many.ndjson
    printf '{"id":"last","text":"Hi."}'
} >>many.ndjson
stream --jobs=1 <many.ndjson >one
same 'a line for a line' 1802 "$(wc -l <one)"
for jobs in 2 8 64 auto; do
    stream --jobs=$jobs <many.ndjson >several
    check "the same bytes with --jobs=$jobs" cmp one several
done
stream -j 3 --words --meta --explain-facts <many.ndjson >several
stream --words --meta --explain-facts <many.ndjson >one
check 'and with all that can be asked for' cmp one several

# ---- statuses ----
for fail in never suggestion; do
    stream --jobs=1 --fail-on=$fail <many.ndjson >/dev/null
    one=$? told=$(cat err)
    stream --jobs=4 --fail-on=$fail <many.ndjson >/dev/null
    same "the status with --fail-on=$fail" "$one" $?
    same "and why with --fail-on=$fail" "$told" "$(cat err)"
done
for bad in 0 65 -1 1.5 x ''; do
    run --jobs="$bad" --input=ndjson </dev/null
    exits "refused: --jobs=$bad" 2
done
if [ -e /dev/full ]; then
    "$bin" --input=ndjson --jobs=4 <many.ndjson >/dev/full 2>err
    same 'a full disk' 3 $?
    same 'is told once' 2 "$(wc -l <err)"
fi
"$bin" --input=ndjson --jobs=4 <many.ndjson 2>err | head -n 1 >first
check 'a reader that goes away is told to nobody' test ! -s err
check 'and got its line' cmp first - <<END
$(head -n 1 many.ndjson | stream)
END

# ---- talking line by line ----
mkfifo ask tell
"$bin" --input=ndjson --jobs=4 <ask >tell 2>err &
exec 3>ask 4<tell
for n in 1 2 3; do
    printf '{"id":%d,"text":"Hi Ana, it is Lee."}\n' $n >&3
    IFS= read -r line <&4
    case $line in
    *"\"id\":$n,"*) ok "answer $n comes before line $((n + 1)) is asked" ;;
    *) not_ok "answer $n" "$line" ;;
    esac
done
exec 3>&- 4<&-
wait $!
same 'and it ends when nothing more is asked' 0 $?

# ---- memory ----
# A sanitizer measures nothing here, and is slow.
copies=20
[ -z "${SANITIZED-}" ] || copies=1
i=0
while [ $i -lt $copies ]; do
    cat many.ndjson
    echo
    i=$((i + 1))
done | (
    # A sanitizer needs more, and would not start.
    # shellcheck disable=SC3045  # not in POSIX, and everywhere
    (ulimit -v 300000 && "$bin" --version) >version 2>&1 && ulimit -v 300000
    stream --jobs=2
) | wc -l >lines
same 'many records in little memory' $((copies * 1802)) "$(($(cat lines)))"

# A reader that waits is waited for: what comes is not read ahead without end.
mkdir slow
for jobs in 1 2; do
    {
        stream --jobs=$jobs <many.ndjson
        : >slow/all-$jobs
    } | (
        IFS= read -r line
        sleep 1
        ls slow >seen
        cat >/dev/null
    )
    check "a slow reader keeps --jobs=$jobs back" sh -c "! grep -q all-$jobs seen"
    check "and gets all in the end with --jobs=$jobs" test -e slow/all-$jobs
done

finish
