#!/usr/bin/env bash
# Write requirements.lock (run time) and requirements-dev.lock from setup.cfg: every release pinned with the hashes of
# all its files, for every platform and Python from 3.11. No index or host is named: each machine uses its own.
# setuptools is locked too, so that depmap itself installs without fetching anything that has no hash.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() { # compile OUTPUT [more arguments of uv]
    local output=$1
    shift
    echo "setuptools>=77" | uv pip compile setup.cfg - "$@" \
        --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --quiet \
        --output-file "$output" >/dev/null
}

compile requirements.lock
compile requirements-dev.lock --extra dev --constraint requirements.lock
