"""What every page of the office is computed from, and what it calls things."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from inspection.derive.figures.leaves import Figure, Plain
from inspection.derive.figures.scope import Scope, scope_of
from inspection.derive.lives import Lives
from inspection.derive.policies import calendar_of
from inspection.derive.statistics import Statistics
from inspection.finding import Finding
from inspection.labels import Labels, Wording
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.model.record import Body
from inspection.office.cells import Cell, Clock, Column, Ref, same
from inspection.workdays import Calendar, Due


@dataclass(frozen=True)
class Books:
    """A ledger on a day, with what was found out about it already.

    Attributes:
        lives: The items' lives; they hold the ledger and the day.
        figures: The figures of that day.
        labels: What the schemas say, the district's own words laid over them.
        findings: What a check finds that day.
        backdated: What history says was recorded too late; None where history is not at hand.
    """

    lives: Lives
    figures: Statistics
    labels: Labels
    findings: tuple[Finding, ...] = ()
    backdated: tuple[Finding, ...] | None = None

    @property
    def ledger(self) -> Ledger:
        """The whole ledger."""
        return self.lives.ledger

    @property
    def as_of(self) -> date:
        """The day."""
        return self.lives.as_of

    @cached_property
    def calendar(self) -> Calendar:
        """Which days are worked."""
        return calendar_of(self.ledger)

    @cached_property
    def scope(self) -> Scope:
        """The records of the term, as the figures count them."""
        return scope_of(self.ledger, self.as_of, self.lives)

    @cached_property
    def plain(self) -> Mapping[str, Plain]:
        """The figures as plain values."""
        return self.figures.plain()

    def ids(self, key: str) -> tuple[str, ...]:
        """Return the ids behind a figure such as `common.late`.

        Raises:
            KeyError: No figure has that key.
        """
        return self.figures.ids(key)

    def figure(self, key: str) -> Figure:
        """Return a figure with what is behind it; None where there is none."""
        found: Figure = self.figures.figures
        for part in key.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found

    def split(self, key: str) -> Mapping[str, Figure]:
        """Return the figures below a key such as `letters.by_kind`, by code."""
        found = self.figure(key)
        return found if isinstance(found, Mapping) else {}

    def code(self, vocabulary: str, code: str | None) -> Cell:
        """Return the words for a code; one that is not in the list is shown as it is, none as nothing."""
        if code is None:
            return None
        known = self.labels.codes[vocabulary].get(code)
        return known.label if known is not None else code

    def head(self, kind: str, place: str, number: bool = False) -> Column:
        """Return a column for a field of the ledger, headed as its schema says."""
        return Column(place.replace(".", "_"), self.labels.field(kind, place).label, number)

    def unit(self, id_: str | None) -> Cell:
        """Return the name of a unit; one that is not in the register is shown by its id."""
        known = self.ledger.units.get(id_ or "")
        return known.name if known is not None else id_

    def body(self, body: Body) -> Cell:
        """Return the words for a role, else the name of a unit."""
        known = self.labels.codes["role"].get(body)
        return known.label if known is not None else self.unit(body)

    def clock(self, due: Due) -> Clock:
        """Return a last day with the days left to it."""
        return Clock(due.day, (due.day - self.as_of).days, due.provisional)

    def came(self, day: date | None) -> bool:
        """Return whether something dated had happened by the day."""
        return day is not None and day <= self.as_of

    def by_then(self, day: date | None) -> date | None:
        """Return a day if it had come by then."""
        return day if self.came(day) else None

    def place(self, path: str, pointer: str) -> Wording:
        """Return what people call a place in a record: its fields' labels, elements of lists by number from 1."""
        known, told = kind_at(path), list[Wording]()
        places = self.labels.by_place[known[0].name] if known is not None else {}
        at = ""
        for part in pointer.split("/")[1:]:
            if part.isdecimal() and told:
                told[-1] = Wording(f"{told[-1].zh} {int(part) + 1}", f"{told[-1].en} {int(part) + 1}")
                continue
            at = f"{at}.{part}" if at else part
            field = places.get(at)
            told.append(field.label if field is not None else same(part))
        return Wording("·".join(one.zh for one in told), ": ".join(one.en for one in told))


def record_of(path: str) -> Ref:
    """Return the record at a ledger-relative path; an inspection and a self-check are named with what they are of."""
    known = kind_at(path)
    if known is None:
        return Ref("", path)
    kind, id_ = known
    above = path.split("/")[1] if kind.name in ("inspection", "self_check") else ""
    return Ref(kind.name, f"{above}/{id_}" if above else id_)


def own(key: str, zh: str, en: str, number: bool = False) -> Column:
    """Return a column for what is derived, with a heading of its own."""
    return Column(key, Wording(zh, en), number)
