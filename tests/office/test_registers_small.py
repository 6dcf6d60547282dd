"""The registers' clocks, states and gaps, each on a small ledger made for it."""

from datetime import date

import pytest
from tests.office.register_books import books_of, marks, rows
from tests.statistics.small import Small, closed, feedback, item, start

from inspection.office.cells import LATE, OK, OPEN
from inspection.office.common_pages import matrix
from inspection.office.common_problems import problem_list, rectification_list, responsibility_list, supervision_list
from inspection.office.letters import letter_register, letters_waiting, urging_ladder
from inspection.office.people import attachments, recusals, secondments, talent_pool
from inspection.office.plan import not_covered, planned_rounds
from inspection.office.recurrences import came_back_linked, came_back_unlinked, mended_before_inspection
from inspection.office.rounds import completeness, overview, view_of
from inspection.office.teams import teams
from inspection.office.visits import looked_at_again, not_in_order, visit_register


@pytest.fixture
def small(tmp_path):
    """A town with two villages, the office, discipline, and one round on site from 4 March to 30 April 2024."""
    ledger = Small(tmp_path / "ledger")
    ledger.put("papers/measures.yaml", title="办法", date="2016-09-20", kind="rule", issuer="leading_group")
    ledger.town()
    return ledger


def on(small, day):
    return books_of(small.ledger(), date.fromisoformat(day))


def letter(*log, **more):
    plain = {"kind": "reminder", "number": "1号", "from": "office", "to": "village-1", "subject": "提醒", "log": [*log]}
    return plain | more


def sent(day, action, by="office"):
    return {"date": day, "action": action, "by": by}


ISSUED = sent("2024-06-03", "issue")
RECEIVED = sent("2024-06-05", "receive", "unit")
REPLIED = sent("2024-06-20", "reply", "unit")


def test_the_ladder_names_what_was_sent_and_what_comes_next(small):
    small.inspection("village-1", feedback=feedback())
    small.problem(1, item(1, start()))
    small.put("letters/2024/L2024-001.yaml", **letter(sent("2024-08-22", "issue"), items=["R13-05-0001/1"]))

    (nearly,) = rows(urging_ladder(on(small, "2024-08-15")))
    (waits,) = rows(urging_ladder(on(small, "2024-08-29")))
    (late,) = rows(urging_ladder(on(small, "2024-08-30")))
    assert (nearly["light"], nearly["sent"], nearly["step"]) == ("黄灯", None, "提醒函")
    assert (waits["light"], waits["sent"], waits["step"]) == ("红灯", "L2024-001", "等答复，期限 2024-08-29")
    assert (late["last"], late["step"]) == ("提醒函", "督办函")


def test_a_letter_waits_for_its_receipt_and_is_late_the_day_after(small):
    small.put("letters/2024/L2024-001.yaml", **letter(ISSUED))

    (row,) = rows(letters_waiting(on(small, "2024-06-11")))
    assert (row["state"], row["due"]) == ("待签收", 0)
    table = letters_waiting(on(small, "2024-06-12"))
    assert rows(table)[0]["due"] == -1
    assert marks(table, "state") == [LATE]


def test_a_reply_is_due_on_the_letter_s_own_day(small):
    small.put("letters/2024/L2024-001.yaml", **letter(ISSUED, RECEIVED, reply_due="2024-06-28"))

    (row,) = rows(letters_waiting(on(small, "2024-06-20")))
    assert (row["state"], row["due"]) == ("待回复", 8)


def test_a_reply_that_waits_to_be_accepted_has_no_clock(small):
    small.put("letters/2024/L2024-001.yaml", **letter(ISSUED, RECEIVED, REPLIED))

    (row,) = rows(letters_waiting(on(small, "2024-12-31")))
    assert (row["state"], row["since"], row["due"]) == ("待认可", date(2024, 6, 20), None)


