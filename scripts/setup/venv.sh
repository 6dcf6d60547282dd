#!/usr/bin/env bash
# Make the virtual environment: venv.sh FOLDER PYTHON. Says in one line what to do where it cannot.
set -euo pipefail

folder=$1
asked=$2
least='import sys; sys.exit(sys.version_info < (3, 11))'

python=
for candidate in "$asked" python3.11 python3.12 python3.13 python3.14; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$least" 2>/dev/null; then
        python=$candidate
        break
    fi
done

if [[ -z $python ]]; then
    found=$("$asked" --version 2>/dev/null || echo "no $asked")
    echo "需要 Python 3.11 以上（现有：$found）。 Python 3.11 or newer is needed (found: $found)." \
        "Then: make PYTHON=python3.11" >&2
    exit 2
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "缺少 venv 模块，请粘贴这一行。 The venv module is missing, paste this line:" \
        "sudo sh -c 'apt-get update && apt-get install -y python3-venv'" >&2
    exit 2
fi

# A half-made environment, or one whose interpreter is gone, is of no use to pip.
if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$folder"
    echo "建立环境 Making the environment in $folder ($("$python" --version)) ..."
    "$python" -m venv "$folder"
fi
