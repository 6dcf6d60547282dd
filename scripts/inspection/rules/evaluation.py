"""EVA: the anonymous survey, the six indicators, and what a poor grade brings about."""

from collections.abc import Iterator
from decimal import Decimal

from inspection.derive.clocks import deadline
from inspection.derive.grades import grade_of
from inspection.finding import Severity, Words
from inspection.model.inspections import Ballots, Evaluation, Inspection
from inspection.model.ledger import Ledger
from inspection.rules.framework import Context, Rule, Sighting, rule, see

INDICATORS = 6
WHOLE = Decimal(100)
"""The form of an evaluation in the data model, which no policy changes."""


@rule("EVA01", Severity.ERROR, practice="S0")
def ballots_that_do_not_add_up(context: Context) -> Iterator[Sighting]:
    """The ballots of a survey do not add up, or the survey was not anonymous.

    Why: satisfaction is a published figure; it must come out of the ballots, and people must have dared to fill them.

    Instead: count the ballots again and correct the number; a survey that was not anonymous is best held again.

    测评票数对不上，或者测评不是不记名的。

    为什么：满意率要公开，票数必须对得上；记名测评，群众不敢说真话。

    怎么改：重新清点并改正票数；不是不记名的，宜重新测评，确不重测的，在记录里承认并写明理由。
    """
    for one, evaluation in _evaluations(context.head):
        if not evaluation.anonymous:
            yield see(
                one,
                "/evaluation/anonymous",
                zh=f"{evaluation.date} 的测评应当不记名，登记为 `anonymous: false`",
                en=f"the survey of {evaluation.date} is entered as `anonymous: false`, and must be anonymous",
                severity=Severity.WARNING,
            )
        if evaluation.ballots is not None:
            yield from _miscounted(one, evaluation.ballots)


def _miscounted(one: Inspection, said: Ballots) -> Iterator[Sighting]:
    if said.returned > said.issued:
        zh, en = (
            f"收回 {said.returned} 张，多于发出的 {said.issued} 张",
            f"{said.returned} returned of {said.issued} issued",
        )
        yield see(one, "/evaluation/ballots/returned", zh=f"测评票：{zh}", en=f"ballots: {en}")
    counted = said.blank + said.unknown + said.satisfied + said.basically + said.dissatisfied
    if counted != said.returned:
        yield see(
            one,
            "/evaluation/ballots/returned",
            zh=f"测评票：收回 {said.returned} 张，空白、不了解和三种评价合计 {counted} 张",
            en=f"ballots: {said.returned} returned, and blank, unknown and the three answers make {counted}",
        )


@rule("EVA02", Severity.ERROR, practice="S0")
def indicators_out_of_form(context: Context) -> Iterator[Sighting]:
    """An evaluation has not six indicators, their weights do not make 100, or a score lies outside its weight.

    Why: scores of units are compared and averaged; that holds only when all were measured by the same rule.

    Instead: correct the indicators, the weights or the score.

    测评指标不是六项，权重合计不是 100，或者得分超出了权重。

    为什么：各单位的得分要比较、要平均，尺子必须一样。

    怎么改：改正指标、权重或得分。
    """
    for one, evaluation in _evaluations(context.head):
        rows = evaluation.indicators
        if len(rows) != INDICATORS:
            zh, en = f"测评指标应为 {INDICATORS} 项，现有 {len(rows)} 项", f"{len(rows)} indicators, not {INDICATORS}"
            yield see(one, "/evaluation/indicators", zh=zh, en=en)
        weights = sum((row.weight for row in rows), Decimal(0))
        if rows and weights != WHOLE:
            zh, en = f"测评指标权重合计 {weights}，应为 {WHOLE}", f"the weights make {weights}, not {WHOLE}"
            yield see(one, "/evaluation/indicators", zh=zh, en=en)
        for place, row in enumerate(rows):
            if not 0 <= row.score <= row.weight:
                zh, en = (
                    f"第 {place + 1} 项指标得分 {row.score}，权重 {row.weight}",
                    f"indicator {place + 1}: score {row.score}",
                )
                zh, en = f"{zh}，得分应在 0 到权重之间", f"{en} outside its weight {row.weight}"
                yield see(one, f"/evaluation/indicators/{place}/score", zh=zh, en=en)


@rule("EVA03", Severity.WARNING, timed=True)
def poor_grade_without_a_second_time(context: Context) -> Iterator[Sighting]:
    """A unit was graded fair or poor, and no second rectification was ordered in the policy's time.

    Why: a grade without consequence teaches everybody that it does not matter.

    Instead: order the second rectification and record it in `again`.

    单位测评为「一般」或「较差」，政策规定的时间已过，还没有责令二次整改。

    为什么：评了等次没有下文，测评就流于形式。

    怎么改：责令二次整改，并登记在 `again`。
    """
    for one, evaluation in _evaluations(context.head):
        grade = grade_of(context.head, evaluation) if evaluation.date <= context.today else None
        if grade is None or grade.name not in _LOW:
            continue
        due = deadline(context.head, context.calendar, "second_rectification", evaluation.date).day
        ordered = one.again is not None and evaluation.date <= one.again.ordered <= context.today
        if due < context.today and not ordered:
            words = context.word(grade.name, _LOW[grade.name])
            yield see(
                one,
                "/evaluation/date",
                zh=f"{evaluation.date} 测评 {grade.total} 分，等次为「{words.zh}」，到 {due} 没有责令二次整改",
                en=f"evaluated on {evaluation.date} at {grade.total}, {words.en}, and no second rectification by {due}",
            )


_LOW = {"fair": Words("一般", "fair"), "poor": Words("较差", "poor")}


def _evaluations(ledger: Ledger) -> Iterator[tuple[Inspection, Evaluation]]:
    for one in ledger.inspections.values():
        if one.evaluation is not None:
            yield one, one.evaluation


RULES: tuple[Rule, ...] = (
    ballots_that_do_not_add_up,
    indicators_out_of_form,
    poor_grade_without_a_second_time,
)
