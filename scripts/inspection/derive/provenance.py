"""Who says what, and how it came to be recorded: the dated facts a body speaks for, and what Git knows of each.

The facts are found here; what Git knows of them is filled in by `inspection.history` and handed to the rules.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from inspection.model.district import Purges
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem, Letter, SelfCheck, Visit
from inspection.model.problems import Action, Item, Problem
from inspection.model.record import Body, Record, Review
from inspection.model.rounds import Round
from inspection.model.units import Person

Place: TypeAlias = tuple[str, str]
"""A fact's place in the newest version: the record's path and a JSON Pointer, such as `/items/0/log/3`."""


class Recorded(NamedTuple):
    """How a fact came into the ledger.

    Attributes:
        day: The committer's day, in the district's time zone, of the first commit of the whole graph that holds it.
        signed: The bodies whose key signed that commit and was valid on that day by `signers.yaml`, each as the key
            names it: its `unit` where it names one, else its `role`. Empty without a good signature by a known key;
            None where signatures were not looked at.
        commit: The commit's full id, only to be shown.
    """

    day: date
    signed: tuple[Body, ...] | None = None
    commit: str = ""


Provenance: TypeAlias = Mapping[Place, Recorded]
"""What Git knows of the facts of a ledger, by their places as `spoken` gives them; a place may be missing."""


class Spoken(NamedTuple):
    """One dated fact, and who says it.

    Attributes:
        record: The record that holds it.
        pointer: JSON Pointer to the entry, or to the day where the entry is no more than a day.
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
    match record:
        case Problem():
            for place, item in enumerate(record.items):
                yield from _of_item(record, place, item)
        case Inspection():
            yield from _of_inspection(record)
        case Letter():
            for place, step in enumerate(record.log):
                yield Spoken(record, f"/log/{place}", step.date, (step.by,), record.to)
        case Person():
            for place, served in enumerate(record.log):
                yield Spoken(record, f"/log/{place}", served.date, ())
        case SelfCheck():
            if record.submitted is not None:
                yield Spoken(record, "/submitted", record.submitted, ("unit",), record.unit)
            for place, rectified in enumerate(record.progress):
                yield Spoken(record, f"/progress/{place}", rectified.date, ("unit",), record.unit)
            yield from _reviews(record, "", record.reviews, record.unit)
        case Visit():
            yield Spoken(record, "", record.to, record.by)
        case Round() | CommonProblem():
            if record.publication is not None:
                yield Spoken(record, "/publication", record.publication.approved, (record.publication.by,))
        case Purges():
            for place, purge in enumerate(record.purges):
                yield Spoken(record, f"/purges/{place}", purge.date, (purge.by,))


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
        yield Spoken(one, "/again", one.again.ordered, (one.again.by,), unit)
    yield from _publications(one)


def _publications(one: Inspection) -> Iterator[Spoken]:
    if one.publication is None:
        return
    party = one.publication.party
    if party is not None:
        yield Spoken(one, "/publication/party", party.approved, (party.by,), one.unit)
    for place, entry in enumerate(one.publication.society):
        at = f"/publication/society/{place}"
        yield Spoken(one, at, entry.approved, (entry.by,), one.unit)
        if entry.retracted is not None:
            yield Spoken(one, f"{at}/retracted", entry.retracted.date, (entry.retracted.by,), one.unit)


def _reviews(record: Record, above: str, reviews: tuple[Review, ...], unit: str) -> Iterator[Spoken]:
    for place, review in enumerate(reviews):
        yield Spoken(record, f"{above}/reviews/{place}", review.date, review.by, unit)
