"""RND01 and RND08: days that cannot be, and stays that last too long."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.policies import policy_on
from inspection.derive.visited import entry
from inspection.finding import Severity
from inspection.model.ledger import Ledger
from inspection.model.record import Record, Span
from inspection.model.rounds import Round
from inspection.rules.framework import Context, Sighting, rule, see
from inspection.workdays import limit


@rule("RND01", Severity.ERROR)
def impossible_dates(context: Context) -> Iterator[Sighting]:
    """Days that cannot all be true: `from` after `to`, announced after the last day on site, feedback before entry; a
    unit that left the register before it joined, a term that ended before it began.

    Why: deadlines and coverage are counted from these days; one slip moves them all.

    Instead: look the days up in the papers and correct the wrong one; once it is in force, with `corrections`.

    日期互相矛盾：`from` 晚于 `to`、公告晚于驻点结束、反馈早于进驻；单位撤出名录早于纳入名录、一届结束早于开始。

    为什么：期限和覆盖率都从这些日期算起，错一个，后面全错。

    怎么改：对照原始文件，改正写错的日期；已经生效的记录用 `corrections` 更正。
    """
    for record, pointer, span in _spans(context.head):
        if span.from_ > span.to:
            yield see(
                record,
                f"{pointer}/from",
                zh=f"起始日期 {span.from_} 晚于结束日期 {span.to}",
                en=f"`from` {span.from_} is after `to` {span.to}",
            )
    for round_ in context.head.rounds.values():
        if round_.announced is not None and round_.announced > round_.onsite.to:
            yield see(
                round_,
                "/announced",
                zh=f"公告日期 {round_.announced} 晚于驻点结束日期 {round_.onsite.to}",
                en=f"announced on {round_.announced}, after the last day on site ({round_.onsite.to})",
            )
    for inspection in context.head.inspections.values():
        of_round = context.head.rounds.get(inspection.round)
        if of_round is None or inspection.feedback is None:
            continue
        given, entered = inspection.feedback.date, entry(of_round, inspection)
        if given < entered:
            yield see(
                inspection,
                "/feedback/date",
                zh=f"反馈日期 {given} 早于进驻日期 {entered}",
                en=f"feedback was given on {given}, before entry ({entered})",
            )
    yield from _of_the_register(context)


def _of_the_register(context: Context) -> Iterator[Sighting]:
    for unit in context.head.units.values():
        if unit.left is not None and unit.left < unit.joined:
            who = context.called(unit.id)
            yield see(
                unit,
                "/left",
                zh=f"单位{who.zh}撤出名录的日期 {unit.left} 早于纳入名录的日期 {unit.joined}",
                en=f"{who.en} left the register on {unit.left}, before it joined on {unit.joined}",
            )
    district = context.head.district
    for place, term in enumerate(district.terms if district is not None else ()):
        if district is not None and term.ends < term.began:
            yield see(
                district,
                f"/terms/{place}/ends",
                zh=f"第 {term.number} 届的结束日期 {term.ends} 早于开始日期 {term.began}",
                en=f"term {term.number} ended on {term.ends}, before it began on {term.began}",
            )


@rule("RND08", Severity.WARNING, practice="S4")
def too_long_on_site(context: Context) -> Iterator[Sighting]:
    """A round, or a unit's part of it, was longer on site than the policy allows for its kind.

    Why: a stay has its measure; longer ones burden the unit and hold back the next. A kind without a limit has none.

    Instead: correct the days; if the stay was prolonged by decision, acknowledge it with the reason.

    驻点时间超过政策对这类巡察规定的上限。

    为什么：驻点有时限，拖长了既增加被巡察单位负担，也影响下一轮。没有规定上限的巡察类型不受限制。

    怎么改：核对起止日期；确系研究决定延长的，在记录里承认并写明理由。
    """
    long = set()
    for round_ in context.head.rounds.values():
        for one in _over(context, round_, round_, round_.onsite):
            long.add(round_.id)
            yield one
    for inspection in context.head.inspections.values():
        of_round = context.head.rounds.get(inspection.round)
        if of_round is not None and inspection.onsite is not None and of_round.id not in long:
            yield from _over(context, of_round, inspection, inspection.onsite)


def _over(context: Context, round_: Round, record: Record, onsite: Span) -> Iterator[Sighting]:
    allowed = policy_on(context.head, onsite.from_).limits.onsite.get(round_.kind)
    last = limit(onsite.from_, allowed) if allowed is not None else date.max
    if onsite.to > last and context.today > last:
        yield see(
            record,
            "/onsite/to",
            zh=f"{onsite.from_} 进驻，{onsite.to} 结束，按政策最晚到 {last}",
            en=f"on site from {onsite.from_} to {onsite.to}; the policy allows {allowed}, until {last}",
        )


def _spans(ledger: Ledger) -> Iterator[tuple[Record, str, Span]]:
    """Yield every period something took on site."""
    for round_ in ledger.rounds.values():
        yield round_, "/onsite", round_.onsite
    for inspection in ledger.inspections.values():
        if inspection.onsite is not None:
            yield inspection, "/onsite", inspection.onsite
    for visit in ledger.visits.values():
        yield visit, "", Span(from_=visit.from_, to=visit.to)
