#!/bin/sh
# The program is position independent, its relocations are read-only after start, its stack is not
# executable and is guarded, and it looks for libraries only where the system does.
failed=0
want() {
    readelf "$2" -W "$RINGBACK" | grep -q -E "$3" || {
        echo "the program is not built as $1"
        failed=1
    }
}
want 'position independent' -h 'Type: +DYN'
want 'position independent' -d 'FLAGS_1.* PIE'
want 'bound at start' -d 'BIND_NOW|FLAGS_1.* NOW'
want 'read-only after relocation' -l GNU_RELRO
want 'without an executable stack' -l 'GNU_STACK.* RW +'
want 'guarded by canaries' --dyn-syms __stack_chk_fail
want 'fortified' --dyn-syms '__[a-z]+_chk'
if readelf -d -W "$RINGBACK" | grep -E 'RPATH|RUNPATH|TEXTREL'; then
    failed=1
fi
exit $failed