@pytest.mark.parametrize(
    ("log", "state"),
    [
        ((), "未发函"),
        ((ISSUED, sent("2024-06-04", "withdraw")), "已撤回"),
        ((ISSUED, RECEIVED, REPLIED, sent("2024-06-25", "accept")), "已办结"),
    ],
)
def test_a_letter_that_is_not_under_way_stands_in_the_register_only(small, log, state):
    small.put("letters/2024/L2024-001.yaml", **letter(*log))
    books = on(small, "2024-12-31")

    assert [row["state"] for row in rows(letter_register(books))] == [state]
    assert rows(letters_waiting(books)) == []


def common(small, **more):
    plain = {"title": "集体资产出租不公开", "nature": "industry", "issued": "2024-05-30"}
    small.put("common/C13-03/common.yaml", **(plain | {"addressees": ["village-1", "village-2"]} | more))


def self_check(small, unit="village-1", **more):
    plain = {"submitted": "2024-07-26", "found": 3, "measures": 5, "progress": [{"date": "2024-09-30", "rectified": 3}]}
    small.put(f"common/C13-03/{unit}.yaml", **(plain | more))


ACCEPTED = {"by": ["office"], "date": "2024-08-01", "decision": "accept", "deviations": 0, "opinions": 0}


def test_who_has_not_handed_in_is_supervised_with_the_days(small):
    common(small)
    self_check(small, reviews=[ACCEPTED])

    small.put("letters/2024/L2024-001.yaml", **letter(ISSUED, to="village-2", common="C13-03"))

    (before,) = [row for row in rows(supervision_list(on(small, "2024-07-30"))) if row["unit"] == "village-2"]
    assert (before["state"], before["due"], before["done"]) == ("未报送", 0, "L2024-001")
    (after,) = rows(supervision_list(on(small, "2024-10-08")))
    assert (after["unit"], after["state"], after["due"]) == ("village-2", "逾期未报", -70)


def test_a_self_check_that_does_not_come_climbs_the_ladder_too(small):
    common(small, addressees=["village-1", "village-2"])
    urged = letter(ISSUED, to="village-2", common="C13-03", kind="urging", reply_due="2024-09-02")
    small.put("letters/2024/L2024-001.yaml", **urged)

    def steps(day):
        return {row["unit"]: row["step"] for row in rows(supervision_list(on(small, day)))}

    assert steps("2024-07-19") == {"village-1": None, "village-2": None}
    assert steps("2024-07-20") == {"village-1": "提醒函", "village-2": None}
    assert steps("2024-09-02") == {"village-1": "提醒函", "village-2": "等答复，期限 2024-09-02"}
    assert steps("2024-09-03") == {"village-1": "提醒函", "village-2": "约谈通知书"}


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "待审核"),
        ({"reviews": [{**ACCEPTED, "decision": "return"}]}, "审核退回"),
        ({"reviews": [ACCEPTED], "progress": [{"date": "2024-09-30", "rectified": 2}]}, "整改未完"),
        ({"reviews": [ACCEPTED]}, "已完成"),
    ],
)
def test_a_self_check_stands_where_its_review_and_its_progress_say(small, more, state):
    common(small, addressees=["village-1"])
    self_check(small, **more)
    books = on(small, "2024-12-31")

    assert [row["state"] for row in rows(rectification_list(books))] == [state]
    assert [row["state"] for row in rows(supervision_list(books))] == ([] if state == "已完成" else [state])


def test_the_matrix_says_who_was_asked_and_what_is_mended(small):
    common(small)
    common_04 = {"title": "票据", "nature": "field", "issued": "2024-05-30", "addressees": ["village-2"]}
    small.put("common/C13-04/common.yaml", **common_04)
    self_check(small, submitted="2024-08-20", reviews=[ACCEPTED])

    total, first, second = rows(matrix(on(small, "2024-12-31")))
    assert (first["C13-03"], first["C13-04"]) == ("已完成 3/3（迟报）", None)
    assert (second["C13-03"], second["C13-04"]) == ("逾期未报", "逾期未报")
    assert (total["asked"], total["submitted"], total["late"], total["C13-03"]) == (3, 1, 3, "已完成 1/2")


