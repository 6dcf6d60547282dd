"""The yearly assessment of the units, and the tables of the registers as exports."""

from datetime import date

import pytest
from tests.office.register_books import TODAY, books_of, demonstrated, rows
from tests.statistics.small import Small, closed, feedback, item, start

from inspection.labels import Wording
from inspection.office.assessment import LETTERS, assessment_table
from inspection.office.cells import OK, Clock, Ref, State, several
from inspection.office.exports import TABLES, heads, printed, records

EVALUATION = {
    "date": "2024-10-08", "anonymous": True,
    "ballots": {"issued": 10, "returned": 9, "blank": 1, "satisfied": 6, "basically": 1, "dissatisfied": 1},
    "indicators": [{"name": "整改", "weight": 100, "score": 81}],
}  # fmt: skip


@pytest.fixture
def small(tmp_path):
    """Two villages of a town; village-1 was inspected, fed back and evaluated in 2024."""
    ledger = Small(tmp_path / "ledger")
    ledger.put("papers/measures.yaml", title="办法", date="2016-09-20", kind="rule", issuer="leading_group")
    ledger.town()
    talks = [{"date": "2024-06-03", "by": "five_person_group", "kind": "reminder"}]
    again = {"ordered": "2024-11-01", "by": "leading_group", "because": "visit"}
    plan = {"submitted": "2024-06-07", "reviews": []}
    ledger.inspection(
        "village-1", feedback=feedback(), plan=plan, evaluation=EVALUATION, talks=talks, again=again
    )  # fmt: skip
    ledger.problem(1, closed(1, "2024-08-16", "2024-09-01"))
    ledger.problem(2, item(1, start()))
    return ledger


def year_of(small, year, day="2024-12-31"):
    table = assessment_table(books_of(small.ledger(), date.fromisoformat(day)), year)
    return {row["id"]: row for row in rows(table)}


def letter(kind, day, *more):
    log = [{"date": day, "action": "issue", "by": "office"}, *more]
    return {"kind": kind, "number": "1号", "from": "office", "to": "village-1", "subject": "督促", "log": log}


def test_a_unit_s_year_says_what_was_rectified_and_how_it_was_evaluated(small):
    told = year_of(small, 2024)["village-1"]

    assert (told["problems"], told["closed"], told["problems_overdue"]) == (2, 1, 1)
    assert (told["closure"], told["punctuality"]) == ("50.00%（1/2）", "50.00%（1/2）")
    assert (str(told["evaluated"]), str(told["score"]), told["grade"]) == ("2024-10-08", "81", "良好")
    assert told["satisfaction"] == "87.50%（7/8）"
    assert (told["papers_due"], told["papers_done"], told["talks"], told["again"]) == (2, 1, 1, 1)


def test_a_unit_nothing_is_known_of_has_no_row(small):
    assert set(year_of(small, 2024)) == {"village-1"}


def test_what_happened_in_another_year_is_not_in_it(small):
    told = year_of(small, 2025, "2025-03-01")["village-1"]

    assert (told["evaluated"], told["talks"], told["again"], told["problems"]) == (None, 0, 0, 2)


def test_letters_count_by_kind_in_the_year_they_were_issued_and_not_once_withdrawn(small):
    small.put("letters/2024/L2024-001.yaml", **letter("reminder", "2024-08-22"))
    small.put("letters/2024/L2024-002.yaml", **letter("urging", "2024-12-30"))
    gone = {"date": "2024-09-02", "action": "withdraw", "by": "office"}
    small.put("letters/2024/L2024-003.yaml", **letter("admonition", "2024-09-01", gone))
    small.put("letters/2023/L2023-001.yaml", **letter("urging", "2023-09-01"))
    told = year_of(small, 2024)["village-1"]

    assert [told[kind] for kind in LETTERS] == [1, 1, 0, 0]
    assert (told["letters"], told["letters_overdue"]) == (2, 1)


def test_the_units_of_a_year_add_up_to_the_figures():
    books = demonstrated(TODAY)
    told, said = rows(assessment_table(books, 2024)), books.plain

    assert sum(row["problems"] for row in told) == said["problems"]["total"]
    assert sum(row["closed"] for row in told) == said["problems"]["closed"]
    assert sum(row["items"] for row in told) == said["items"]["total"]
    assert sum(row["checks_late"] for row in told) == said["common"]["late"]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_the_registers_is_exported_with_a_cell_for_each_column(name):
    table = TABLES[name](demonstrated(TODAY))
    told = list(records(table, "zh"))

    assert len(told) == len(table.rows)
    assert len(set(table.columns)) == len(heads(table, "zh")) == len({column.key for column in table.columns})
    assert [row for row in told if any("Wording(" in cell or "Ref(" in cell for cell in row.values())] == []


def test_a_cell_is_exported_as_its_words_and_days_as_days():
    day, words = date(2024, 3, 18), Wording("已完成", "completed")

    assert [printed(cell, "zh") for cell in (None, day, Clock(day, -3), State(OK, words), Ref("letter", "L1"), 7)] == [
        "", "2024-03-18", "2024-03-18", "已完成", "L1", "7",
    ]  # fmt: skip
    assert printed(several([words, day]), "en") == "completed, 2024-03-18"
