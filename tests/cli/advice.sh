#!/bin/sh
# What a report says that following an advice comes to is what following it comes to: tried with the
# drafts of the rules' own examples.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh

python3 tests/cli/advice/check.py "$bin" || not_ok 'following the advice'
finish
