"""REF02 and REF03: problems without an inspection, and a register of units without order."""

from collections.abc import Iterator

from inspection.finding import Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.units import Unit
from inspection.rules.framework import Context, Sight, Sighting, rule, see

BELOW = frozenset({"community", "village"})
ABOVE = frozenset({"township", "subdistrict"})


@rule("REF02", Severity.ERROR, sight=Sight.INSPECTION)
def problem_without_inspection(context: Context) -> Iterator[Sighting]:
    """A problem's unit was not inspected in the round the problem lies in.

    Why: plan, feedback and deadlines come from the inspection; without one the problem has none of them.

    Instead: correct the unit, move the problem to its own round, or add the unit's inspection to the round.

    问题所在轮次没有巡察过这个单位。

    为什么：反馈、整改方案和期限都来自该单位的巡察记录，没有它，这个问题就没有着落。

    怎么改：改正单位，或把问题放到它自己的轮次，或在该轮次补上这个单位的巡察记录。
    """
    for problem in context.head.problems.values():
        if problem.unit not in context.head.units or problem.round not in context.head.rounds:
            continue
        if context.head.inspection_of(problem) is not None:
            continue
        path = f"rounds/{problem.round}/{problem.unit}.yaml"
        if path not in context.broken:
            who = context.called(problem.unit)
            yield see(
                problem,
                "/unit",
                zh=f"单位{who.zh}在轮次 {problem.round} 没有巡察记录（{path}）",
                en=f"{who.en} has no inspection in round {problem.round} ({path})",
            )


@rule("REF03", Severity.ERROR)
def units_without_order(context: Context) -> Iterator[Sighting]:
    """Units stand above one another in a circle, or a community or village stands under no township or subdistrict.

    Why: figures are rolled up from communities and villages to townships and subdistricts, and every unit counts once.

    Instead: write the township or subdistrict the unit belongs to as its `parent`.

    单位的上级互相循环，或者社区、村没有挂在任何乡镇、街道之下。

    为什么：数据要从村和社区汇总到乡镇、街道，每个单位只能算一次。

    怎么改：在 `parent` 里写明所属的乡镇或街道。
    """
    units, circling = context.head.units, _in_circles(context.head)
    for unit in units.values():
        if unit.id in circling:
            who, above = context.called(unit.id), context.called(unit.parent or "")
            yield see(
                unit,
                "/parent",
                zh=f"单位{who.zh}的上级{above.zh}又以它为上级，形成循环",
                en=f"the parent of {who.en}, {above.en}, stands below it again",
            )
        elif unit.kind in BELOW and not _has_home(context, unit, circling):
            who, above = context.called(unit.id), context.called(unit.parent or "")
            zh = f"上级是{above.zh}" if unit.parent else "没有写上级"
            en = f"its parent is {above.en}" if unit.parent else "it has no parent"
            kind = context.word(unit.kind, _KIND[unit.kind])
            yield see(
                unit,
                "/parent" if unit.parent else "/kind",
                zh=f"单位{who.zh}是{kind.zh}，{zh}，不在任何乡镇、街道之下",
                en=f"{who.en} is a {kind.en}, {en}, and no township or subdistrict stands above",
            )


def _in_circles(ledger: Ledger) -> frozenset[str]:
    """Return the units that come round to themselves, each unit walked over once."""
    settled: set[str] = set()
    circling: set[str] = set()
    for start in ledger.units:
        trail: dict[str, int] = {}
        here: str | None = start
        while here is not None and here in ledger.units and here not in settled and here not in trail:
            trail[here] = len(trail)
            here = ledger.units[here].parent
        if here is not None and here in trail:
            circling.update(name for name, place in trail.items() if place >= trail[here])
        settled.update(trail)
    return frozenset(circling)


def _has_home(context: Context, unit: Unit, circling: frozenset[str]) -> bool:
    """Return whether a township or subdistrict stands above; where the chain breaks off, another finding says so."""
    here: Unit | None = unit
    while here is not None and here.id not in circling:
        if here.kind in ABOVE:
            return True
        if here.parent is None:
            return False
        here = context.head.units.get(here.parent)
    return True


_KIND = {"community": Words("社区", "community"), "village": Words("村", "village")}
