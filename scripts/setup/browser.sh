#!/usr/bin/env bash
# Tests of pages and papers need Chromium, LibreOffice and a Chinese font. Root on Debian or Ubuntu gets them; anyone else
# gets one line to paste.
set -euo pipefail

has_browser() {
    command -v chromium >/dev/null 2>&1
}

has_font() {
    compgen -G '/usr/share/fonts/*/noto/*CJK*' >/dev/null || fc-list :lang=zh 2>/dev/null | grep -q .
}

# The programs are there in a full LibreOffice too; what a part of it needs lies in its folder.
has_office() {
    local program
    program=$(command -v soffice || command -v libreoffice) || return 1
    [[ -e "$(dirname "$(readlink -f "$program")")/$1" ]]
}

# Playwright's driver is a Node.js that needs it; a bare Debian has none.
has_atomics() {
    PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep 'libatomic\.so\.1' >/dev/null
}

missing=()
has_browser || missing+=(chromium)
has_font || missing+=(fonts-noto-cjk)
has_office libswlo.so || missing+=(libreoffice-writer-nogui)
has_office libsclo.so || missing+=(libreoffice-calc-nogui)
has_atomics || missing+=(libatomic1)
[[ ${#missing[@]} -eq 0 ]] && exit 0

install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "测试需要：${missing[*]}，请用系统的软件包管理器安装。 The tests need ${missing[*]}: install them with" \
        "the package manager of this system." >&2
    exit 2
fi
if [[ $(id -u) -ne 0 ]]; then
    echo "测试还缺 ${missing[*]}，请粘贴这一行。 The tests lack ${missing[*]}, paste this line: sudo sh -c '$install'" >&2
    exit 2
fi

echo "安装 Installing ${missing[*]} ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! DEBIAN_FRONTEND=noninteractive sh -c "$install" >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "安装失败，请粘贴这一行。 The installation failed, paste this line: $install" >&2
    exit 2
fi
