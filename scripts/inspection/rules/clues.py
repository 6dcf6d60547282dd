"""CLU: counts of clues that contradict one another, and clues nobody reported on."""

from collections.abc import Iterator

from inspection.derive.clocks import deadline
from inspection.finding import Severity, Words
from inspection.model.rounds import ClueResult, Clues, Round
from inspection.rules.framework import Context, Rule, Sighting, rule, see


@rule("CLU01", Severity.WARNING, practice="S4")
def counts_that_contradict(context: Context) -> Iterator[Sighting]:
    """More pieces filed than transferred, more sanctioned than handled, more judicial than filed, or a falling count.

    Why: the counts are states reached by a day, one contained in another; where they are not, one is wrong.

    Instead: ask the body that reported, and correct the count; where it is right, acknowledge it with the reason.

    立案件数多于移交件数、处分人数多于处理人数、移送司法人数多于立案人数，或者累计数变小。

    为什么：各项都是截至某日的累计数，后一项包含在前一项里，对不上就有一项错了。

    怎么改：与承办机关核对后改正；确实无误的，在记录里承认并写明理由。
    """
    for round_ in context.head.rounds.values():
        for place, clues in enumerate(round_.clues):
            before: ClueResult | None = None
            rows = [(row, result) for row, result in enumerate(clues.results) if result.date <= context.today]
            for row, result in sorted(rows, key=lambda one: one[1].date):
                pointer = f"/clues/{place}/results/{row}"
                yield from _above(round_, clues, result, pointer)
                if before is not None:
                    yield from _falling(round_, before, result, pointer)
                before = result


def _above(round_: Round, clues: Clues, result: ClueResult, pointer: str) -> Iterator[Sighting]:
    pairs = (
        ("filed/pieces", result.filed.pieces, Words("移交件数", "pieces transferred"), clues.pieces),
        ("sanctioned", result.sanctioned, Words("处理人数", "persons handled"), result.handled),
        ("judicial", result.judicial, Words("立案人数", "persons filed"), result.filed.persons),
    )
    for name, part, words, whole in pairs:
        if part > whole:
            zh, en = (
                f"{_COUNTS[name].zh} {part}，多于{words.zh} {whole}",
                f"{_COUNTS[name].en} {part} above {words.en} {whole}",
            )
            yield see(round_, f"{pointer}/{name}", zh=f"截至 {result.date}：{zh}", en=f"by {result.date}: {en}")


def _falling(round_: Round, before: ClueResult, result: ClueResult, pointer: str) -> Iterator[Sighting]:
    earlier, later = _counts(before), _counts(result)
    for name, count in later.items():
        if count < earlier[name]:
            zh = f"{_COUNTS[name].zh} {before.date} 为 {earlier[name]}，{result.date} 变为 {count}"
            en = f"{_COUNTS[name].en} fall from {earlier[name]} on {before.date} to {count} on {result.date}"
            yield see(round_, f"{pointer}/{name}", zh=f"累计数变小：{zh}", en=en)


def _counts(result: ClueResult) -> dict[str, int]:
    return {
        "filed/pieces": result.filed.pieces,
        "filed/persons": result.filed.persons,
        "handled": result.handled,
        "sanctioned": result.sanctioned,
        "judicial": result.judicial,
    }


@rule("CLU02", Severity.WARNING, timed=True)
def clues_nobody_reported_on(context: Context) -> Iterator[Sighting]:
    """Clues were transferred, the policy's time has passed, and no result was reported.

    Why: people who brought a matter forward wait to hear that somebody took it up.

    Instead: ask the body they were transferred to, and record the state reached in `results`.

    线索移交后，政策规定的时间已过，还没有反馈办理情况。

    为什么：线索移交以后没有下文，反映问题的群众就会失去信任。

    怎么改：向承办机关了解办理情况，登记在 `results`。
    """
    for round_ in context.head.rounds.values():
        for place, clues in enumerate(round_.clues):
            due = deadline(context.head, context.calendar, "clue_report", clues.transferred).day
            reported = any(result.date <= context.today for result in clues.results)
            if clues.transferred <= context.today and due < context.today and not reported:
                yield see(
                    round_,
                    f"/clues/{place}/transferred",
                    zh=f"{clues.transferred} 移交线索 {clues.pieces} 件，反馈期限 {due}，还没有办理情况",
                    en=f"{clues.pieces} pieces transferred on {clues.transferred}, report due {due}, and none came",
                )


_COUNTS = {
    "filed/pieces": Words("立案件数", "pieces filed"),
    "filed/persons": Words("立案人数", "persons filed"),
    "handled": Words("处理人数", "persons handled"),
    "sanctioned": Words("处分人数", "persons sanctioned"),
    "judicial": Words("移送司法人数", "persons given to the courts"),
}

RULES: tuple[Rule, ...] = (counts_that_contradict, clues_nobody_reported_on)