def test_a_common_problem_has_its_title_its_owner_its_letter_and_a_count_of_problems(small):
    common(small, owner="district-discipline")
    suggested = letter(ISSUED, kind="inspection_suggestion", to="district-discipline", common="C13-03")
    small.put("letters/2024/L2024-001.yaml", **suggested)
    proof = {"id": "E1", "kind": "document", "title": "整改台账", "date": "2024-07-20"}
    self_check(small, evidence=[proof, proof | {"id": "E2"}])
    small.inspection("village-1")
    small.problem(1, common="C13-03")
    small.problem(2)
    books = on(small, "2024-12-31")

    (row,) = rows(problem_list(books))
    assert (row["title"], row["issued"], row["problems"]) == ("集体资产出租不公开", date(2024, 5, 30), 1)
    assert [row["evidence"] for row in rows(rectification_list(books))] == [2, None]
    owner, asked = rows(responsibility_list(books))
    assert (owner["who"], owner["letters"], asked["who"]) == ("district-discipline", "L2024-001", "2 个单位")


def test_a_common_problem_without_an_owner_has_nobody_responsible(small):
    common(small)

    owner = next(row for row in rows(responsibility_list(on(small, "2024-12-31"))) if row["role"] == "主管部门")
    assert owner["who"] == "没有明确"


def test_what_was_handed_in_after_entry_was_not_mended_beforehand(small):
    common(small)
    self_check(small)
    self_check(small, "village-2")
    small.inspection("village-1", onsite={"from": "2024-03-04", "to": "2024-04-28"})
    small.round("R13-06", onsite={"from": "2024-10-08", "to": "2024-11-08"}, announced="2024-10-01")
    small.inspection("village-2", "R13-06", onsite={"from": "2024-10-08", "to": "2024-10-20"})

    assert [row["unit"] for row in rows(mended_before_inspection(on(small, "2024-12-31")))] == ["village-2"]


def visit(small, **more):
    plain = {"kind": "supervision", "units": ["village-1"], "from": "2024-10-08", "to": "2024-10-11", "by": ["office"]}
    small.put("visits/2024/V2024-003.yaml", **(plain | more))


def test_a_visit_names_who_has_not_got_its_result(small):
    visit(small, sent={"unit": "2024-10-15"})

    table = visit_register(on(small, "2024-10-20"))
    assert rows(table)[0]["sent"] == "未发：纪检监察机关、分管领导"
    assert marks(table, "sent") == [OPEN]
    assert marks(visit_register(on(small, "2024-12-31")), "sent") == [LATE]


def test_a_closed_item_found_false_runs_to_the_day_it_must_be_reopened_by(small):
    small.inspection("village-1", feedback=feedback(), plan={"submitted": "2024-06-07"})
    small.problem(1, closed(1, "2024-08-10", "2024-08-20"))
    visit(small, checked=[{"item": "R13-05-0001/1", "result": "false_closure", "note": "照片不实"}])

    (row,) = rows(not_in_order(on(small, "2024-10-12")))
    assert (row["then"], row["now"], row["lot"]) == ("已完成", "已完成", None)
    assert row["reopened"] > 0


def test_too_few_items_seen_again_are_late_only_once_the_time_has_passed(small):
    small.inspection("village-1", feedback=feedback(), plan={"submitted": "2024-06-07"})
    small.problem(1, closed(1, "2024-08-10", "2024-08-20"))

    assert marks(looked_at_again(on(small, "2024-12-31")), "state") == [OPEN]
    assert marks(looked_at_again(on(small, "2025-12-31")), "state") == [LATE]


def test_a_problem_that_came_back_after_it_was_closed_is_told_apart(small):
    small.round("R13-06", onsite={"from": "2024-10-08", "to": "2024-11-08"}, announced="2024-10-01")
    small.inspection("village-1", feedback=feedback(), plan={"submitted": "2024-06-07"})
    small.inspection("village-1", "R13-06")
    small.problem(1, closed(1, "2024-08-10", "2024-08-20"))
    small.problem(2, item(1, start()))
    small.problem(3, round_="R13-06", found="2024-10-20", follows="R13-05-0001")
    small.problem(4, round_="R13-06", found="2024-10-20", follows="R13-05-0002")
    small.problem(5, round_="R13-06", found="2024-10-21")
    books = on(small, "2024-12-31")

    assert marks(came_back_linked(books), "then") == [LATE, OPEN]
    assert [row["problem"] for row in rows(came_back_unlinked(books))] == ["R13-06-0005"]


