#!/usr/bin/env bash
# Install with pip, quietly: install.sh PYTHON PIP-INSTALL-ARGUMENTS. Says in one line what is likely wrong when it fails.
set -uo pipefail

python=$1
shift
if ! "$python" -m pip --disable-pip-version-check --quiet install "$@"; then
    echo "安装失败，多半是网络或软件源不通，连上以后再运行一次即可。 Installing failed, most likely because the network or the" \
        "package index cannot be reached: run the same command again once it can." >&2
    exit 2
fi
