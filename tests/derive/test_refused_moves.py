"""One log for each way a move can be refused: the last entry is the one refused."""

import pytest
from tests.derive.logs import AGREED, ASK, ASKED, CLOSED, LONG, M9, REOPEN, START, SUBMIT, SUBMITTED, SUSTAIN, without
from tests.derive.making import entry, lived

from inspection.derive.state import Why


def sustain(**other):
    return [*START, {**SUSTAIN, **other}]


REFUSED = {
    "start twice": ([*START, entry("06-21", "start")], "action", Why.STATUS),
    "start by the office": ([entry("06-20", "start", "office")], "by", Why.BODY),
    "report without a note": ([entry("06-20", "report")], "action", Why.LACKS),
    "report of a measure that is not there": (
        [entry("06-20", "report", note="完成", done=["M7"])],
        "done",
        Why.UNKNOWN_NAME,
    ),
    "report under review": ([*SUBMITTED, entry("08-17", "report", note="补充")], "action", Why.STATUS),
    "report on a closed item": ([*CLOSED, entry("08-27", "report", note="补充")], "action", Why.STATUS),
    "report by the office": ([entry("06-20", "report", "office", note="代报")], "by", Why.BODY),
    "report by the group": ([entry("06-20", "report", "group", note="代报")], "by", Why.BODY),
    "next check too late": (
        [*LONG, entry("08-02", "report", note="常态", check="2025-08-03")],
        "check",
        Why.CHECK_TOO_FAR,
    ),
    "next check in the past": (
        [*LONG, entry("08-02", "report", note="常态", check="2024-08-01")],
        "check",
        Why.NOT_LATER,
    ),
    "achieve before the start": ([entry("06-20", "achieve", note="完成", next="2024-08-01")], "action", Why.STATUS),
    "achieve without a note": ([*START, entry("07-20", "achieve", next="2024-08-01")], "action", Why.LACKS),
    "achieve without the next day": ([*START, entry("07-20", "achieve", note="完成")], "action", Why.LACKS),
    "achieve by the group": (
        [*START, entry("07-20", "achieve", "group", note="好", next="2024-08-01")],
        "by",
        Why.BODY,
    ),
    "submit before the start": ([SUBMIT], "action", Why.STATUS),
    "submit twice": ([*SUBMITTED, {**SUBMIT, "date": "2024-08-17"}], "action", Why.STATUS),
    "submit without evidence": ([*START, without(SUBMIT, "evidence")], "action", Why.NO_EVIDENCE),
    "submit evidence without sha256": ([*START, {**SUBMIT, "evidence": ["E1", "E3"]}], "evidence", Why.NO_DIGEST),
    "submit unknown evidence": ([*START, {**SUBMIT, "evidence": ["E1", "E9"]}], "evidence", Why.UNKNOWN_NAME),
    "submit with nobody vouching": ([*START, without(SUBMIT, "vouched")], "action", Why.NOT_VOUCHED),
    "submit with a measure left": ([*START, without(SUBMIT, "done")], "action", Why.MEASURES_LEFT),
    "submit by the office": ([*START, {**SUBMIT, "by": "office"}], "by", Why.BODY),
    "agree before the submit": ([*START, entry("08-19", "agree", "office", how="on_site")], "action", Why.STATUS),
    "agree without saying how": ([*SUBMITTED, entry("08-19", "agree", "office")], "action", Why.LACKS),
    "agree by urging": ([*SUBMITTED, entry("08-19", "agree", "office", how="urging")], "how", Why.WRONG_CODE),
    "agree by no closing body": (
        [*SUBMITTED, entry("08-19", "agree", "organization", how="on_site")],
        "by",
        Why.NOT_A_CLOSING_BODY,
    ),
    "agree by the auditors": (
        [*SUBMITTED, entry("08-19", "agree", "audit", how="on_site")],
        "by",
        Why.NOT_A_CLOSING_BODY,
    ),
    "agree by the unit": ([*SUBMITTED, entry("08-19", "agree", how="on_site")], "by", Why.OWN_ITEM),
    "agree by the unit's id": (
        [*SUBMITTED, entry("08-19", "agree", "gushan-community", how="on_site")],
        "by",
        Why.OWN_ITEM,
    ),
    "return without a note": ([*SUBMITTED, entry("08-19", "return", "office")], "action", Why.NO_NOTE),
    "return by the organization": (
        [*SUBMITTED, entry("08-19", "return", "organization", note="缺")],
        "by",
        Why.NOT_A_CLOSING_BODY,
    ),
    "return by the unit": ([*SUBMITTED, entry("08-19", "return", note="撤回")], "by", Why.OWN_ITEM),
    "return what was not submitted": ([*START, entry("08-19", "return", "office", note="缺")], "action", Why.STATUS),
    "close what was not submitted": ([*START, entry("08-19", "close", "office")], "action", Why.STATUS),
    "close on one agreement": ([*SUBMITTED, entry("08-19", "close", "office")], "action", Why.TOO_FEW_AGREED),
    "close on one body by two words": (
        [*SUBMITTED, entry("08-18", "agree", "inspection-office", how="on_site"), entry("08-19", "close", "office")],
        "action",
        Why.TOO_FEW_AGREED,
    ),
    "close on agreements before the return": (
        [
            *AGREED,
            entry("08-20", "return", "office", note="缺"),
            {**SUBMIT, "date": "2024-08-21"},
            entry("08-22", "close", "office"),
        ],
        "action",
        Why.TOO_FEW_AGREED,
    ),
    "close by the auditors": ([*AGREED, entry("08-20", "close", "audit")], "by", Why.NOT_A_CLOSING_BODY),
    "close by the unit": ([*AGREED, entry("08-20", "close")], "by", Why.OWN_ITEM),
    "close by liaison": ([*AGREED, entry("08-20", "close", "office", how="liaison")], "how", Why.WRONG_CODE),
    "sustain before the start": ([SUSTAIN], "action", Why.STATUS),
    "sustain a closed item": ([*CLOSED, {**SUSTAIN, "date": "2024-08-21"}], "action", Why.STATUS),
    "sustain by discipline": (sustain(by="discipline", agreed=["office"]), "by", Why.BODY),
    "sustain for a reason of asks": (sustain(reason="funding"), "reason", Why.WRONG_CODE),
    "sustain without a reason": ([*START, without(SUSTAIN, "reason")], "action", Why.LACKS),
    "sustain without a check day": ([*START, without(SUSTAIN, "check")], "action", Why.LACKS),
    "sustain without evidence": ([*START, without(SUSTAIN, "evidence")], "action", Why.LACKS),
    "sustain with a check too late": (sustain(check="2025-08-02"), "check", Why.CHECK_TOO_FAR),
    "sustain with a check in the past": (sustain(check="2024-07-31"), "check", Why.NOT_LATER),
    "sustain without agreements": ([*START, without(SUSTAIN, "agreed")], "action", Why.TOO_FEW_AGREED),
    "sustain on the unit's agreement": (sustain(agreed=["discipline", "unit"]), "agreed", Why.OWN_ITEM),
    "sustain after the due day": (sustain(date="2024-08-21"), "by", Why.AFTER_DUE),
    "reopen an open item": ([*START, REOPEN], "action", Why.STATUS),
    "reopen by the parent": ([*CLOSED, {**REOPEN, "by": "parent"}], "by", Why.BODY),
    "reopen without a ground": ([*CLOSED, without(REOPEN, "visit")], "action", Why.NO_GROUND),
    "reopen without a due day": ([*CLOSED, without(REOPEN, "due")], "action", Why.NO_DUE),
    "reopen with a due day gone by": ([*CLOSED, {**REOPEN, "due": "2024-09-30"}], "due", Why.NOT_LATER),
    "reopen without a measure": ([*CLOSED, without(REOPEN, "add")], "action", Why.NO_MEASURE),
    "reopen with an old measure": ([*CLOSED, {**REOPEN, "add": [{"id": "M1", "text": "再来"}]}], "add", Why.USED_NAME),
    "ask under review": ([*SUBMITTED, {**ASK, "date": "2024-08-17"}], "action", Why.STATUS),
    "ask by the office": ([*START, {**ASK, "by": "office"}], "by", Why.BODY),
    "ask without a day": ([*START, without(ASK, "until")], "action", Why.LACKS),
    "ask without a reason": ([*START, without(ASK, "reason")], "action", Why.LACKS),
    "ask for a reason of sustaining": ([*START, {**ASK, "reason": "construction"}], "reason", Why.WRONG_CODE),
    "ask after the due day": ([*START, {**ASK, "date": "2024-08-21"}], "date", Why.ASK_TOO_LATE),
    "extend without an ask": ([*START, entry("08-12", "extend", "office", until="2024-09-20")], "action", Why.NO_ASK),
    "extend twice on one ask": (
        [
            *ASKED,
            entry("08-12", "extend", "office", until="2024-09-20"),
            entry("08-13", "extend", "office", until="2024-10-20"),
        ],
        "action",
        Why.NO_ASK,
    ),
    "extend by the unit": ([*ASKED, entry("08-12", "extend", until="2024-09-20")], "by", Why.BODY),
    "extend without a day": ([*ASKED, entry("08-12", "extend", "office")], "action", Why.LACKS),
    "extend to an earlier day": (
        [*ASKED, entry("08-12", "extend", "office", until="2024-08-19")],
        "until",
        Why.BEFORE_DUE,
    ),
    "extend too far": ([*ASKED, entry("08-12", "extend", "office", until="2025-08-21")], "until", Why.TOO_FAR),
    "refuse without an ask": ([*START, entry("08-12", "refuse", "office", note="不批")], "action", Why.NO_ASK),
    "refuse without a note": ([*ASKED, entry("08-12", "refuse", "office")], "action", Why.NO_NOTE),
    "refuse by discipline": ([*ASKED, entry("08-12", "refuse", "discipline", note="不批")], "by", Why.BODY),
    "replan by the unit": ([*START, entry("07-01", "replan", add=[M9], reason="变化")], "by", Why.BODY),
    "replan without a reason": ([*START, entry("07-01", "replan", "office", add=[M9])], "action", Why.LACKS),
    "replan nothing": ([*START, entry("07-01", "replan", "office", reason="变化")], "action", Why.LACKS),
    "replan with a used id": (
        [*START, entry("07-01", "replan", "office", add=[M9, M9], reason="变化")],
        "add",
        Why.USED_NAME,
    ),
    "drop what is not there": (
        [*START, entry("07-01", "replan", "office", drop=["M7"], reason="变化")],
        "drop",
        Why.UNKNOWN_NAME,
    ),
    "replan under review": (
        [*SUBMITTED, entry("08-17", "replan", "office", add=[M9], reason="变化")],
        "action",
        Why.STATUS,
    ),
    "assign nothing": ([*START, entry("07-01", "assign", "office", reason="调整")], "action", Why.LACKS),
    "assign without a reason": ([*START, entry("07-01", "assign", "office", lead="beizhou")], "action", Why.LACKS),
    "assign by the unit": ([*START, entry("07-01", "assign", lead="beizhou", reason="推给街道")], "by", Why.BODY),
    "assign a closed item": (
        [*CLOSED, entry("08-27", "assign", "office", lead="beizhou", reason="调整")],
        "action",
        Why.STATUS,
    ),
    "supervise by the auditors": (
        [*START, entry("07-01", "supervise", "audit", how="urging", note="催")],
        "by",
        Why.BODY,
    ),
    "supervise without a note": ([*START, entry("07-01", "supervise", "office", how="urging")], "action", Why.LACKS),
    "supervise on site": (
        [*START, entry("07-01", "supervise", "office", how="on_site", note="看")],
        "how",
        Why.WRONG_CODE,
    ),
    "withdraw by the office": (
        [*START, entry("07-01", "withdraw", "office", paper="d", into="R13-05-0138")],
        "by",
        Why.BODY,
    ),
    "withdraw without a paper": (
        [*START, entry("07-01", "withdraw", "leading_group", into="R13-05-0138")],
        "action",
        Why.LACKS,
    ),
    "withdraw into nothing": ([*START, entry("07-01", "withdraw", "leading_group", paper="d")], "action", Why.LACKS),
    "withdraw under review": (
        [*SUBMITTED, entry("08-17", "withdraw", "leading_group", paper="d", into="R13-05-0138")],
        "action",
        Why.STATUS,
    ),
    "correct by the unit": ([*START, entry("07-01", "correct", entry=1, void=True, reason="误")], "by", Why.BODY),
    "correct without a reason": (
        [*START, entry("07-01", "correct", "office", entry=1, void=True)],
        "action",
        Why.LACKS,
    ),
    "correct what is not there": (
        [*START, entry("07-01", "correct", "office", entry=2, void=True, reason="误")],
        "entry",
        Why.BAD_CORRECTION,
    ),
    "correct nothing": ([*START, entry("07-01", "correct", "office", entry=1, reason="误")], "set", Why.BAD_CORRECTION),
}


@pytest.mark.parametrize(("log", "field", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_an_illegal_move_moves_nothing_and_says_why(log, field, why):
    life = lived(log)
    before = lived(log[:-1])

    assert [(one.place, one.fault.field, one.fault.why) for one in life.refusals] == [(len(log) - 1, field, why)]
    assert (life.status, life.due, life.moves) == (before.status, before.due, before.moves)
