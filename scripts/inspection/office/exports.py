"""The tables of the registers by name, and their cells as plain text, for spreadsheets and programs."""

from collections.abc import Callable, Iterator
from datetime import date

from inspection.office import common_pages, common_problems, letters, people, plan, quality, recurrences, rounds, visits
from inspection.office.books import Books
from inspection.office.cells import Cell, Clock, Link, Ref, Several, State, Table
from inspection.office.checklists import aspects_found, checklist_register

TABLES: dict[str, Callable[[Books], Table]] = {
    "common/problems": common_problems.problem_list,
    "common/responsibilities": common_problems.responsibility_list,
    "common/rectification": common_problems.rectification_list,
    "common/supervision": common_problems.supervision_list,
    "common/sums": common_problems.rectification_sums,
    "common/matrix": common_pages.matrix,
    "letters/urging": letters.urging_ladder,
    "letters/waiting": letters.letters_waiting,
    "letters/all": letters.letter_register,
    "visits/bad": visits.not_in_order,
    "visits/again": visits.looked_at_again,
    "visits/all": visits.visit_register,
    "people/pool": people.talent_pool,
    "people/secondments": people.secondments,
    "people/attachments": people.attachments,
    "people/recusals": people.recusals,
    "rounds/all": rounds.overview,
    "plan/kinds": plan.coverage_by_kind,
    "plan/parents": plan.coverage_by_parent,
    "plan/rounds": plan.planned_rounds,
    "plan/left": plan.not_covered,
    "checklists/all": checklist_register,
    "checklists/aspects": aspects_found,
    "quality/linked": recurrences.came_back_linked,
    "quality/unlinked": recurrences.came_back_unlinked,
    "quality/reopened": recurrences.reopened_items,
    "quality/beforehand": recurrences.mended_before_inspection,
    "quality/departures": quality.departure_register,
}
"""The tables of the office's registers, by the register and what each lists."""


def records(table: Table, language: str) -> Iterator[dict[str, str]]:
    """Yield each row of a table as text by the keys of its columns."""
    keys = [column.key for column in table.columns]
    for row in table.rows:
        yield dict(zip(keys, (printed(cell, language) for cell in row), strict=True))


def heads(table: Table, language: str) -> list[str]:
    """Return what the columns are headed, in order."""
    return [str(getattr(column.head, language)) for column in table.columns]


def printed(cell: Cell, language: str) -> str:
    """Return a cell as text: days as `2024-03-18`, many values after one another, an absent one as nothing."""
    match cell:
        case None:
            return ""
        case Several(cells):
            return ("、" if language == "zh" else ", ").join(printed(one, language) for one in cells)
        case State(_, words) | Link(words, _):
            return str(getattr(words, language))
        case Clock():
            return cell.due.isoformat()
        case Ref():
            return cell.id
        case date():
            return cell.isoformat()
        case str() | int():
            return str(cell)
        case _:
            return str(getattr(cell, language, cell))
