"""The registers of checklists and of all figures."""

from datetime import date

import pytest
from tests.office.register_books import TODAY, books_of, demonstrated, rows
from tests.statistics.small import Small

from inspection.derive.statistics import FIGURES
from inspection.office.checklists import aspects_found, checklist_register
from inspection.office.figures import chapters
from inspection.report.figures import flat

DAYS = (date(2021, 10, 1), date(2023, 8, 1), TODAY)


@pytest.fixture
def small(tmp_path):
    ledger = Small(tmp_path / "ledger")
    ledger.unit("qinghe-town", "township")
    ledger.unit("village-1")
    ledger.unit("village-2")
    checklist = {
        "kind": "individual", "title": "涉农清单", "applies_to": {"kinds": ["village"]}, "effective": "2024-01-01",
        "aspects": [
            {"name": "三资", "category": "collective_assets", "items": [{"code": "B01", "text": "出租"},
                                                                         {"code": "B02", "text": "公示"}]},
            {"name": "党建", "items": [{"code": "B03", "text": "会议"}]},
        ],
    }  # fmt: skip
    ledger.put("checklists/villages-2024.yaml", **checklist)
    newer = {"effective": "2025-01-01", "replaces": "villages-2024", "title": "涉农清单（新）"}
    ledger.put("checklists/villages-2025.yaml", **(checklist | newer))
    ledger.round("R13-05", checklists=["villages-2024"])
    for number, code in enumerate(("B01", "B01", "B03"), start=1):
        ledger.problem(number, checked_by=f"villages-2024/{code}")
    ledger.problem(4)
    return ledger


def on(small, day):
    return books_of(small.ledger(), date.fromisoformat(day))


def test_each_aspect_says_how_many_problems_its_items_found(small):
    told = [row for row in rows(aspects_found(on(small, "2024-12-31"))) if row["checklist"] == "villages-2024"]

    assert [(row["aspects_name"], row["items"], row["problems"], row["silent"]) for row in told] == [
        ("三资", 2, 2, 1),
        ("党建", 1, 1, 0),
    ]


def test_a_list_of_talks_documents_or_accounts_is_told_from_those_of_supervision(small):
    for kind in ("common", "talk", "documents", "finance"):
        listed = {**small.files["checklists/villages-2024.yaml"], "kind": kind}
        small.put(f"checklists/{kind}-2024.yaml", **listed)
    told = {row["checklist"]: row["kind"] for row in rows(checklist_register(on(small, "2024-12-31")))}

    assert told == {
        "common-2024": "共性监督清单", "talk-2024": "谈话清单", "documents-2024": "调阅资料清单",
        "finance-2024": "财务审查清单", "villages-2024": "个性监督清单", "villages-2025": "个性监督清单",
    }  # fmt: skip


def test_a_problem_found_later_is_not_counted_yet(small):
    assert sum(row["problems"] for row in rows(aspects_found(on(small, "2024-03-17")))) == 0


def test_a_checklist_names_the_rounds_that_took_it_along_and_what_replaced_it(small):
    now, later = (rows(checklist_register(on(small, day))) for day in ("2024-12-31", "2025-01-01"))

    assert [(row["checklist"], row["state"], row["rounds"], row["problems"]) for row in now] == [
        ("villages-2024", "有效", "R13-05", 3),
        ("villages-2025", "尚未施行", None, 0),
    ]
    assert [row["state"] for row in later] == ["已替代", "有效"]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_figure_of_the_day_is_on_the_page_with_its_formula_and_a_rate_with_n_and_whole(day):
    books = demonstrated(day)
    told = {row["key"]: row for table in chapters(books) for row in rows(table)}
    leaves = {key: value for key, value in flat(books.plain) if key.split(".")[0] in FIGURES}

    assert told.keys() == leaves.keys()
    assert [key for key, row in told.items() if not (row["figure"] and row["formula"])] == []
    rates = {key: row for key, row in told.items() if key.endswith("rate")}
    assert len(rates) >= 8
    assert [key for key, row in rates.items() if row["n"] is None or row["of"] is None] == []
    for key, row in rates.items():
        assert row["value"] == (None if leaves[key] is None else f"{leaves[key]}%"), key


def test_the_page_says_what_is_not_in_a_figure():
    told = {row["key"]: row for table in chapters(demonstrated()) for row in rows(table)}

    assert told["closure_rate.rate"]["without"] == "基本完成和长期坚持"
    assert told["coverage.by_kind.village.rate"]["without"].startswith("延伸巡察")
    assert told["clues.by_level.village.pieces"]["formula"] == told["clues.pieces"]["formula"]
