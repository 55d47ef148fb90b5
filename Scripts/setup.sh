#!/bin/sh
# Installs what Curette needs besides Swift, and says so; silent where nothing is missing.
#
# Libraries: ICU (scripts, confusables, charsets), libdeflate and zlib (gzip), Zstandard, Brotli, Nettle (SHA-256).
# Word lists: the English and Spanish ones that the build makes its dictionaries from.
set -eu

if command -v dpkg-query > /dev/null 2>&1 && command -v apt-get > /dev/null 2>&1; then
    missing=
    for package in libicu-dev libdeflate-dev zlib1g-dev libzstd-dev libbrotli-dev nettle-dev wamerican wspanish; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
        [ "$state" = installed ] || missing="$missing $package"
    done
    [ -n "$missing" ] || exit 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null 2>&1 || {
            echo "setup: missing$missing; install them as root: apt-get install$missing" >&2
            exit 1
        }
        as_root=sudo
    fi
    echo "setup: installing$missing (apt-get${as_root:+, with sudo})"
    # The index of a fresh machine may be empty or old. A source that cannot be reached is no reason to stop: what is
    # needed may be in another.
    $as_root apt-get update -qq || true
    # shellcheck disable=SC2086 # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
elif [ "$(uname)" = Darwin ]; then
    # Untried: nobody has run this on macOS yet.
    command -v brew > /dev/null 2>&1 || {
        echo "setup: needs Homebrew (https://brew.sh) for icu4c, libdeflate, zlib, zstd, brotli and nettle" >&2
        exit 1
    }
    for formula in icu4c libdeflate zlib zstd brotli nettle; do
        brew list --formula "$formula" > /dev/null 2>&1 || {
            echo "setup: installing $formula (brew)"
            brew install "$formula"
        }
    done
else
    echo "setup: neither apt-get nor brew here. Needed: ICU, libdeflate, zlib, zstd, brotli and nettle with their headers;" >&2
    echo "setup: word lists at /usr/share/dict/american-english and /usr/share/dict/spanish." >&2
fi
