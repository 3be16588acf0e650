#!/bin/sh
# The page in Chromium, looked at by axe: `make browser`. It needs chromium, node and npm, which
# fetches two packages the first time; without them it says that it was skipped.
bin=${RINGBACK:?the program: give its path}
folder=${BUILD:-build}/browser
home=$PWD
CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM NODE_MODULES="$folder/packages"

skip() {
    echo "ok # SKIP $1"
    exit 0
}

[ "$CHROMIUM" ] || skip 'there is no Chromium: apt-get install chromium'
command -v node >/dev/null && command -v npm >/dev/null || skip 'there is no Node: apt-get install npm'
mkdir -p "$NODE_MODULES" || exit 1
NODE_MODULES=$(cd "$NODE_MODULES" && pwd)
[ -d "$NODE_MODULES/node_modules/axe-core" ] ||
    npm install --silent --no-fund --no-audit --prefix "$NODE_MODULES" puppeteer-core@24 axe-core@4 >/dev/null 2>&1 ||
    skip 'puppeteer-core and axe-core could not be fetched'

cd "$folder" || exit 1
page() {
    name=$1
    shift
    "$bin" --no-config --format=html --fail-on=never --output="$name.html" "$@" || exit 1
}
page before "$home/examples/before.txt"
page after "$home/examples/after.txt"
page folder "$home/examples" "$home/tests/golden/everything.txt" "$home/tests/golden/odd.txt"
printf '%s\n' 'Hi <script>alert(1)</script>, this is <img src=x onerror=alert(2)> </mark></style>' \
    '"><svg onload=alert(3)> javascript:alert(4) &lt; 555 0142. Call me. 555 0142.' >'<b onclick=alert(5)>.txt'
page hostile ./*.txt
page nothing - </dev/null
node "$home/tests/browser/page.mjs" screenshots before.html after.html folder.html hostile.html nothing.html 2>&1
