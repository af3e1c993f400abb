#!/bin/sh
# Runs a command with JAVA_HOME and PATH set to a JDK 25 or newer, wherever this machine has one.
# Use: .mvn/with-jdk25.sh COMMAND [ARGUMENT...]      without a command it prints the JDK's directory
set -eu

# The release a Java home is of, from its file "release"; nothing if it is not a JDK with a compiler.
release_of() {
    if [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    fi
}

is_recent() {
    release=$(release_of "$1")
    [ -n "$release" ] && [ "$release" -ge 25 ]
}

java_on_path() {
    program=$(command -v javac || true)
    [ -n "$program" ] && dirname "$(dirname "$(readlink -f "$program" 2>/dev/null || echo "$program")")"
}

candidates() {
    echo "${JAVA_HOME:-}"
    java_on_path || true
    for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "$HOME"/.jdks/* "$HOME"/.jenv/versions/*; do
        echo "$home"
    done
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null || true
    fi
    for home in /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        echo "$home"
    done
}

find_jdk() {
    candidates | while IFS= read -r home; do
        if [ -n "$home" ] && is_recent "$home"; then
            echo "$home"
            break
        fi
    done
}

found=$(find_jdk)
if [ -z "$found" ]; then
    cat >&2 <<'MESSAGE'
Crossface needs a JDK 25 (or newer), and none was found in JAVA_HOME, on the PATH, in /usr/lib/jvm, SDKMAN or ~/.jdks.

Get one, for example:
  Debian, Ubuntu   apt install openjdk-25-jdk            (or temurin-25-jdk from https://adoptium.net/installation/linux)
  SDKMAN           sdk install java 25-tem
  macOS            brew install --cask temurin@25
  any              https://adoptium.net/temurin/releases/?version=25

then try again, or name it:  JAVA_HOME=/path/to/jdk-25 make run
MESSAGE
    exit 1
fi
if [ $# -eq 0 ]; then
    echo "$found"
    exit 0
fi
JAVA_HOME=$found
PATH=$found/bin:$PATH
export JAVA_HOME PATH
exec "$@"
