import os
import subprocess
from pathlib import Path

import pytest
from tests.house.tree import HOME


@pytest.fixture
def bare(tmp_path):
    """A folder of commands that is all of PATH: what a bare machine has, and what the test puts there."""
    commands = tmp_path / "commands"
    commands.mkdir()
    for name in ("bash", "sh", "dirname", "rm", "tail", "mktemp", "grep", "readlink"):
        found = next(Path(folder) / name for folder in os.environ["PATH"].split(":") if (Path(folder) / name).exists())
        (commands / name).symlink_to(found.resolve())
    return commands


def put(commands, name, body):
    (commands / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    (commands / name).chmod(0o755)


def put_office(commands):
    for name in ("soffice", "libswlo.so", "libsclo.so"):
        put(commands, name, "exit 0")


def run(commands, *words):
    environment = {"PATH": str(commands), "LANG": "C.UTF-8"}
    return subprocess.run(words, cwd=HOME, env=environment, capture_output=True, text=True, check=False)


def test_an_old_python_is_refused_in_one_line(bare, tmp_path):
    put(bare, "python3", '[ "$1" = --version ] && echo Python 3.9.2; [ "$1" = --version ]')

    answer = run(bare, "scripts/setup/venv.sh", str(tmp_path / "venv"), "python3")

    assert answer.returncode == 2
    assert answer.stderr == (
        "需要 Python 3.11 以上（现有：Python 3.9.2）。 Python 3.11 or newer is needed (found: Python 3.9.2). "
        "Then: make PYTHON=python3.11\n"
    )


def test_a_python_without_venv_is_told_what_to_paste(bare, tmp_path):
    put(bare, "python3", 'case "$2" in *venv*) exit 1;; esac')

    answer = run(bare, "scripts/setup/venv.sh", str(tmp_path / "venv"), "python3")

    assert answer.returncode == 2
    assert answer.stderr == (
        "缺少 venv 模块，请粘贴这一行。 The venv module is missing, paste this line: "
        "sudo sh -c 'apt-get update && apt-get install -y python3-venv'\n"
    )


def test_anyone_but_root_is_told_how_to_get_the_browser(bare):
    put(bare, "apt-get", "exit 1")
    put(bare, "id", "echo 1000")
    put(bare, "fc-list", "echo NotoSansCJK")
    put_office(bare)
    put(bare, "ldconfig", "echo libatomic.so.1")

    answer = run(bare, "scripts/setup/browser.sh")

    assert answer.returncode == 2
    assert answer.stderr == (
        "测试还缺 chromium，请粘贴这一行。 The tests lack chromium, paste this line: "
        "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends chromium'\n"
    )


def test_root_on_debian_gets_the_browser_installed(bare, tmp_path):
    log = tmp_path / "apt.log"
    put(bare, "apt-get", f'echo "$@" >> {log}')
    put(bare, "id", "echo 0")
    put(bare, "fc-list", "echo NotoSansCJK")
    put_office(bare)
    put(bare, "ldconfig", "echo libatomic.so.1")

    answer = run(bare, "scripts/setup/browser.sh")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert log.read_text(encoding="utf-8").splitlines() == ["update", "install -y --no-install-recommends chromium"]


def test_an_installation_that_fails_says_why_and_what_to_paste(bare):
    put(bare, "apt-get", "echo E: no network >&2; exit 100")
    put(bare, "id", "echo 0")
    put(bare, "fc-list", "echo NotoSansCJK")
    put_office(bare)
    put(bare, "ldconfig", "echo libatomic.so.1")

    answer = run(bare, "scripts/setup/browser.sh")

    assert answer.returncode == 2
    assert answer.stderr == (
        "E: no network\n"
        "安装失败，请粘贴这一行。 The installation failed, paste this line: "
        "apt-get update && apt-get install -y --no-install-recommends chromium\n"
    )


def test_what_the_driver_of_the_browser_needs_is_named_too(bare):
    put(bare, "apt-get", "exit 1")
    put(bare, "id", "echo 1000")
    put(bare, "fc-list", "echo NotoSansCJK")
    put_office(bare)
    put(bare, "ldconfig", "echo libc.so.6")
    put(bare, "chromium", "exit 0")

    answer = run(bare, "scripts/setup/browser.sh")

    assert (answer.returncode, answer.stderr.count("libatomic1")) == (2, 3)


def test_the_parts_of_libreoffice_that_are_missing_are_named(bare):
    put(bare, "apt-get", "exit 1")
    put(bare, "id", "echo 1000")
    put(bare, "fc-list", "echo NotoSansCJK")
    put(bare, "ldconfig", "echo libatomic.so.1")
    put(bare, "chromium", "exit 0")
    missing = [run(bare, "scripts/setup/browser.sh").stderr]
    put_office(bare)
    (bare / "libsclo.so").unlink()
    missing.append(run(bare, "scripts/setup/browser.sh").stderr)

    assert ["libreoffice-writer-nogui libreoffice-calc-nogui" in one for one in missing] == [True, False]
    assert missing[1].startswith("测试还缺 libreoffice-calc-nogui，")


def test_where_browser_and_font_are_there_nothing_is_said(bare):
    put(bare, "chromium", "exit 0")
    put(bare, "fc-list", "echo NotoSansCJK")
    put_office(bare)
    put(bare, "ldconfig", "echo libatomic.so.1")

    answer = run(bare, "scripts/setup/browser.sh")

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_a_failed_installation_says_what_is_likely_wrong(bare):
    put(bare, "python", "echo ERROR: no route >&2; exit 1")

    answer = run(bare, "scripts/setup/install.sh", "python", "--require-hashes")

    assert answer.returncode == 2
    assert answer.stderr == (
        "ERROR: no route\n"
        "安装失败，多半是网络或软件源不通，连上以后再运行一次即可。 Installing failed, most likely because the network "
        "or the package index cannot be reached: run the same command again once it can.\n"
    )
