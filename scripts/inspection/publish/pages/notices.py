"""Notices: their list, each in the form they have and as a sheet for a board, and what is left of one taken back."""

from collections.abc import Iterator

from inspection.publish.generator import site_address
from inspection.publish.notice_facts import lasting, organized
from inspection.publish.pages.given import Given, Made
from inspection.publish.tallies import grouped, tally
from inspection.publish.view import PublicNotice, PublicProblem, RetractedNotice

ROWS = 200
"""Notices on one page of the list."""


def pages(given: Given) -> Iterator[Made]:
    """Yield the pages of the list, then each notice with its sheet, at the same addresses once it is taken back."""
    problems = grouped(given.view.problems, lambda one: (one.round, one.unit))
    yield from _list(given, problems)
    for notice in given.view.notices:
        own = problems.get((notice.round, notice.unit), [])
        values = _values(given, notice, own)
        yield _page(notice), "notice.md", values
        yield _sheet(notice), "notice_sheet.md", values
    for left in given.view.retracted:
        for path in (_page(left), _sheet(left)):
            yield path, "notice_retracted.md", {"notice": left, "district": given.view.district}


def _page(notice: PublicNotice | RetractedNotice) -> str:
    return f"notices/{notice.address}/index.md"


def _sheet(notice: PublicNotice | RetractedNotice) -> str:
    return f"notices/{notice.address}/sheet/index.md"


def _list(given: Given, problems: dict[tuple[str, str], list[PublicProblem]]) -> Iterator[Made]:
    rows = [(one, tally(problems.get((one.round, one.unit), ()))) for one in given.view.notices]
    rows.sort(key=lambda one: one[0].published, reverse=True)
    parts = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)] or [[]]
    paths = ["notices/index.md", *(f"notices/page-{number}/index.md" for number in range(2, len(parts) + 1))]
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
        retracted = given.view.retracted if number == len(parts) else ()
        yield path, "notices.md", {"rows": part, "retracted": retracted, "number": number, "paths": paths}


def _values(given: Given, notice: PublicNotice, problems: list[PublicProblem]) -> dict[str, object]:
    site = site_address(given.view, given.words.language)
    url = f"{site}{_page(notice).removesuffix('.md')}.html" if site else ""
    inspections = given.inspections_by_unit[notice.unit]
    return {
        "notice": notice,
        "inspection": next(one for one in inspections if one.round == notice.round),
        "round": given.view.rounds[notice.round],
        "unit": given.view.units[notice.unit],
        "district": given.view.district,
        "problems": problems,
        "tally": tally(problems),
        "organized": organized(problems),
        "lasting": lasting(problems),
        "url": url,
    }
