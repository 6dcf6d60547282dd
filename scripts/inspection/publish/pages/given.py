"""What every maker of pages is given: the view, its words, and the view's records by what they belong to."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from inspection.labels import Labels
from inspection.publish.data.package import Written
from inspection.publish.figure_rows import Figures
from inspection.publish.pages.said import RulePage, Said
from inspection.publish.tallies import grouped
from inspection.publish.view import PublicInspection, PublicProblem, PublicView
from inspection.publish.words import Words

Made: TypeAlias = tuple[str, str, Mapping[str, Any]]
"""A page before it is printed: its path, its template, and the template's own values."""


class Given(NamedTuple):
    """What pages are made from.

    Attributes:
        stamp: The day, the commit and the district, for the pages that carry them.
    """

    view: PublicView
    words: Words
    figures: Figures
    rules: tuple[RulePage, ...]
    labels: Labels
    files: tuple[Written, ...]
    stamp: Mapping[str, Any]
    problems_by_round: Mapping[str, list[PublicProblem]]
    problems_by_unit: Mapping[str, list[PublicProblem]]
    inspections_by_round: Mapping[str, list[PublicInspection]]
    inspections_by_unit: Mapping[str, list[PublicInspection]]


def given(view: PublicView, said: Said, words: Words) -> Given:
    """Return what the pages of a view are made from."""
    return Given(
        view=view,
        words=words,
        figures=Figures(view, said.catalogue, words),
        rules=tuple(said.rules),
        labels=said.labels,
        files=said.files,
        stamp={"as_of": view.as_of, "revision": view.revision, "district": view.district},
        problems_by_round=grouped(view.problems, lambda one: one.round),
        problems_by_unit=grouped(view.problems, lambda one: one.unit),
        inspections_by_round=grouped(view.inspections, lambda one: one.round),
        inspections_by_unit=grouped(view.inspections, lambda one: one.unit),
    )
