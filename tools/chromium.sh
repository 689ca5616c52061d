#!/usr/bin/env bash
# See that the browser tests find a Chromium: take the one that is there, else Debian's or Ubuntu's package where this
# account may install it. Never fails: without a browser those tests are skipped with the reason (and fail under CI).
set -euo pipefail

for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then exit 0; fi
done

how="install Chromium (Debian, Ubuntu: apt-get install chromium), or say where it is: CHROMIUM=/path/to/chrome make test"
if ! command -v apt-get >/dev/null; then
    echo "No Chromium here, and no apt-get to install it with. The browser tests will be skipped; to run them, $how"
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "No Chromium here, and this account may not install it. The browser tests will be skipped; to run them, $how"
    exit 0
fi

echo "Installing Chromium for the browser tests ..."
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if "${as_root[@]}" apt-get update -qq >"$log" 2>&1 &&
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >>"$log" 2>&1; then
    rm -f "$log"
else
    tail -n 5 "$log"
    echo "Chromium could not be installed. The browser tests will be skipped; to run them, $how"
fi
