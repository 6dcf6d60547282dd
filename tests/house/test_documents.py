import re
from pathlib import Path

from tests.house.tree import HOME, text_of, tracked

LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
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
