"""The registers as pages: parted, linked, inert, each in the office's frame."""

import posixpath
import re
from datetime import date
from functools import cache

import pytest
from tests.office.register_books import HOME, TODAY, demonstrated, demonstration, desk_of

from inspection.derive.provenance import Recorded
from inspection.labels import Wording
from inspection.office.cells import LATE, Clock, Column, Link, Ref, State, Table, several
from inspection.office.common_problems import rectification_list
from inspection.office.pages import office_pages
from inspection.office.printing import ROWS, Printer, row_addresses
from inspection.office.register_pages import SHORT, books_of, register_pages
from inspection.office.registers import Register, pages
from inspection.templates import Templates

LINKS = re.compile(r"\]\(([^)\s]+)\)")
TITLE = Wording("函件", "Letters")
COLUMNS = (Column("letter", Wording("编号", "Id")), Column("count", Wording("数量", "Count"), number=True))


def templates():
    folders = (HOME / "site/office/pages", HOME / "site/office/templates")
    return {path.name: path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.md")}


@cache
def made():
    """Every page of the office on the demonstration's day, by path."""
    return dict(office_pages(desk_of(demonstration(), TODAY), templates()))


def registers():
    return {path: text for path, text in made().items() if path.startswith("registers/")}


def shown(table, language="zh", address=lambda _: ""):
    """Return the pages of a register with one table as Markdown, without the frame."""
    register, source = Register("registers/letters", TITLE, (table,)), Templates(templates(), {})
    texts = {}
    for page in pages(register, Printer(language, address)):
        frame = {"root": "../" * page.path.count("/"), "title": page.title}
        texts[page.path] = source.render(page.template, {**frame, **page.values})
    return texts


def a_table(*cells, key="letters", **more):
    return Table(key, TITLE, COLUMNS, tuple((cell, 1) for cell in cells), **more)


def test_there_is_a_page_for_each_register_each_round_each_common_problem_and_each_broken_rule():
    books = demonstrated()
    expected = {f"{link.folder}/index.md" for link, _ in SHORT} | {"registers/index.md"}
    expected |= {f"registers/rounds/{one.id.lower()}/index.md" for one in books.scope.rounds}
    expected |= {f"registers/common/{one.id.lower()}/index.md" for one in books.scope.commons}
    expected |= {f"registers/quality/{one.code.lower()}/index.md" for one in books.findings}

    assert expected <= registers().keys()


def test_every_page_of_the_registers_says_that_it_is_the_office_s():
    assert [path for path, text in registers().items() if 'data-audience="office"' not in text] == []


def test_every_link_of_the_registers_leads_to_a_page_and_its_anchor():
    broken = []
    for path, text in registers().items():
        for target in LINKS.findall(text):
            page, _, anchor = target.partition("#")
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), page))
            if where not in made() or (anchor and anchor not in made()[where]):
                broken.append((path, target))
    assert broken == []


def test_an_anchor_stands_once_on_a_page():
    for path, text in registers().items():
        anchors = re.findall(r'id="([^"]+)"', text)
        assert len(anchors) == len(set(anchors)), path


def test_a_long_table_goes_on_on_further_pages():
    table = a_table(*(Ref("letter", f"L2024-{number:03}") for number in range(2 * ROWS + 1)), wide=True)
    parts = shown(table)

    assert list(parts) == [
        "registers/letters/index.md",
        "registers/letters/letters-2/index.md",
        "registers/letters/letters-3/index.md",
    ]
    assert [text.count("| 1 |") for text in parts.values()] == [ROWS, ROWS, 1]
    assert "[3](../../registers/letters/letters-3/index.md)" in parts["registers/letters/index.md"]


def test_a_row_is_led_to_on_the_page_it_stands_on():
    table = a_table(*(Ref("letter", f"L2024-{number:03}") for number in range(ROWS + 1)), anchored=True)
    addresses = dict(row_addresses("registers/letters", table))
    parts = shown(table)

    assert addresses[Ref("letter", "L2024-000")] == "registers/letters/index.md#l2024-000"
    last = addresses[Ref("letter", f"L2024-{ROWS:03}")]
    path, _, anchor = last.partition("#")
    assert f'id="{anchor}"' in parts[path]


