"""The handbooks: every command they show is there, and those of the office and the auditor are run as they stand."""

import json
import os
import re
import shlex
import shutil
import subprocess

import click
import pytest
from tests.house.tree import HOME, text_of, tracked

from inspection.cli import main
from inspection.cli.entry import inspection

HANDBOOKS = ("docs/handbook-office.md", "docs/handbook-public.md", "docs/handbook-auditor.md")
README = "scripts/district/README.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
SPAN = re.compile(r"`(inspection [^`\n]+)`")
BUILDS = ("site",)
"""What builds whole sites: other tests do that."""
WRITES = ("new", "record", "init", "export", "letter", "notice", "feedback", "form", "dossier", "report")
MOST = 600_000
"""Bytes all pictures of the handbooks may take."""


def blocks(handbook):
    lines = "".join(BLOCK.findall(text_of(handbook))).splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("inspection ")]


def spans(handbook):
    return [
        shlex.split(one)[1:] for one in SPAN.findall(text_of(handbook).replace(".venv/bin/inspection", "inspection"))
    ]


@pytest.mark.parametrize("handbook", [*HANDBOOKS, README])
def test_every_command_and_option_of_a_handbook_is_there(handbook):
    wrong = []
    for command, *words in [*blocks(handbook), *spans(handbook)]:
        known = inspection.get_command(None, command)
        assert known is not None, f"{handbook}: inspection {command}"
        taken = {option for one in known.params for option in one.opts}
        free = known.context_settings.get("ignore_unknown_options", False)
        asked = {word.partition("=")[0] for word in words if word.startswith("--")}
        wrong += [f"{command} {option}" for option in asked - taken if not free]

    assert wrong == []


def test_the_handbooks_show_commands():
    assert [len(blocks(one)) > 10 for one in HANDBOOKS] == [True, False, True]


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_the_pictures_of_a_handbook_are_there(handbook):
    shown = re.findall(r"\]\(images/handbook/([^)]+)\)", text_of(handbook))

    assert len(shown) >= 2
    assert [name for name in shown if not (HOME / "docs" / "images" / "handbook" / name).exists()] == []


def test_every_picture_is_shown_and_together_they_are_small():
    pictures = {path: (HOME / path).stat().st_size for path in tracked() if path.startswith("docs/images/handbook/")}
    shown = {f"docs/{name}" for one in HANDBOOKS for name in re.findall(r"\]\((images/handbook/[^)]+)\)", text_of(one))}

    assert set(pictures) == shown
    assert sum(pictures.values()) < MOST


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A clerk's folder: the demonstration in a repository of two commits, and the files the handbooks speak of."""
    shutil.copytree(HOME / "ledger", tmp_path / "ledger")
    (tmp_path / ".gitignore").write_text("private/\n.cache/\n", encoding="utf-8")
    (tmp_path / "公示材料.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "单位清单.csv").write_text("单位名称,单位类别\n青石镇党委,乡镇\n", encoding="utf-8")
    (tmp_path / "档案").mkdir()
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "ledger")
    git(tmp_path, "commit", "-q", "-m", "建立台账", on="2024-11-29T17:00:00+08:00")
    first = git(tmp_path, "rev-parse", "HEAD").strip()
    seal = {"head": {"commit": first, "day": "2024-11-29"}, "sealed": []}
    (tmp_path / "seal.json").write_text(json.dumps(seal), encoding="utf-8")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "-q", "-m", "其他文件", on="2024-12-31T17:00:00+08:00")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder, *arguments, on=None):
    who = ["-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false"]
    day = {"GIT_AUTHOR_DATE": on, "GIT_COMMITTER_DATE": on} if on else {}
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, env={**os.environ, **day}, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("handbook", ["docs/handbook-office.md", "docs/handbook-auditor.md"])
def test_the_commands_of_a_handbook_run_as_they_stand(handbook, capsys):
    ended = {}
    for words in blocks(handbook):
        if words[0] not in BUILDS:
            code = main([*words, "--language", "zh"])
            ended[" ".join(words)] = code, capsys.readouterr().err

    assert ended
    assert {line: said for line, (code, said) in ended.items() if code not in (0, 1)} == {}
    assert {line: said for line, (code, said) in ended.items() if code and line.split()[0] in WRITES} == {}


def test_a_command_that_is_not_there_would_be_found():
    assert inspection.get_command(click.Context(inspection), "recrod") is None
