"""Random logs through the life of an item."""

from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.derive import restated
from tests.derive.logs_at_random import FIELDS, LAST, days, items, walks, wild_logs
from tests.derive.making import PROBLEM, UNIT, a_ledger, a_problem, a_unit, an_item, entry

from inspection.derive.lifecycle import life
from inspection.derive.lives import Lives, setting_of
from inspection.model.policy import Quorum

LEDGER = a_ledger()
AFTER = LAST + timedelta(30)
often = settings(max_examples=200, deadline=None)


def life_of(item, log, as_of=AFTER, ledger=LEDGER):
    problem = a_problem({**item, "log": log})
    return life(setting_of(ledger, problem, problem.items[0]), as_of)


def told(one):
    """Return what an item's life says, leaving out where in the file it says so."""
    placeless = {"agreed": None, "asks": None, "moves": None, "refusals": None}
    agreed = tuple(placed.entry for placed in one.agreed)
    asks = tuple((ask.on, ask.until) for ask in one.asks)
    refused = sorted((str(each.entry), each.fault, each.consequence) for each in one.refusals)
    return one._replace(**placeless), agreed, asks, refused


@settings(often, max_examples=1000)
@given(st.data())
def test_exactly_the_legal_moves_are_made(data):
    item = data.draw(items())
    log = data.draw(walks(item))
    past = restated.accepted(log, item)
    one = life_of(item, log)
    event(restated.status(past))

    assert [log[placed.place] for placed in one.moves] == past
    assert one.status == restated.status(past)
    assert one.due == restated.due(past, item, AFTER)
    assert one.lead == restated.lead(past, item)


@often
@given(st.data())
def test_the_status_depends_on_nothing_but_the_log_and_the_day(data):
    item = data.draw(items())
    log = data.draw(walks(item))
    day = date.fromisoformat(data.draw(days()))
    others = [a_problem(an_item([entry("06-20", "start")]), identity=f"R13-05-{number:04}") for number in (1, 138)]
    units = {**LEDGER.units, "newcomer": a_unit("newcomer")}
    other = a_ledger(*others, units=dict(sorted(units.items(), reverse=True)))

    assert life_of(item, log, day) == life_of(item, log, day, other)


@often
@given(st.data())
def test_the_order_of_the_file_matters_only_within_a_day(data):
    item = data.draw(items())
    log = data.draw(walks(item))
    keys = data.draw(st.permutations(sorted({one["date"] for one in log})))
    shuffled = sorted(log, key=lambda one: keys.index(one["date"]))

    assert told(life_of(item, shuffled)) == told(life_of(item, log))


def corrections(log, after):
    """Return corrections of entries of the log, dated after it."""
    fields = st.fixed_dictionaries({}, optional={**FIELDS, "date": days()})
    each = st.fixed_dictionaries(
        {
            "date": days(after, after + timedelta(60)),
            "action": st.just("correct"),
            "by": st.sampled_from(["office", "office", "inspection-office", "unit"]),
            "entry": st.integers(1, len(log) + 3),
            "reason": st.just("记错"),
        },
        optional={"void": st.booleans(), "set": fields},
    )
    return st.lists(each, max_size=3).map(lambda made: sorted(made, key=lambda one: one["date"]))


@often
@given(st.data())
def test_a_past_day_knows_nothing_of_what_came_after(data):
    item = data.draw(items())
    log = data.draw(walks(item))
    log += data.draw(corrections(log, date.fromisoformat(log[-1]["date"]) if log else LAST))
    day = data.draw(days(LAST - timedelta(700), AFTER))
    cut = [one for one in log if one["date"] <= day]

    assert life_of(item, log, date.fromisoformat(day)) == life_of(item, cut, date.fromisoformat(day))


def voiding(number, day):
    return entry(day, "correct", "office", entry=number, void=True, reason="误记")


@often
@given(st.data())
def test_a_voided_entry_leads_back_to_what_would_have_been(data):
    item = data.draw(items())
    log = data.draw(walks(item))
    place = data.draw(st.integers(0, len(log)))
    wrong = data.draw(wild_logs().filter(bool))[0]
    wrong = {**wrong, "date": data.draw(days())}
    if wrong["action"] == "correct":
        wrong["by"] = "unit"
    made = [*log[:place], wrong, *log[place:]]
    last = AFTER.isoformat()
    mended = [*made, voiding(place + 1, last)]

    assert told(life_of(item, mended)) == told(life_of(item, log))
    assert told(life_of(item, [*mended, voiding(len(mended), last)])) == told(life_of(item, made))


@often
@given(st.data())
def test_a_set_entry_leads_back_to_what_would_have_been(data):
    item = data.draw(items())
    log = data.draw(walks(item).filter(bool))
    place = data.draw(st.integers(0, len(log) - 1))
    right = log[place]
    fields = data.draw(st.sets(st.sampled_from(sorted(right)), min_size=1))
    wrong = right | {name: data.draw(other_than(name)) for name in fields}
    correct = entry(AFTER.isoformat(), "correct", "office", entry=place + 1, reason="记错")
    correct["set"] = {name: right[name] for name in fields}

    assert told(life_of(item, [*log[:place], wrong, *log[place + 1 :], correct])) == told(life_of(item, log))


def other_than(name):
    """Return values a field may wrongly have held."""
    usual = {
        "date": days(),
        "action": st.sampled_from(sorted(restated.FROM)),
        "by": st.sampled_from(["unit", "office"]),
    }
    return {**FIELDS, **usual}[name]


@often
@given(wild_logs(), days(date.min, date.max), st.sampled_from(["immediate", "phased", "long_term"]))
def test_no_log_of_valid_form_stops_the_fold(log, day, kind):
    problem = a_problem(an_item(log, kind=kind))
    one = Lives(a_ledger(problem), date.fromisoformat(day)).of(problem, problem.items[0])
    places = {placed.place for placed in one.moves} | {refusal.place for refusal in one.refusals}

    assert places <= set(range(len(log)))
    assert not {placed.place for placed in one.moves} & {refusal.place for refusal in one.refusals}


@often
@given(wild_logs())
def test_a_refusal_that_is_a_consequence_has_a_cause_before_it(log):
    told_causes = False
    for refusal in life_of(an_item(), log, date.max).refusals:
        assert told_causes or not refusal.consequence
        told_causes = told_causes or not refusal.consequence


def test_the_world_of_the_second_telling_is_that_of_the_ledger():
    assert LEDGER.district is not None
    assert {**LEDGER.district.bodies, "parent": LEDGER.units[UNIT].parent} == restated.WORLD
    assert LEDGER.policies[0].duties["community"].closing == Quorum(bodies=("office", "discipline", "parent"), count=2)
    assert PROBLEM.startswith(LEDGER.rounds["R13-05"].id)
