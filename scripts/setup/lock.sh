#!/usr/bin/env bash
# Resolve the lock files again: lock.sh PYTHON [UV]. The resolver lives in a folder that is thrown away.
set -euo pipefail

python=$1
uv=${2:-}
cd "$(dirname "$0")/../.."

if [[ -z $uv ]]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    "$python" -m venv "$folder"
    "$folder/bin/python" -m pip --disable-pip-version-check --quiet install uv
    uv=$folder/bin/uv
fi

resolve() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade "$@"
}

resolve pyproject.toml --group build --output-file requirements.lock
resolve pyproject.toml --group build --extra dev --constraint requirements.lock --output-file requirements-dev.lock
resolve --group peers --output-file requirements-peers.lock
resolve --group another --output-file requirements-zensical.lock
