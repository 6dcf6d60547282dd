"""CHG: changes that rewrite what is recorded, and what the rules must know to see them."""

from collections.abc import Mapping
from datetime import timedelta

from msgspec.structs import replace
from tests.mutations.town import Changes, ItemAt, Town, first

from inspection.derive.policies import policy_on
from inspection.derive.provenance import Recorded
from inspection.derive.status import Status
from inspection.model.problems import Action, Problem

Known = Mapping[str, object]


def base(town: Town) -> Known:
    """The change is compared with the ledger it changes."""
    return {"base": town.ledger}


def base_with_a_paper_more(town: Town) -> Known:
    """What is changed held a paper that is not there any more."""
    paper = first(town.ledger.papers.values())
    gone = replace(paper, id="annual-plan", path="papers/annual-plan.yaml", number=None)
    return {"base": replace(town.ledger, papers=town.ledger.papers | {gone.id: gone})}


def base_in_earnest(town: Town) -> Known:
    """The same, as if the ledger were no demonstration."""
    district = town.ledger.district
    assert district is not None
    return {"base": replace(town.ledger, district=replace(district, demonstration=None))}


def _closed(town: Town) -> ItemAt:
    return first(
        at
        for at in town.items()
        if at.life.status is Status.CLOSED and not at.problem.corrections and at.item.log[0].action is Action.START
    )


def recorded_late(town: Town) -> Known:
    """An entry was recorded the day after the policy's last."""
    at, limits = _closed(town), town.context.policy.limits
    late = at.item.log[0].date + timedelta(days=limits.backdating.number + 1)
    return {"provenance": {(at.problem.path, f"/items/{at.place}/log/0"): Recorded(late)}}


def recorded_unsigned(town: Town) -> Known:
    """The commit of an entry carries no signature."""
    at = _closed(town)
    return {"provenance": {(at.problem.path, f"/items/{at.place}/log/0"): Recorded(at.item.log[0].date, ())}}


def nothing(town: Town) -> Changes:
    """A file is written again as it was: what is wrong is not in the ledger."""
    at = _closed(town)
    return {at.problem.path: town.data(at.problem)}


def signing_required(town: Town) -> Changes:
    """The policy asks for signatures."""
    at = _closed(town)
    policy = policy_on(town.ledger, at.item.log[0].date)
    return {policy.path: town.data(policy) | {"signing": "required"}, at.problem.path: town.data(at.problem)}


def entry_edited(town: Town) -> Changes:
    """The note of an entry of a closed item is put otherwise."""
    at = first(
        at for at in town.items() if at.life.status is Status.CLOSED and any(one.note for one in at.item.log[:-1])
    )
    data = town.data(at.problem)
    entry = first(one for one in data["items"][at.place]["log"] if one.get("note"))
    entry["note"] += "。"
    return {at.problem.path: data}


def ballots_edited(town: Town) -> Changes:
    """Two ballots change their opinion after the count."""
    one = first(
        one
        for one in town.ledger.inspections.values()
        if one.evaluation is not None and one.evaluation.ballots is not None and not one.corrections
    )
    data = town.data(one)
    data["evaluation"]["ballots"]["satisfied"] -= 1
    data["evaluation"]["ballots"]["basically"] += 1
    return {one.path: data}


def policy_with_a_record(town: Town) -> Changes:
    """The policy gives reviewers longer, and a problem gets its basis, in one change."""
    district, policy, problem = town.ledger.district, town.context.policy, _quiet(town)
    assert district is not None
    plain, earnest = town.data(policy), town.data(district)
    plain["warn"]["green"] = "21d"
    del earnest["demonstration"]
    return {
        policy.path: plain,
        district.path: earnest,
        problem.path: town.data(problem) | {"basis": "有关制度第三条"},
    }


def _quiet(town: Town) -> Problem:
    return first(one for one in town.ledger.problems.values() if one.basis is None and not one.names_person)


def title_changed_after_approval(town: Town) -> Changes:
    """The public title of a shown problem is put otherwise, and nobody approved it."""
    for problem in town.ledger.problems.values():
        inspection = town.ledger.inspection_of(problem)
        shown = problem.disclosure is not None and problem.disclosure.society == "shown"
        entries = inspection.publication.society if inspection is not None and inspection.publication else ()
        if shown and problem.public is not None and entries and entries[-1].published and not entries[-1].retracted:
            data = town.data(problem)
            data["public"]["title"] += "等情况"
            return {problem.path: data}
    return first(())
