import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.house.tree import HOME, text_of, tracked

LINK = re.compile(r"(?:\]\(|<img src=\")([^)\s\"]+)")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LEFT_OUT = "…"
SHARED_BY_READERS = (
    "README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE",
)  # fmt: skip


def documents():
    return [path for path in tracked() if path.endswith(".md") and (path.count("/") == 0 or path.startswith("docs/"))]


def test_every_document_is_there():
    assert set(SHARED_BY_READERS) - set(tracked()) == set()


def test_links_between_documents_lead_somewhere():
    dead = [
        f"{path}: {target}"
        for path in documents()
        for target in LINK.findall(FENCE.sub("", text_of(path)))
        if not re.match(r"[a-z]+:|#", target) and not (HOME / path).parent.joinpath(target.split("#")[0]).exists()
    ]

    assert dead == []


def test_links_to_a_heading_name_one_that_is_there():
    dead = []
    for path in documents():
        for target in LINK.findall(FENCE.sub("", text_of(path))):
            place, _, heading = target.partition("#")
            page = (HOME / path).parent / place if place else HOME / path
            if heading and not re.match(r"[a-z]+:", target) and heading not in headings(page):
                dead.append(f"{path}: {target}")

    assert dead == []


def headings(page: Path):
    """The anchors of a page, as forges make them of its headings."""
    lines = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", line.strip().lower()).replace(" ", "-") for line in lines}


def test_the_changelog_has_a_place_for_what_is_not_released():
    assert re.search(r"^## \[Unreleased\]$", text_of("CHANGELOG.md"), re.M)


def test_every_target_the_documents_name_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.M))
    named = {target for path in documents() for target in re.findall(r"`make ([a-z-]+)`", text_of(path))}

    assert named - targets == set()


def test_the_yaml_of_the_tour_stands_in_the_ledger():
    tour = text_of("README.md")
    (place,) = re.findall(r"One file, `(ledger/problems/[^`]+)`", tour)
    shown = [line for kind, text in BLOCK.findall(tour) if kind == "yaml" for line in text.splitlines()]
    lines = text_of(place).splitlines()

    assert shown
    assert [line for line in shown if not any(matching(line).fullmatch(one) for one in lines)] == []


@pytest.mark.parametrize(("document", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_commands_print_what_the_document_shows(document, language, tmp_path):
    shown = [text for kind, text in BLOCK.findall(text_of(document)) if kind == "console"]
    printed = [typed(text, language, tmp_path / str(place)) for place, text in enumerate(shown)]

    assert shown
    assert [real for text, real in zip(shown, printed, strict=True) if not matching(text).fullmatch(real)] == []


def typed(block, language, folder):
    """A block as a shell prints it, in a folder with the demonstration ledger."""
    shutil.copytree(HOME / "ledger", folder / "ledger")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    said = ""
    for command in re.findall(r"^\$ (.+)$", block, re.M):
        shell = ["bash", "-c", command]
        done = subprocess.run(
            shell,
            cwd=folder,
            env={**os.environ, "PATH": path, "LC_ALL": "", "LANG": language},
            capture_output=True,
            check=False,
        )
        said += f"$ {command}\n{(done.stdout + done.stderr).decode('utf-8')}"
    return said


def matching(shown):
    """What a text with things left out stands for: a line of its own for any lines, one within a line for any words."""
    lines = re.escape(shown).replace(f"{LEFT_OUT}\\\n", "(?:.*\\n)*")
    return re.compile(lines.replace(LEFT_OUT, ".*"))
