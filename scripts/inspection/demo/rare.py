"""The rarer lives of an item: planned anew, given to another, corrected, withdrawn, opened again."""

from datetime import timedelta

from inspection.demo.days import TODAY, after, iso, working_back
from inspection.demo.life import RETURN_NOTES, Life, NotYetError
from inspection.demo.stories import Story, on_time


def replanned(life: Life) -> None:
    """A measure that proved unfit gives way to another."""
    life.start()
    old = life.measures()[-1]
    due = working_back(life.due - timedelta(days=5))
    added = life.measure("按专家意见调整方案，分步实施", "other", due)
    by = "parent" if life.place.grassroots and life.chance.share(0.5) else "office"
    reason = "原措施与现场条件不符，经研究调整"
    life.write(life.later(6, 12), "replan", by, add=[added], drop=[old["id"]], reason=reason)
    life.done.add(old["id"])
    life.work(working_back(life.due - timedelta(days=8)))
    life.submit(life.later(1, 3))
    life.close()


def assigned(life: Life) -> None:
    """Another post becomes responsible, or the competent department takes the lead."""
    life.start()
    owner = life.desk.owner
    body = life.chance.pick(("office", "parent")) if life.place.grassroots else "office"
    day = life.later(6, 12)
    if owner and life.chance.share(0.5):
        reason = "涉及行业主管职责，由主管部门牵头解决"
        life.write(day, "assign", "office", lead=owner, responsible="分管负责人", reason=reason)
        life.voucher = "党组书记"
    else:
        deputy = life.desk.deputy(life.place)
        life.write(day, "assign", body, responsible=deputy, reason="原责任人岗位调整")
    life.work(working_back(life.due - timedelta(days=8)))
    life.submit(life.later(1, 3))
    life.close()


def corrected(life: Life) -> None:
    """An entry was written down wrongly and is corrected."""
    life.start()
    first = life.measures()[0]
    life.report_done(life.later(8, 14), [first])
    log = life.item["log"]
    wrong = log[-1]["note"]
    log[-1]["note"] = wrong.replace("已完成", "已完城")
    day = life.later(1, 3)
    life.write(day, "correct", "office", entry=len(log), set={"note": wrong}, reason="录入笔误")
    life.work(working_back(life.due - timedelta(days=8)))
    life.submit(life.later(1, 3))
    life.close()


def redated(life: Life) -> None:
    """An entry was written down under the wrong day and is corrected."""
    life.start()
    first = life.measures()[0]
    day = life.later(8, 14)
    life.report_done(day, [first])
    right = working_back(day - timedelta(days=1))
    number = len(life.item["log"])
    life.write(life.later(1, 3), "correct", "office", entry=number, set={"date": iso(right)}, reason="日期录入有误")
    life.work(working_back(life.due - timedelta(days=8)))
    life.submit(life.later(1, 3))
    life.close()


def voided(life: Life) -> None:
    """A report was entered twice; the second is void."""
    life.start()
    day = life.later(8, 14)
    life.write(day, "report", "unit", note="已召开推进会，明确分工")
    life.write(day, "report", "unit", note="已召开推进会，明确分工")
    number = len(life.item["log"])
    life.write(life.later(1, 2), "correct", "office", entry=number, void=True, reason="重复录入")
    life.work(working_back(life.due - timedelta(days=8)))
    life.submit(life.later(1, 3))
    life.close()


def withdrawn(life: Life) -> None:
    """Withdrawn by the leading group, into a problem of the unit that stays open."""
    into = life.desk.open_problem
    if into is None:
        on_time(life)
        return
    day = after(life.stages.accepted, life.chance.whole(2, 5))
    if day > TODAY:
        raise NotYetError
    life.write(day, "withdraw", "leading_group", paper=life.desk.paper(life.stages.accepted), into=into)


def returned_twice(life: Life) -> None:
    """Returned twice, urged by letter, and closed in the end."""
    life.start()
    life.work(working_back(life.due - timedelta(days=30)))
    for _ in range(2):
        life.submit(life.later(1, 4))
        life.write(life.later(3, 6), "return", life.chance.pick(life.closers), note=life.chance.pick(RETURN_NOTES))
        life.day = after(life.day, 3)
    life.desk.urge(life.place, life.ref, life.later(1, 2))
    life.submit(life.later(4, 8))
    life.close()


def reopened(life: Life) -> None:
    """Closed, found wanting by a visit, opened again and put right."""
    on_time(life)
    coming = life.desk.visits.get(life.place.id)
    if coming is None or coming.start <= life.day or coming.end > TODAY:
        return
    life.day = coming.end
    result = life.chance.pick(("rebound", "false_closure", "partial", "not_done"))
    due = after(coming.end, life.chance.whole(45, 60))
    added = life.measure("针对回访发现的反弹问题补充整改并回头看", "other", working_back(due - timedelta(days=8)))
    by = life.chance.pick(("office", "discipline"))
    entry = life.write(life.later(2, 7), "reopen", by, visit="", due=iso(due), add=[added])
    coming.sheet.name_in(entry, "visit")
    coming.found.append((life.ref, result))
    life.due = due
    life.work(working_back(due - timedelta(days=12)))
    life.submit(life.later(1, 4))
    life.close()


RARE: tuple[Story, ...] = (replanned, assigned, corrected, redated, voided, withdrawn, returned_twice, reopened)
