"""The figures of a district as of a day or for a period, with the ids of the records behind each."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from inspection.derive.figures import (
    coverage,
    departures,
    items,
    outcomes,
    people,
    problems,
    rounds,
    self_checks,
    stages,
    supervision,
    work,
)
from inspection.derive.figures.catalogue_periods import PERIODS, dated
from inspection.derive.figures.compared import aligned, subtracted
from inspection.derive.figures.leaves import Figure, Plain, ids_behind, plain
from inspection.derive.figures.scope import Scope, period_of, scope_of
from inspection.derive.lives import Lives
from inspection.derive.provenance import Provenance
from inspection.model.ledger import Ledger

FIGURES: dict[str, Callable[[Scope], Figure]] = {
    "units": coverage.units,
    "coverage": coverage.coverage,
    "forecast": coverage.forecast,
    "rounds": rounds.rounds,
    "modes": rounds.modes,
    "extended": rounds.extended,
    "checklists": rounds.checklists,
    "problems": problems.problems,
    "closure_rate": problems.closure_rate,
    "progress_rate": problems.progress_rate,
    "self_reported_rate": problems.self_reported_rate,
    "items": items.items,
    "immediate": problems.immediate,
    "stages": stages.stages,
    "signatures": stages.signatures,
    "reviews": stages.reviews,
    "opinions": work.opinions,
    "outputs": work.outputs,
    "matters": work.matters,
    "activities": work.activities,
    "announcements": work.announcements,
    "briefings": work.briefings,
    "training": work.training,
    "visits": supervision.visits,
    "false_closure_rate": supervision.false_closure_rate,
    "common": self_checks.common,
    "letters": supervision.letters,
    "clues": outcomes.clues,
    "money": outcomes.money,
    "institutions": outcomes.institutions,
    "accountable": outcomes.accountable,
    "satisfaction": outcomes.satisfaction,
    "people": people.people,
    "departures": departures.departures,
}
"""Every figure by its key, in the order they are shown."""

OF_A_PERIOD: dict[str, Callable[[Scope], Figure]] = FIGURES | {
    "problems": problems.problems_of_period,
    "items": items.items_of_period,
    "letters": supervision.letters_of_period,
}
"""What a period counts of a figure, in its own scope."""


class Statistics(NamedTuple):
    """A district's figures.

    Attributes:
        as_of: The day they hold on; of a period the last.
        figures: By key; see `inspection.derive.figures.leaves`.
        revision: The commit the ledger was read at, where it was.
        since: The first day of the period, where they are of one.
    """

    as_of: date
    figures: Mapping[str, Figure]
    revision: str | None = None
    since: date | None = None

    def plain(self) -> dict[str, Plain]:
        """Return the figures as nested plain data, ready for JSON.

        Counts are `int`. Rates are percentages as text with two decimals, means and yuan text with two decimals, all
        half up; a rate or mean with nothing to divide by is None. Maps by code hold the codes that occur, in the order
        of the schema's list; everything else always holds all its keys. `from` and `to` are None unless the figures are
        of a period; its last day is `as_of` too, since what is not dated is told of that day.
        """
        days: dict[str, Plain] = {
            "as_of": self.as_of.isoformat(),
            "from": self.since.isoformat() if self.since is not None else None,
            "to": self.as_of.isoformat() if self.since is not None else None,
            "revision": self.revision,
        }
        return days | {key: plain(figure) for key, figure in self.figures.items()}

    def ids(self, key: str) -> tuple[str, ...]:
        """Return the ids of the records behind a figure, such as `problems.overdue`.

        Raises:
            KeyError: No figure has that key.
        """
        figure: Figure = self.figures
        for part in key.split("."):
            if not isinstance(figure, Mapping) or part not in figure:
                raise KeyError(key)
            figure = figure[part]
        return ids_behind(figure)


def statistics(
    ledger: Ledger,
    as_of: date,
    *,
    lives: Lives | None = None,
    revision: str | None = None,
    provenance: Provenance | None = None,
) -> Statistics:
    """Return every figure as the dates in the records tell it on a day, read from the term that contains the day.

    Args:
        ledger: The ledger.
        as_of: The day; what is dated after it does not count.
        lives: The items' lives on that day, where they are already at hand.
        revision: The commit the ledger was read at, only to be shown.
        provenance: When each fact was recorded, where history is at hand.

    Raises:
        LookupError: The ledger has problems or feedback and no policy that could be read.
        ValueError: `lives` are of another day or ledger.
    """
    if lives is not None and (lives.as_of != as_of or lives.ledger is not ledger):
        raise ValueError("lives of another day or ledger")
    scope = scope_of(ledger, as_of, lives or Lives(ledger, as_of), provenance)
    return Statistics(as_of, {key: figure(scope) for key, figure in FIGURES.items()}, revision)


def statistics_of_period(
    ledger: Ledger,
    since: date,
    to: date,
    *,
    revision: str | None = None,
    provenance: Provenance | None = None,
) -> Statistics:
    """Return every figure for a period, in whatever terms it lies.

    What is dated in the period is counted, by the day `inspection.derive.figures.catalogue_periods` names; these
    figures add up. Rates, statuses, pools and whatever else has no day of its own are those of `statistics` on the
    last day.

    Args:
        ledger: The ledger.
        since: The first day of the period.
        to: Its last day, not before the first.
        revision: The commit the ledger was read at, only to be shown.
        provenance: When each fact was recorded, where history is at hand.

    Raises:
        LookupError: The ledger has problems or feedback and no policy that could be read.
        ValueError: The period ends before it begins.
    """
    if to < since:
        raise ValueError("the period ends before it begins")
    last_day = statistics(ledger, to, revision=revision, provenance=provenance)
    figures = dict(last_day.figures)
    for key, counted in dated_figures(period_of(ledger, since, to, provenance=provenance)).items():
        figures[key] = counted if dated(key) else {**_below(figures[key]), **_below(counted)}
    return last_day._replace(figures=figures, since=since)


def dated_figures(scope: Scope) -> dict[str, Figure]:
    """Return what a period counts by its own days, and nothing that is told of its last day."""
    figures: dict[str, Figure] = {}
    for key, count in OF_A_PERIOD.items():
        if dated(key):
            figures[key] = count(scope)
        elif key in _PARTLY_DATED:
            figures[key] = {below: one for below, one in _below(count(scope)).items() if dated(f"{key}.{below}")}
    return figures


def _below(figure: Figure) -> Mapping[str, Figure]:
    assert isinstance(figure, Mapping)
    return figure


_PARTLY_DATED = frozenset(one.key.partition(".")[0] for one in PERIODS)


def in_one_shape(*made: Statistics) -> tuple[Statistics, ...]:
    """Return figures with the same keys, if they are of two days: a code that occurs in one only stands in both."""
    if len(made) != 2:
        return made
    before, after = made
    one, other = aligned(before.figures, after.figures)
    return before._replace(figures=one), after._replace(figures=other)


def difference(before: Statistics, after: Statistics) -> dict[str, Plain]:
    """Return how much more each figure is than before, of figures in one shape; see `figures.compared.subtracted`."""
    return {key: subtracted(before.figures[key], figure) for key, figure in after.figures.items()}
