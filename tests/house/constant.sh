#!/bin/sh
# No mutable globals: nothing of the library lies in writable memory.
size -A "$LIBRARY" | awk '
/ex / { file = $1 }
/^\.(data|bss|tdata|tbss)([. ]|$)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 {
    print file ": " $2 " bytes in " $1
    failed = 1
}
END { exit failed }
'
