#!/bin/sh
# Every limit that is met on the command line: one below it and at it all is well, one above it is an
# error that names the place. Those of YAML, JSON, patterns and globs inside are in tests/unit.
# shellcheck disable=SC2317,SC2016  # limit() calls the functions; backquotes are of Markdown
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
echo 'Hi Ana.' >hi.txt

many() {
    yes -- "$2" | head -n "$1" | tr -d '\n'
}

# limit NAME N PATTERN FUNCTION: the function makes what is of that size and leaves $status and err.
limit() {
    for size in $(($2 - 1)) "$2" $(($2 + 1)); do
        "$4" "$size"
        if [ "$size" -le "$2" ]; then
            same "$1: $size" 0 "$status"
        else
            same "$1: $size is one too many" 2 "$status"
            says "$1: it is told" "$3"
        fi
    done
}
quietly() {
    run --quiet --fail-on=never "$@"
}

draft() {
    many "$1" x >draft.txt
    quietly draft.txt
}
limit 'bytes of a draft' 1048576 '^ringback: draft.txt:1: ' draft

file() {
    printf '```voicemail\nHi Ana.\n```\n<!--' >file.md
    head -c $(($1 - 33)) /dev/zero | tr '\0' x >>file.md
    printf -- '-->\n' >>file.md
    [ "$(wc -c <file.md)" -eq "$1" ] || echo "not ok the file has another size"
    quietly file.md
}
limit 'bytes of a file' 16777216 '^ringback: file.md: over 16 MiB' file
rm file.md

record() {
    {
        printf '{"text":"Hi.","x":"'
        head -c $(($1 - 21)) /dev/zero | tr '\0' x
        printf '"}'
    } >record.ndjson
    "$bin" --fail-on=error record.ndjson >"$tmp/out" 2>"$tmp/err"
    case $(jq -r .error.code out) in
    null) status=0 ;;
    too-long) status=2 && echo 'too long' >"$tmp/err" ;;
    esac
}
limit 'bytes of a record' 4194304 'too long' record

nested() {
    { printf '{"text":"Hi.","x":' && many $(($1 - 1)) '[' && many $(($1 - 1)) ']' && echo '}'; } >record.ndjson
    "$bin" record.ndjson >"$tmp/out" 2>"$tmp/err"
    case $(jq -r .error.code out) in
    null) status=0 ;;
    *) status=2 && jq -r .error.message out >"$tmp/err" ;;
    esac
}
limit 'JSON within JSON' 64 'nested' nested

# A rule file with one phrase.
phrase() {
    printf 'facts:\n  odd:\n    doc: Odd.\n    phrases: ["%s"]\n    examples: {is: ["«Odd»."], is_not: ["Hi."]}\n' "$1" >house.yaml
    quietly --rules=house.yaml hi.txt
}
words() {
    phrase "$(seq 1 "$1" | sed 's/.*/w&/' | paste -s -d ' ')"
}
limit 'words of a phrase' 96 '^ringback: house.yaml:4:' words
gap() {
    phrase "a ..$1 b"
}
limit 'words that a gap leaps' 24 '^ringback: house.yaml:4:[0-9]*: .*at most 24 words' gap

rules() {
    printf '# ' >house.yaml
    head -c $(($1 - 3)) /dev/zero | tr '\0' x >>house.yaml
    echo >>house.yaml
    quietly --rules=house.yaml hi.txt
}
limit 'bytes of a rule file' 262144 '^ringback: house.yaml.* 256 K' rules
settings() {
    rules "$1"
    quietly --config=house.yaml hi.txt
}
limit 'bytes of a configuration' 262144 '^ringback: house.yaml.* 256 K' settings

chain() {
    rm -f ./c*.yaml
    for i in $(seq 1 "$1"); do
        echo "extends: c$((i + 1)).yaml" >"c$i.yaml"
    done
    echo 'pace: brisk' >"c$((i + 1)).yaml"
    quietly --config=c1.yaml hi.txt
}
limit 'configurations that build on one another' 8 '^ringback: c[0-9]*.yaml:1:' chain
overrides() {
    { echo 'overrides:' && yes -- '- {files: "hi.txt", pace: brisk}' | head -n "$1"; } >house.yaml
    quietly --config=house.yaml hi.txt
}
limit 'overrides' 1000 '^ringback: house.yaml:' overrides
glob() {
    printf 'exclude: ["%s"]\n' "$(many "$1" x)" >house.yaml
    quietly --config=house.yaml hi.txt
}
limit 'bytes of a pattern for names' 1024 '^ringback: house.yaml:1:' glob

reports() {
    # shellcheck disable=SC2046
    quietly $(seq 1 "$1" | sed 's/.*/--report=json=r&.json/') hi.txt
}
limit 'reports beside each other' 16 'more than 16 reports' reports

mkdir ignored
ignore() {
    head -c $(($1 - 1)) /dev/zero | tr '\0' '#' >ignored/.ringbackignore
    echo >>ignored/.ringbackignore
    cp hi.txt ignored/
    quietly ignored/hi.txt
}
limit 'bytes of patterns to ignore' 262144 '.ringbackignore: ' ignore

# The folder that is named is the first.
folders() {
    rm -rf deep
    mkdir deep
    (
        cd deep || exit
        for _ in $(seq 2 "$1"); do
            mkdir d && cd d || exit
        done
        echo 'Hi Ana.' >hi.txt
    )
    quietly deep
}
limit 'folders within folders' 256 'nested too deep' folders
finish
