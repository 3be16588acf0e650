#!/bin/sh
# Where results go: all of it, or an exit that says so.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
printf '%s\n' "$good" >good.txt
printf '%s\n' "$no_number" >bad.txt
printf '{"text":"Hi there."}\n' >one.ndjson
many=
i=0
while [ $i -lt 1500 ]; do
    many="$many bad.txt"
    i=$((i + 1))
done

for what in 'text bad.txt' 'concise bad.txt' 'json bad.txt' 'ndjson bad.txt' 'ndjson one.ndjson'; do
    format=${what%% *}
    file=${what#* }
    "$bin" --format="$format" "$file" >/dev/full 2>err
    status=$?
    exits "a full disk: $what" 3 'exit 3: the output could not be written'
    says "a full disk is named: $what" 'standard output: No space left'
    "$bin" --format="$format" "$file" >&- 2>err
    status=$?
    exits "a closed output: $what" 3 'exit 3'
    "$bin" --format="$format" --output=/dev/full "$file" >out 2>err
    status=$?
    exits "a full device: $what" 3 'exit 3: the output could not be written'
    {
        # shellcheck disable=SC2086
        "$bin" --format="$format" $many "$file" 2>err
        echo $? >status
    } | head -c 10 >/dev/null
    same "a reader that goes away: $what" 3 "$(cat status)"
    same "it is not told: $what" 0 "$(wc -c <err)"
done
for what in --help --version 'rules' 'explain number-twice' 'completion bash' 'test'; do
    # shellcheck disable=SC2086
    "$bin" $what >/dev/full 2>err
    status=$?
    exits "a full disk: $what" 3 'exit 3'
done

"$bin" --fail-on=never --format=json good.txt >expected
run --fail-on=never --format=json --output=new.json good.txt
exits 'into a file' 0
same 'into a file: nothing else' '' "$(cat out)"
check 'into a file: the same' cmp expected new.json
(umask 027 && "$bin" --fail-on=never --output=masked good.txt)
same 'a new file has the usual mode' 640 "$(stat -c %a masked)"
echo old >there
chmod 604 there
run --fail-on=never --format=json -o there good.txt
same 'a file that is there keeps its mode' 604 "$(stat -c %a there)"
check 'a file that is there is replaced' cmp expected there
mkdir folder
echo old >folder/target
ln -s folder/target link
run --fail-on=never --format=json -o link good.txt
check 'what a link points to is replaced' cmp expected folder/target
same 'the link stays' 'folder/target' "$(readlink link)"
ln -s loop loop
run -o loop good.txt
exits 'a link to itself' 3 'exit 3: the output could not be written'
run -o folder good.txt
exits 'a folder is no file' 3 'exit 3'
run -o nosuch/x good.txt
exits 'a folder that is not there' 3 'exit 3'
same 'nothing is left behind' 0 "$(find . -name '*.??????' ! -name '*.json' ! -name '*.ndjson' | grep -c -v -e expected -e masked)"
run --output=- --quiet --fail-on=never good.txt
prints 'a dash is standard output' 'of 100'
run --output=/dev/null good.txt --fail-on=never
exits 'a device' 0
same 'the device is still one' 'character special file' "$(stat -c %F /dev/null)"

"$bin" --fail-on=never --quiet --output=/dev/stdout good.txt >out 2>err
prints 'standard output by its name' 'of 100'
mkfifo slow
"$bin" --output=cut slow 2>err &
pid=$!
exec 3>slow
tries=0
until ls cut.?????? >/dev/null 2>&1 || [ $tries -gt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -TERM $pid
wait $pid
same 'a run that is ended' 143 $?
exec 3>&-
same 'it leaves nothing behind' '' "$(find . -name 'cut*')"
echo old >kept
run --format=json --output=kept --rules=nosuch.yaml good.txt
same 'a run that is wrong keeps the old file' old "$(cat kept)"
(
    # A disk that fills up: the limit on files ends the write.
    ulimit -f 1
    trap '' XFSZ
    # shellcheck disable=SC2086
    "$bin" --format=json --output=kept $many 2>err
    echo $? >status
)
same 'a disk that fills up' 3 "$(cat status)"
same 'a disk that fills up keeps the old file' old "$(cat kept)"
same 'nothing is left behind' '' "$(find . -name 'kept.*')"

# Names that are too long: to be looked at, to have one beside it, behind a link.
deep=$(printf '%02045d' 0 | sed 's|0|./|g')
for name in "$(printf '%05000d' 0)" "${deep}x"; do
    run --format=json "--output=$name" good.txt
    exits "a name of ${#name} bytes" 3 'exit 3: the output could not be written'
done
ln -s "$(printf '%03900d' 0 | sed 's|00|./|g')kept" far
run --format=json "--output=$(printf '%0200d' 0 | sed 's|0|./|g')far" good.txt
exits 'a link to a name that is too long' 3 'exit 3: the output could not be written'
same 'and the file is the old one' old "$(cat kept)"

# A pipe that its other end left non-blocking is waited for.
if command -v python3 >/dev/null; then
    # shellcheck disable=SC2086
    "$bin" --format=json --fail-on=never $many $many >whole 2>/dev/null
    # shellcheck disable=SC2086
    python3 -c '
import os, subprocess, sys, time
r, w = os.pipe()
os.set_blocking(w, False)
p = subprocess.Popen(sys.argv[1:], stdout=w, stderr=subprocess.DEVNULL)
os.close(w)
time.sleep(0.3)
out = b""
while chunk := os.read(r, 4096):
    out += chunk
sys.stdout.buffer.write(out)
sys.exit(p.wait())
' "$bin" --format=json --fail-on=never $many $many >piped
    same 'a pipe that does not block: the status' 0 $?
    check 'a pipe that does not block: all of it' cmp whole piped
    check 'which is more than a pipe holds' test "$(wc -c <whole)" -gt 200000
fi
finish
