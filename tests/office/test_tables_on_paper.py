"""Forms and tables tell what the ledger and its figures say."""

from datetime import date
from decimal import Decimal

import pytest
from tests.office.paper_desks import demonstration, document, text_of

from inspection.derive.statistics import statistics, statistics_of_period
from inspection.office.documents.closeout import closeout_paper
from inspection.office.documents.dossier import dossier_paper
from inspection.office.documents.feedback import feedback_paper
from inspection.office.documents.handover import handover_paper
from inspection.office.documents.paper import file_name, long_day, numeral
from inspection.office.documents.periods import half_around, half_year, whole_year
from inspection.office.documents.reports import half_year_paper, round_paper, year_paper

DESK = demonstration()
LEDGER = DESK.ledger


def figure(paper, section, label):
    rows = next(one["rows"] for one in paper.values["sections"] if one["name"] == section)
    return next(([*row["periods"], row["whole"]] for row in rows if row["label"] == label), None)


def test_the_figures_of_a_year_are_those_of_statistics():
    paper = year_paper(DESK, whole_year("2024"))
    first = statistics_of_period(LEDGER, date(2024, 1, 1), date(2024, 6, 30)).plain()
    second = statistics_of_period(LEDGER, date(2024, 7, 1), date(2024, 12, 31)).plain()
    year = statistics_of_period(LEDGER, date(2024, 1, 1), date(2024, 12, 31)).plain()
    whole = statistics(LEDGER, date(2024, 12, 31)).plain()

    found = [str(one["problems"]["found"]) for one in (first, second, year, whole)]
    assert figure(paper, "问题", "发现") == found
    assert figure(paper, "问题", "已完成") == ["—", "—", "—", str(whole["problems"]["closed"])]
    assert figure(paper, "追缴退还（元）", "追缴")[2] == f"{Decimal(year['money']['recovered']):,}"


def test_the_groups_of_a_table_add_up_to_the_whole():
    paper = half_year_paper(DESK, half_year("2024H2"))
    total = statistics(LEDGER, DESK.as_of).plain()["problems"]["total"]

    sums = {name: sum(row["total"] for row in paper.values[name]) for name in ("rounds", "categories", "parents")}
    assert sums == dict.fromkeys(sums, total)
    assert paper.values["total"]["total"] == total


def test_a_half_year_that_is_over_is_told_as_of_its_end():
    paper = half_year_paper(DESK, half_year("2023H1"))

    assert paper.values["as_of"] == "2023年6月30日"
    assert figure(paper, "问题", "总数")[-1] == str(statistics(LEDGER, date(2023, 6, 30)).plain()["problems"]["total"])


@pytest.mark.parametrize("round_", list(LEDGER.rounds))
def test_the_units_of_a_round_add_up_to_its_total(round_):
    paper = round_paper(DESK, LEDGER.rounds[round_])

    assert sum(one["total"] for one in paper.values["units"]) == paper.values["total"]["total"]


@pytest.mark.parametrize(("text", "period"), [
    ("2024H1", (date(2024, 1, 1), date(2024, 6, 30))), ("2024h2", (date(2024, 7, 1), date(2024, 12, 31))),
    ("2024", None), ("2024H3", None), ("0000H1", None), ("二〇二四H1", None),
])  # fmt: skip
def test_half_years_are_written_in_one_way(text, period):
    known = half_year(text)

    assert (None if known is None else known[:2]) == period


def test_the_half_year_of_a_day_is_the_one_it_lies_in():
    assert [half_around(date(2024, month, 30)) for month in (6, 7)] == ["2024H1", "2024H2"]


def test_feedback_lists_every_problem_fed_back_once_and_no_other():
    for (round_, unit), one in LEDGER.inspections.items():
        own = [each for each in LEDGER.problems.values() if (each.round, each.unit) == (round_, unit)]
        rows = [row for group in feedback_paper(DESK, one).values["groups"] for row in group["problems"]]
        told = ["".join(row["lines"]).rstrip("。") for row in rows]

        assert sorted(told) == sorted(
            "".join(each.statement.split("\n")).rstrip("。") for each in own if each.in_feedback
        )
        assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))


def test_a_close_out_form_tells_returns_evidence_and_opinions():
    problem = LEDGER.problems["R13-01-0040"]
    shown = text_of(document(closeout_paper(DESK, problem, problem.items[:1])))

    said = ("逐块落实耕种人", "复耕照片", "佐证材料不全，照片没有注明时间和地点", "退回", "同意销号", "档案室 2022-390")
    assert [one for one in said if one not in shown] == []
    assert "共退回 2 次" in shown


def test_a_handover_lists_what_was_open_on_that_day():
    inspection = LEDGER.inspections[("R13-01", "conggang-community")]
    paper = handover_paper(DESK, inspection)

    assert [row["name"] for row in paper.values["rows"]] == ["R13-01-0031/2"]
    assert paper.values["date"] == "2022年8月19日"
    assert paper.values["signed"]["witness"] == "2022-08-22"


def test_a_handover_to_come_is_of_the_day_itself():
    inspection = next(one for one in LEDGER.inspections.values() if not one.handovers and one.round == "R13-06")

    assert handover_paper(DESK, inspection).values["date"] == long_day(DESK.as_of)


def test_a_dossier_holds_all_problems_and_letters_of_its_unit_and_of_no_other():
    unit = LEDGER.units["conggang-community"]
    shown = text_of(document(dossier_paper(DESK, unit)))
    problems = {one.id for one in LEDGER.problems.values() if one.unit == unit.id}
    letters = {one.id for one in LEDGER.letters.values() if one.to == unit.id}

    assert [one for one in problems | letters if one not in shown] == []
    assert [one for one in LEDGER.problems if one not in problems and f"{one}（" in shown] == []


def test_every_unit_and_every_inspection_has_its_papers():
    for unit in list(LEDGER.units.values())[::10]:
        assert unit.name in text_of(document(dossier_paper(DESK, unit)))
    for inspection in list(LEDGER.inspections.values())[::10]:
        assert document(handover_paper(DESK, inspection))


def test_numerals_are_those_of_headings():
    assert [numeral(number) for number in (1, 10, 11, 20, 23, 99)] == ["一", "十", "十一", "二十", "二十三", "九十九"]


def test_a_name_of_a_file_holds_nothing_a_system_refuses():
    assert file_name("通报", 'a/b:c*?"<>|\n..', "单位\x00", "") == "通报 a-b-c 单位"