def person(small, *log):
    small.put("people/T-0042.yaml", system="discipline", home="district-discipline", log=list(log))


def member(**more):
    return {"person": "T-0042", "role": "leader", "home": "district-discipline"} | more


def serving(small, **more):
    group = {"id": "G1", "standing": True, "formation": "free", "units": ["village-1"], "members": [member(**more)]}
    small.round("R13-05", groups=[group])


def test_a_secondment_is_served_round_by_round(small):
    person(small, {"date": "2024-01-05", "action": "second", "rounds": 2})
    serving(small)

    table = secondments(on(small, "2024-12-31"))
    assert [(row["served"], row["state"]) for row in rows(table)] == [("R13-05", "1/2 轮")]
    assert marks(table, "state") == [OPEN]


def test_a_posting_runs_until_its_last_day(small):
    person(small, {"date": "2024-01-05", "action": "attach", "until": "2024-12-31", "to": "office"})

    (row,) = rows(attachments(on(small, "2024-12-31")))
    assert (row["to"], row["state"], row["until"]) == ("巡察办", "在挂职", 0)
    assert marks(attachments(on(small, "2025-01-01")), "state") == [OK]


def test_who_left_the_pool_is_in_none_and_says_why(small):
    admit = {"date": "2023-01-05", "action": "admit", "pool": "leader"}
    person(small, admit, {"date": "2024-02-01", "action": "leave", "reason": "eliminated"})

    (row,) = rows(talent_pool(on(small, "2024-12-31")))
    assert (row["pool"], row["left"]) == ("不在库", [date(2024, 2, 1), "末位淘汰"])


def test_whoever_served_is_shown_with_the_latest_role_and_appraisal(small):
    person(small)
    serving(small, role="deputy", appraisal="B")

    (row,) = rows(talent_pool(on(small, "2024-12-31")))
    assert (row["rounds"], row["latest"], row["role"], row["appraisal"]) == (1, "R13-05", "副组长", "良好")


def test_recusals_show_who_declared_nothing_and_who_sits_in_a_unit_they_are_recused_from(small):
    person(small)
    serving(small)
    assert [row["groups_members_recusal_declared"] for row in rows(recusals(on(small, "2024-12-31")))] == ["没有申报"]

    clear = {"post": "clear", "region": "recused", "duty": "clear", "declared": "2024-02-26"}
    serving(small, recusal=clear | {"from_units": ["village-1"]})
    (row,) = rows(recusals(on(small, "2024-12-31")))
    assert (row["ways"], row["clash"]) == ("地域回避", "与所在组冲突")


def parts(small, day):
    books = on(small, day)
    return {row["part"]: row for row in rows(completeness(view_of(books), books.ledger.rounds["R13-05"]))}


def test_what_is_missing_of_a_round_is_what_the_check_says(small):
    small.round("R13-05", meetings=[{"kind": "mobilisation", "date": "2024-02-28"}])

    told = parts(small, "2024-05-31")
    assert told["会议"]["state"] == "缺 2"
    assert [text for text in told["会议"]["missing"] if "巡前促进会" in text or "巡中调度会" in text] != []
    assert told["会议"]["told"] == "巡前动员会 2024-02-28"
    assert told["征求意见"]["missing"] == "没有记载"
    assert (told["巡后四项工作"]["state"], told["巡后四项工作"]["due"]) == ("办理中", 60)
    assert parts(small, "2024-12-31")["巡后四项工作"]["state"] == "缺 4"


