import posixpath
import re
from datetime import date

import pytest
from tests.derive.logs import ASKED, CLOSED, LONG, REOPEN, START, SUBMITTED
from tests.derive.making import ROUND, UNIT, a_ledger, a_problem, an_item, entry, record
from tests.office.desks import HOME, desk_of, desk_with, problems_of, templates

from inspection.cli.border import MARK
from inspection.model.inspections import Inspection
from inspection.office.pages import office_pages
from inspection.office.parted import ROWS

DAY = date(2024, 9, 20)
HOSTILE = '<script>alert(1)</script> [a](javascript:x) | {{ 7*7 }} **b** data-audience="office"'


def pages_of(desk):
    return dict(office_pages(desk, templates()))


def dead_links(pages):
    return [
        f"{path}: {target}"
        for path, text in pages.items()
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
        if posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) not in pages
    ]


@pytest.fixture(scope="module")
def pages():
    logs = (START, ASKED, SUBMITTED, LONG, CLOSED, [*CLOSED, REOPEN], [])
    return pages_of(desk_of(*problems_of(*logs, responsible="书记"), as_of=DAY))


def test_every_page_says_that_it_is_not_for_publication_and_carries_the_mark(pages):
    assert [path for path, text in pages.items() if text.count(MARK) != 1 or "不得公开" not in text] == []


def test_every_page_states_its_day(pages):
    assert [path for path, text in pages.items() if 'data-as-of="2024-09-20"' not in text] == []


def test_only_what_is_of_the_real_day_names_the_zone_a_browser_may_count_in():
    (told, live) = (desk_of(as_of=DAY), desk_of(as_of=DAY)._replace(live=True))

    assert "data-zone" not in pages_of(told)["index.md"]
    assert 'data-zone="Asia/Shanghai"' in pages_of(live)["index.md"].replace("&#47;", "/")


def test_every_link_leads_to_a_page_that_is_there(pages):
    assert dead_links(pages) == []


def test_texts_of_the_ledger_stay_inert():
    item = an_item(
        [{**START[0], "note": HOSTILE}, entry("07-01", "close", HOSTILE, how="documents")],
        task=HOSTILE,
        goal=HOSTILE,
        responsible=HOSTILE,
        due_reason=HOSTILE,
        measures=[{"id": "M1", "text": HOSTILE}],
        evidence=[{"id": "E1", "kind": "photo", "title": HOSTILE, "date": "2024-07-01", "kept_at": HOSTILE}],
    )
    pages = pages_of(desk_with(a_ledger(a_problem(item, statement=HOSTILE, basis=HOSTILE)), DAY))

    assert "&#60;script&#62;" in "".join(pages.values())
    for path, text in pages.items():
        assert text.count(MARK) == 1, path
        assert "<script" not in text, path
        assert "](javascript" not in text, path
        assert "{{" not in text, path


def test_the_page_of_an_inspection_tells_of_talks_handovers_and_a_second_rectification():
    given = {
        "reach": "full",
        "handovers": [{"date": "2024-07-01", "post": "社区书记", "signed": {"outgoing": "2024-07-02"}}],
        "talks": [{"date": "2024-06-03", "by": "five_person_group", "kind": "reminder"}],
        "again": {"ordered": "2024-09-10", "by": "leading_group", "because": "visit"},
    }
    made = record(Inspection, f"rounds/{ROUND}/{UNIT}.yaml", given)

    pages = pages_of(desk_with(a_ledger(inspections={(ROUND, UNIT): made}), DAY))

    text = pages[f"stages/r13-05/{UNIT}/index.md"]
    assert "2024-07-01 社区书记：移交人 2024-07-02，接收人 —，监交人 —" in text
    assert "| 提醒谈话 | 2024-06-03 五人小组 |" in text
    assert "| 再次整改 | 2024-09-10 巡察工作领导小组（督查发现问题） |" in text


def test_a_long_list_is_parted_and_loses_nothing():
    problems = problems_of(*[START] * (ROWS + 1))

    pages = pages_of(desk_of(*problems, as_of=DAY))

    red = [text for path, text in pages.items() if path.startswith("board/red/")]
    assert len(red) == 2
    listed = [problem for text in red for problem in re.findall(r"^\| \[(R13-05-\d{4})", text, re.M)]
    assert listed == sorted(problem.id for problem in problems)


def test_no_page_is_a_giant():
    problems = problems_of(*[START] * (3 * ROWS))

    longest = max(len(text) for text in pages_of(desk_of(*problems, as_of=DAY)).values())

    assert longest < 200_000


def test_templates_of_pages_and_of_macros_have_names_of_their_own():
    folder = HOME / "site" / "office"
    names = [path.name for part in ("pages", "templates") for path in (folder / part).glob("*.md")]

    assert sorted(names) == sorted(set(names))
