# shellcheck shell=sh disable=SC2034
# What the tests of the command line share. Sourced: . tests/cli/lib.sh
#
# The program is the script's first argument or $RINGBACK. Each check prints a line of TAP; the
# script ends with `finish`.

bin=${1:-${RINGBACK:?the program: give its path}}
case $bin in
/*) ;;
*) bin=$PWD/$bin ;;
esac
home=$PWD
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
unset NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS LC_ALL LC_CTYPE MAKEFLAGS MAKELEVEL
# What grep takes for a character.
LANG=C.UTF-8
export LANG
failures=0
patience=1
[ -z "${SANITIZED-}" ] || patience=5

ok() {
    echo "ok $1"
}

not_ok() {
    echo "not ok $1"
    failures=$((failures + 1))
    shift
    for line; do
        echo "#   $line"
    done
}

# run ARGS...: leaves $status, $tmp/out and $tmp/err.
run() {
    "$bin" "$@" >"$tmp/out" 2>"$tmp/err"
    status=$?
}

last_error() {
    tail -n 1 "$tmp/err"
}

# exits NAME STATUS [PATTERN]: the status of the last run, and its last line on standard error
# (none at all for 0 without a pattern).
exits() {
    if [ "$status" -ne "$2" ]; then
        not_ok "$1" "exit $status, not $2" "$(head -n 3 "$tmp/err")"
    elif [ "${3-}" ] && ! last_error | grep -q -e "$3"; then
        not_ok "$1" "last line is not /$3/: $(last_error)"
    elif [ -z "${3-}" ] && [ "$2" -eq 0 ] && [ -s "$tmp/err" ]; then
        not_ok "$1" "says: $(cat "$tmp/err")"
    else
        ok "$1"
    fi
}

# says NAME PATTERN: something on standard error; prints NAME PATTERN: on standard output.
says() {
    if grep -q -e "$2" "$tmp/err"; then
        ok "$1"
    else
        not_ok "$1" "no /$2/ on standard error:" "$(cat "$tmp/err")"
    fi
}

prints() {
    if grep -q -e "$2" "$tmp/out"; then
        ok "$1"
    else
        not_ok "$1" "no /$2/ on standard output:" "$(head -n 5 "$tmp/out")"
    fi
}

# same NAME EXPECTED ACTUAL
same() {
    if [ "$2" = "$3" ]; then
        ok "$1"
    else
        not_ok "$1" "wanted: $2" "got:    $3"
    fi
}

# check NAME COMMAND...: the command's status is 0.
check() {
    check_name=$1
    shift
    if "$@" >"$tmp/check" 2>&1; then
        ok "$check_name"
    else
        not_ok "$check_name" "$(head -n 5 "$tmp/check")"
    fi
}

# clean FILE: no control character but line ends, no C1, no bidi control, nothing that a runner takes
# for a command, and valid UTF-8.
clean() {
    LC_ALL=C awk '
    /[\001-\011\013-\037\177]/ { print "control: " $0; bad = 1 }
    /\302[\200-\237]/ { print "C1: " $0; bad = 1 }
    /\342\200[\216\217\250-\256]|\342\201[\246-\251]|\330\234/ { print "bidi: " $0; bad = 1 }
    /^[ \t]*::/ || /##\[/ { print "command: " $0; bad = 1 }
    END { exit bad }' "$1" || return 1
    iconv -f UTF-8 -t UTF-8 "$1" >/dev/null
}

# survives NAME COMMAND...: whatever it makes of it, it ends in time by itself, with a status of the
# four and the reason for it, and nothing raw comes out but what $leave has.
survives() {
    survives_name=$1
    shift
    # The machine may be busy, and sanitizers are slow.
    timeout "$((${SECONDS_EACH:-10} * patience))" "$@" >"$tmp/out" 2>"$tmp/err"
    status=$?
    if [ "${leave-}" ]; then
        tr -d "$leave" <"$tmp/out" >"$tmp/clean"
    else
        cp "$tmp/out" "$tmp/clean"
    fi
    if [ $status -gt 3 ]; then
        not_ok "$survives_name" "status $status" "$(head -c 300 "$tmp/err" | tr -cd '[:print:]\n')"
    elif [ $status -ne 0 ] && ! last_error | grep -q -a "^ringback: exit $status: "; then
        not_ok "$survives_name" "status $status without a reason"
    elif ! clean "$tmp/clean" >"$tmp/check" 2>&1 || ! clean "$tmp/err" >"$tmp/check" 2>&1; then
        not_ok "$survives_name" "$(head -c 300 "$tmp/check" | cat -v)"
    else
        ok "$survives_name"
    fi
}

finish() {
    [ "$failures" -eq 0 ]
    exit
}

# Drafts: one that keeps the rules, one that says no number, one that is none.
good='Hi Maren, this is Tobias Lund at Harrow, 303-555-0142. Ana Reyes suggested I call. Her clinic cut its no-shows by half in a month. Could you call me back for two minutes? Again, Tobias Lund at Harrow, 303-555-0142. I will try you again on Thursday at half past five. Thanks, Maren.'
no_number='Hi Maren, this is Tobias Lund at Harrow. Ana Reyes suggested I call. Her clinic cut its no-shows by half in a month. Could you call me back for two minutes? Thanks, Maren.'
