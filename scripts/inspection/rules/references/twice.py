"""REF04: what identifies something stands for two things."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inspection.finding import Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.problems import Item, Measure, Problem
from inspection.model.record import Evidence, Record
from inspection.model.rounds import Group
from inspection.rules.framework import Context, Sight, Sighting, rule, see


class _Use(NamedTuple):
    record: Record
    pointer: str
    value: object


def _within_inspections(context: Context) -> Iterator[Sighting]:
    """Yield what is used twice within a problem, and within the notice on one inspection."""
    for problem in context.head.problems.values():
        yield from _of_problem(problem)
    yield from _public_numbers(context.head)


@rule("REF04", Severity.ERROR, also=((Sight.INSPECTION, _within_inspections),))
def identity_used_twice(context: Context) -> Iterator[Sighting]:
    """An id, a letter number or a paper number is used twice.

    Why: whoever quotes the number means one thing and is led to another.

    Instead: give the second one a number of its own.

    同一个编号、函件文号或文件文号用了两次。

    为什么：引用这个号的人指的是一件事，查到的却可能是另一件。

    怎么改：给后一个另编一个号。
    """
    ledger = context.head
    yield from _repeated(_letter_numbers(ledger), Words("函件文号", "the letter number"))
    yield from _repeated(_paper_numbers(ledger), Words("文件文号", "the paper number"))
    yield from _repeated(_feedback_numbers(ledger), Words("反馈意见文号", "the number of the feedback paper"))
    for round_ in ledger.rounds.values():
        yield from _repeated(_ids(round_, "/groups", round_.groups), Words("组号", "the group"))
    for check in ledger.self_checks.values():
        yield from _repeated(_ids(check, "/evidence", check.evidence), Words("佐证材料编号", "the evidence"))
    if ledger.district is not None:
        terms = [_Use(ledger.district, f"/terms/{i}/number", one.number) for i, one in enumerate(ledger.district.terms)]
        yield from _repeated(terms, Words("届次", "the term"))


def _of_problem(problem: Problem) -> Iterator[Sighting]:
    if len(problem.items) > 1:
        yield from _repeated(_ids(problem, "/items", problem.items), Words("事项编号", "the item"))
    for place, item in enumerate(problem.items):
        if len({one.id for one in item.measures}) < len(item.measures):
            measures = _ids(problem, f"/items/{place}/measures", item.measures)
            yield from _repeated(measures, Words(f"事项 {item.id} 的措施编号", f"item {item.id}: the measure"))
        if len({one.id for one in item.evidence}) < len(item.evidence):
            evidence = _ids(problem, f"/items/{place}/evidence", item.evidence)
            yield from _repeated(evidence, Words(f"事项 {item.id} 的佐证材料编号", f"item {item.id}: the evidence"))


def _ids(record: Record, at: str, pieces: Iterable[Item | Measure | Evidence | Group]) -> list[_Use]:
    return [_Use(record, f"{at}/{place}/id", one.id) for place, one in enumerate(pieces)]


def _letter_numbers(ledger: Ledger) -> Iterator[_Use]:
    return (_Use(one, "/number", one.number) for one in ledger.letters.values() if one.number)


def _paper_numbers(ledger: Ledger) -> Iterator[_Use]:
    return (_Use(one, "/number", one.number) for one in ledger.papers.values() if one.number)


def _feedback_numbers(ledger: Ledger) -> Iterator[_Use]:
    for one in ledger.inspections.values():
        if one.feedback is not None and one.feedback.paper is not None:
            yield _Use(one, "/feedback/paper/number", one.feedback.paper.number)


def _public_numbers(ledger: Ledger) -> Iterator[Sighting]:
    """Yield the numbers the public would read twice in one notice."""
    notices: dict[tuple[str, str], list[_Use]] = {}
    for problem in ledger.problems.values():
        if problem.public is not None and problem.disclosure is not None and problem.disclosure.society == "shown":
            use = _Use(problem, "/public/number", problem.public.number)
            notices.setdefault((problem.round, problem.unit), []).append(use)
    for uses in notices.values():
        yield from _repeated(uses, Words("公开序号", "the public number"))


def _repeated(uses: Iterable[_Use], what: Words) -> Iterator[Sighting]:
    first: dict[object, _Use] = {}
    for use in uses:
        known = first.setdefault(use.value, use)
        if known is not use:
            other = "" if known.record is use.record else known.record.path
            yield see(
                use.record,
                use.pointer,
                zh=f"{what.zh}「{use.value}」重复{f'，{other} 已经用了' if other else ''}",
                en=f"{what.en} {use.value} is used twice{f', first in {other}' if other else ''}",
            )
