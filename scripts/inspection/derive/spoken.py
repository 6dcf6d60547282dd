"""The dated facts of a ledger that somebody says, and who says them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from inspection.derive.provenance import Place
from inspection.model.district import Purges
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem, Letter, SelfCheck, Visit
from inspection.model.problems import Action, Item, Problem
from inspection.model.record import Body, Record, Review
from inspection.model.rounds import Round
from inspection.model.units import Person


class Spoken(NamedTuple):
    """One dated fact, and who says it.

    Attributes:
        record: The record that holds it.
        pointer: JSON Pointer to the entry that has a `date`, else to the day itself (`/plan/submitted`).
        day: The day it happened.
        by: The bodies that say it together, as the entry names them; empty where the entry names nobody.
        unit: The unit `unit` stands for in this fact.
        inspected: The unit above which `parent` stands, where that is not `unit`.
    """

    record: Record
    pointer: str
    day: date
    by: tuple[Body, ...]
    unit: str | None = None
    inspected: str | None = None

    @property
    def place(self) -> Place:
        """Where it stands; the key of `Provenance`."""
        return self.record.path, self.pointer


def spoken(ledger: Ledger) -> Iterator[Spoken]:
    """Yield every dated fact somebody says in the ledger: entries of logs, reviews, papers handed in, publications.

    Signatures under a paper (`feedback.signed`) are not among them: they are copied from the paper, and no commit is
    signed by all who signed it. Neither is the day of a document, an order or a meeting, which nobody says.
    """
    for record in ledger.records():
        yield from spoken_in(record)


def spoken_in(record: Record) -> Iterator[Spoken]:
    """Yield the facts of one record; see `spoken`."""
    for place, one in enumerate(record.acknowledged):
        yield Spoken(record, f"/acknowledged/{place}", one.date, (one.by,))
    for place, mended in enumerate(record.corrections):
        yield Spoken(record, f"/corrections/{place}", mended.date, (mended.by,))
    further = _FURTHER.get(type(record))
    if further is not None:
        yield from further(record)


def _of_problem(problem: Problem) -> Iterator[Spoken]:
    for place, item in enumerate(problem.items):
        yield from _of_item(problem, place, item)


def _of_letter(letter: Letter) -> Iterator[Spoken]:
    for place, entry in enumerate(letter.log):
        yield Spoken(letter, f"/log/{place}", entry.date, (entry.by,), letter.to)


def _of_person(person: Person) -> Iterator[Spoken]:
    for place, entry in enumerate(person.log):
        yield Spoken(person, f"/log/{place}", entry.date, ())


def _of_self_check(one: SelfCheck) -> Iterator[Spoken]:
    if one.submitted is not None:
        yield Spoken(one, "/submitted", one.submitted, ("unit",), one.unit)
    for place, entry in enumerate(one.progress):
        yield Spoken(one, f"/progress/{place}", entry.date, ("unit",), one.unit)
    yield from _reviews(one, "", one.reviews, one.unit)


def _of_visit(visit: Visit) -> Iterator[Spoken]:
    yield Spoken(visit, "/to", visit.to, visit.by)


def _of_published(one: Round | CommonProblem) -> Iterator[Spoken]:
    if one.publication is not None:
        yield Spoken(one, "/publication/approved", one.publication.approved, (one.publication.by,))


def _of_purges(one: Purges) -> Iterator[Spoken]:
    for place, purge in enumerate(one.purges):
        yield Spoken(one, f"/purges/{place}", purge.date, (purge.by,))


def _of_item(problem: Problem, place: int, item: Item) -> Iterator[Spoken]:
    """Yield an item's log; `unit` is whoever leads the item on the entry's day."""
    lead = item.lead
    for index, entry in sorted(enumerate(item.log), key=lambda one: (one[1].date, one[0])):
        yield Spoken(problem, f"/items/{place}/log/{index}", entry.date, (entry.by,), lead, problem.unit)
        if entry.action is Action.ASSIGN and entry.lead is not None:
            lead = entry.lead


def _of_inspection(one: Inspection) -> Iterator[Spoken]:
    unit = one.unit
    if one.feedback is not None:
        yield Spoken(one, "/feedback", one.feedback.date, (one.feedback.by,), unit)
    if one.plan is not None:
        yield Spoken(one, "/plan/submitted", one.plan.submitted, ("unit",), unit)
        yield from _reviews(one, "/plan", one.plan.reviews, unit)
    if one.life_meeting is not None:
        yield from _reviews(one, "/life_meeting", one.life_meeting.reviews, unit)
    if one.report is not None:
        yield Spoken(one, "/report/submitted", one.report.submitted, ("unit",), unit)
        if one.report.head_submitted is not None:
            yield Spoken(one, "/report/head_submitted", one.report.head_submitted, ("head", "unit"), unit)
        yield from _reviews(one, "/report", one.report.reviews, unit)
    for place, continued in enumerate(one.progress):
        yield Spoken(one, f"/progress/{place}", continued.date, (continued.by,), unit)
    for place, talk in enumerate(one.talks):
        yield Spoken(one, f"/talks/{place}", talk.date, (talk.by,), unit)
    if one.again is not None:
        yield Spoken(one, "/again/ordered", one.again.ordered, (one.again.by,), unit)
    yield from _publications(one)


def _publications(one: Inspection) -> Iterator[Spoken]:
    if one.publication is None:
        return
    party = one.publication.party
    if party is not None:
        yield Spoken(one, "/publication/party/approved", party.approved, (party.by,), one.unit)
    for place, entry in enumerate(one.publication.society):
        at = f"/publication/society/{place}"
        yield Spoken(one, f"{at}/approved", entry.approved, (entry.by,), one.unit)
        if entry.retracted is not None:
            yield Spoken(one, f"{at}/retracted", entry.retracted.date, (entry.retracted.by,), one.unit)


def _reviews(record: Record, above: str, reviews: tuple[Review, ...], unit: str) -> Iterator[Spoken]:
    for place, review in enumerate(reviews):
        yield Spoken(record, f"{above}/reviews/{place}", review.date, review.by, unit)


_FURTHER: dict[type[Record], Callable[[Any], Iterator[Spoken]]] = {
    Problem: _of_problem,
    Inspection: _of_inspection,
    Letter: _of_letter,
    Person: _of_person,
    SelfCheck: _of_self_check,
    Visit: _of_visit,
    Round: _of_published,
    CommonProblem: _of_published,
    Purges: _of_purges,
}
