"""What makes a move legal or not beyond the table: quorums, the group on site, policies, extensions, consequences."""

from datetime import date

from tests.derive.logs import AGREED, ASKED, CLOSED, LONG, REOPEN, START, SUBMIT, SUBMITTED, without
from tests.derive.making import a_ledger, a_policy, duties, entry, lived

from inspection.derive.state import Why
from inspection.derive.status import Status


def test_an_immediate_item_is_not_sustained():
    assert [one.fault.why for one in lived(LONG, kind="immediate").refusals] == [Why.KIND_FORBIDS]


def test_an_immediate_item_closes_under_the_group_until_it_has_left():
    log = [entry("04-20", "start"), entry("04-22", "submit", vouched="书记", evidence=["E1"], done=["M1"])]

    assert lived([*log, entry("04-28", "close", "group")], kind="immediate").status is Status.CLOSED
    assert lived([*log, entry("04-29", "close", "group")], kind="immediate").status is Status.SUBMITTED
    assert lived([*log, entry("04-28", "close", "group")]).status is Status.SUBMITTED


def test_an_agreement_lapses_when_its_unit_comes_to_lead_the_item():
    log = [*AGREED, entry("08-20", "assign", "parent", lead="district-discipline", reason="调整")]
    life = lived([*log, entry("08-21", "close", "office")])

    assert next(one.fault for one in life.refusals).why is Why.TOO_FEW_AGREED
    assert life.status is Status.SUBMITTED


def test_a_partner_judges_nothing():
    life = lived([*SUBMITTED, entry("08-19", "agree", "parent", how="on_site")], partners=["beizhou"])

    assert [one.fault.why for one in life.refusals] == [Why.OWN_ITEM]


def test_closing_takes_the_policy_of_the_submit():
    later = a_policy("2024-08-18", duties={"default": duties("office", count=1)})
    ledger = a_ledger(policies=(a_policy(), later))
    early, late = SUBMITTED, [*START, {**SUBMIT, "date": "2024-08-18"}]

    assert lived([*early, entry("08-19", "close", "office")], ledger=ledger).status is Status.SUBMITTED
    assert lived([*late, entry("08-19", "close", "office")], ledger=ledger).status is Status.CLOSED


def test_extensions_take_the_policy_of_the_entry():
    stricter = a_policy("2024-08-12", extensions={"most": 0, "beyond": "12m", "beyond_by": "leading_group"})
    ledger = a_ledger(policies=(a_policy(), stricter))

    assert lived([*ASKED, entry("08-11", "extend", "office", until="2024-09-20")], ledger=ledger).extensions == 1
    assert lived([*ASKED, entry("08-12", "extend", "office", until="2024-09-20")], ledger=ledger).extensions == 0


def extended(by, *untils):
    log = list(START)
    for month, until in enumerate(untils):
        day = f"07-{10 + month}"
        log += [entry(day, "ask", until=until, reason="policy"), entry(day, "extend", by, until=until)]
    return lived(log)


def test_the_extension_one_too_many_is_refused_whoever_grants_it():
    for by in ("office", "leading_group"):
        life = extended(by, "2024-09-01", "2024-10-01", "2024-11-01")

        assert [one.fault for one in life.refusals] == [("action", Why.ONE_TOO_MANY, ("3", "2"))]
        assert life.due == date(2024, 10, 1)


def test_the_leading_group_extends_further_than_the_office():
    assert extended("office", "2025-08-20").refusals == ()
    assert [one.fault.why for one in extended("office", "2025-08-21").refusals] == [Why.TOO_FAR]
    assert extended("leading_group", "2026-08-21").due == date(2026, 8, 21)


def test_extensions_count_anew_from_the_reopening():
    first = [
        entry("07-10", "ask", until="2024-09-01", reason="policy"),
        entry("07-11", "extend", "office", until="2024-09-01"),
    ]
    second = [
        entry("07-12", "ask", until="2024-10-01", reason="policy"),
        entry("07-13", "extend", "office", until="2024-10-01"),
    ]
    again = [
        entry("10-05", "ask", until="2025-12-01", reason="policy"),
        entry("10-06", "extend", "office", until="2025-12-01"),
    ]
    life = lived([*START, *first, *second, *CLOSED[1:], REOPEN, *again])

    assert life.refusals == ()
    assert (life.due, life.extensions) == (date(2025, 12, 1), 3)


def test_a_refused_ask_has_to_be_made_again():
    life = lived(
        [
            *ASKED,
            entry("08-12", "refuse", "office", note="理由不足"),
            entry("08-13", "extend", "office", until="2024-09-20"),
        ]
    )

    assert [one.fault.why for one in life.refusals] == [Why.NO_ASK]


def test_what_only_follows_from_a_refused_move_is_marked():
    log = [*START, without(SUBMIT, "vouched"), *CLOSED[2:], REOPEN]
    life = lived(log)

    assert [(one.place, one.fault.why, one.consequence) for one in life.refusals] == [
        (1, Why.NOT_VOUCHED, False),
        (2, Why.STATUS, True),
        (3, Why.STATUS, True),
        (4, Why.STATUS, True),
    ]


def test_a_second_fault_of_its_own_is_no_consequence():
    log = [*START, without(SUBMIT, "vouched"), entry("08-17", "ask", until="2024-09-20"), entry("08-18", "start")]
    life = lived(log)

    assert [(one.place, one.fault.why, one.consequence) for one in life.refusals] == [
        (1, Why.NOT_VOUCHED, False),
        (2, Why.LACKS, True),
        (3, Why.STATUS, False),
    ]
