"""CMN: common problems, which many units share: who owns them, who was told, and what the self-checks brought."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.addressees import addressees
from inspection.derive.clocks import deadline
from inspection.derive.letters import SUGGESTIONS, about, issued
from inspection.derive.roles import known_roles
from inspection.finding import Severity
from inspection.model.matters import CommonProblem, SelfCheck
from inspection.rules.framework import Context, Rule, Sighting, rule, see


@rule("CMN01", Severity.WARNING, timed=True, practice="S2")
def self_check_late_or_missing(context: Context) -> Iterator[Sighting]:
    """An addressee's self-check came after the policy's time, or has not come and the time has passed.

    Why: a common problem is there so that every unit examines itself before the inspectors come.

    Instead: hand the self-check in and record the day; where it came late, acknowledge it with the reason.

    共性问题的自查单位超过政策规定的时间才报送自查，或者期限已过还没有报送。

    为什么：共性问题发出来，就是要各单位对照自查、未巡先改。

    怎么改：抓紧自查报送并登记日期；已经迟报的，在记录里承认并写明理由。
    """
    for common in context.head.commons.values():
        due = deadline(context.head, context.calendar, "self_check", common.issued).day
        for place, unit in enumerate(addressees(context.head, common)):
            check = context.head.self_checks.get((common.id, unit))
            submitted = check.submitted if check is not None else None
            zh = f"共性问题 {common.id} {common.issued} 印发，自查期限 {due}"
            en = f"{common.id} was issued on {common.issued}, self-checks due {due}"
            who = context.called(unit)
            if check is not None and submitted is not None and due < submitted <= context.today:
                zh, en = f"{zh}，单位{who.zh}{submitted} 才报送", f"{en}; {who.en} handed in on {submitted}"
                yield see(check, "/submitted", zh=zh, en=en)
            elif (submitted is None or submitted > context.today) and _owes(context, common, unit, due):
                named = f"/addressees/{place}" if common.addressees else "/issued"
                record, pointer = (check, "") if check is not None else (common, named)
                zh, en = f"{zh}，单位{who.zh}还没有报送", f"{en}; nothing came from {who.en}"
                yield see(record, pointer, zh=zh, en=en)


def _owes(context: Context, common: CommonProblem, unit: str, due: date) -> bool:
    """Return whether a unit still owes its self-check: one that had left does not, one that cannot be read is there."""
    known = context.head.units.get(unit)
    gone = known is not None and known.left is not None and known.left < due
    return due < context.today and not gone and f"common/{common.id}/{unit}.yaml" not in context.broken


@rule("CMN02", Severity.WARNING, practice="S2")
def common_problem_nobody_owns(context: Context) -> Iterator[Sighting]:
    """A common problem has no owner, or no suggestion letter about it was issued to its owner.

    Why: who governs the field must own its common problems; the letter is what the owner answers to.

    Instead: name the competent department in `owner`, and issue a suggestion letter to it that names the problem.

    共性问题没有明确主管部门，或者没有就它向主管部门发建议书。

    为什么：管行业就要管行业的共性问题，发了建议书，主管部门才有回复的责任。

    怎么改：在 `owner` 写明主管部门，并向它发出写明该共性问题的建议书。
    """
    written = _written(context)
    for common in context.head.commons.values():
        if common.issued > context.today:
            continue
        if common.owner is None:
            zh, en = f"共性问题 {common.id} {common.issued} 印发，没有主管部门", f"{common.id}, issued {common.issued}"
            yield see(common, "/owner", zh=zh, en=f"{en}, has no owner")
        elif (common.id, _who(context, common.owner)) not in written:
            owner = context.called(common.owner)
            yield see(
                common,
                "/owner",
                zh=f"共性问题 {common.id} 由{owner.zh}主管，没有就它向该部门发建议书",
                en=f"{common.id} is owned by {owner.en}, and no suggestion letter about it was issued to it",
            )


def _written(context: Context) -> frozenset[tuple[str, str]]:
    """Return the common problems that issued suggestion letters are about, each with the unit written to."""
    pairs: set[tuple[str, str]] = set()
    for letter in context.head.letters.values():
        if letter.kind in SUGGESTIONS and issued(letter, context.today) is not None:
            pairs.update((common, _who(context, letter.to)) for common in about(context.head, letter))
    return frozenset(pairs)


def _who(context: Context, body: str) -> str:
    return known_roles(context.head, None).who(body)


@rule("CMN03", Severity.WARNING, practice="S2")
def self_check_without_effect(context: Context) -> Iterator[Sighting]:
    """A self-check has fewer measures than problems found, no evidence, or problems found and not rectified in time.

    Why: a self-check that finds and does not mend, or mends without proof, is a form that was filled in.

    Instead: add the measures, the evidence or the progress; what is not rectified yet stays visible until it is.

    自查的整改措施少于查出的问题、没有佐证材料，或者自查期限已过，查出的问题还没有改完。

    为什么：只查不改、改了没有依据，自查就成了走过场。

    怎么改：补上措施、佐证材料或整改进展；没有改完的，改完为止。
    """
    for check in context.head.self_checks.values():
        if check.submitted is None or check.submitted > context.today:
            continue
        found, measures = check.found or 0, check.measures or 0
        if measures < found:
            zh, en = (
                f"自查发现 {found} 个问题，整改措施 {measures} 条",
                f"problems found: {found}, measures: {measures}",
            )
            yield see(check, "/measures" if check.measures is not None else "/found", zh=zh, en=en)
        if not check.evidence:
            zh, en = f"{check.submitted} 报送的自查没有佐证材料", f"handed in on {check.submitted} without evidence"
            yield see(check, "/submitted", zh=zh, en=en)
        yield from _unrectified(context, check, found)


def _unrectified(context: Context, check: SelfCheck, found: int) -> Iterator[Sighting]:
    """Yield what is found and not rectified, once the time for the self-check has passed."""
    common = context.head.commons.get(check.common)
    if common is None or deadline(context.head, context.calendar, "self_check", common.issued).day >= context.today:
        return
    told = [(row.date, place, row.rectified) for place, row in enumerate(check.progress) if row.date <= context.today]
    _, last, rectified = max(told, default=(date.min, None, 0))
    if rectified < found:
        yield see(
            check,
            f"/progress/{last}/rectified" if last is not None else "/found",
            zh=f"自查发现 {found} 个问题，{context.today} 已整改 {rectified} 个",
            en=f"problems found: {found}, rectified by {context.today}: {rectified}",
        )


@rule("CMN04", Severity.WARNING, practice="S2")
def leaders_not_notified(context: Context) -> Iterator[Sighting]:
    """A common problem was issued, and no leader in charge was notified of it.

    Why: whoever is in charge of a field leads its rectification too, and cannot lead what they were not told of.

    Instead: notify the leaders in charge and record their posts and the days in `notified`.

    共性问题印发以后，没有通报分管领导。

    为什么：分管领导要抓分管领域的共性问题，不知情就谈不上抓。

    怎么改：通报分管领导，把职务和日期登记在 `notified`。
    """
    for common in context.head.commons.values():
        if common.issued <= context.today and not any(one.date <= context.today for one in common.notified):
            zh, en = f"共性问题 {common.id} {common.issued} 印发", f"{common.id} was issued on {common.issued}"
            zh, en = f"{zh}，没有通报分管领导的记载", f"{en}, and no leader in charge was notified"
            yield see(common, "/notified", zh=zh, en=en)


RULES: tuple[Rule, ...] = (
    self_check_late_or_missing,
    common_problem_nobody_owns,
    self_check_without_effect,
    leaders_not_notified,
)
