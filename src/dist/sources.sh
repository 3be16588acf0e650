#!/bin/sh
# The sources of the libraries, as Debian has them, for the static build.
#
# sources.sh FOLDER LIBRARY…: puts each into FOLDER/LIBRARY, with Debian's patches, and what was taken
# into FOLDER/LIBRARY.version. apt fetches and verifies them, with lists of sources of its own in
# FOLDER: those of this machine stay as they are.
folder=$1
shift

tell() {
    printf 'make static: %s\n' "$@" >&2
}

advise() {
    tell "$@"
    exit 1
}

for tool in musl-gcc:musl-tools apt-get:apt dpkg-source:dpkg-dev patch:patch; do
    command -v "${tool%:*}" >/dev/null ||
        advise "there is no ${tool%:*}; on Debian: apt-get install ${tool#*:}" \
            'where that cannot be had, the ordinary build (make) does all the same'
done
# shellcheck source=/dev/null
. /etc/os-release
[ "$ID" = debian ] ||
    advise "Debian's sources are wanted, and this is ${PRETTY_NAME:-another system}" \
        "put patched sources of $* into $folder/LIBRARY, and their versions into $folder/LIBRARY.version"

mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial" || exit 1
folder=$(cd "$folder" && pwd)
# Where this machine has its packages from, there are their sources too.
key=/usr/share/keyrings/debian-archive-keyring.gpg
apt-get indextargets --format "deb-src [signed-by=$key] \$(REPO_URI) \$(RELEASE) main" \
    'Created-By: Packages' 'Origin: Debian' 'Component: main' | sort -u >"$folder/apt/sources.list"
[ -s "$folder/apt/sources.list" ] || advise "apt has no lists of Debian's packages: apt-get update"

apt() {
    command=$1
    shift
    "$command" -o Dir::Etc::SourceList="$folder/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$folder/apt/lists" -o Dir::Cache="$folder/apt" \
        -o APT::Sandbox::User="$(id -un)" "$@"
}

# The version that is installed, then what else there is, the newest first.
versions() {
    dpkg-query -W -f '${source:Version}\n' "$2" 2>/dev/null
    apt apt-cache showsrc --only-source "$1" 2>/dev/null | sed -n 's/^Version: //p' | sort -rV
}

# Whole, or from a mirror that lacks the patches only what they would be put on. What is not the
# version wanted is told: it may lack a mend.
fetch() {
    wanted=$(versions "$1" "$2" | head -n 1)
    for version in $(versions "$1" "$2"); do
        if apt apt-get source -qq --download-only "$1=$version" >log 2>&1; then
            dpkg-source --no-check -x ./"$1"_*.dsc "$folder/$1" >log 2>&1 || return 1
            echo "$version" >"$folder/$1.version"
            [ "$version" = "$wanted" ] || tell "$1 $wanted cannot be had: $version is taken"
            return 0
        fi
        rm -f ./*
    done
    apt apt-get source -qq --download-only --tar-only "$1" >log 2>&1 || return 1
    mkdir "$folder/$1" && tar -xf ./"$1"_*.orig.tar.* --strip-components=1 -C "$folder/$1" || return 1
    tell "$1 $wanted cannot be had: it is taken without Debian's patches"
    versions "$1" "$2" | tail -n 1 | sed 's/-[^-]*$//' >"$folder/$1.version"
}

apt apt-get update -qq || advise 'the lists of sources cannot be fetched'
for name; do
    [ -f "$folder/$name.version" ] && continue
    rm -rf "${folder:?}/$name" "$folder/fetched"
    mkdir "$folder/fetched" && cd "$folder/fetched" || exit 1
    dev=lib${name#lib}-dev
    fetch "$name" "$dev" || {
        cat log >&2
        advise "the source of $name cannot be fetched"
    }
done
rm -rf "$folder/fetched"
