"""PRB and DUE: problems, and the clocks of their items."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.mutations.fresh import problem_alone, units_with
from tests.mutations.town import Changes, ItemAt, Json, Town, first

from inspection.derive.clocks import deadline
from inspection.derive.status import Status
from inspection.workdays import limit


def problem_without_item(town: Town) -> Changes:
    one = first(one for one in town.ledger.inspections.values() if one.evaluation is not None)
    return problem_alone(town, one.round, one.unit)


def systemic_problem_of_nobody(town: Town) -> Changes:
    named = {name for letter in town.ledger.letters.values() for name in letter.problems}
    problems = town.ledger.problems.values()
    alone = (one for one in problems if one.common is None and one.id not in named)
    problem = first(one for one in alone if one.nature == "individual")
    return {problem.path: town.data(problem) | {"nature": "systemic"}}


def recurrence_not_linked(town: Town) -> Changes:
    problems, within = town.ledger.problems, town.context.policy.limits.recurrence
    linked = ((one, problems[one.follows]) for one in problems.values() if one.follows is not None)
    problem = first(
        one
        for one, last in linked
        if (one.unit, one.category) == (last.unit, last.category) and one.found <= limit(last.found, within)
    )
    data = town.data(problem)
    del data["follows"]
    return {problem.path: data}


def one_unit_more_with_a_category(town: Town) -> Changes:
    """A problem is given the category that many units of its round have, which makes them one too many."""
    most = town.context.policy.limits.common_from
    categories = [(one.round, one.category) for one in town.ledger.problems.values()]
    round_, category = first(pair for pair in sorted(categories) if len(units_with(town, *pair)) == most - 1)
    had = {one.unit for one in town.ledger.problems.values() if one.category == category}
    problem = first(
        one for one in town.ledger.problems.values() if one.round == round_ and one.unit not in had and not one.common
    )
    return {problem.path: town.data(problem) | {"category": category}}


def _running(town: Town) -> Iterator[ItemAt]:
    """Yield the open items whose clock runs and whose first deadline was never moved."""
    for at in town.items():
        moved = any(entry.action in ("extend", "reopen") for entry in at.item.log)
        late = at.life.due <= town.today + timedelta(days=30)
        if at.life.status is Status.IN_PROGRESS and not moved and not late:
            yield at


def _due(town: Town, day: date) -> Changes:
    """Return an open item due on another day, its measures no later than that."""
    at = first(_running(town))
    data = town.data(at.problem)
    item = data["items"][at.place]
    item["due"] = day.isoformat()
    for measure in item["measures"]:
        measure["due"] = min(measure.get("due", item["due"]), item["due"])
    return {at.problem.path: data}


def due_yesterday(town: Town) -> Changes:
    return _due(town, town.today - timedelta(days=1))


def due_within_the_yellow_window(town: Town) -> Changes:
    return _due(town, town.today + _days(town.context.policy.warn.yellow))


def due_within_the_green_window(town: Town) -> Changes:
    return _due(town, town.today + _days(town.context.policy.warn.green))


def _days(span: str) -> timedelta:
    return timedelta(days=int(span.removesuffix("d")))


def submit_waiting_too_long(town: Town) -> Changes:
    """An item was submitted so long ago that its review was over yesterday."""
    days = (town.today - timedelta(days=back) for back in range(1, 366))
    day = first(day for day in days if deadline(town.ledger, town.context.calendar, "review", day).day < town.today)
    for at in town.items():
        log = at.item.log
        if at.life.status is Status.SUBMITTED and log[-1].action == "submit" and log[-2].date <= day < log[-1].date:
            data = town.data(at.problem)
            data["items"][at.place]["log"][-1]["date"] = day.isoformat()
            return {at.problem.path: data}
    return first(())


def measure_after_its_item(town: Town) -> Changes:
    at = first(at for at in town.items() if at.item.measures and at.life.status is Status.CLOSED)
    data = town.data(at.problem)
    data["items"][at.place]["measures"][-1]["due"] = (at.item.due + timedelta(days=1)).isoformat()
    return {at.problem.path: data}


def nothing_recorded_for_long(town: Town) -> Changes:
    """The last weeks' reports on an open item were never made."""
    silence = _days(town.context.policy.limits.silence)
    for at in town.items():
        if at.life.status is not Status.IN_PROGRESS:
            continue
        log: list[Json] = town.data(at.problem)["items"][at.place]["log"]
        kept = [entry for entry in log if date.fromisoformat(entry["date"]) < town.today - silence]
        left = log[len(kept) :]
        if kept and left and all(entry["action"] in ("report", "supervise") for entry in left):
            data = town.data(at.problem)
            data["items"][at.place]["log"] = kept
            return {at.problem.path: data}
    return first(())


def late_deadline_without_a_reason(town: Town) -> Changes:
    for at in town.items():
        inspection = town.ledger.inspection_of(at.problem)
        if at.item.due_reason and inspection is not None and inspection.feedback is not None:
            given = inspection.feedback.date
            if at.item.due > deadline(town.ledger, town.context.calendar, "concentrated", given).day:
                data = town.data(at.problem)
                del data["items"][at.place]["due_reason"]
                return {at.problem.path: data}
    return first(())


def time_that_reaches_into_a_year_to_come(town: Town) -> Changes:
    """The policy gives the tasks after a round, some of which are still to be done, a time of many years."""
    policy = town.ledger.policies[-1]
    data = town.data(policy)
    data["deadlines"]["after_round"] = "120m"
    return {policy.path: data}
