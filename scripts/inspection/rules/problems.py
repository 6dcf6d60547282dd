"""PRB: problems nobody rectifies, answers for, or sees coming back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from inspection.derive.letters import SUGGESTIONS, issued
from inspection.derive.papers import first_accepted
from inspection.derive.policies import policy_on
from inspection.finding import Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.rules.framework import Context, Rule, Sight, Sighting, rule, see
from inspection.workdays import limit

SHARED = frozenset({"systemic", "industry", "field"})


@rule("PRB01", Severity.ERROR, sight=Sight.INSPECTION)
def no_item_in_an_accepted_plan(context: Context) -> Iterator[Sighting]:
    """The unit's rectification plan was accepted and the problem has no item.

    Why: a problem without an item has no task, no day and nobody who answers for it.

    Instead: add the items of the plan: task, kind, due day, leading unit, measures.

    单位的整改方案已经审核通过，这个问题却没有整改事项。

    为什么：没有整改事项，就没有任务、没有期限，也没有人负责。

    怎么改：按整改方案补上整改事项：任务、类型、期限、牵头单位和措施。
    """
    for problem in context.head.problems.values():
        inspection = context.head.inspection_of(problem) if not problem.items else None
        accepted = first_accepted(inspection, "plan", context.today) if inspection is not None else None
        if accepted is not None:
            day, who = accepted.review.date, context.called(problem.unit)
            yield see(
                problem,
                "/items",
                zh=f"单位{who.zh}的整改方案 {day} 已审核通过，问题 {problem.id} 没有整改事项",
                en=f"the plan of {who.en} was accepted on {day}, and {problem.id} has no item",
            )


@rule("PRB02", Severity.WARNING, practice="S2", sight=Sight.INSPECTION)
def shared_problem_left_to_one_unit(context: Context) -> Iterator[Sighting]:
    """A systemic, industry or field problem has neither a common problem with an owner nor a suggestion letter.

    Why: what many units share is not cured in one of them; the department that governs the field must own it.

    Instead: enter it in a common problem (`common`) that has an owner, or issue a suggestion letter that names it.

    系统性、行业性、领域性问题既没有归入有主管部门认领的共性问题，也没有发建议书。

    为什么：很多单位都有的问题，只改一家治不了根，要由主管部门牵头。

    怎么改：用 `common` 归入有主管部门（`owner`）的共性问题，或者发出写明该问题的建议书。
    """
    suggested = _suggested(context.head, context.today)
    for problem in context.head.problems.values():
        if problem.nature not in SHARED or problem.id in suggested:
            continue
        common = context.head.commons.get(problem.common or "")
        if common is not None and (common.owner or f"common {common.id}" in suggested):
            continue
        zh = f"共性问题 {common.id} 没有主管部门" if common is not None else "没有归入共性问题"
        en = f"common problem {common.id} has no owner" if common is not None else "it is in no common problem"
        nature = context.word(problem.nature, _NATURE[problem.nature])
        yield see(
            problem,
            "/common" if problem.common else "/nature",
            zh=f"问题 {problem.id} 属于{nature.zh}，{zh}，也没有建议书提到它",
            en=f"{problem.id} is {nature.en} in nature, {en}, and no suggestion letter names it",
        )


@rule("PRB03", Severity.WARNING, practice="S3")
def came_back_unlinked(context: Context) -> Iterator[Sighting]:
    """The same category came back in the same unit within the policy's time, and is not linked to the earlier problem.

    Why: nobody may err twice in the same way (不贰过); what is not linked cannot be seen to have come back.

    Instead: name the earlier problem in `follows`; if it is another matter, acknowledge the finding with the reason.

    同一单位在政策规定的时间内又发现同一类问题，没有与前一次问题关联。

    为什么：整改要求「不贰过」，不关联就看不出是问题反弹。

    怎么改：在 `follows` 写明前一次的问题编号；确实是两回事的，在记录里承认并写明理由。
    """
    alike: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in context.head.problems.values():
        alike[problem.unit, problem.category].append(problem)
    for problems in alike.values():
        for earlier, problem in _recurring(problems) if len(problems) > 1 else ():
            within = policy_on(context.head, earlier.found).limits.recurrence
            unlinked = _unlinked(context.head, problem)
            if unlinked is not None and problem.found <= limit(earlier.found, within):
                zh = f"问题 {problem.id}（{problem.found}）与 {earlier.id}（{earlier.found}）同属一个单位、同一类别"
                en = f"{problem.id} ({problem.found}) is of the unit and category of {earlier.id} ({earlier.found})"
                yield see(
                    problem,
                    "/follows" if problem.follows else "/category",
                    zh=f"{zh}，相隔不超过 {_length(within)}，{unlinked.zh}",
                    en=f"{en}, no more than {within} later, {unlinked.en}",
                )


def _unlinked(ledger: Ledger, problem: Problem) -> Words | None:
    """Return why `follows` links a problem to no earlier one; a problem that is not there is REF01's to name."""
    if problem.follows is None:
        return Words("没有写 `follows`", "without `follows`")
    named = ledger.problems.get(problem.follows)
    if problem.follows == problem.id or (named is not None and named.found > problem.found):
        return Words(
            f"`follows` 写的 {problem.follows} 不是更早的问题", f"and `follows` names {problem.follows}, no earlier one"
        )
    return None