def test_an_empty_register_says_so():
    (text,) = shown(a_table()).values()

    assert "没有记录。" in text
    assert "|" not in text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[点我](javascript:alert(1))",
        "{{ 7 * 7 }}",
        "a | b | c",
        "`x` **y** __z__",
        "\n# 标题",
    ],
)
def test_a_text_of_the_ledger_stays_inert(text):
    (page,) = shown(a_table(text, wide=True)).values()
    line = next(line for line in page.splitlines() if line.endswith("| 1 |"))

    assert line.count("|") == 3
    assert not re.search(r"<script|\]\(|\{\{|\*\*|__|`|^#", line)


def test_a_clock_carries_its_last_day_for_the_browser():
    (late, soon) = (next(iter(shown(a_table(Clock(date(2024, 12, 20), left))).values())) for left in (-11, 3))

    assert 'class="left late" data-due="2024-12-20">逾期 11 天' in late
    assert 'class="left" data-due="2024-12-20">还有 3 天' in soon


def test_a_provisional_day_says_so():
    (page,) = shown(a_table(Clock(date(2027, 1, 4), 4, provisional=True))).values()

    assert "暂定" in page


def test_a_state_is_a_word_and_a_mark():
    (page,) = shown(a_table(State(LATE, Wording("逾期未报", "overdue")))).values()

    assert '<span class="state late">逾期未报</span>' in page


def test_several_values_stand_side_by_side_and_lead_to_their_pages():
    both = several([Ref("round", "R13-04"), Link(TITLE, "registers/letters")])
    (page,) = shown(a_table(both), address=lambda record: f"registers/rounds/{record.id.lower()}/index.md").values()

    assert "[R13-04](../../registers/rounds/r13-04/index.md)、[函件](../../registers/letters/index.md)" in page


def test_in_english_our_words_are_english_and_the_ledger_s_are_marked_as_chinese():
    (page,) = shown(a_table("古山社区党总支", State(LATE, Wording("逾期", "overdue"))), "en").values()

    assert '<span lang="zh-CN">古山社区党总支</span>' in page
    assert ">overdue</span>" in page
    assert re.findall(r"[\u4e00-\u9fff]+", page.replace("古山社区党总支", "")) == []


def test_a_wide_table_stays_one_and_others_head_each_value_for_a_telephone():
    (wide,), (cards,) = (shown(a_table("x", wide=wide)).values() for wide in (True, False))

    assert 'class="wide register"' in wide
    assert '<span class="head">' not in wide
    assert 'class="wide register cards"' in cards
    assert '<span class="head">数量</span> 1' in cards


def test_late_entries_are_listed_and_counted_only_where_history_is_at_hand():
    desk = desk_of(demonstration(), TODAY)
    path = "letters/2024/L2024-011.yaml"

    def told(provenance):
        desk.context.provenance = provenance
        page = next(page for page in register_pages(desk) if page.path == "registers/quality/backdated/index.md")
        (table,) = page.values["tables"]
        return len(table.rows), table.note, books_of(desk).plain["departures"]["backdated"]

    assert told(None) == (0, "没有读取历史，无法判断。", None)
    assert told({(path, "/log/0"): Recorded(date(2024, 6, 4))}) == (0, "", 0)
    assert told({(path, "/log/0"): Recorded(TODAY)}) == (1, "", 1)


def test_a_place_in_a_record_is_called_by_its_fields():
    books = demonstrated()

    assert books.place("problems/R13-05/R13-05-0137.yaml", "/items/0/log/3/date").zh == "整改事项 1·整改记录 4·日期"
    assert books.place("nowhere.yaml", "/x/1").en == "x 2"


def test_the_rows_can_be_exported_as_they_are():
    table = rectification_list(demonstrated())

    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert len({column.key for column in table.columns}) == len(table.columns)
