"""What a year's assessment (年度考核) of a unit rests on: what it rectified, how it was evaluated, what it was sent.

Nothing is weighed or summed up to a mark: how much each counts is the district's own decision.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from inspection.derive.figures.leaves import Counted, Figure, counted, grouped
from inspection.derive.figures.split import split
from inspection.derive.grades import Grade, grade_of
from inspection.derive.letters import issued
from inspection.derive.roles import roles_of
from inspection.derive.statistics import statistics_of_period
from inspection.model.inspections import Evaluation
from inspection.model.ledger import Ledger
from inspection.model.matters import Letter


class Assessment(NamedTuple):
    """A unit's year.

    Attributes:
        figures: The figures of the year that rest on its inspections, problems and self-checks; what has no day of its
            own is told of the last day.
        evaluation: Its last evaluation in the year, with the grade by the policy of that day.
        letters: The ids of the letters issued to it in the year and not withdrawn, by kind.
        overdue: Those of them whose receipt or reply is missing past its period on the last day.
        visits: The visits to it that ended in the year.
        talks: The talks with its head in the year, by kind.
        again: The second rectifications ordered in the year.
    """

    unit: str
    figures: Mapping[str, Figure]
    evaluation: Evaluation | None
    grade: Grade | None
    letters: Mapping[str, Counted]
    overdue: Counted
    visits: Counted
    talks: Mapping[str, Counted]
    again: Counted


def assessments(ledger: Ledger, year: int, today: date) -> Iterator[Assessment]:
    """Yield the year of every unit anything is known of, by id.

    Args:
        ledger: The ledger.
        year: The year; of the current one what has happened so far.
        today: The day; what is dated after it has not happened yet.

    Raises:
        ValueError: The year has not begun.
        LookupError: The ledger has no policy that could be read.
    """
    first, last = date(year, 1, 1), min(date(year, 12, 31), today)
    made = statistics_of_period(ledger, first, last)
    own = {group[0]: figures for group, figures in split(made.figures, ledger, ("unit",)).items()}
    year_ = _Year(ledger, first, last, frozenset(made.ids("letters.overdue")))
    letters = year_.letters()
    for unit in ledger.units:
        one = year_.of(unit, own.get(unit, {}), letters.get(unit, []))
        if _anything(one):
            yield one


class _Year(NamedTuple):
    ledger: Ledger
    first: date
    last: date
    overdue: frozenset[str]

    def letters(self) -> dict[str, list[Letter]]:
        """Return the letters issued in the year by the unit they went to."""
        roles, found = roles_of(self.ledger, None), dict[str, list[Letter]]()
        for letter in self.ledger.letters.values():
            day = issued(letter, self.last)
            if day is not None and self.first <= day:
                found.setdefault(roles.who(letter.to), []).append(letter)
        return found

    def of(self, unit: str, figures: Mapping[str, Figure], letters: list[Letter]) -> Assessment:
        inspections = [one for (_, inspected), one in self.ledger.inspections.items() if inspected == unit]
        rated = [one.evaluation for one in inspections if one.evaluation and self._within(one.evaluation.date)]
        last = max(rated, key=lambda one: one.date, default=None)
        talks = ((talk.kind, f"{one.round}/{unit}/talks/{place}") for one in inspections
                 for place, talk in enumerate(one.talks) if self._within(talk.date))  # fmt: skip
        visits = self.ledger.visits.values()
        return Assessment(
            unit=unit,
            figures=figures,
            evaluation=last,
            grade=grade_of(self.ledger, last) if last is not None else None,
            letters=grouped((one.kind, one.id) for one in letters),
            overdue=counted(one.id for one in letters if one.id in self.overdue),
            visits=counted(one.id for one in visits if unit in one.units and self._within(one.to)),
            talks=grouped(talks),
            again=counted(
                f"{one.round}/{unit}" for one in inspections if one.again and self._within(one.again.ordered)
            ),
        )

    def _within(self, day: date) -> bool:
        return self.first <= day <= self.last


def _anything(one: Assessment) -> bool:
    asked = ("problems.total", "items.total", "common.addressed", "stages.plan.due", "stages.feedback.due")
    known = any(isinstance(leaf, Counted) and leaf.ids for leaf in (leaf_of(one.figures, key) for key in asked))
    return known or bool(one.evaluation or one.letters or one.visits.ids or one.talks or one.again.ids)


def leaf_of(figures: Mapping[str, Figure], key: str) -> Figure:
    """Return the figure at a path such as `stages.plan.due`, or nothing where there is none."""
    found: Figure = figures
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found
