"""CHG06: texts that were approved for the public, and changed afterwards."""

from collections import defaultdict
from collections.abc import Iterator

from inspection.derive.digest import society_digest
from inspection.derive.matched import pairs
from inspection.derive.publications import standing
from inspection.finding import Severity
from inspection.model.inspections import Inspection, SocietyPublication
from inspection.model.matters import CommonProblem
from inspection.model.problems import Problem
from inspection.model.rounds import Round
from inspection.rules.changes.compared import compared
from inspection.rules.framework import Context, Sighting, rule, see

Key = tuple[str, str]


@rule("CHG06", Severity.ERROR)
def public_text_changed_after_approval(context: Context) -> Iterator[Sighting]:
    """A public text was changed after its approval, and nobody approved the new one.

    Why: an approval is given to words; a word changed afterwards would reach the public on nobody's word.

    Instead: put the text back, or enter the new approval as a further entry of `publication.society` with its digest.

    公开文字在批准之后被改动，新的文字没有重新批准。

    为什么：批准的是具体文字，批准之后再改，等于没有人批准就公开。

    怎么改：恢复原来的文字，或者把新文字报批，在 `publication.society` 里新增一条，写入新的文本摘要。
    """
    if context.base is None:
        return
    yield from _of_problems(context)
    for before, after, _ in compared(context).altered:
        if isinstance(before, CommonProblem) and isinstance(after, CommonProblem) and before.title != after.title:
            yield from _plain(before, after, "title")
        if isinstance(before, Round) and isinstance(after, Round) and before.topic != after.topic:
            yield from _plain(before, after, "topic")


def _plain(before: CommonProblem | Round, after: CommonProblem | Round, name: str) -> Iterator[Sighting]:
    old, new = before.publication, after.publication
    if old is not None and (new is None or new.approved <= old.approved):
        yield see(
            after,
            f"/{name}",
            zh=f"{after.id} 的公开文字 `{name}` 在 {old.approved} 批准之后被改动，没有重新批准",
            en=f"{after.id}: the public text `{name}` was changed after its approval of {old.approved}",
        )


def _of_problems(context: Context) -> Iterator[Sighting]:
    for key, changed in _texts_changed(context).items():
        before, after = (ledger.inspections.get(key) for ledger in (context.base, context.head) if ledger is not None)
        approved = standing(before, context.today) if before is not None else []
        if not approved or after is None or _approved_anew(context, before, after):
            continue
        day = approved[-1][1].approved
        for problem in changed:
            yield see(
                problem,
                "/public",
                zh=f"{problem.id} 的公开文字在 {day} 批准之后被改动，没有重新批准",
                en=f"{problem.id}: the public texts were changed after their approval of {day}",
            )


def _texts_changed(context: Context) -> dict[Key, list[Problem]]:
    """Return the problems that society may read and that do not read as they did, by round and unit."""
    found: defaultdict[Key, list[Problem]] = defaultdict(list)
    comparison = compared(context)
    for before, after, _ in comparison.altered:
        if (
            isinstance(before, Problem)
            and isinstance(after, Problem)
            and _shown(after) not in (_NOTHING, _shown(before))
        ):
            found[after.round, after.unit].append(after)
    for one in comparison.added:
        if isinstance(one, Problem) and _shown(one) != _NOTHING:
            found[one.round, one.unit].append(one)
    return found


def _shown(problem: Problem) -> str:
    """Return a digest of what society may read of one problem."""
    return society_digest([problem], {})


_NOTHING = society_digest([], {})


def _approved_anew(context: Context, before: Inspection | None, after: Inspection) -> bool:
    """Return whether an approval the base does not have is of the texts as they are now."""
    fresh = _fresh(before, after)
    if not fresh:
        return False
    mine = [one for one in context.head.problems.values() if (one.round, one.unit) == (after.round, after.unit)]
    now = society_digest(mine, {one.id: context.lives.withdrawn(one) for one in mine})
    return any(entry.digest == now for entry in fresh)


def _fresh(before: Inspection | None, after: Inspection) -> list[SocietyPublication]:
    old = before.publication.society if before is not None and before.publication is not None else ()
    new = after.publication.society if after.publication is not None else ()
    return [new[pair.after] for pair in pairs(old, new) if pair.before is None and pair.after is not None]