@rule("PRB04", Severity.NOTE, practice="S2 S3", sight=Sight.ROUND)
def many_units_no_common_problem(context: Context) -> Iterator[Sighting]:
    """As many units of a round as the policy names have a problem of one category that is in no common problem.

    Why: what several units share is best raised as a common problem, so that all others examine themselves too.

    Instead: consider issuing a common problem and naming it in these problems.

    同一轮次中，同一类别的问题出现在政策规定数量以上的单位，都没有归入共性问题。

    为什么：几家都有的问题，作为共性问题发出，其他单位也能对照自查。

    怎么改：研究是否发出共性问题，并在这些问题里写明 `common`。
    """
    enough = context.policy.limits.common_from
    apart: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in context.head.problems.values():
        if problem.common is None:
            apart[problem.round, problem.category].append(problem)
    for (round_id, category), problems in apart.items():
        number = len({problem.unit for problem in problems})
        if number >= enough:
            round_, named = context.head.rounds.get(round_id), context.category(category)
            yield see(
                round_ if round_ is not None else problems[0],
                "",
                zh=f"轮次 {round_id} 有 {number} 个单位存在「{named.zh}」类问题（如 {problems[0].id}），未归入共性问题",
                en=f"{number} units of {round_id} have '{named.en}' problems (as {problems[0].id}), none in common",
            )


def _suggested(ledger: Ledger, today: date) -> frozenset[str]:
    """Return what issued suggestion letters name: problem ids, and `common <id>` for common problems."""
    names: set[str] = set()
    for letter in ledger.letters.values():
        if letter.kind in SUGGESTIONS and issued(letter, today) is not None:
            names.update(letter.problems)
            names.update(item.rpartition("/")[0] for item in letter.items)
            names.update([f"common {letter.common}"] if letter.common else [])
    return frozenset(names)


def _recurring(problems: Iterable[Problem]) -> Iterator[tuple[Problem, Problem]]:
    """Yield each problem with the latest earlier one of another round; one round finds no recurrence of its own."""
    latest: Problem | None = None
    of_other: Problem | None = None
    for problem in sorted(problems, key=lambda one: (one.found, one.id)):
        if latest is not None and latest.round != problem.round:
            of_other = latest
        if of_other is not None:
            yield of_other, problem
        latest = problem


def _length(span: str) -> str:
    unit = span.lstrip("0123456789")
    return span.removesuffix(unit) + {"m": " 个月", "d": " 天", "wd": " 个工作日"}[unit]


_NATURE = {
    "systemic": Words("系统性问题", "systemic"),
    "industry": Words("行业性问题", "industry"),
    "field": Words("领域性问题", "field"),
}

RULES: tuple[Rule, ...] = (
    no_item_in_an_accepted_plan,
    shared_problem_left_to_one_unit,
    came_back_unlinked,
    many_units_no_common_problem,
)
