"""COV: whether every unit of the base is inspected once within the term."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from inspection.derive.figures.coverage import base_of
from inspection.finding import Severity
from inspection.model.district import Plan, Term
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.record import Span
from inspection.rules.framework import Context, Rule, Sighting, rule, see

MONTHS_OF_A_QUARTER = 3


@rule("COV01", Severity.ERROR)
def joined_the_base_unexplained(context: Context) -> Iterator[Sighting]:
    """A unit joined the coverage base after it was frozen, and no reason is given.

    Why: the base is what coverage is measured against; it may change, but not silently.

    Instead: give the reason in `base_reason`, or set `in_base: false`.

    覆盖基数冻结之后才纳入的单位计入了基数，却没有写明理由。

    为什么：覆盖率按基数计算，基数可以变，但要说得清。

    怎么改：在 `base_reason` 写明理由，或改为 `in_base: false`。
    """
    term = _term(context)
    for unit in context.head.units.values() if term is not None else ():
        if term is not None and unit.in_base and unit.joined > term.base_frozen and not unit.base_reason:
            who = context.called(unit.id)
            yield see(
                unit,
                "/in_base",
                zh=f"单位{who.zh}{unit.joined} 纳入，基数已于 {term.base_frozen} 冻结，没有写 `base_reason`",
                en=f"{who.en} joined on {unit.joined}, the base was frozen on {term.base_frozen}, no `base_reason`",
            )


@rule("COV02", Severity.WARNING)
def inspected_twice_in_a_term(context: Context) -> Iterator[Sighting]:
    """A unit was fully inspected twice by regular rounds of one term.

    Why: each full regular inspection of one unit is one that another unit waits for.

    Instead: correct the reach or the kind of round; if it was so decided, acknowledge it with the reason.

    一届任期内，同一个单位被常规巡察全面巡察了两次。

    为什么：重复巡一家，就有另一家要等。

    怎么改：核对巡察方式（`reach`）和轮次种类；确系研究决定的，在记录里承认并写明理由。
    """
    term = _term(context)
    done: defaultdict[str, list[tuple[date, Inspection]]] = defaultdict(list)
    for inspection, onsite in _full(context.head, term):
        if context.head.rounds[inspection.round].kind == "regular" and onsite.to < context.today:
            done[inspection.unit].append((onsite.to, inspection))
    for unit, visits in done.items():
        who = context.called(unit)
        (first_day, first), *again = sorted(visits, key=lambda one: (one[0], one[1].path))
        for day, one in again:
            yield see(
                one,
                "/reach",
                zh=f"单位{who.zh}本届在 {first.round} 已全面巡察（{first_day} 止），{one.round} 又一次（{day} 止）",
                en=f"{who.en} was fully inspected in {first.round} (to {first_day}) and in {one.round} (to {day})",
            )


@rule("COV03", Severity.WARNING, timed=True)
def neither_inspected_nor_planned(context: Context) -> Iterator[Sighting]:
    """A unit of the base is neither fully inspected in this term nor planned for what is left of it.

    Why: full coverage within the term is promised, and what stands in no plan is forgotten.

    Instead: put the unit into a round of a year's plan.

    覆盖基数内的单位，本届既没有全面巡察过，剩余时间的计划里也没有。

    为什么：一届任期内要实现全覆盖，不进计划的就会漏掉。

    怎么改：把该单位列入年度计划（`plan/`）的某一轮。
    """
    term = _term(context)
    if term is None:
        return
    reached = {inspection.unit for inspection, _ in _full(context.head, term)}
    reached |= {unit for plan in context.head.plans.values() for unit in _planned(plan, term, context.today)}
    for unit in base_of(context.head, term, context.today):
        if unit.id not in reached and unit.registered(context.today):
            who = context.called(unit.id)
            yield see(
                unit,
                "/in_base",
                zh=f"单位{who.zh}在覆盖基数内，本届（{term.ends} 止）没有全面巡察，也没有列入计划",
                en=f"{who.en} is in the base and neither inspected nor planned before the term ends on {term.ends}",
            )


def _term(context: Context) -> Term | None:
    """Return the term that contains today."""
    terms = context.head.district.terms if context.head.district is not None else ()
    return next((one for one in terms if one.began <= context.today <= one.ends), None)


def _full(ledger: Ledger, term: Term | None) -> Iterator[tuple[Inspection, Span]]:
    """Yield the full inspections of a term, planned ones too; looking back at a unit does not cover it."""
    for inspection in ledger.inspections.values() if term is not None else ():
        round_ = ledger.rounds.get(inspection.round)
        if round_ is None or round_.kind == "look_back" or inspection.reach != "full" or term is None:
            continue
        onsite = inspection.onsite or round_.onsite
        if term.began <= onsite.to <= term.ends:
            yield inspection, onsite


def _planned(plan: Plan, term: Term, today: date) -> Iterator[str]:
    """Yield the units of rounds that can still begin within the term; a quarter that is over is no plan any more."""
    for one in plan.rounds:
        last = one.quarter * MONTHS_OF_A_QUARTER
        begins, ends = (f"{plan.id}-{month:02}" for month in (last - MONTHS_OF_A_QUARTER + 1, last))
        if begins <= _month(term.ends) and ends >= _month(today):
            yield from one.units


def _month(day: date) -> str:
    return day.isoformat().rpartition("-")[0]


RULES: tuple[Rule, ...] = (joined_the_base_unexplained, inspected_twice_in_a_term, neither_inspected_nor_planned)
