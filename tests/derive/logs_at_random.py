"""Random logs for the property tests: walks that often are legal, and entries of any schema-valid form."""

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st
from tests.derive import restated
from tests.derive.making import UNIT, Plain, an_item

BODIES = ["unit", "parent", "office", "discipline", "organization", "audit", "group", "leading_group", UNIT,
          "rectification_office", "beizhou", "inspection-office", "district-discipline", "agriculture"]  # fmt: skip
LEADS = [UNIT, "beizhou", "agriculture", "district-discipline"]
FIRST, LAST = date(2024, 6, 7), date(2026, 6, 30)
MEASURES = ["M1", "M2", "M3"]
HOWS = ["on_site", "documents", "interview", "liaison", "division", "urging", "summary"]
REASONS = ["litigation", "policy", "funding", "institutional", "historic", "construction", "other", "因故"]


def days(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[str]:
    """Days as text."""
    return st.integers(0, (last - first).days).map(lambda count: (first + timedelta(count)).isoformat())


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    """A few of the values, none twice."""
    return st.lists(st.sampled_from(values), max_size=len(values), unique=True)


def measures(names: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[Plain]]:
    """Measures to add."""
    return names.map(lambda ids: [{"id": one, "text": "补充措施"} for one in ids])


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "note": st.just("说明"), "done": some([*MEASURES, "M9"]), "evidence": some(["E1", "E2", "E3", "E9"]),
    "vouched": st.just("书记"), "how": st.sampled_from(HOWS), "reason": st.sampled_from(REASONS), "until": days(),
    "next": days(), "check": days(), "agreed": st.lists(st.sampled_from(BODIES), max_size=3),
    "visit": st.just("V2024-003"), "order": st.just("order"), "due": days(),
    "add": measures(st.lists(st.sampled_from(["M1", "M4", "M5", "M6"]), max_size=2)), "drop": some([*MEASURES, "M9"]),
    "lead": st.sampled_from(LEADS), "responsible": st.just("主任"), "paper": st.just("decision"),
    "into": st.just("R13-05-0138"),
}  # fmt: skip
USUAL: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "report": {"note": FIELDS["note"], "done": some(MEASURES)},
    "achieve": {"note": FIELDS["note"], "next": days(), "done": some(MEASURES)},
    "submit": {"evidence": st.just(["E1"]), "vouched": FIELDS["vouched"]},
    "agree": {"how": st.sampled_from(HOWS[:3])},
    "return": {"note": FIELDS["note"]},
    "sustain": {"reason": st.just("historic"), "check": days(date(2024, 9, 1), date(2025, 6, 1)),
                "evidence": st.just(["E1"]), "agreed": st.sampled_from([["discipline"], ["office", "parent"]])},
    "reopen": {"visit": FIELDS["visit"], "due": days(date(2025, 1, 1)), "add": FIELDS["add"]},
    "ask": {"until": days(), "reason": st.just("funding")},
    "extend": {"until": days(date(2024, 10, 1), date(2025, 9, 1))},
    "refuse": {"note": FIELDS["note"]},
    "replan": {"add": FIELDS["add"], "drop": some(["M2"]), "reason": st.just("情况变化")},
    "assign": {"lead": FIELDS["lead"], "reason": st.just("职责调整")},
    "supervise": {"how": st.sampled_from(HOWS[3:]), "note": FIELDS["note"]},
    "withdraw": {"paper": FIELDS["paper"], "into": FIELDS["into"]},
}  # fmt: skip


@st.composite
def items(draw: st.DrawFn) -> Plain:
    """An item as the plan wrote it, without a log."""
    ids = draw(some(["M1", "M2"]))
    return an_item(
        kind=draw(st.sampled_from(["phased", "phased", "long_term"])),
        due=draw(days(date(2024, 7, 1), date(2024, 12, 31))),
        lead=draw(st.sampled_from([UNIT, UNIT, "beizhou", "district-discipline"])),
        partners=draw(some(["beizhou", "inspection-office"]).map(lambda units: units[:1])),
        measures=[{"id": one, "text": "措施"} for one in ids],
    )


ONWARD = {
    "not_started": ["start"], "in_progress": ["submit", "submit", "achieve", "sustain", "ask", "extend"],
    "basically_done": ["submit", "sustain"], "submitted": ["agree", "close", "close", "close", "return"],
    "long_term": ["submit", "reopen", "sustain"], "closed": ["reopen"], "withdrawn": ["start"],
}  # fmt: skip


@st.composite
def walks(draw: st.DrawFn, item: Plain, most: int = 20) -> list[Plain]:
    """A log in the order of its days, whose entries mostly are the usual ones of where the item stands."""
    log: list[Plain] = []
    past: list[Plain] = []
    day, dice = FIRST, Random(draw(st.integers(0, 2**32)))
    for _ in range(dice.randint(0, most)):
        here = restated.status(past)
        fitting = [action for action, origins in restated.FROM.items() if here in origins.split()]
        action = dice.choice(dice.choice([ONWARD[here], ONWARD[here], fitting or ["start"], list(restated.FROM)]))
        day = min(day + timedelta(dice.choice([0, 0, 1, 2, 3, 5, 20])), LAST)
        by = dice.choice([dice.choice(BODIES), *(dice.choice(restated.BY[action].split()) for _ in range(4))])
        fields = {name: draw(each) for name, each in USUAL.get(action, {}).items() if dice.random() < 0.95}
        if action == "submit":
            fields["done"] = sorted(restated.left(past, item))[: dice.choice([None, None, None, None, 1])]
        if dice.random() < 0.15:
            fields |= draw(st.fixed_dictionaries({}, optional=FIELDS))
        log.append({"date": day.isoformat(), "action": action, "by": by} | fields)
        past += [log[-1]] if restated.legal(past, log[-1], item) else []
    return log


@st.composite
def wild_logs(draw: st.DrawFn) -> list[Plain]:
    """A log of entries of any schema-valid form, corrections among them, in any order."""
    anything = st.one_of(st.text(max_size=5), st.integers(), st.booleans(), st.lists(st.text(max_size=3), max_size=2))
    far = days(date.min, date.max)
    setting = st.dictionaries(st.sampled_from([*FIELDS, "date", "action", "by", "x"]), anything, min_size=1, max_size=3)
    extra = {**FIELDS, "until": far, "due": far, "check": far, "next": far, "void": st.booleans(),
             "entry": st.integers(1, 12), "set": setting | st.fixed_dictionaries({}, optional=FIELDS)}  # fmt: skip
    entries = st.fixed_dictionaries(
        {
            "date": days() | far,
            "action": st.sampled_from([*restated.FROM, "correct", "correct"]),
            "by": st.sampled_from([*BODIES, "nowhere"]),
        },
        optional=extra,
    )
    return draw(st.lists(entries, max_size=12))
