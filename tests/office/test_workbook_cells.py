"""What a cell shows and what is read back of it."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.office.desks import desk_of, labels
from tests.office.workbooks import part_of

from inspection.labels import Wording
from inspection.office.spreadsheet.columns import Column, Form, Listing, Mode
from inspection.office.spreadsheet.fields import nothing
from inspection.office.spreadsheet.filled import CUT, MOST_TEXT, Filled, cut
from inspection.office.spreadsheet.fingerprints import print_of, prints_of
from inspection.office.spreadsheet.grid import column_letters, text_of
from inspection.office.spreadsheet.listings import listings
from inspection.office.spreadsheet.measures import measures_taken
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.reading import sheets_of
from inspection.office.spreadsheet.values import NotTakenError, shown, taken
from inspection.office.spreadsheet.workbook import Book, workbook
from inspection.office.writing.typed import day_in

TODAY = date(2024, 12, 31)
TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff", include_characters="\n"),
    max_size=60,
)


@pytest.fixture(scope="module")
def names():
    return Names(desk_of(as_of=TODAY).ledger, labels())


def column(form, vocabulary=""):
    return Column("x", Wording("列", "X"), Wording("", ""), form, Mode.FACT, nothing, "", vocabulary)


def book_of(names, form, cells):
    listing = Listing("problems", Wording("问题清单", "Problems"), Wording("", ""), (column(form),))
    lists = (Filled(listing, tuple(map(str, range(len(cells)))), tuple((cell,) for cell in cells)),)
    return workbook(Book("某办", "内部", "", TODAY, lists, (), ()), names)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(TEXTS.filter(str.strip), min_size=1, max_size=8))
def test_any_text_comes_back_as_it_was_and_is_never_a_formula(names, texts):
    data = book_of(names, Form.TEXT, texts)

    sheets = sheets_of(data)
    read = next(sheet for sheet in sheets if sheet.name == "问题清单")
    cells = [read.cell(row, 0) for row in range(2, 2 + len(texts))]
    assert [text_of(cell) for cell in cells] == [text_of(text) for text in texts]
    prints = prints_of(sheets)
    assert [prints.cells["problems", str(row)]["x"] for row in range(len(texts))] == list(map(print_of, cells))
    assert read.formulas == frozenset()


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", '=HYPERLINK("http://x.example")', "_x0041_", "'=1"])
def test_a_text_that_looks_like_a_formula_is_written_as_a_text_and_quoted(names, text):
    data = book_of(names, Form.TEXT, [text])

    assert sheets_of(data)[1].cell(2, 0) == text
    assert b"<f>" not in part_of(data, "xl/worksheets/sheet2.xml")
    assert b'quotePrefix="1"' in part_of(data, "xl/styles.xml") or text == "_x0041_"


@given(amount=st.decimals(min_value=0, max_value=10**12, places=2))
def test_money_comes_back_to_the_cent(names, amount):
    cell = shown(amount, column(Form.YUAN), names)

    assert taken(float(cell), column(Form.YUAN), names) == amount
    assert taken(f"{amount:,}元", column(Form.YUAN), names) == amount


def test_money_is_a_number_and_a_day_a_day_in_the_workbook(names):
    (money,) = [sheet.cell(2, 0) for sheet in sheets_of(book_of(names, Form.YUAN, [Decimal("86400.05")]))][1:2]
    (day,) = [sheet.cell(2, 0) for sheet in sheets_of(book_of(names, Form.DAY, [date(2024, 3, 18)]))][1:2]

    assert (money, day) == (86400.05, date(2024, 3, 18))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-18", date(2024, 3, 18)),
        ("2024/3/18", date(2024, 3, 18)),
        ("2024.3.18", date(2024, 3, 18)),
        ("2024年3月18日", date(2024, 3, 18)),
        (" 2024 年 3 月 18 日 ", date(2024, 3, 18)),
        ("20240318", date(2024, 3, 18)),
        ("2024-02-30", None),
        ("2024年3月底", None),
        ("45369", None),
        ("长期", None),
    ],
)
def test_days_are_read_as_offices_write_them(text, day):
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("form", "cell", "said"),
    [
        (Form.DAY, "3月底", "「3月底」不是日期：请写成 2024-03-18"),
        (Form.DAY, 345.0, "「345」不是日期：请写成 2024-03-18"),
        (Form.DAY, datetime(2024, 3, 18, 9, 30), "「2024-03-18 09:30:00」不是日期：请写成 2024-03-18"),
        (Form.YUAN, "约五万", "「约五万」不是金额：请写数字，单位为元"),
        (Form.YUAN, -3.0, "「-3」不是金额：请写数字，单位为元"),
        (Form.YUAN, 1.005, "金额「1.005」超过两位小数：请写到分"),
        (Form.YUAN, True, "「是」不是金额：请写数字，单位为元"),
        (Form.NUMBER, 1.5, "「1.5」不是整数"),
        (Form.DAY, "11010519491231002X", "所填内容不是日期：请写成 2024-03-18"),
        (Form.UNIT, "联系 138 0013 8000", "没有登记名为所填内容的单位：请照单位登记表的名称写"),
        (Form.FLAG, "也许", "「也许」要写「是」或「否」"),
        (Form.UNIT, "没有的单位", "没有登记名为「没有的单位」的单位：请照单位登记表的名称写"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(names, form, cell, said):
    with pytest.raises(NotTakenError) as error:
        taken(cell, column(form), names)

    assert error.value.words.zh == said
    assert error.value.words.en


def test_a_code_is_read_by_its_label_in_either_language_or_by_itself(names):
    nature = column(Form.CODE, "nature")

    assert {taken(one, nature, names) for one in ("个性问题", " 个性 问题", "Individual", "individual")} == {
        "individual"
    }
    with pytest.raises(NotTakenError) as error:
        taken("个性", nature, names)
    assert "个性问题" in error.value.words.zh


def test_floats_that_come_of_adding_up_are_the_cents_they_stand_for(names):
    assert taken(0.1 + 0.2, column(Form.YUAN), names) == Decimal("0.30")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("1.清理合同；\n2.公示；", ["清理合同", "公示"]),
        ("（1）清理合同\n（2）公示", ["清理合同", "公示"]),
        ("一、清理合同\n逐份核对\n二、公示", ["清理合同逐份核对", "公示"]),
        ("1. 清理合同。2. 公示。", ["清理合同。", "公示。"]),
        ("①清理合同\n②公示", ["清理合同", "公示"]),
        ("M1 清理合同\nM2 公示", ["清理合同", "公示"]),
        ("清理合同\n公示", ["清理合同", "公示"]),
        ("对 3 处房产、2.5 亩地重新招租", ["对 3 处房产、2.5 亩地重新招租"]),
    ],
)
def test_numbered_lines_become_measures(text, measures):
    assert [one["text"] for one in measures_taken(text)] == measures
    assert [one["id"] for one in measures_taken(text)] == [f"M{place}" for place in range(1, len(measures) + 1)]


def test_a_measure_keeps_its_own_day():
    assert measures_taken("1. 清理合同（2024-07-15）\n2. 公示（2024年8月1日前）") == (
        {"id": "M1", "text": "清理合同", "due": date(2024, 7, 15)},
        {"id": "M2", "text": "公示", "due": date(2024, 8, 1)},
    )


def test_no_list_has_two_columns_of_one_heading_or_key():
    for listing in listings(labels()):
        for language in ("zh", "en"):
            heads = [getattr(one.head, language) for one in listing.columns]
            assert len(set(heads)) == len(heads), listing.key
        assert len({one.key for one in listing.columns}) == len(listing.columns)


def test_no_help_of_a_column_speaks_of_how_records_are_written():
    helps = [one.help.zh for listing in listings(labels()) for one in listing.columns]

    assert [one for one in helps if re.search(r"true|false|编码", one)] == []


def test_a_text_longer_than_a_cell_ends_with_words_that_say_so():
    assert cut("长" * MOST_TEXT) == "长" * MOST_TEXT
    assert cut("长" * (MOST_TEXT + 1)) == "长" * MOST_TEXT + CUT
    assert cut("𠮷" * MOST_TEXT) == "𠮷" * (MOST_TEXT // 2) + CUT


def test_columns_are_called_as_in_a_spreadsheet():
    assert [column_letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
