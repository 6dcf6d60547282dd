"""What the ledger knows already of the rows of an office's own sheet."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from inspection.derive.status import Status
from inspection.labels import Wording
from inspection.model.problems import Item, Problem
from inspection.office.desk import Desk
from inspection.office.spreadsheet.additions import ITEM_NEEDS, lacking, squeezed
from inspection.office.spreadsheet.columns import Column, Row
from inspection.office.spreadsheet.facts import changed
from inspection.office.spreadsheet.grid import Place, Refusal, quoted
from inspection.office.spreadsheet.mapping import DAY, NOTE, STATE, Mapped
from inspection.office.spreadsheet.measures import measure_lines
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.values import NotTakenError
from inspection.office.spreadsheet.wishes import NewEntry, NewItem, Wish


class Read(NamedTuple):
    """A row with its values.

    Attributes:
        values: By meaning.
        places: Where each stands; a default stands nowhere.
    """

    values: Mapping[str, Any]
    places: Mapping[str, Place]
    place: Place

    def of(self, kind: str) -> dict[str, Any]:
        """Return the values of the fields of `problem` or `item`, by field."""
        start = f"{kind}."
        return {key.removeprefix(start): value for key, value in self.values.items() if key.startswith(start)}


class Known:
    """The problems and items of the ledger, and how a row differs from them.

    Args:
        desk: The ledger.
        names: What codes and units are called.
        columns: The column each meaning is read like.
        told: What the mapping says.
        day: The day of progress the sheet gives no day for.
    """

    def __init__(self, desk: Desk, names: Names, columns: Mapping[str, Column], told: Mapped, day: date) -> None:
        """Sort the problems by their statements."""
        self._desk = desk
        self._names = names
        self._columns = columns
        self._round = told.round
        self._day = day
        self._stated: dict[str, list[Problem]] = {}
        for problem in desk.ledger.problems.values():
            self._stated.setdefault(squeezed(problem.statement), []).append(problem)
        self.heads = {meaning: column.head for meaning, column in columns.items()}

    def problem(self, values: Mapping[str, Any]) -> Problem | None:
        """Return the problem a row is about, or nothing for a new one.

        Raises:
            NotTakenError: It names an id the ledger does not have.
        """
        named = values.get("id")
        if named is not None and named not in self._desk.ledger.problems:
            raise NotTakenError(f"台账里没有问题{quoted(named).zh}", f"there is no problem {quoted(named).en}")
        if named is not None:
            return self._desk.ledger.problems[named]
        unit = values.get("unit")
        same = self._stated.get(squeezed(str(values.get("statement", ""))), [])
        fits = (one for one in same if self._round in ("", one.round) and unit in (None, one.unit))
        return next(fits, None)

    def item(self, read: Read, unit: str) -> dict[str, Any]:
        """Return a new item of a row, with what was done since; empty where the row has none."""
        fields = read.of("item")
        measures = fields.get("measures", ())
        if not measures and "task" not in fields:
            return {}
        if "task" not in fields:
            fields["task"] = fields.get("goal") or measure_lines(measures)[0]
        fields.setdefault("lead", unit)
        note = read.values.get(NOTE)
        if note:
            fields["log"] = (self._report(read, note),)
        return fields

    def matching(self, problem: Problem, read: Read, rows: int, taken: Collection[int]) -> int | None:
        """Return the place of the item a row is about: of the same task or measures, else the only one of one row."""
        wanted = self.item(read, problem.unit)
        for at, item in enumerate(problem.items):
            if at not in taken and wanted and (_alike(item.task, wanted["task"]) or _same_measures(item, wanted)):
                return at
        return 0 if len(problem.items) == 1 and rows == 1 and 0 not in taken else None

    def facts(self, row: Row, read: Read, kind: str) -> Iterator[Wish | Refusal]:
        """Yield where a row says something else of a problem or an item than the ledger."""
        for field, value in read.of(kind).items():
            meaning = f"{kind}.{field}"
            if meaning not in read.places or field == "id":
                continue
            current = self._columns[meaning].value(self._desk, row)
            if field == "measures" and row.item is not None and _same_measures(row.item, {"measures": value}):
                continue
            if isinstance(current, str) and isinstance(value, str) and _alike(current, value):
                continue
            wish = changed(self._desk.ledger, self._columns[meaning], row, current, value, read.places[meaning])
            if wish is not None:
                yield wish

    def added(self, problem: Problem, read: Read) -> Iterator[Wish | Refusal]:
        """Yield the new item a row adds to a problem of the ledger."""
        item = self.item(read, problem.unit)
        if not item:
            return
        try:
            lacking(self.heads, [f"item.{key}" for key in ITEM_NEEDS if key not in item])
        except NotTakenError as error:
            yield Refusal(read.place, error.words)
            return
        yield NewItem(problem.path, problem.id, item, read.place)

    def progress(self, problem: Problem, at: int, read: Read) -> Iterator[Wish | Refusal]:
        """Yield the report a row adds to an item's log, where no entry says it yet."""
        item, note = problem.items[at], read.values.get(NOTE)
        if note and not any(_alike(entry.note or "", note) for entry in item.log):
            place = read.places.get(NOTE, read.place)
            yield NewEntry(problem.path, f"{problem.id}/{item.id}", at, self._report(read, note), place)

    def state(self, read: Read, row: Row | None) -> Iterator[Refusal]:
        """Yield where a row claims a status the ledger does not know of: only dated facts change it."""
        claimed = read.values.get(STATE)
        if not claimed:
            return
        code = self._names.code_of("status", str(claimed)) or _STATES.get(str(claimed))
        life = self._desk.lives.of(row.problem, row.item) if row is not None and row.item is not None else None
        held = life.before if life is not None else Status.NOT_STARTED
        if code is not None and (code == held or code in _LESS.get(held, ())):
            return
        said, typed = self._names.code("status", held.value), quoted(str(claimed))
        reference = f"inspection record {row.reference}" if row is not None else "inspection record"
        yield Refusal(
            read.places.get(STATE, read.place),
            Wording(
                f"{typed.zh}不能直接填：状态由整改记录算出（现为「{said}」），请用 {reference} submit 等记下经过",
                f"{typed.en}: a status follows from the log (now {held.value}); record what happened: {reference}",
            ),
        )

    def _report(self, read: Read, note: str) -> dict[str, Any]:
        return {"date": read.values.get(DAY, self._day), "action": "report", "by": "unit", "note": note}


_STATES = {
    **dict.fromkeys(("完成", "已整改", "已销号", "整改完成", "已完成整改", "是"), "closed"),
    **dict.fromkeys(("整改中", "推进中", "正在推进", "未完成", "部分完成", "进行中", "否"), "in_progress"),
    **dict.fromkeys(("持续整改", "长期整改", "长期坚持"), "long_term"),
    **dict.fromkeys(("未启动", "未开始"), "not_started"),
}
"""What offices write for a status."""
_LESS: Mapping[Status, tuple[str, ...]] = {
    Status.NOT_STARTED: ("in_progress",),
    Status.BASICALLY_DONE: ("in_progress",),
}
"""What says nothing against a status of the ledger."""


def _alike(one: str, other: str) -> bool:
    return squeezed(one) == squeezed(other)


def _same_measures(item: Item, wanted: Mapping[str, Any]) -> bool:
    lines = [squeezed(line) for line in measure_lines(wanted.get("measures", ()))]
    return bool(lines) and lines == [squeezed(line) for line in measure_lines(item.measures)]
