"""What the view says of notices and common problems."""

from datetime import date
from itertools import pairwise

import pytest
from tests.publish.building import view_of
from tests.publish.small import AS_OF, OTHER, ROUND, UNIT, approve, ledger_of, problem, records

from inspection.publish.view import PublicRetraction
from inspection.publish.view.batches import released

INSPECTION = f"rounds/{ROUND}/{UNIT}.yaml"
BACK = {"date": "2024-11-01", "by": "leading_group", "reason": "表述不准确"}
TAKEN_BACK = PublicRetraction(
    published=date(2024, 9, 25), retracted=date(2024, 11, 1), by="leading_group", reason="表述不准确"
)


def society(data):
    return data[INSPECTION]["publication"]["society"]


def seen(data, as_of=AS_OF):
    """The unit's notice in force, and what is left of it."""
    view = view_of(ledger_of(data), as_of)
    return [[one for one in kind if one.unit == UNIT] for kind in (view.notices, view.retracted)]


def test_an_inspection_whose_gate_is_open_has_a_notice():
    data = approve(records())
    society(data)[0] |= {"until": "2024-10-31", "channels": ["website", "board"]}
    (notice,), left = seen(data)

    assert (notice.approved, notice.by) == (date(2024, 9, 20), "leading_group")
    assert (notice.published, notice.until) == (date(2024, 9, 25), date(2024, 10, 31))
    assert notice.channels == ("website", "board")
    assert notice.address == "r13-05-gushan"
    assert left == []


def test_without_a_last_day_of_its_own_a_notice_asks_for_the_policys_period():
    (notice,), _ = seen(approve(records()))

    assert notice.until == date(2024, 10, 21)  # fifteen working days, around the National Day week


@pytest.mark.parametrize(
    "change", [{"by": "office"}, {"published": None}, {"published": "2025-01-01"}, {"digest": "f" * 32}]
)
def test_while_the_gate_is_shut_there_is_neither_a_notice_nor_anything_left_of_one(change):
    data = approve(records())
    society(data)[0].update(change)

    assert seen(data) == [[], []]


def test_a_notice_taken_back_leaves_its_day_and_reason_from_that_day_on():
    data = approve(records())
    society(data)[0]["retracted"] = BACK

    assert [len(one) for one in seen(data, date(2024, 10, 31))] == [1, 0]
    notices, (left,) = seen(data, date(2024, 11, 1))
    assert notices == []
    assert left.retractions == (TAKEN_BACK,)
    assert left.address == "r13-05-gushan"


def test_published_again_a_notice_says_what_was_taken_back_before():
    data = records()
    society(data)[0]["retracted"] = BACK
    society(data).append(
        {"approved": "2024-11-05", "by": "leading_group", "digest": "0" * 32, "published": "2024-11-08"}
    )
    (notice,), left = seen(approve(data))

    assert notice.published == date(2024, 11, 8)
    assert notice.earlier == (TAKEN_BACK,)
    assert left == []


@pytest.mark.parametrize(
    "change", [{"by": "office"}, {"published": None}, {"approved": "2024-09-26"}, {"published": "2024-11-02"}]
)
def test_what_was_never_rightly_published_leaves_nothing_when_taken_back(change):
    data = approve(records())
    society(data)[0].update({**change, "retracted": BACK})

    assert seen(data) == [[], []]


def test_nothing_is_left_of_what_was_taken_back_before_feedback():
    data = approve(records())
    society(data)[0]["retracted"] = BACK
    data[INSPECTION]["feedback"]["date"] = "2024-11-02"

    assert seen(data) == [[], []]


def test_a_withheld_problem_changes_no_notice():
    bare = approve(records())
    full = approve({**records(), f"problems/{ROUND}/R13-05-0009.yaml": problem(9, shown=False)})

    assert seen(full) == seen(bare)


def common(**other):
    publication = {"approved": "2024-06-20", "by": "leading_group", "published": "2024-06-25"}
    given = {"title": "共性标题", "nature": "industry", "owner": "inspection-office", "issued": "2024-02-01"}
    return {**given, "addressees": [UNIT, OTHER, "beizhou"], "publication": publication, **other}


def commons(data, as_of=AS_OF):
    return view_of(ledger_of(data), as_of).commons


def test_a_common_problem_has_a_title_an_owner_and_sums_by_kind():
    data = {**records(), "common/C13-03/common.yaml": common()}
    data["policy/2021-09-28.yaml"] |= {"small_count": 2}
    for unit, found in ((UNIT, 3), (OTHER, 4), ("beizhou", 5)):
        data[f"common/C13-03/{unit}.yaml"] = {"submitted": "2024-04-01", "found": found, "measures": 0}
    (seen_,) = commons(data)
    checks = {one.kind: (one.addressed, one.submitted, one.found, one.measures) for one in seen_.checks}

    assert (seen_.title, seen_.owner) == ("共性标题", "inspection-office")
    assert checks == {"community": (2, 2, 7, 0)}


@pytest.mark.parametrize(
    "change",
    [{"by": "office"}, {"published": "2025-01-01"}, {"approved": "2024-06-26"}],
)
def test_a_common_problem_without_its_own_publication_is_not_told(change):
    data = {**records(), "common/C13-03/common.yaml": common()}
    data["common/C13-03/common.yaml"]["publication"] |= change
    assert commons(data) == ()

    del data["common/C13-03/common.yaml"]["publication"]
    assert commons(data) == ()


def test_the_common_problem_published_last_comes_first():
    data = records()
    for number, day in enumerate(("2024-06-25", "2024-07-25", "2024-07-25")):
        made = common(title=f"标题{3 - number}")
        made["publication"] |= {"published": day}
        data[f"common/C13-0{number}/common.yaml"] = made

    assert [one.title for one in commons(data)] == ["标题1", "标题2", "标题3"]


FEBRUARY, MAY, AUGUST = date(2024, 2, 1), date(2024, 5, 1), date(2024, 8, 1)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([], None),
        ([(AUGUST, 5)] * 3, None),
        ([(MAY, 0)], 0),
        ([(MAY, 5)] * 2, None),
        ([(MAY, 5)] * 2 + [(MAY, 0)], None),
        ([(FEBRUARY, 5), (MAY, 5), (MAY, 1)], 11),
    ],
)
def test_a_sum_rests_on_enough_records_of_half_years_that_are_over(counts, shown):
    assert released(counts, AS_OF, 3) == shown


def test_two_sums_published_one_after_the_other_differ_by_no_fewer_records_than_a_sum_rests_on():
    days = [date(2020 + number // 5, 1 + 5 * number % 12, 3) for number in range(25)]
    counts = [(day, 10**place) for place, day in enumerate(days)]
    sums = [released(counts, date(year, month, 1), 3) or 0 for year in range(2020, 2027) for month in (1, 7)]
    steps = [str(later - sooner).count("1") for sooner, later in pairwise(sums)]

    assert max(steps) >= 3
    assert [step for step in steps if step not in (0, 3, 4, 5)] == []
