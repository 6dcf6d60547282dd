"""RND04 to RND06: how the units of a round are gone to: mode, groups, and what the auditors gave."""

from collections import defaultdict
from collections.abc import Iterator

from inspection.derive.bodies import called
from inspection.derive.visited import GRASSROOTS, entry, opened, policy_of, visits_by_round
from inspection.finding import Severity
from inspection.model.ledger import Ledger
from inspection.model.rounds import Round
from inspection.model.units import Unit
from inspection.rules.framework import Context, Sighting, rule, see

TOWNS = frozenset({"township", "subdistrict"})


@rule("RND04", Severity.WARNING, practice="S0")
def integrated_above_the_limit(context: Context) -> Iterator[Sighting]:
    """The integrated mode was taken for a subdistrict with more communities than the policy allows.

    Why: one group can look at a subdistrict and all its communities together only where they are few.

    Instead: inspect the communities directly (`mode: direct`), or share them out among several groups and rounds.

    社区数量超过政策上限的镇街，采取了一体巡。

    为什么：社区少的镇街，一个组才能连同社区一起巡透。

    怎么改：改用直接巡（`mode: direct`），或分组、分轮次安排。
    """
    below = _communities(context.head)
    seen: set[tuple[str, str]] = set()
    for inspection in context.head.inspections.values():
        round_, town = context.head.rounds.get(inspection.round), _town(context.head, inspection.unit)
        if inspection.mode != "integrated" or round_ is None or town is None or (round_.id, town) in seen:
            continue
        seen.add((round_.id, town))
        most = policy_of(context.head, round_).limits.integrated_communities
        number = sum(unit.registered(opened(round_)) for unit in below[town])
        if number > most:
            who = context.called(town)
            yield see(
                inspection,
                "/mode",
                zh=f"轮次 {round_.id} 对{who.zh}采取一体巡，它有 {number} 个村（社区），政策规定不超过 {most} 个",
                en=f"{round_.id} is integrated in {who.en}, which has {number} communities; the policy allows {most}",
            )


@rule("RND05", Severity.ERROR, practice="S1")
def units_shared_out_wrongly(context: Context) -> Iterator[Sighting]:
    """A unit stands in two groups of a round; or a one-to-many group has a single unit (a warning).

    Why: what two groups answer for, none answers for; and one group for many is not one group for one.

    Instead: leave the unit with the group that went there; give the one-to-many group its other units, or correct the
    unit's `mode`.

    同一轮次中，一个单位分给了两个组；或者「一对多」的组只有一个单位（警告）。

    为什么：两个组都管，就等于都不管；只有一个单位的，谈不上「一对多」。

    怎么改：单位只留在实际进驻的组；「一对多」的组补上其他单位，或改正单位的 `mode`。
    """
    for round_ in context.head.rounds.values():
        yield from _in_two_groups(context.head, round_)
        for place, group in enumerate(round_.groups):
            units = dict.fromkeys(group.units)
            for unit in units if len(units) == 1 else ():
                inspection = context.head.inspections.get((round_.id, unit))
                if inspection is not None and inspection.mode == "one_to_many":
                    who = context.called(unit)
                    yield see(
                        round_,
                        f"/groups/{place}/units",
                        zh=f"组 {group.id} 只有单位{who.zh}，该单位的巡察方式却是「一对多」（`one_to_many`）",
                        en=f"group {group.id} has the single unit {who.en}, whose mode is `one_to_many`",
                        severity=Severity.WARNING,
                    )


@rule("RND06", Severity.WARNING, practice="S0")
def audit_without_its_list(context: Context) -> Iterator[Sighting]:
    """A unit is inspected after an audit without the audit's problem list, or by big data without the report.

    Why: the audit comes first so that the inspectors start from what it found; without the paper they do not.

    Instead: record the paper in the round's `briefings` (and the unit in its `units`), or correct `audit`.

    单位写明先审后巡，却没有审计问题清单；或写明大数据审计，却没有大数据报告。

    为什么：先审计，是为了带着审计发现的问题进驻，没有清单就无从带起。

    怎么改：在本轮 `briefings` 补记清单或报告（并在 `units` 列上该单位），或改正 `audit`。
    """
    for round_id, visits in visits_by_round(context.head).items():
        round_ = context.head.rounds[round_id]
        for unit, inspection in visits.items():
            wanted = _PAPERS.get(inspection.audit or "") if inspection is not None else None
            if inspection is None or wanted is None or entry(round_, inspection) > context.today:
                continue
            kind, name = wanted
            if not any(one.kind == kind and (not one.units or unit in one.units) for one in round_.briefings):
                who = context.called(unit)
                yield see(
                    inspection,
                    "/audit",
                    zh=f"单位{who.zh}的审计联动为 `{inspection.audit}`，轮次 {round_id} 没有涉及它的{name}",
                    en=f"`audit` of {who.en} is {inspection.audit}, and {round_id} has no `{kind}` that covers it",
                )


def _in_two_groups(ledger: Ledger, round_: Round) -> Iterator[Sighting]:
    first: dict[str, int] = {}
    for place, group in enumerate(round_.groups):
        for row, unit in enumerate(group.units):
            known = first.setdefault(unit, place)
            if known != place:
                other, who = round_.groups[known].id, called(ledger, unit)
                yield see(
                    round_,
                    f"/groups/{place}/units/{row}",
                    zh=f"单位{who.zh}同时分给了组 {other} 和组 {group.id}",
                    en=f"{who.en} is given to group {other} and to group {group.id}",
                )


def _communities(ledger: Ledger) -> defaultdict[str, list[Unit]]:
    below: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in ledger.units.values():
        if unit.kind in GRASSROOTS and unit.parent is not None:
            below[unit.parent].append(unit)
    return below


def _town(ledger: Ledger, name: str) -> str | None:
    unit = ledger.units.get(name)
    if unit is None:
        return None
    return unit.id if unit.kind in TOWNS else unit.parent


_PAPERS = {
    "audit_first": ("audit_problem_list", "审计问题清单"),
    "big_data": ("big_data_report", "大数据报告"),
}
