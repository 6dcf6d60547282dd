"""INS02 to INS04: the plan, the life meeting and the reports, late or missing."""

from collections.abc import Iterator

from inspection.derive.papers import PaperOwed, continued_report, duties_of, papers_owed
from inspection.finding import Severity, Words
from inspection.model.inspections import Inspection
from inspection.rules.framework import Context, Sight, Sighting, rule, see


@rule("INS02", Severity.WARNING, timed=True)
def plan_late_or_missing(context: Context) -> Iterator[Sighting]:
    """The rectification plan came after the policy's time, or has not come and the time has passed.

    Why: every item, day and measure of the rectification is in the plan; until it is there nothing can be asked for.

    Instead: hand the plan in and record the day; where it came late, acknowledge it with the reason.

    整改方案超过政策规定的时间才报送，或者期限已过还没有报送。

    为什么：整改的事项、期限和措施都在方案里，方案不到位，后面的工作无从督促。

    怎么改：抓紧报送并登记日期；已经迟报的，在记录里承认并写明理由。
    """
    for one in context.inspections():
        yield from _late(context, one, ("plan",))


@rule("INS03", Severity.WARNING, timed=True, practice="S0")
def life_meeting_late_or_wrong(context: Context) -> Iterator[Sighting]:
    """The special life meeting was late, is missing, or was of another kind than the unit's duties ask.

    Why: the leaders examine themselves before they rectify; a branch does so in an organizational life meeting, a
    leading body in a democratic one.

    Instead: hold the meeting of the right kind and record it; where it was late, acknowledge it with the reason.

    巡察整改专题民主（组织）生活会没有按期召开、没有召开，或者会议种类不符合该类单位的要求。

    为什么：先对照检查再整改；基层党组织开组织生活会，领导班子开民主生活会。

    怎么改：按要求的种类召开并登记；已经迟开的，在记录里承认并写明理由。
    """
    for one in context.inspections():
        yield from _late(context, one, ("life_meeting",))
        meeting = one.life_meeting
        if meeting is None or meeting.held > context.today:
            continue
        duties = duties_of(context.head, one, meeting.held)
        if "life_meeting" in duties.papers and meeting.kind != duties.life_meeting:
            held, asked = (context.word(kind, _MEETINGS[kind]) for kind in (meeting.kind, duties.life_meeting))
            who = context.called(one.unit)
            yield see(
                one,
                "/life_meeting/kind",
                zh=f"单位{who.zh}应召开{asked.zh}，{meeting.held} 召开的是{held.zh}",
                en=f"{who.en} is to hold {asked.en} and held {held.en} on {meeting.held}",
            )


@rule("INS04", Severity.WARNING, timed=True, sight=Sight.INSPECTION)
def reports_late_or_stopped(context: Context) -> Iterator[Sighting]:
    """The report or the head's own report was late or is missing, or the continued reports stopped with items open.

    Why: the concentrated period ends with an account of it, and what is left goes on being accounted for.

    Instead: hand the report in and record the day; report on the open items in `progress`.

    整改报告或主要负责人的报告迟报、未报，或者还有未办结的事项，持续整改报告却中断了。

    为什么：集中整改期满要交账，没有办结的还要接着报，直到办结。

    怎么改：抓紧报送并登记日期；未办结的事项在 `progress` 里续报进展。
    """
    open_ = {
        (problem.round, problem.unit)
        for problem in context.head.problems.values()
        if any(life.open for _, life in context.lives.of_problem(problem))
    }
    for one in context.inspections():
        yield from _late(context, one, ("report", "head_report"))
        if (one.round, one.unit) in open_:
            yield from _stopped(context, one)


def _stopped(context: Context, one: Inspection) -> Iterator[Sighting]:
    """Yield the continued report that is overdue, counted from the last one or from the report itself."""
    next_ = continued_report(context.head, context.calendar, one, context.today)
    if next_ is not None and next_.due.day < context.today:
        who, last, due = context.called(one.unit), next_.start, next_.due.day
        yield see(
            one,
            next_.pointer,
            zh=f"单位{who.zh}还有未办结的事项，{last} 以后没有续报，续报期限 {due}，今天 {context.today}",
            en=f"{who.en} has open items and reported last on {last}; the next was due {due}, today {context.today}",
        )


def _late(context: Context, one: Inspection, names: tuple[str, ...]) -> Iterator[Sighting]:
    for paper in papers_owed(context.head, context.calendar, one, context.today):
        if paper.name in names:
            yield from _missed(context, one, paper)


def _missed(context: Context, one: Inspection, paper: PaperOwed) -> Iterator[Sighting]:
    due, words = paper.due.day, _PAPERS[paper.name]
    zh, en = f"{paper.start} 反馈，{words.zh}期限 {due}", f"feedback of {paper.start}, {words.en} due {due}"
    if paper.done is not None and paper.done > due:
        yield see(one, paper.pointer, zh=f"{zh}，{paper.done} 才完成", en=f"{en}, and came on {paper.done}")
    elif paper.done is None and due < context.today:
        yield see(
            one, paper.pointer, zh=f"{zh}，今天 {context.today}，还没有完成", en=f"{en}, and none on {context.today}"
        )


_PAPERS = {
    "plan": Words("报送整改方案", "plan"),
    "life_meeting": Words("召开专题民主（组织）生活会", "life meeting"),
    "report": Words("报送整改报告", "report"),
    "head_report": Words("报送主要负责人报告", "the head's own report"),
}
_MEETINGS = {
    "democratic_life": Words("专题民主生活会", "a democratic life meeting"),
    "organizational_life": Words("专题组织生活会", "an organizational life meeting"),
}
