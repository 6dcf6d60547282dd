"""Every action of an item's log, made legally from every status it may start from."""

import pytest
from tests.derive.logs import ACHIEVED, AGREED, ASK, ASKED, CLOSED, LONG, M9, REOPEN, START, SUBMIT, SUBMITTED, SUSTAIN
from tests.derive.making import entry, lived

from inspection.derive.status import Status

LEGAL = {
    "start by the unit": ([entry("06-20", "start")], Status.IN_PROGRESS),
    "start by the unit's id": ([entry("06-20", "start", "gushan-community")], Status.IN_PROGRESS),
    "start by the parent": ([entry("06-20", "start", "parent")], Status.IN_PROGRESS),
    "start by the group": ([entry("06-20", "start", "group")], Status.IN_PROGRESS),
    "report on an item not started": ([entry("06-20", "report", note="开始")], Status.IN_PROGRESS),
    "report in progress": ([*START, entry("06-21", "report", "parent", note="推进")], Status.IN_PROGRESS),
    "report on a basically done item": ([*ACHIEVED, entry("07-21", "report", note="收尾")], Status.BASICALLY_DONE),
    "report on a long-term item": (
        [*LONG, entry("08-02", "report", note="常态", check="2025-08-02")],
        Status.LONG_TERM,
    ),
    "achieve": (ACHIEVED, Status.BASICALLY_DONE),
    "submit in progress": (SUBMITTED, Status.SUBMITTED),
    "submit a basically done item": ([*ACHIEVED, SUBMIT], Status.SUBMITTED),
    "submit a long-term item": ([*LONG, SUBMIT], Status.SUBMITTED),
    "submit by the group": ([*START, {**SUBMIT, "by": "group"}], Status.SUBMITTED),
    "agree": (AGREED, Status.SUBMITTED),
    "agree by the parent": ([*SUBMITTED, entry("08-19", "agree", "parent", how="interview")], Status.SUBMITTED),
    "return to in progress": ([*SUBMITTED, entry("08-19", "return", "office", note="缺照片")], Status.IN_PROGRESS),
    "return to basically done": (
        [*ACHIEVED, SUBMIT, entry("08-19", "return", "audit", note="缺")],
        Status.BASICALLY_DONE,
    ),
    "return to long-term": ([*LONG, SUBMIT, entry("08-19", "return", "discipline", note="缺")], Status.LONG_TERM),
    "close": (CLOSED, Status.CLOSED),
    "close by the body's unit id": ([*AGREED, entry("08-20", "close", "inspection-office")], Status.CLOSED),
    "sustain in progress": (LONG, Status.LONG_TERM),
    "sustain a basically done item": ([*ACHIEVED, SUSTAIN], Status.LONG_TERM),
    "sustain a submitted item on its agreements": (
        [*AGREED, entry("08-20", "sustain", "office", reason="historic", check="2025-08-01", evidence=["E1"])],
        Status.LONG_TERM,
    ),
    "sustain again": ([*LONG, {**SUSTAIN, "date": "2024-08-15"}], Status.LONG_TERM),
    "sustain after the due day by the leading group": (
        [*START, {**SUSTAIN, "date": "2024-08-21", "by": "leading_group", "agreed": ["office", "discipline"]}],
        Status.LONG_TERM,
    ),
    "reopen a closed item": ([*CLOSED, REOPEN], Status.IN_PROGRESS),
    "reopen a long-term item by order": (
        [*LONG, entry("10-01", "reopen", "leading_group", order="reopening", due="2024-12-01", add=[M9])],
        Status.IN_PROGRESS,
    ),
    "ask": (ASKED, Status.IN_PROGRESS),
    "ask on the due day": ([*START, {**ASK, "date": "2024-08-20"}], Status.IN_PROGRESS),
    "extend": ([*ASKED, entry("08-12", "extend", "office", until="2024-09-20")], Status.IN_PROGRESS),
    "extend a submitted item": (
        [*ASKED, SUBMIT, entry("08-17", "extend", "leading_group", until="2024-09-20")],
        Status.SUBMITTED,
    ),
    "refuse": ([*ASKED, entry("08-12", "refuse", "office", note="理由不足")], Status.IN_PROGRESS),
    "replan": (
        [*START, entry("07-01", "replan", "office", add=[M9], drop=["M1"], reason="情况变化")],
        Status.IN_PROGRESS,
    ),
    "assign": ([*START, entry("07-01", "assign", "parent", lead="agriculture", reason="职责调整")], Status.IN_PROGRESS),
    "assign a submitted item": (
        [*SUBMITTED, entry("08-17", "assign", "office", responsible="主任", reason="换届")],
        Status.SUBMITTED,
    ),
    "supervise": ([*START, entry("07-01", "supervise", "organization", how="urging", note="催办")], Status.IN_PROGRESS),
    "withdraw": (
        [*START, entry("07-01", "withdraw", "leading_group", paper="decision", into="R13-05-0138")],
        Status.WITHDRAWN,
    ),
    "correct": (
        [*START, entry("07-01", "correct", "office", entry=1, set={"note": "已成立专班"}, reason="补记")],
        Status.IN_PROGRESS,
    ),
}


@pytest.mark.parametrize(("log", "status"), LEGAL.values(), ids=LEGAL.keys())
def test_a_legal_move_is_made(log, status):
    life = lived(log)

    assert life.refusals == ()
    assert life.status is status
    assert [one.place for one in life.moves] == list(range(len(log)))
