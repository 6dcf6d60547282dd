"""`inspection site --audience office` and what keeps it from being published, as they are typed."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from inspection.cli import main
from inspection.cli.border import MARK, MARKER, refuse_office_output
from inspection.errors import CannotRunError

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demonstration ledger, and its board in `private/`."""
    folder = tmp_path_factory.mktemp("town")
    assert main(["demo", str(folder), "--units", "40", "--problems", "30"]) == 0
    assert main(["site", "--audience", "office", "--ledger", str(folder), "--language", "zh"]) == 0
    return folder


@pytest.fixture
def run(town: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command about the town; get its exit code, what it printed and what it complained of."""

    def typed(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([arguments[0], "--ledger", str(town), "--language", "zh", *arguments[1:]])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


def test_the_board_lies_in_private_marked_closed_and_unknown_to_git(town: Path) -> None:
    private = town / "private"
    assert (private / "site" / "index.html").is_file()
    assert [(folder / MARKER).is_file() for folder in (private, private / "pages", private / "site")] == [True] * 3
    assert (private / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert os.stat(private).st_mode & 0o077 == 0
    assert not (town / "build").exists()


def test_every_page_and_every_calendar_carries_the_mark(town: Path) -> None:
    site = town / "private" / "site"
    told = [path for path in site.rglob("*") if path.suffix in (".html", ".ics")]
    assert len([path for path in told if path.suffix == ".ics"]) > 3
    assert [path for path in told if MARK not in path.read_text(encoding="utf-8")] == []


def test_every_page_has_its_policy_and_no_search_engine_keeps_it(town: Path) -> None:
    heads = {
        path: path.read_text(encoding="utf-8").partition("</head>")[0]
        for path in (town / "private" / "site").rglob("*.html")
    }
    assert [path for path, head in heads.items() if "Content-Security-Policy" not in head] == []
    assert [path for path, head in heads.items() if 'name="robots" content="noindex' not in head] == []


def test_the_calendars_of_the_posts_hold_what_overdue_lists_for_them(town: Path, run: Run) -> None:
    rows = json.loads(run("overdue", "--within", "3650", "--by", "post", "--format", "json")[1])["rows"]
    owed = sorted((row["due"], row["item"]) for row in rows if row["clock"] in ("unit", "check"))
    events = []
    for path in (town / "private" / "site" / "board" / "posts").rglob("*.ics"):
        events += Calendar.from_ical(path.read_bytes()).events
    assert owed
    assert sorted((str(one["dtstart"].dt), str(one["summary"]).split()[0]) for one in events) == owed


def test_a_calendar_is_linked_from_the_page_of_its_post(town: Path) -> None:
    for path in (town / "private" / "site" / "board" / "posts").rglob("*.ics"):
        assert 'href="deadlines.ics"' in (path.parent / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["build", "build/site", "build/office"])
def test_the_board_is_never_built_where_the_public_site_is(town: Path, run: Run, place: str) -> None:
    code, _, complaint = run("site", "--audience", "office", "--out", str(town / place))
    assert (code, "会公开" in complaint) == (2, True)
    assert not (town / "build").exists()


def test_the_board_is_not_built_over_other_files_or_inside_a_site(tmp_path: Path, run: Run) -> None:
    (tmp_path / "index.html").write_text("网站", encoding="utf-8")
    code, _, complaint = run("site", "--audience", "office", "--out", str(tmp_path))
    assert (code, "有别的文件" in complaint) == (2, True)
    code, _, complaint = run("site", "--audience", "office", "--out", str(tmp_path / "board"))
    assert (code, "网站" in complaint) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


@pytest.mark.parametrize("place", ["private", "private/site", "private/public"])
def test_the_public_site_is_never_built_into_the_offices_folder(town: Path, run: Run, place: str) -> None:
    code, _, complaint = run("site", "--out", str(town / place))
    assert (code, "内部看板" in complaint) == (2, True)
    assert (town / "private" / "site" / "index.html").is_file()


@pytest.mark.parametrize("place", ["private", "private/site", "private/site/items", "private/pages"])
def test_the_publishing_step_refuses_every_part_of_it(town: Path, run: Run, place: str) -> None:
    code, _, complaint = run("site", "--publishable", str(town / place))
    assert (code, "内部看板" in complaint) == (2, True)


@pytest.mark.parametrize("taken", ["site/index.html", "pages/index.md"])
def test_one_page_of_it_among_others_is_found(town: Path, tmp_path: Path, taken: str) -> None:
    folder = tmp_path / "site" / "deep"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("<p>公开</p>", encoding="utf-8")
    refuse_office_output(tmp_path / "site")

    (folder / "x.html").write_bytes((town / "private" / taken).read_bytes())

    with pytest.raises(CannotRunError, match=r"x\.html"):
        refuse_office_output(tmp_path / "site")


def test_a_folder_without_it_may_be_published(tmp_path: Path, run: Run) -> None:
    (tmp_path / "index.html").write_text("<p>公开</p>", encoding="utf-8")
    assert run("site", "--publishable", str(tmp_path)) == (0, "没有内部内容，可以发布\n", "")
    code, _, complaint = run("site", "--publishable", str(tmp_path / "nowhere"))
    assert (code, "不是目录" in complaint) == (2, True)


def test_building_again_takes_the_place_of_what_was_there(town: Path, run: Run) -> None:
    stale = town / "private" / "site" / "stale.html"
    stale.write_text("旧", encoding="utf-8")
    code, printed, _ = run("site", "--audience", "office")
    assert (code, "不得公开" in printed, stale.exists()) == (0, True, False)


def test_the_board_of_another_day_is_told_for_that_day(run: Run, tmp_path: Path) -> None:
    code, _, _ = run("site", "--audience", "office", "--as-of", "2024-06-30", "--out", str(tmp_path / "then"))
    assert code == 0
    page = (tmp_path / "then" / "pages" / "index.md").read_text(encoding="utf-8")
    assert 'data-as-of="2024-06-30"' in page
    assert "data-zone" not in page


def test_where_history_is_at_hand_an_entry_says_when_it_was_recorded(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path), "--history", "--units", "30", "--problems", "5"]) == 0
    assert main(["site", "--audience", "office", "--ledger", str(tmp_path), "--language", "zh"]) == 0
    assert "登记日期取自 Git" in "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "private" / "pages" / "items").rglob("*.md")
    )


def test_without_history_nothing_is_said_of_when_it_was_recorded(town: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (town / "private" / "pages" / "items").rglob("*.md")]
    assert pages
    assert not any("登记日期" in page for page in pages)
