"""Letters on paper: addressed, dated, numbered as issued; an urging letter in the colour of its most pressing item."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.office.desks import labels
from tests.office.paper_desks import demonstration, document, text_of

from inspection.office.desk import Desk
from inspection.office.documents.letters import letter_paper
from inspection.office.words import Words
from inspection.rules.framework import Context

DESK = demonstration()


def desk_on(day):
    return Desk(Context(DESK.ledger, day), Words(DESK.ledger, labels(), day))


def paper(id_, desk=DESK):
    return letter_paper(desk, DESK.ledger.letters[id_])


@pytest.mark.parametrize(
    ("id_", "colour", "words", "state"),
    [
        ("L2024-015", "red", "▲ 红色督办：已逾期，最长 6 天", "▲ 红色·逾期 6 天"),
        ("L2022-016", "green", "● 绿色督办：20 天内到期，最近的还有 17 天", "● 绿色·剩 17 天"),
    ],
)
def test_an_urging_letter_has_the_colour_of_the_day_it_was_issued_in_words_and_shape(id_, colour, words, state):
    made = paper(id_)
    shown = text_of(document(made))

    assert made.values["colour"] == colour
    assert (words in shown, state in shown) == (True, True)
    assert [other for other in ("红色督办", "黄色督办", "绿色督办") if other in shown] == [words[2:6]]


def test_between_green_and_red_it_is_yellow():
    letter = DESK.ledger.letters["L2024-015"]
    due = date(2024, 7, 31)
    early = replace(letter, log=())

    shades = {day: letter_paper(desk_on(day), early).values for day in (date(2024, 7, 10), date(2024, 7, 12),
              date(2024, 7, 22), due, date(2024, 8, 1))}  # fmt: skip

    assert [one["colour"] for one in shades.values()] == ["", "green", "yellow", "yellow", "red"]
    assert shades[due]["items"][0]["state"] == "黄色·当日到期"
    assert shades[date(2024, 7, 10)]["items"][0]["state"] == "未到预警时段"


def test_a_letter_that_was_not_issued_is_a_draft_with_room_for_its_day():
    shown = text_of(document(paper("L2024-015", desk_on(date(2024, 8, 5)))))

    assert "（草稿，尚未发出）" in shown
    assert "＿＿＿年＿＿月＿＿日" in shown


def test_every_letter_says_to_whom_from_whom_when_and_under_which_number():
    wrong = []
    for letter in DESK.ledger.letters.values():
        made = paper(letter.id)
        shown = text_of(document(made))
        said = [
            letter.subject,
            letter.number or "号",
            f"{made.values['to']}：",
            made.values["sender"],
            made.values["date"],
        ]
        said += [text.rstrip("。") for text in letter.suggestions]
        said += [DESK.words.body(body) for body in letter.copies if body != "office"]
        wrong += [(letter.id, one) for one in said if one not in shown]

    assert wrong == []


def test_parts_are_numbered_without_gaps():
    shown = text_of(document(paper("L2022-012")))

    assert [f"{one}、" in shown for one in "一二三"] == [True, True, False]


def test_every_file_is_named_so_that_any_system_takes_it():
    names = [paper(id_).name for id_ in DESK.ledger.letters]

    assert len(set(names)) == len(names)
    assert [name for name in names if set(name) & set('\\/:*?"<>|\n') or len(name) > 60] == []


def test_what_stands_alone_has_no_number_and_what_is_not_listed_is_not_announced():
    alone, listed = (text_of(document(paper(id_))) for id_ in ("L2024-014", "L2024-015"))

    assert "\n倒排时间、挂图作战。\n" in alone
    assert ("以下" in alone, "你单位以下整改事项" in listed) == (False, True)
    assert "\n2．限期完成整改并报送佐证材料。" in listed


def test_only_a_letter_that_lists_something_announces_it():
    wrong = []
    for letter in DESK.ledger.letters.values():
        made = paper(letter.id)
        announced = "以下" in text_of(document(made)).partition("一、")[0]
        wrong += [letter.id] if announced != bool(made.values["part"]["problems"]) else []

    assert [id_ for id_ in wrong if DESK.ledger.letters[id_].kind not in ("reminder", "assignment")] == []
