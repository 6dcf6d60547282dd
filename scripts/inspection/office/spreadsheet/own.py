"""An office's own sheet, held against the ledger: new problems with their items, and what was done since."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.spreadsheet.additions import ITEM_NEEDS, PROBLEM_NEEDS, lacking, squeezed
from inspection.office.spreadsheet.columns import Column, Row, Typed
from inspection.office.spreadsheet.grid import Place, Refusal, Sheet
from inspection.office.spreadsheet.listings import PROBLEMS, TASKS, listings
from inspection.office.spreadsheet.mapping import DAY, NOTE, NUMBER, STATE, Mapped
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.own_known import Known, Read
from inspection.office.spreadsheet.own_rows import OwnRow, own_rows
from inspection.office.spreadsheet.values import NotTakenError, taken
from inspection.office.spreadsheet.wishes import NewProblem, Wish, Wishes


def own_sheet(sheets: tuple[Sheet, ...], told: Mapped, desk: Desk, names: Names, day: date) -> Wishes:
    """Return what an office's own sheet wishes of the ledger.

    Args:
        sheets: The sheets of the file.
        told: What its columns mean.
        desk: The ledger.
        names: What cells call codes and units, the sheet's own words among them.
        day: The day of progress the sheet gives no day for.

    Raises:
        CannotRunError: The sheet or its headings are not found.
    """
    found = own_rows(sheets, told)
    reading = _Reading(told, names)
    out: list[Wish | Refusal] = []
    known = Known(desk, names, reading.columns, told, day)
    for group in reading.groups(found.rows, out):
        out += _of_group(group, told, desk, known)
    return Wishes(
        rows=len(found.rows),
        wishes=tuple(one for one in out if not isinstance(one, Refusal)),
        refusals=tuple(one for one in out if isinstance(one, Refusal)),
        notes=found.notes,
    )


class _Reading:
    """Cells to values, and rows to problems."""

    def __init__(self, told: Mapped, names: Names) -> None:
        self._told = told
        self._names = names
        self.columns = _columns(names)
        self._defaults = {meaning: self._default(meaning, value) for meaning, value in told.defaults.items()}

    def groups(self, rows: Iterable[OwnRow], out: list[Wish | Refusal]) -> Iterator[list[Read]]:
        """Yield the rows of each problem together; what cannot be read goes to `out`, with the rest of its problem."""
        group: list[Read] = []
        held: object = None
        whole = True
        for row in rows:
            key = _key(row, held)
            if key != held and group:
                if whole:
                    yield group
                group, whole = [], True
            held = key
            read, wrong = self._read(row, group[0] if group else None)
            out += wrong
            whole = whole and not wrong
            group.append(read)
        if group and whole:
            yield group

    def _read(self, row: OwnRow, first: Read | None) -> tuple[Read, list[Refusal]]:
        values: dict[str, Any] = dict(self._defaults)
        if first is not None:
            values |= {key: value for key, value in first.values.items() if key.startswith("problem.")}
        places: dict[str, Place] = {}
        wrong = []
        for meaning, cell in row.cells.items():
            try:
                values[meaning] = self._value(meaning, cell.value)
                places[meaning] = cell.place
            except NotTakenError as error:
                wrong.append(Refusal(cell.place, error.words))
        return Read(values, places, row.place), wrong

    def _value(self, meaning: str, cell: Any) -> Typed:
        value = taken(cell, self.columns[meaning], self._names) if meaning != NUMBER else str(cell)
        return value * self._told.yuan if isinstance(value, Decimal) else value

    def _default(self, meaning: str, value: Any) -> Typed:
        return taken(value if isinstance(value, bool | str) else str(value), self.columns[meaning], self._names)


def _key(row: OwnRow, held: object) -> object:
    """Return what a row is about: its problem's id, or its statement; a row with neither goes with the one above."""
    for meaning in ("problem.id", "problem.statement"):
        if meaning in row.cells:
            unit = row.cells.get("problem.unit")
            return squeezed(str(row.cells[meaning].value)), str(unit.value) if unit is not None else ""
    return held


def _columns(names: Names) -> dict[str, Column]:
    """Return the column each meaning is read like."""
    known = {one.key: {column.key: column for column in one.columns} for one in listings(names.labels)}
    problem = {f"problem.{key}": column for key, column in known[PROBLEMS].items()}
    item = {f"item.{key.removeprefix('items.')}": column for key, column in known[TASKS].items() if "items." in key}
    new = known[TASKS]
    return {**problem, **item, NOTE: new["new.note"], DAY: new["new.date"], STATE: new["items.task"]}


def _of_group(group: list[Read], told: Mapped, desk: Desk, known: Known) -> Iterator[Wish | Refusal]:
    first = group[0]
    values = first.of("problem")
    try:
        problem = known.problem(values)
        if problem is not None:
            yield from _existing(problem, group, known)
            return
        lacking(known.heads, [f"problem.{key}" for key in PROBLEM_NEEDS if key not in values])
        if told.round not in desk.ledger.rounds:
            raise NotTakenError(
                f"映射文件要用 round 写明轮次（现在是「{told.round}」）",
                f"the mapping names the round; now: {told.round}",
            )
        made: list[dict[str, Any]] = []
        for one in group:
            item = known.item(one, values["unit"])
            if item:
                lacking(known.heads, [f"item.{key}" for key in ITEM_NEEDS if key not in item])
                made.append(item)
                yield from known.state(one, None)
        fields = {key: value for key, value in values.items() if key != "id"}
        yield NewProblem(told.round, {**fields, **({"items": made} if made else {})}, first.place)
    except NotTakenError as error:
        yield Refusal(first.place, error.words)


def _existing(problem: Problem, group: list[Read], known: Known) -> Iterator[Wish | Refusal]:
    yield from known.facts(Row(problem), group[0], "problem")
    taken_items: set[int] = set()
    for one in group:
        at = known.matching(problem, one, len(group), taken_items)
        if at is None:
            yield from known.added(problem, one)
            continue
        taken_items.add(at)
        yield from known.facts(Row(problem, problem.items[at]), one, "item")
        yield from known.progress(problem, at, one)
        yield from known.state(one, Row(problem, problem.items[at]))
