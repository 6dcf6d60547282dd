"""Rows without an id: new problems, new items of a problem, new entries of a log."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from inspection.labels import Wording
from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.spreadsheet.columns import Listing, Mode
from inspection.office.spreadsheet.entries import entry_of, recorded
from inspection.office.spreadsheet.grid import Place, Refusal, Value, blank, quoted, text_of
from inspection.office.spreadsheet.listings import LOGS, PROBLEMS, TASKS
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.values import NotTakenError, taken
from inspection.office.spreadsheet.wishes import NewEntry, NewItem, NewProblem, Set, Wish
from inspection.read.suggest import nearest_word

Cells: TypeAlias = Mapping[str, tuple[Value, Place]]
"""The cells of a row by the key of their column, each with its place."""

PROBLEM_NEEDS = ("unit", "category", "nature", "source", "found", "in_feedback", "statement", "names_person")
ITEM_NEEDS = ("kind", "task", "due", "lead")
"""What a problem and an item have no identity or form without, as the schema says."""


class Additions:
    """What rows without an id add to a ledger."""

    def __init__(self, desk: Desk, names: Names) -> None:
        """Look at nothing yet."""
        self._desk = desk
        self._names = names
        self._rows: dict[tuple[str, str, str], int] = {}
        self._stated = {(one.round, one.unit, squeezed(one.statement)) for one in desk.ledger.problems.values()}

    def row(self, listing: Listing, cells: Cells, here: Place) -> Iterator[Wish | Refusal]:
        """Yield what one row adds, or the cells for which it adds nothing."""
        reading = {PROBLEMS: self._problem, TASKS: self._item, LOGS: self._entry}.get(listing.key)
        if reading is None:
            yield Refusal(here, Wording("这张表不能新增行：请在任务清单里新增", "no rows are added to this list"))
            return
        told = [one for one in listing.columns if one.mode in (Mode.FACT, Mode.FILL) and one.key in cells]
        where = {one.key.rpartition(".")[2]: cells[one.key][1] for one in told}
        values: dict[str, Any] = {}
        refused = False
        for column in told:
            cell, place = cells[column.key]
            if blank(cell):
                continue
            try:
                values[column.key] = taken(cell, column, self._names)
            except NotTakenError as error:
                refused = True
                yield Refusal(place, error.words)
        if values and not refused:
            for one in _or_refused(reading, values, listing, cells, here):
                yield one if isinstance(one, Refusal | Set) else one._replace(cells=where)

    def _problem(self, values: dict[str, Any], listing: Listing, _cells: Cells, here: Place) -> Iterator[Wish]:
        round_ = values.pop("round", "")
        lacking(
            _heads(listing), [*(("round",) if not round_ else ()), *(key for key in PROBLEM_NEEDS if key not in values)]
        )
        if round_ not in self._desk.ledger.rounds:
            near = nearest_word(round_, self._desk.ledger.rounds)
            zh, en = (f"，是不是 {near}？", f"; did you mean {near}?") if near else ("", "")
            raise NotTakenError(f"没有轮次{quoted(round_).zh}{zh}", f"there is no round {quoted(round_).en}{en}")
        same = (round_, values["unit"], squeezed(values["statement"]))
        above = self._rows.get(same)
        if above is not None:
            raise NotTakenError(
                f"与第 {above + 1} 行是同一个问题，没有重复新增",
                f"the same problem as in row {above + 1}: not added twice",
            )
        self._rows[same] = here.row
        if same not in self._stated:
            yield NewProblem(round_, nested(values), here)

    def _item(self, values: dict[str, Any], listing: Listing, _cells: Cells, here: Place) -> Iterator[Wish]:
        problem = self._desk.ledger.problems.get(values.pop("problem", ""))
        filled = {key.removeprefix("new."): values.pop(key) for key in list(values) if key.startswith("new.")}
        fields = {key.removeprefix("items."): value for key, value in values.items()}
        if problem is None:
            raise NotTakenError("新增的事项要写明台账里已有的问题编号", "a new item needs the id of its problem")
        lacking(_heads(listing), [f"items.{key}" for key in ITEM_NEEDS if key not in fields])
        if filled:
            fields["log"] = (entry_of(filled, self._names, listing, f"{problem.id}/{len(problem.items) + 1}"),)
        if not any(squeezed(item.task) == squeezed(fields["task"]) for item in problem.items):
            yield NewItem(problem.path, problem.id, nested(fields), here)

    def _entry(self, values: dict[str, Any], listing: Listing, cells: Cells, here: Place) -> Iterator[Wish]:
        problem, at = item_at(self._desk, text_of(cells["id"][0]))
        item = problem.items[at]
        filled = {key.removeprefix("items.log."): value for key, value in values.items()}
        entry = entry_of(filled, self._names, listing, f"{problem.id}/{item.id}")
        if not recorded(item.log, entry):
            yield NewEntry(problem.path, f"{problem.id}/{item.id}", at, entry, here)


def _or_refused(
    reading: Callable[[dict[str, Any], Listing, Cells, Place], Iterator[Wish]],
    values: dict[str, Any],
    listing: Listing,
    cells: Cells,
    here: Place,
) -> Iterator[Wish | Refusal]:
    try:
        yield from reading(values, listing, cells, here)
    except NotTakenError as error:
        yield Refusal(here, error.words)


def lacking(heads: Mapping[str, Wording], keys: list[str]) -> None:
    """Let a row pass that lacks none of these.

    Raises:
        NotTakenError: It lacks one.
    """
    lacks = [heads.get(key, Wording(key, key)) for key in keys]
    if lacks:
        raise NotTakenError(
            f"新增的行缺少{'、'.join(f'「{one.zh}」' for one in lacks)}",
            f"the new row lacks {', '.join(one.en for one in lacks)}",
        )


def _heads(listing: Listing) -> dict[str, Wording]:
    return {column.key: column.head for column in listing.columns}


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields by dotted names as mappings within mappings."""
    made: dict[str, Any] = {}
    for key, value in values.items():
        above, _, last = key.rpartition(".")
        holder = made.setdefault(above, {}) if above else made
        holder[last] = value
    return made


def item_at(desk: Desk, reference: str) -> tuple[Problem, int]:
    """Return the problem and place of an item such as `R13-05-0137/1`.

    Raises:
        NotTakenError: There is none.
    """
    id_, _, number = reference.partition("/")
    problem = desk.ledger.problems.get(id_)
    if problem is not None:
        for at, item in enumerate(problem.items):
            if str(item.id) == number:
                return problem, at
    raise NotTakenError(f"台账里没有事项{quoted(reference).zh}", f"there is no item {quoted(reference).en}")


def squeezed(text: str) -> str:
    """Return a text without blanks and line breaks, to see whether it is the same."""
    return "".join(text.split())
