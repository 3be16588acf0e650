# shellcheck shell=sh disable=SC2154
# A terminal to look at, for tests of what is shown there. Sourced behind lib.sh; without tmux the
# script ends, and says so.
#
# screen COLUMNS ROWS: a shell in it, whose prompt is "ready>".
screen() {
    if ! command -v tmux >/dev/null || ! tmux -L "ringback-$$" -f /dev/null new-session -d -x "$1" -y "$2" \
        'env -u CI PS1="ready> " HISTFILE= TERM=screen sh -i' 2>/dev/null; then
        echo 'ok # skip: there is no tmux'
        finish
    fi
    trap 'mux kill-server 2>/dev/null; rm -rf "$tmp"' EXIT
}
mux() {
    tmux -L "ringback-$$" "$@"
}
# Waits until the screen shows a pattern, 10 seconds at most.
shows() {
    i=0
    while [ $i -lt 100 ]; do
        # shellcheck disable=SC2086
        if mux capture-pane -p ${2-} | grep -q -e "$1"; then return 0; fi
        sleep 0.1
        i=$((i + 1))
    done
    mux capture-pane -p >&2
    return 1
}
type_line() {
    mux send-keys -l "$1"
    mux send-keys Enter
}
