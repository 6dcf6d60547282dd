"""What becomes of an item: one function per story, each a legal life of data-model.md."""

from collections.abc import Callable
from datetime import date, timedelta

from inspection.demo.days import TODAY, after, iso, working_back
from inspection.demo.life import RETURN_NOTES, Life

Story = Callable[[Life], None]
_REASONS = ("third_party", "funding", "policy", "litigation", "history", "other")
_WHY = {
    "third_party": "等待第三方评估结果",
    "funding": "资金已列入下一批计划，尚未下达",
    "policy": "上级配套政策即将出台",
    "litigation": "欠款纠纷已起诉，等待判决",
    "history": "历史资料缺失，需逐户核对",
    "force_majeure": "连续强降雨影响施工",
    "other": "涉及多个部门，协调需要时间",
}


def _by(life: Life, before: int) -> date:
    """Return the working day `before` days ahead of the due day."""
    return working_back(max(life.due - timedelta(days=before), life.day))


def on_time(life: Life) -> None:
    """Done, handed in and closed before the due day."""
    life.start()
    life.work(_by(life, life.chance.whole(8, 16)))
    life.submit(life.later(1, 4))
    life.close()


def supervised(life: Life) -> None:
    """Like `on_time`, with somebody looking in on it."""
    life.start()
    body = life.chance.pick(("office", "rectification_office", "discipline", "organization"))
    how = life.chance.pick(("liaison", "division", "summary"))
    life.write(life.later(8, 15), "supervise", body, how=how, note="到现场了解进度，提出三条建议")
    life.work(_by(life, 8))
    life.submit(life.later(1, 3))
    life.close()


def late(life: Life) -> None:
    """Handed in after the due day, closed all the same."""
    life.start()
    life.work(_by(life, 1))
    life.day = life.due
    by = life.chance.pick(("office", "rectification_office"))
    life.write(life.later(3, 6), "supervise", by, how="urging", note="已超过整改期限，请尽快报送")
    life.submit(life.later(6, 20))
    life.close()


def returned(life: Life) -> None:
    """Returned once, then handed in again with more."""
    life.start()
    life.work(_by(life, 25))
    life.submit(life.later(1, 3))
    by = life.chance.pick([*life.closers, "audit"])
    life.write(life.later(3, 7), "return", by, note=life.chance.pick(RETURN_NOTES))
    life.submit(life.later(6, 12))
    life.close()


def extended(life: Life) -> None:
    """Given more time on a reasoned request, then closed."""
    life.start()
    until = _ask(life, life.chance.whole(30, 60))
    life.write(life.later(1, 4), "extend", "office", until=iso(until))
    life.due = until
    life.work(_by(life, 9))
    life.submit(life.later(1, 4))
    life.close()


def _last_into_the_new_year(life: Life) -> None:
    """See to it that the due day has not passed, by an extension where there must be one."""
    if life.due > TODAY + timedelta(days=3):
        return
    until = after(TODAY, life.chance.whole(25, 70))
    far = until > life.due + timedelta(days=360)
    _ask(life, (until - life.due).days)
    life.write(life.later(1, 4), "extend", "leading_group" if far else "office", until=iso(until))
    life.due = until


def extended_on(life: Life) -> None:
    """Given time into the coming year; still at work."""
    life.start()
    _last_into_the_new_year(life)
    life.report_done(life.later(10, 20), life.measures()[:1])
    life.talk_on()


def refused(life: Life) -> None:
    """Asked for time, was refused, and managed."""
    life.start()
    _ask(life, 30)
    life.write(life.later(1, 4), "refuse", "office", note="具备按期完成的条件，不同意延期")
    life.work(_by(life, 1))
    life.submit(life.day)
    life.close()


def _ask(life: Life, days: int) -> date:
    until = after(life.due, days)
    reason = life.chance.pick(_REASONS)
    asked = working_back(max(life.due - timedelta(days=life.chance.whole(9, 16)), life.day))
    life.write(asked, "ask", "unit", until=iso(until), reason=reason, note=_WHY[reason])
    return until


