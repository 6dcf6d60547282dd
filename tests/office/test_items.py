from datetime import date

from tests.derive.logs import AGREED, ASK, CLOSED, M9, REOPEN, START, SUBMITTED
from tests.derive.making import PROBLEM, a_ledger, a_problem, an_item, entry, record
from tests.office.desks import desk_of, desk_with, problems_of

from inspection.model.matters import Letter
from inspection.office.items import DueDay, Quota, item_pages

EXTENDED = [*START, ASK, entry("08-12", "extend", "office", until="2024-09-20")]


def page_of(log, as_of=date(2024, 12, 31), **item):
    (page,) = item_pages(desk_of(*problems_of(log, **item), as_of=as_of))
    return page


def shown(log, as_of=date(2024, 12, 31), **item):
    (one,) = page_of(log, as_of, **item).values["items"]
    return one


def test_a_problem_has_one_page_with_every_item_on_it():
    problem = a_problem(an_item(START), an_item(CLOSED, id=2))

    (page,) = item_pages(desk_of(problem, as_of=date(2024, 12, 31)))

    assert page.path == f"items/{PROBLEM.lower()}/index.md"
    assert [one.reference for one in page.values["items"]] == ["item-1", "item-2"]
    assert page.above == (
        ("第13届第5轮", "stages/r13-05/index.md"),
        ("gushan-community", "stages/r13-05/gushan-community/index.md"),
    )


def test_a_problem_has_no_page_before_it_was_found():
    assert list(item_pages(desk_of(*problems_of(START), as_of=date(2024, 3, 17)))) == []
    assert len(list(item_pages(desk_of(*problems_of(START), as_of=date(2024, 3, 18))))) == 1


def test_every_deadline_is_shown_with_who_set_it_and_when():
    assert shown(EXTENDED).dues == (
        DueDay(None, date(2024, 8, 20), None, "plan"),
        DueDay(date(2024, 8, 12), date(2024, 9, 20), "office", "extend"),
    )
    assert shown([*CLOSED, REOPEN]).dues[-1] == DueDay(date(2024, 10, 1), date(2024, 12, 1), "office", "reopen")


def test_days_under_review_are_told_apart_from_extensions():
    assert shown(SUBMITTED, as_of=date(2024, 8, 26)).away == 10
    assert shown(EXTENDED).away == 0


def test_extensions_are_counted_of_what_the_policy_allows_and_anew_after_a_reopening():
    assert shown(EXTENDED).extensions == Quota(1, 2)
    closed = [
        *EXTENDED,
        entry("09-01", "submit", vouched="书记", evidence=["E1"], done=["M1"]),
        entry("09-02", "agree", "discipline", how="on_site"),
        entry("09-03", "close", "office", how="documents"),
    ]
    assert shown([*closed, {**REOPEN, "add": [M9]}]).extensions == Quota(0, 2)


def test_what_a_close_takes_and_whose_word_is_missing():
    one = shown(AGREED, as_of=date(2024, 8, 20))

    assert (one.closing.bodies, one.closing.count) == (("office", "discipline", "parent"), 2)
    assert one.waits_for == "inspection-office、beizhou"


def test_an_immediate_item_is_closed_on_site_until_the_group_has_left():
    assert shown([], as_of=date(2024, 4, 28), kind="immediate").closing.bodies == ("group",)
    assert shown([], as_of=date(2024, 4, 29), kind="immediate").closing.bodies == ("office", "discipline", "parent")


def test_evidence_says_which_entries_cite_it():
    again = [
        *SUBMITTED,
        entry("08-18", "return", "office", note="缺照片"),
        entry("08-19", "submit", vouched="书记", evidence=["E1", "E2"], done=["M1"]),
    ]

    assert shown(again).cited == {"E1": (2, 4), "E2": (4,)}


def test_a_page_names_the_letters_about_the_problem_or_an_item_of_it_once():
    letter = {"kind": "urging", "from": "office", "to": "gushan-community", "subject": "督办"}
    about = {"problems": [PROBLEM], "items": [f"{PROBLEM}/1"]}
    letters = {
        "L2024-001": record(Letter, "letters/2024/L2024-001.yaml", {**letter, **about}),
        "L2024-002": record(Letter, "letters/2024/L2024-002.yaml", letter),
    }

    problems = problems_of(START, kind="immediate", notice="L2024-003")
    (page,) = item_pages(desk_with(a_ledger(*problems, letters=letters), date(2024, 12, 31)))

    assert page.values["letters"] == ["L2024-001", "L2024-003"]
