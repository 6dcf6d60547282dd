"""LIF11 to LIF13: what a review or a visit should have brought about."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.corrected import Placed
from inspection.derive.lifecycle import Life
from inspection.derive.looks import bad_looks
from inspection.derive.policies import policy_on
from inspection.derive.status import Status
from inspection.finding import Severity, Words
from inspection.model.problems import Action, Item, Problem
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.rules.lifecycle.sentences import entry_at, heading
from inspection.rules.lifecycle.words import RESULTS

_WORK = frozenset({Action.REPORT, Action.ACHIEVE, Action.REPLAN})


@rule("LIF11", Severity.WARNING, sight=Sight.INSPECTION)
def submitted_again_unchanged(context: Context) -> Iterator[Sighting]:
    """An item is submitted again with nothing new since the return; or it was returned often and no letter was sent.

    Why: a review that is only repeated wastes both sides' time; whoever fails again and again is written to.

    Instead: report what was done or name new evidence before submitting; after the policy's number of returns send a
    letter that names the item or the problem.

    退回以后没有任何新内容又申请销号；或者退回次数达到政策规定而没有发函。

    为什么：原样再报只是空转；一再不合格的应当发函督办。

    怎么改：先补充整改、报告进展或增加佐证再申请；退回次数达到规定的，发出写明该事项或问题的函件。
    """
    for problem, place, item, one in context.lived:
        if one.returns:
            yield from _unchanged(context, problem, place, item, one)
            yield from _unwritten(context, problem, place, item, one)


def _unchanged(context: Context, problem: Problem, place: int, item: Item, one: Life) -> Iterator[Sighting]:
    cited: set[str] = set()
    returned: Placed | None = None
    for placed in one.moves:
        entry = placed.entry
        if entry.action is Action.RETURN:
            returned = placed
        elif entry.action in _WORK:
            returned = None
        elif entry.action is Action.SUBMIT:
            if returned is not None and cited.issuperset(entry.evidence) and not entry.done:
                head = heading(context, item.id, placed.place, entry)
                yield see(
                    problem,
                    entry_at(item, place, placed.place, "evidence"),
                    zh=f"{head.zh}：第 {returned.place + 1} 条 {returned.entry.date} 退回以后没有新的进展和佐证",
                    en=f"{head.en}: nothing new since entry {returned.place + 1} returned it on {returned.entry.date}",
                )
            cited.update(entry.evidence)
            returned = None


def _unwritten(context: Context, problem: Problem, place: int, item: Item, one: Life) -> Iterator[Sighting]:
    returns = [placed for placed in one.moves if placed.entry.action is Action.RETURN]
    often = ((placed, policy_on(context.head, placed.entry.date).limits.returns) for placed in returns)
    reached = [(last, most) for number, (last, most) in enumerate(often, start=1) if 0 < most <= number]
    if not reached or _written_to(context, problem, item, returns[0].entry.date):
        return
    last, most = reached[0]
    head = heading(context, item.id, last.place, last.entry)
    yield see(
        problem,
        entry_at(item, place, last.place, "action"),
        zh=f"{head.zh}：已退回 {len(returns)} 次，政策规定满 {most} 次要发函，没有函件写明本事项或本问题",
        en=f"{head.en}: returned {len(returns)} times; from {most} on a letter is due, and none names item or problem",
    )


def _written_to(context: Context, problem: Problem, item: Item, since: date) -> bool:
    """Return whether a letter that names the item or its problem was issued since the first return."""
    return any(
        any(entry.action == "issue" and since <= entry.date <= context.today for entry in letter.log)
        for letter in context.head.letters.values()
        if problem.id in letter.problems or f"{problem.id}/{item.id}" in letter.items
    )


@rule("LIF12", Severity.ERROR, sight=Sight.INSPECTION)
def closed_without_its_proof(context: Context) -> Iterator[Sighting]:
    """An item is closed with an institution measure and no numbered institution, or a recovery measure and no receipt.

    Why: what was to be built or recovered is the result; without its number or receipt nobody can look it up.

    Instead: enter the institution with its number, or the money with its receipt, under `outcome`, or drop the measure
    before closing.

    有建章立制措施而没有带文号的制度，或有追缴退赔措施而没有凭证，就销号了。

    为什么：建了什么、追回多少就是整改的结果；没有文号或凭证就无从查证。

    怎么改：在 `outcome` 里登记制度和文号，或登记资金和凭证；确实不做的措施应在销号之前取消。
    """
    for problem, place, item, one in context.lived:
        lacks = [(measure, _LACKING[measure.type]) for measure in one.measures if measure.type in _LACKING]
        if not lacks or one.status is not Status.CLOSED:
            continue
        closing = one.agreed[-1]
        for measure, lacking in lacks:
            if not _proven(item, measure.type or "", context.today):
                head = heading(context, item.id, closing.place, closing.entry)
                yield see(
                    problem,
                    entry_at(item, place, closing.place, "action"),
                    zh=f"{head.zh}：措施 {measure.id} 是{lacking.zh}",
                    en=f"{head.en}: measure {measure.id} is {lacking.en}",
                )


_LACKING = {
    "institution": Words("建章立制，没有登记带文号的制度", "an institution, and no numbered one is entered"),
    "recovery": Words("追缴退赔，没有登记凭证", "a recovery of money, and no receipt is entered"),
}


def _proven(item: Item, type_: str, today: date) -> bool:
    outcome = item.outcome
    if type_ == "institution":
        return outcome is not None and any(one.number and one.date <= today for one in outcome.institutions)
    received = outcome is not None and any(one.receipt and one.date <= today for one in outcome.money)
    return received or any(one.kind == "receipt" for one in item.evidence)


@rule("LIF13", Severity.WARNING, timed=True, practice="S0 S1", sight=Sight.INSPECTION)
def false_close_not_reopened(context: Context) -> Iterator[Sighting]:
    """A visit found a closed item not in order, and it was not reopened within the policy's days of the visit's end.

    Why: a visit that changes nothing teaches everybody that a close-out is never looked at again.

    Instead: reopen the item with `visit`, a due day and a new measure.

    督查发现已销号的事项整改不实，没有在政策规定的时间内重新整改。

    为什么：查出问题不处理，等于告诉大家销号以后没人再看。

    怎么改：用 `reopen` 重新整改，写明 `visit`、新的期限和新的措施。
    """
    for look in bad_looks(context.lives, context.calendar):
        due, reopened = look.due.day, look.reopened
        if due >= context.today or look.then.status is not Status.CLOSED or (reopened is not None and reopened <= due):
            continue
        closing, result = look.then.agreed[-1], context.word(look.checked.result, RESULTS[look.checked.result])
        head = heading(context, look.item.id, closing.place, closing.entry)
        zh = f"{reopened} 才重新整改" if reopened is not None else "至今没有"
        en = f"reopened on {reopened}" if reopened is not None else "not reopened"
        visit = look.visit
        yield see(
            look.problem,
            entry_at(look.item, look.place, closing.place, "action"),
            zh=f"{head.zh}：{visit.id} 督查 {visit.to} 查实「{result.zh}」，最迟应于 {due} 重新整改，{zh}",
            en=f"{head.en}: visit {visit.id} of {visit.to} found it {result.en}, to be reopened by {due}, {en}",
        )
