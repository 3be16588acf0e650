#!/bin/sh
# Sentences and telephone numbers as a person reads them: in tests/spec/text/*.md a heading (##) says
# what is meant, and the block behind it has the cases.
#
#   sentences   the lines of a block are the sentences of one draft, with a blank between them; \n
#               stands for a line break
#   numbers     each line is a draft; behind "=" stand the digits of its numbers, or none
python3 tests/spec/text/check.py "$RINGBACK" tests/spec/text/*.md
