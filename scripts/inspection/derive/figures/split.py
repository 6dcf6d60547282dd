"""Figures split by what is known of the records behind them: `--by round`, `--by parent --by category`.

A leaf keeps the ids it counts, so its groups are those ids sorted out: they add up to the whole, and a rate of a group
divides what is in it by what is in it. What does not split is left out: the pool of people has no round.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from inspection.derive.figures.leaves import Bound, Counted, Figure, Mean, Share, Summed, Yuan
from inspection.derive.figures.scope import term_of
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.model.rounds import Round
from inspection.model.units import Unit

T = TypeVar("T")

Dimension = Literal[
    "term", "round", "unit", "parent", "unit_kind", "class", "mode", "phase", "organizer", "round_kind", "category",
    "nature",
]  # fmt: skip
"""What the figures of a day can be split by."""

Group = tuple[str, ...]
"""The code or id of a group in each dimension, `""` where a record says nothing of it."""

_OF_ROUNDS: tuple[Dimension, ...] = ("term", "round", "phase", "organizer", "round_kind")
_OF_UNITS: tuple[Dimension, ...] = ("unit", "parent", "unit_kind", "class")
_OF_INSPECTIONS: tuple[Dimension, ...] = (*_OF_ROUNDS, *_OF_UNITS, "mode")
_OF_PROBLEMS: tuple[Dimension, ...] = (*_OF_INSPECTIONS, "category", "nature")
_OF_SELF_CHECKS: tuple[Dimension, ...] = ("term", *_OF_UNITS)

SPLITS: dict[str, tuple[Dimension, ...]] = {
    **dict.fromkeys(("units", "coverage", "forecast", "extended", "visits.units_by_kind"), _OF_UNITS),
    **dict.fromkeys(("rounds", "outputs", "matters", "activities", "announcements", "briefings"), _OF_ROUNDS),
    **dict.fromkeys(("training", "clues", "people.person_times", "people.person_times_by_system"), _OF_ROUNDS),
    **dict.fromkeys(("modes.*.inspections", "stages", "signatures", "reviews", "opinions"), _OF_INSPECTIONS),
    "satisfaction": _OF_INSPECTIONS,
    **dict.fromkeys(("modes.*.parents", "reviews.*.organizations"), _OF_UNITS),
    **dict.fromkeys(("problems", "closure_rate", "progress_rate", "self_reported_rate", "items"), _OF_PROBLEMS),
    **dict.fromkeys(("immediate", "extended.problems", "visits.checked", "visits.results"), _OF_PROBLEMS),
    **dict.fromkeys(("false_closure_rate", "money", "institutions", "accountable"), _OF_PROBLEMS),
    **{f"departures.{key}": _OF_PROBLEMS for key in ("voided", "withdrawn", "beyond_limit")},
    "common": _OF_SELF_CHECKS,
    "common.total": ("term",),
    "common.batches": _OF_ROUNDS,
}
"""By what each figure splits; a key speaks for those below it that are not named themselves, `*` for any code."""


def split(figures: Mapping[str, Figure], ledger: Ledger, by: tuple[Dimension, ...]) -> dict[Group, dict[str, Figure]]:
    """Return the figures of each group, in the order of the groups; keys that do not split are left out.

    Args:
        figures: By key, as `statistics` returns them.
        ledger: The ledger they were counted in.
        by: One dimension or several.
    """
    behind = Behind(ledger)
    kept = _kept(figures, by)
    groups = sorted({behind.group(id_, by) for id_ in _ids(kept)})
    divided = {key: _divided(figure, groups, lambda id_: behind.group(id_, by)) for key, figure in kept.items()}
    return {group: {key: parts[group] for key, parts in divided.items()} for group in groups}


class Behind:
    """The records behind the ids of figures."""

    def __init__(self, ledger: Ledger) -> None:
        """Keep the ledger; nothing was looked up yet."""
        self._ledger = ledger
        self._known: dict[str, dict[Dimension, str]] = {}

    def group(self, id_: str, by: tuple[Dimension, ...]) -> Group:
        """Return the group of a record, or of a part of one, in some dimensions."""
        if id_ not in self._known:
            self._known[id_] = self._said(id_)
        return tuple(self._known[id_].get(one, "") for one in by)

    def _said(self, id_: str) -> dict[Dimension, str]:
        named = _checked(self._ledger, id_)
        problem = _PROBLEM.match(named)
        if problem is not None and problem[0] in self._ledger.problems:
            return self._of_problem(self._ledger.problems[problem[0]])
        first, _, second = named.partition("/")
        if _COMMON.fullmatch(first):
            return {"term": str(term_of(first)), **self._of_unit(second)}
        if first in self._ledger.rounds or _ROUND.fullmatch(first):
            return self._of_inspection(first, second.partition("/")[0])
        return self._of_unit(first)

    def _of_problem(self, problem: Problem) -> dict[Dimension, str]:
        own: dict[Dimension, str] = {"category": problem.category, "nature": problem.nature}
        return own | self._of_inspection(problem.round, problem.unit)

    def _of_inspection(self, round_: str, unit: str) -> dict[Dimension, str]:
        inspection = self._ledger.inspections.get((round_, unit))
        said = _of_round(round_, self._ledger.rounds.get(round_)) | _of_reach(inspection)
        return said | self._of_unit(unit)

    def _of_unit(self, name: str) -> dict[Dimension, str]:
        return _of_register(self._ledger.units.get(name))


def _checked(ledger: Ledger, id_: str) -> str:
    """Return the item a visit looked at, for an id such as `V2022-001/checked/0` or `V2022-001/R13-01-0003/1`."""
    visit, _, rest = id_.partition("/")
    if visit not in ledger.visits:
        return id_
    kind, _, place = rest.partition("/")
    return ledger.visits[visit].checked[int(place)].item if kind == "checked" else rest


def _of_round(id_: str, round_: Round | None) -> dict[Dimension, str]:
    said: dict[Dimension, str] = {"term": str(term_of(id_)), "round": id_}
    if round_ is not None:
        said |= {"phase": round_.phase or "", "organizer": round_.organizer, "round_kind": round_.kind}
    return said


def _of_reach(inspection: Inspection | None) -> dict[Dimension, str]:
    return {"mode": inspection.mode or ""} if inspection is not None else {}


def _of_register(unit: Unit | None) -> dict[Dimension, str]:
    """Return what the register says; a unit with none above it is its own parent, so that townships are whole."""
    if unit is None:
        return {}
    return {"unit": unit.id, "parent": unit.parent or unit.id, "unit_kind": unit.kind, "class": unit.class_ or ""}


def _kept(figures: Mapping[str, Figure], by: tuple[Dimension, ...], above: str = "") -> dict[str, Figure]:
    kept: dict[str, Figure] = {}
    for key, figure in figures.items():
        if isinstance(figure, Mapping):
            below = _kept(figure, by, f"{above}{key}.")
            kept |= {key: below} if below else {}
        elif figure is not None and set(by) <= set(splits(f"{above}{key}")):
            kept[key] = figure
    return kept


def splits(key: str) -> tuple[Dimension, ...]:
    """Return by what a figure splits, of the nearest key in `SPLITS`; nothing where it does not."""
    steps = key.split(".")
    for end in range(len(steps), 0, -1):
        named = ".".join(steps[:end])
        coded = ".".join([steps[0], "*", *steps[2:end]])
        for one in (named, coded) if end > 1 else (named,):
            if one in SPLITS:
                return SPLITS[one]
    return ()


def _ids(figure: Figure) -> Iterator[str]:
    """Yield the ids behind a figure, those of what a rate divides by too."""
    if isinstance(figure, Mapping):
        for below in figure.values():
            yield from _ids(below)
    elif isinstance(figure, Share | Bound):
        yield from _ids(figure.part)
        yield from _ids(figure.whole)
    elif isinstance(figure, Counted):
        yield from figure.ids
    elif figure is not None:
        yield from (record for record, _ in figure.parts)


def _divided(figure: Figure, groups: Sequence[Group], group_of: Callable[[str], Group]) -> dict[Group, Figure]:
    """Return what of a figure belongs to each group."""
    if isinstance(figure, Mapping):
        below = {key: _divided(one, groups, group_of) for key, one in figure.items()}
        return {group: {key: parts[group] for key, parts in below.items()} for group in groups}
    if isinstance(figure, Share | Bound):
        part, whole = (_shared_out(one, groups, group_of) for one in (figure.part, figure.whole))
        return {group: figure._replace(part=part[group], whole=whole[group]) for group in groups}
    if isinstance(figure, Yuan | Mean):
        amounts = _sorted_out(figure.parts, lambda part: group_of(part[0]))
        return {group: figure._replace(parts=tuple(amounts.get(group, ()))) for group in groups}
    return {**_shared_out(figure, groups, group_of)} if figure is not None else {}


def _shared_out(
    figure: Counted | Summed, groups: Sequence[Group], group_of: Callable[[str], Group]
) -> dict[Group, Counted | Summed]:
    if isinstance(figure, Counted):
        ids = _sorted_out(figure.ids, group_of)
        return {group: Counted(tuple(ids.get(group, ()))) for group in groups}
    counts = _sorted_out(figure.parts, lambda part: group_of(part[0]))
    return {group: Summed(tuple(counts.get(group, ()))) for group in groups}


def _sorted_out(things: Iterable[T], group_of: Callable[[T], Group]) -> dict[Group, list[T]]:
    found: dict[Group, list[T]] = {}
    for thing in things:
        found.setdefault(group_of(thing), []).append(thing)
    return found


_PROBLEM = re.compile(r"R[0-9]+-[0-9]{2}-[0-9]{4,}")
_ROUND = re.compile(r"R[0-9]+-[0-9]{2}")
_COMMON = re.compile(r"C[0-9]+-[0-9]{2}")
