"""Where there is nothing, a page says so in a sentence: no heading stands over nothing, no total under no rows."""

from datetime import date

import pytest
from tests.office.register_books import books_of, desk_of, rows
from tests.statistics.small import Small

from inspection.cli.board import templates
from inspection.office.common_pages import matrix
from inspection.office.common_problems import rectification_sums
from inspection.office.letters import letters_by_kind
from inspection.office.pages import office_pages
from inspection.office.visits import visits_by_kind

BEFORE = date(2024, 1, 1)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A town before its first round."""
    small = Small(tmp_path_factory.mktemp("town") / "ledger")
    small.town()
    return small.ledger()


@pytest.fixture(scope="module")
def pages(ledger):
    return dict(office_pages(desk_of(ledger, BEFORE), templates()))


def headings(page):
    return [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]


def test_an_empty_board_has_no_heading_over_nothing(pages):
    assert headings(pages["index.md"]) == ["其他看法"]
    assert "目前没有期限在走的事项。" in pages["index.md"]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("waiting/index.md", "目前没有要办的事。"), ("board/red/index.md", "目前没有这样的事项。")],
)
def test_an_empty_list_says_so_in_one_sentence(pages, path, sentence):
    page = pages[path]

    assert headings(page) == []
    assert sentence in page
    assert "**0**" not in page


@pytest.mark.parametrize("table", [matrix, rectification_sums, letters_by_kind, visits_by_kind])
def test_no_total_stands_under_no_rows(ledger, table):
    assert rows(table(books_of(ledger, BEFORE))) == []
