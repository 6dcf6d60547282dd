"""Folders of pages are brought up to date, and nothing that does not belong stays in them."""

from pathlib import Path

import pytest

from inspection.cli.building import generate, hand_over, put_in_place, write_pages
from inspection.cli.exchange import exchanged

PAGES = [("index.md", "概览"), ("problems/a-1/index.md", "一"), ("problems/a-2/index.md", "二")]


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if "assets" not in path.parts}


def test_a_page_that_is_no_longer_written_goes_with_its_folder(tmp_path: Path) -> None:
    write_pages(PAGES, tmp_path / "pages")
    (tmp_path / "pages" / "data" / "v1").mkdir(parents=True)
    (tmp_path / "pages" / "data" / "v1" / "old.csv").touch()

    assert write_pages(PAGES[:2], tmp_path / "pages") == 2
    assert below(tmp_path / "pages") == {"index.md", "problems", "problems/a-1", "problems/a-1/index.md"}


def test_only_a_page_that_changed_is_written_again(tmp_path: Path) -> None:
    write_pages(PAGES, tmp_path / "pages")
    files = [tmp_path / "pages" / path for path, _ in PAGES]
    before = [file.stat().st_mtime_ns for file in files]

    write_pages([PAGES[0], (PAGES[1][0], "另一个"), PAGES[2]], tmp_path / "pages")

    assert files[1].read_text(encoding="utf-8") == "另一个"
    assert [file.stat().st_mtime_ns for file in (files[0], files[2])] == [before[0], before[2]]


@pytest.mark.parametrize("system", ["exchanges", "renames"])
def test_a_whole_folder_takes_the_place_of_the_old_one(
    tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if system == "renames":
        monkeypatch.setattr("inspection.cli.building.exchanged", lambda *_: False)
    for name, page in (("site", "old"), ("fresh", "new")):
        (tmp_path / name / page).mkdir(parents=True)
        (tmp_path / name / page / "index.html").touch()

    put_in_place(tmp_path / "fresh", tmp_path / "site")

    assert below(tmp_path / "site") == {"new", "new/index.html"}
    assert below(tmp_path / ".site-old") == {"old", "old/index.html"}


def test_what_a_folder_took_the_place_of_goes_when_the_next_takes_its_own(tmp_path: Path) -> None:
    for page in ("first", "second", "third"):
        (tmp_path / "fresh" / page).mkdir(parents=True)
        put_in_place(tmp_path / "fresh", tmp_path / "site")

    assert below(tmp_path) == {"site", "site/third", ".site-old", ".site-old/second"}


def test_each_edition_is_built_in_the_one_that_was_replaced_last(tmp_path: Path) -> None:
    for page in (".site-old/a", ".site-old/en/b", ".site-zh/left behind"):
        (tmp_path / page).mkdir(parents=True)

    hand_over(tmp_path)

    assert below(tmp_path) == {".site-zh", ".site-zh/a", ".site-en", ".site-en/b"}


def test_the_generator_empties_the_folder_it_builds_in(tmp_path: Path) -> None:
    (tmp_path / "plain.yml").write_text("site_name: plain\ntheme: mkdocs\n", encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# 概览\n", encoding="utf-8")
    (tmp_path / "fresh" / "retracted").mkdir(parents=True)
    (tmp_path / "fresh" / "retracted" / "index.html").touch()

    assert generate(tmp_path / "plain.yml", tmp_path / "pages", tmp_path / "fresh", {}) == ""
    assert (tmp_path / "fresh" / "index.html").exists()
    assert not (tmp_path / "fresh" / "retracted").exists()


def test_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name / f"{name}.html").mkdir(parents=True)

    assert exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other.html").is_dir()
    assert not exchanged(tmp_path / "one", tmp_path / "nowhere")