def test_what_was_accepted_is_not_missing(small):
    accepted = {"rule": "RND03", "date": "2024-05-06", "by": "office", "reason": "合并召开"}
    small.round("R13-05", meetings=[{"kind": "mobilisation", "date": "2024-02-28"}], acknowledged=[accepted])

    told = parts(small, "2024-05-31")["会议"]
    assert told["state"] == "已承认 2"
    assert all(text.endswith("（已承认）") for text in told["missing"])


def test_nothing_is_missing_of_a_round_that_has_not_begun(small):
    small.round("R13-05", onsite={"from": "2025-03-03", "to": "2025-04-30"}, announced="2025-02-24")

    (row,) = rows(overview(on(small, "2024-12-31")))
    assert row["state"] == "计划中"
    assert not [value for value in row.values() if isinstance(value, str) and value.startswith("缺")]


def test_a_planned_round_whose_quarter_went_by_is_late(small):
    plan = [{"id": "R13-06", "quarter": 3, "organizer": "office", "units": ["village-2"]}]
    small.put("plan/2024.yaml", rounds=plan)

    state = {row["round"]: row["state"] for row in rows(planned_rounds(on(small, "2024-09-30")))}
    assert state == {"R13-06": "计划中", "R13-05": "已结束"}
    table = planned_rounds(on(small, "2024-10-01"))
    assert rows(table)[0]["state"] == "逾期未实施"
    assert marks(table, "state")[0] == LATE


def test_units_nothing_is_planned_for_come_first(small):
    small.put(
        "plan/2025.yaml", rounds=[{"id": "R13-07", "quarter": 2, "organizer": "office", "units": ["qinghe-town"]}]
    )
    small.inspection("village-2")

    listed = [(row["unit"], row["state"]) for row in rows(not_covered(on(small, "2024-12-31")))]
    assert listed == [("village-1", "尚无安排"), ("qinghe-town", "已列入计划")]


def test_a_round_shows_whom_it_consulted_its_joint_meeting_and_its_lessons(small):
    small.round(
        "R13-05",
        consultations=[{"with": "petition", "date": "2024-02-05"}],
        meetings=[{"kind": "joint", "date": "2024-02-20", "with": ["discipline", "audit"]}],
        training=[{"date": "2024-02-28", "topic": "财务", "by": "audit", "level": "own", "person_times": 42}],
        matters=[{"month": "2024-03", "received": 41, "answered": 40}],
        announcements=[{"channel": "new_media", "date": "2024-03-04", "sheets": 12}],
    )

    told = parts(small, "2024-05-31")
    assert told["征求意见"]["told"] == "信访部门 2024-02-05"
    assert told["会议"]["told"] == "联动例会 2024-02-20（纪检监察机关、审计机关）"
    assert "课次 1" in told["培训"]["told"]
    assert told["群众反映"]["told"] == ["收到 41", "答复 40"]
    assert told["公告"]["told"] == "新媒体 2024-03-04，12 张"


def test_a_round_shows_how_its_groups_are_formed_where_they_go_and_who_signed(small):
    signed = {"person": "T-0042", "home": "district-discipline", "trained": "2024-02-28"}
    both = {"pledges": {"discipline": "2024-02-28", "secrecy": "2024-02-28"}}
    one = {"pledges": {"discipline": "2024-02-28"}}
    members = [signed | both | {"role": "leader"}, signed | one | {"role": "member", "person": "T-0043"}]
    group = {"id": "G1", "standing": True, "formation": "2+N", "units": ["village-1", "village-2"], "members": members}
    person(small)
    small.put("people/T-0043.yaml", system="finance", home="district-discipline", log=[])
    small.round("R13-05", groups=[group])

    def told(day):
        books = on(small, day)
        (row,) = rows(teams(books, books.ledger.rounds["R13-05"]))
        return row

    row = told("2024-02-28")
    assert (row["groups_id"], row["groups_formation"], row["groups_standing"]) == ("G1", "“2+N”编组", "是")
    assert (row["groups_units"], row["leaders"]) == (["village-1", "village-2"], "T-0042")
    assert (row["members"], row["trained"], row["pledged"]) == (2, 2, 1)
    assert (told("2024-02-27")["trained"], told("2024-02-27")["pledged"]) == (0, 0)
