#!/usr/bin/env python3
"""What a program is linked with, as CycloneDX 1.5: sbom.py PROGRAM VERSION [SOURCES]

A program with libraries: those that the loader finds for it, with the packages they came in. A
static one: the sources it was built from, whose versions stand in SOURCES/NAME.version. No time and
no random number: the same program gives the same bytes.
"""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys


def run(*command):
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def os_release():
    text = pathlib.Path("/etc/os-release")
    lines = text.read_text(encoding="utf-8").splitlines() if text.exists() else []
    return dict(line.replace('"', "").split("=", 1) for line in lines if "=" in line)


def purl(name, version, arch):
    release = os_release()
    distro = release.get("ID", "linux")
    escaped = version.replace("+", "%2B").replace(":", "%3A").replace("~", "~")
    return f"pkg:deb/{distro}/{name}@{escaped}?arch={arch}&distro={distro}-{release.get('VERSION_ID', '')}"


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def package_of(path):
    """(package, version, architecture), or nothing where no package manager of Debian knows it."""
    # The folders of / may be links into /usr, and the package may know either name.
    real = os.path.realpath(path)
    for name in (real, re.sub("^/usr", "", real), path):
        owner = run("dpkg-query", "-S", name).split(":")[0].strip()
        if owner:
            words = run("dpkg-query", "-W", "-f", "${Package} ${Version} ${Architecture}\n", owner)
            return words.splitlines()[0].split()
    return None


def component(name, version, arch, properties, **more):
    made = {"type": "library", "bom-ref": name, "name": name, "version": version}
    if arch:
        made["purl"] = purl(name, version, arch)
    made.update(more)
    made["properties"] = [{"name": f"ringback:{k}", "value": v} for k, v in properties.items()]
    return made


def linked(program):
    """One for each package, with the files of it that are loaded."""
    files = {}
    for line in run("ldd", program).splitlines():
        found = re.search(r"(/\S+) \(0x", line)
        if found:
            files.setdefault(tuple(package_of(found[1]) or (os.path.basename(found[1]), "", "")), []).append(found[1])
    for (name, version, arch), paths in sorted(files.items()):
        first = sorted(paths)[0]
        yield component(
            name, version or "unknown", arch,
            {"file": " ".join(sorted(os.path.basename(p) for p in paths)), "linkage": "dynamic"},
            hashes=[{"alg": "SHA-256", "content": sha256(first)}])


def sources(folder):
    for file in sorted(pathlib.Path(folder).glob("*.version")):
        yield component(file.stem, file.read_text(encoding="ascii").strip(), "source", {"linkage": "static"})
    words = run("dpkg-query", "-W", "-f", "${Version} ${Architecture}", "musl-dev").split()
    yield component("musl-dev", *(words or ["unknown", ""]), {"linkage": "static"})


def main():
    program, version = sys.argv[1:3]
    components = sorted(sources(sys.argv[3]) if len(sys.argv) > 3 else linked(program), key=lambda c: c["name"])
    if not components:
        sys.exit(f"{program}: nothing can be seen that it is linked with")
    json.dump({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": "ringback", "name": "ringback", "version": version,
            "hashes": [{"alg": "SHA-256", "content": sha256(program)}]}},
        "components": components,
        "dependencies": [{"ref": "ringback", "dependsOn": [c["bom-ref"] for c in components]}],
    }, sys.stdout, indent=2)
    print()


main()
