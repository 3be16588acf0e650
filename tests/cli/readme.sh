#!/bin/sh
# The README's commands do what it shows. In a console block each "$ " is run, and what follows is
# what it prints; in a sh block each line is run. BLESS=1 writes what is printed now.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
ln -s "$bin" "$tmp/ringback"
ln -s "$home/examples" "$tmp/examples"
cp README.md "$tmp/README.md"
cd "$tmp" || exit 1

in_block=
skip=
while IFS= read -r line; do
    case $in_block$line in
    '```console' | '```sh' | '```yaml')
        in_block="${line#\`\`\`} "
        echo "$line"
        ;;
    *' ```')
        in_block=
        skip=
        echo "$line"
        ;;
    'console $ '*)
        echo "$line"
        sh -c "${line#\$ }" 2>err
        echo "$? ${line#\$ }" >>statuses
        skip=yes
        ;;
    'console '*)
        [ "$skip" ] || echo "$line"
        ;;
    'sh make '*)
        echo "$line"
        (cd "$home" && sh -c "${line% *} ${line##* } -n" >/dev/null 2>&1)
        echo "$? ${line}" >>statuses
        ;;
    'sh '*)
        echo "$line"
        sh -c "$line" >/dev/null 2>err
        echo "$? $line" >>statuses
        ;;
    *) echo "$line" ;;
    esac
done <README.md >written
if [ "${BLESS-}" ]; then
    cp written "$home/README.md"
    exit
fi
while read -r status command; do
    case $status in
    0) ok "$command" ;;
    1)
        # Findings, where the text says that there are some.
        case $command in
        *before.txt*) ok "$command" ;;
        *) not_ok "$command" "exit $status" ;;
        esac
        ;;
    *) not_ok "$command" "exit $status" ;;
    esac
done <statuses
check 'the README shows what is printed' diff README.md written
finish