def asking(life: Life) -> None:
    """Asked for time a few days ago; nobody has answered yet."""
    life.start()
    _last_into_the_new_year(life)
    life.talk_on()
    until = after(max(life.due, TODAY), 40)
    life.write(date(2024, 12, 27), "ask", "unit", until=iso(until), reason="third_party", note=_WHY["third_party"])


def sustained(life: Life) -> None:
    """Turned into a long-term matter with a yearly check."""
    life.start()
    life.report_done(life.later(12, 20), life.measures()[:1])
    proof = life.prove(_by(life, 5))
    reason = life.chance.pick(("institutional", "historic", "construction", "litigation"))
    day = max(life.day, _by(life, 4))
    check = after(day, life.chance.whole(200, 330))
    agreed = [body for body in life.closers if body != "parent"]
    life.write(day, "sustain", "office", reason=reason, check=iso(check), evidence=[proof], agreed=agreed)
    _check_every_year(life, check)


def _check_every_year(life: Life, check: date) -> None:
    while check <= TODAY:
        day = max(after(life.day, 20), working_back(check - timedelta(days=life.chance.whole(3, 12))))
        check = after(day, life.chance.whole(200, 330))
        life.write(day, "report", "unit", note="按要求开展年度检查，措施持续有效", check=iso(check))


def sustained_late(life: Life) -> None:
    """Turned into a long-term matter after the due day, which only the leading group may decide."""
    life.start()
    life.report_done(life.later(12, 20), life.measures()[:1])
    proof = life.prove(_by(life, 5))
    life.day = life.due
    day = life.later(8, 14)
    check = after(day, life.chance.whole(240, 330))
    agreed = [body for body in life.closers if body != "parent"]
    life.write(day, "sustain", "leading_group", reason="historic", check=iso(check), evidence=[proof], agreed=agreed)
    _check_every_year(life, check)


def achieved(life: Life) -> None:
    """Basically done; a step remains, and its day is known."""
    life.start()
    _last_into_the_new_year(life)
    life.work(date(2024, 12, 16))
    remains = after(TODAY, life.chance.whole(15, 40))
    note = "主体工作已完成，待验收后销号"
    life.write(life.later(1, 3), "achieve", "unit", note=note, next=iso(remains))


def achieved_closed(life: Life) -> None:
    """Basically done first, closed when the last step was taken."""
    life.start()
    life.work(_by(life, 22))
    remains = life.later(8, 14)
    life.write(life.later(1, 2), "achieve", "unit", note="主体工作已完成，待公示期满", next=iso(remains))
    life.submit(max(remains, life.day))
    life.close()


def handed_in(life: Life) -> None:
    """Handed in during the last days; the reviewers have it."""
    life.start()
    _last_into_the_new_year(life)
    life.work(date(2024, 12, 20))
    life.submit(life.chance.pick((date(2024, 12, 23), date(2024, 12, 25), date(2024, 12, 27))))


def unreviewed(life: Life) -> None:
    """Handed in weeks ago, and no reviewer has answered."""
    life.start()
    _last_into_the_new_year(life)
    life.work(date(2024, 11, 25))
    life.submit(date(2024, 11, 28))


def sent_back(life: Life) -> None:
    """Returned last week, and not handed in again yet."""
    life.start()
    _last_into_the_new_year(life)
    life.work(date(2024, 12, 13))
    life.submit(date(2024, 12, 18))
    life.write(date(2024, 12, 25), "return", "office", note=life.chance.pick(RETURN_NOTES))


def at_work(life: Life) -> None:
    """Begun, and reported every month."""
    life.start()
    _last_into_the_new_year(life)
    if len(life.measures()) > 1:
        life.report_done(life.later(10, 22), life.measures()[:1])
    life.talk_on()


def overdue(life: Life) -> None:
    """Begun, reported on, not done by the due day, and urged by letter."""
    life.start()
    if len(life.measures()) > 1:
        life.report_done(life.later(10, 22), life.measures()[:1])
    life.day = max(life.day, life.due)
    life.desk.urge(life.place, life.ref, life.later(5, 10))
    life.write(life.later(5, 10), "supervise", "office", how="urging", note="已发催办函，要求限期完成")
    life.talk_on()


def untouched(life: Life) -> None:
    """Not begun yet."""
