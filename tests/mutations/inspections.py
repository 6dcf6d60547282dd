"""CHK, INS and EVA: checklists, and what a unit and the bodies around it owe after an inspection."""

from collections.abc import Iterator
from datetime import timedelta

from tests.mutations.town import Changes, Town, first

from inspection.derive.clocks import deadline
from inspection.derive.grades import grade_of
from inspection.derive.papers import papers_owed
from inspection.model.inspections import Inspection

LOW = ("fair", "poor")


def only_checklists_of_a_class(town: Town) -> Changes:
    """A round that visits several kinds of units pins those checklists alone that are for a class of community."""
    for round_ in town.ledger.rounds.values():
        visited = [unit for name, unit in town.ledger.inspections if name == round_.id]
        kept = [name for name in round_.checklists if town.ledger.checklists[name].applies_to.classes]
        kinds = {town.ledger.units[unit].kind for unit in visited}
        if round_.onsite.to < town.today and kept and len(kinds) > 1:
            return {round_.path: town.data(round_) | {"checklists": kept}}
    return first(())


def no_aspect_on_collective_assets(town: Town) -> Changes:
    """The checklists keep every item and call none of their aspects by collective assets."""
    changes: Changes = {}
    for checklist in town.ledger.checklists.values():
        data = town.data(checklist)
        for aspect in data["aspects"]:
            aspect.update({"category": "finance"} if aspect["category"] == "collective_assets" else {})
        changes[checklist.path] = data
    return changes


def item_code_twice(town: Town) -> Changes:
    checklist = first(town.ledger.checklists.values())
    data = town.data(checklist)
    items = data["aspects"][0]["items"]
    items.append(dict(items[0]))
    return {checklist.path: data}


def checklist_of_years_ago(town: Town) -> Changes:
    """A checklist nobody pins or replaces has been in force since the term began."""
    data = town.data(first(town.ledger.checklists.values()))
    data.pop("replaces", None)
    district = town.ledger.district
    assert district is not None
    return {"checklists/old.yaml": data | {"effective": district.terms[0].began.isoformat()}}


def _evaluated(town: Town) -> Iterator[Inspection]:
    """Yield the inspections that were fed back, reported on and evaluated well."""
    for one in town.ledger.inspections.values():
        grade = grade_of(town.ledger, one.evaluation) if one.evaluation is not None else None
        if grade is not None and grade.name not in LOW and one.plan and one.life_meeting and one.report:
            yield one


def not_copied(town: Town) -> Changes:
    one = first(one for one in _evaluated(town) if one.feedback and "discipline" in one.feedback.copied)
    data = town.data(one)
    del data["feedback"]["copied"]["discipline"]
    return {one.path: data}


def plan_a_day_late(town: Town) -> Changes:
    one = first(_evaluated(town))
    data = town.data(one)
    data["plan"]["submitted"] = _day_after(town, one, "plan")
    return {one.path: data}


def head_report_a_day_late(town: Town) -> Changes:
    one = first(_evaluated(town))
    data = town.data(one)
    data["report"]["head_submitted"] = _day_after(town, one, "report")
    return {one.path: data}


def _day_after(town: Town, one: Inspection, name: str) -> str:
    """Return the day after the last on which a paper is in time."""
    papers = papers_owed(town.ledger, town.context.calendar, one, town.today)
    due = first(paper.due.day for paper in papers if paper.name == name)
    return (due + timedelta(days=1)).isoformat()


def meeting_of_the_other_kind(town: Town) -> Changes:
    one = first(one for one in _evaluated(town) if one.life_meeting and one.life_meeting.kind == "organizational_life")
    data = town.data(one)
    data["life_meeting"]["kind"] = "democratic_life"
    return {one.path: data}


def reviewed_by_one_alone(town: Town) -> Changes:
    one = first(_evaluated(town))
    data = town.data(one)
    data["plan"]["reviews"][-1]["by"] = ["office"]
    return {one.path: data}


def evaluated_before_the_report_was_accepted(town: Town) -> Changes:
    one = first(_evaluated(town))
    data = town.data(one)
    assert one.report is not None
    data["evaluation"]["date"] = (one.report.reviews[-1].date - timedelta(days=1)).isoformat()
    return {one.path: data}


def evaluated_a_day_late(town: Town) -> Changes:
    one = first(_evaluated(town))
    data = town.data(one)
    assert one.report is not None
    due = deadline(town.ledger, town.context.calendar, "evaluation", one.report.reviews[-1].date).day
    data["evaluation"]["date"] = (due + timedelta(days=1)).isoformat()
    return {one.path: data}


def handover_without_a_witness(town: Town) -> Changes:
    one = first(one for one in town.ledger.inspections.values() if one.handovers and one.handovers[0].date < town.today)
    data = town.data(one)
    del data["handovers"][0]["signed"]["witness"]
    return {one.path: data}


def feedback_of_one_problem_more(town: Town) -> Changes:
    one = first(_evaluated(town))
    data = town.data(one)
    data["feedback"]["paper"]["problems"] += 1
    return {one.path: data}


def neither_visited_nor_evaluated(town: Town) -> Changes:
    """A unit nobody visited loses its evaluation too."""
    visited = {unit for visit in town.ledger.visits.values() for unit in visit.units}
    long_ago = {
        one.id
        for one in town.ledger.rounds.values()
        if deadline(town.ledger, town.context.calendar, "revisit", one.onsite.to).day < town.today
    }
    one = first(one for one in _evaluated(town) if one.unit not in visited and one.round in long_ago)
    data = town.data(one)
    del data["evaluation"]
    return {one.path: data}


def one_ballot_too_many(town: Town) -> Changes:
    one = first(one for one in _evaluated(town) if one.evaluation and one.evaluation.ballots)
    data = town.data(one)
    data["evaluation"]["ballots"]["satisfied"] += 1
    return {one.path: data}


def five_indicators(town: Town) -> Changes:
    """Two indicators are added up to one, which leaves weights and total as they were."""
    one = first(one for one in _evaluated(town) if one.evaluation and one.evaluation.indicators)
    data = town.data(one)
    last = data["evaluation"]["indicators"].pop()
    kept = data["evaluation"]["indicators"][-1]
    assert one.evaluation is not None
    kept["weight"] += last["weight"]
    kept["score"] = str(sum(row.score for row in one.evaluation.indicators[-2:]))
    return {one.path: data}


def no_second_rectification(town: Town) -> Changes:
    one = first(
        one for one in town.ledger.inspections.values() if one.again is not None and one.again.because == "grade"
    )
    data = town.data(one)
    del data["again"]
    return {one.path: data}
