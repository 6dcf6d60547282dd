"""The index the explorer and the search box look through: what the pages show, in columns.

Ids and codes stay as they are, so that one index serves both languages; only the titles of pages and rounds are said
in each. A column is either plain, `{"values": [...]}`, or coded, `{"codes": [...], "values": [place in codes, ...]}`.
Everything comes from the public view, and nothing is in it that no page shows.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from inspection.publish.pages.units import family_tallies, tree
from inspection.publish.tallies import STATUSES, grouped
from inspection.publish.view import PublicProblem, PublicView
from inspection.templates import one_line

Column = dict[str, Any]
Index = dict[str, Any]

FOLDER = "data/v1"
"""Where the index lies among the pages; its addresses stay."""

YES_NO = ("no", "yes")

_TITLE = re.compile(r'^title: "(.*)"$', re.M)
_LISTED = re.compile(r"(problems|units)/.+/index\.md|.+/page-[0-9]+/index\.md")


class Entry(NamedTuple):
    """A page that is found by its title.

    Attributes:
        path: Below the root of its language, such as `rounds/r13-05/index.html`.
        group: `rounds` for a round, else `pages`.
    """

    title: str
    path: str
    group: str


class Titles:
    """The titles of the pages of one language, noted while they go by on their way to the disk.

    Problems and units are left out: they have parts of the index of their own.
    """

    def __init__(self) -> None:
        """Know no page yet."""
        self.entries: list[Entry] = []

    def passing(self, pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield the pages as they come, each its path and its Markdown."""
        for path, text in pages:
            title = None if _LISTED.fullmatch(path) else _TITLE.search(text)
            if title is not None:
                group = "rounds" if re.fullmatch(r"rounds/.+/index\.md", path) else "pages"
                self.entries.append(Entry(unescape(title[1]), f"{path.removesuffix('.md')}.html", group))
            yield path, text


def problem_index(view: PublicView) -> Index:
    """Return the shown problems: title, round, unit, number, category, status, whether overdue, last first due month.

    A round is written as in addresses, in small letters: a problem's page is
    `problems/<round>-<unit>-<number>/index.html`.
    """
    problems = view.problems
    due = [_due(one) for one in problems]
    return {
        "title": _plain(one_line(one.title) for one in problems),
        "number": _plain(one.number for one in problems),
        "round": _coded((one.round.lower() for one in problems), (round_.lower() for round_ in view.rounds)),
        "unit": _coded((one.unit for one in problems), view.units),
        "category": _coded(one.category for one in problems),
        "status": _coded((one.status for one in problems), STATUSES),
        "overdue": _coded((YES_NO[one.overdue] for one in problems), YES_NO),
        "due": _coded(due, sorted(set(due))),
    }


def unit_index(view: PublicView) -> Index:
    """Return the units in the order of their list: id, name, kind, the place of the unit above or -1, and its tally.

    A tally counts the shown problems of a unit and of all below it, as the list does.
    """
    units = [unit for unit, _ in tree(view)]
    place = {unit.id: number for number, unit in enumerate(units)}
    tallies = family_tallies(view.units.values(), grouped(view.problems, lambda one: one.unit))
    counted = [tallies[unit.id] for unit in units]
    return {
        "id": _plain(unit.id for unit in units),
        "name": _plain(one_line(unit.name) for unit in units),
        "kind": _coded(unit.kind for unit in units),
        "parent": _plain(place.get(unit.parent or "", -1) for unit in units),
        "gone": _coded((YES_NO[unit.gone is not None] for unit in units), YES_NO),
        "total": _plain(one.total for one in counted),
        "own": _plain(one.own for one in counted),
        "overdue": _plain(one.overdue for one in counted),
        **{status: _plain(one.by_status[status] for one in counted) for status in STATUSES},
    }


def page_index(entries: Iterable[Entry]) -> Index:
    """Return pages by their titles, in one language."""
    every = list(entries)
    return {
        "title": _plain(one.title for one in every),
        "path": _plain(one.path for one in every),
        "group": _coded(one.group for one in every),
    }


def search_files(view: PublicView, titles: Mapping[str, Iterable[Entry]]) -> Iterator[tuple[str, str]]:
    """Yield the files of the index, each its path below the folder of pages and its text.

    Every part lies there twice: as data, and as the script that hands the same to a page opened from a folder, which
    may run files but not request them.

    Args:
        view: The public view.
        titles: The titles of the pages of each language.
    """
    parts = {"problems": problem_index(view), "units": unit_index(view)}
    parts |= {f"pages-{language}": page_index(noted) for language, noted in titles.items()}
    for name, index in parts.items():
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/index-{name}.json", f"{text}\n"
        yield f"{FOLDER}/index-{name}.js", f'inspection.receive("{name}",{text});\n'


def _due(problem: PublicProblem) -> str:
    """Return the latest first deadline of a problem's items, `YYYY-MM`, or nothing: what its row shows."""
    return max((item.due for item in problem.items), default="")


def _plain(values: Iterable[Any]) -> Column:
    return {"values": list(values)}


def _coded(values: Iterable[str], order: Iterable[str] = ()) -> Column:
    """Return a column with each value written once: in the order given, others as they come, none that is not used."""
    every = list(values)
    used = dict.fromkeys(every)
    codes = list(dict.fromkeys([*(code for code in order if code in used), *used]))
    place = {code: number for number, code in enumerate(codes)}
    return {"codes": codes, "values": [place[value] for value in every]}
