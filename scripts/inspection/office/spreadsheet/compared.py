"""A sheet that is one of our lists, held against the ledger: every cell that says something new is a wish."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from inspection.labels import Wording
from inspection.office.desk import Desk
from inspection.office.spreadsheet.additions import Additions
from inspection.office.spreadsheet.columns import Column, Form, Mode, Row, Typed
from inspection.office.spreadsheet.entries import entry_of, recorded
from inspection.office.spreadsheet.facts import changed, emptied, same
from inspection.office.spreadsheet.filled import MOST_TEXT, Told, key_of
from inspection.office.spreadsheet.fingerprints import Prints, print_of
from inspection.office.spreadsheet.grid import Place, Refusal, Value, blank, quoted, text_of
from inspection.office.spreadsheet.headings import Headed, notes_of
from inspection.office.spreadsheet.listings import LOGS, RESPONSIBILITIES, SUPERVISION
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.rows import rows_of
from inspection.office.spreadsheet.values import NotTakenError, shown, taken
from inspection.office.spreadsheet.wishes import NewEntry, Wish, Wishes
from inspection.office.writing.typed import plainly

_EVERY = 500
_NAMED = 5
"""Ids told of rows that are gone."""


def compared(one: Headed, desk: Desk, names: Names, prints: Prints | None, told: Told | None = None) -> Wishes:
    """Return what a sheet wishes of the ledger.

    Args:
        one: The sheet and the list it is.
        desk: The ledger.
        names: What cells call codes and units.
        prints: What the workbook remembers of its cells when it was exported.
        told: Hears how many rows are done, and of how many.
    """
    reading = _Reading(one, desk, names, prints)
    rows = [row for row in range(one.head + 1, len(one.sheet.rows)) if not all(map(blank, one.sheet.rows[row]))]
    found: list[Wish | Refusal] = []
    for done, row in enumerate(rows):
        found += reading.row(row)
        if told is not None and done % _EVERY == 0:
            told(done, len(rows))
    return Wishes(
        rows=len(rows),
        wishes=tuple(each for each in found if not isinstance(each, Refusal)),
        refusals=tuple(each for each in found if isinstance(each, Refusal)),
        notes=(*notes_of(one.sheet, one.unknown, one.head), *reading.gone()),
    )


class _Cell(NamedTuple):
    column: Column
    value: Value
    place: Place


class _Reading:
    """The rows of one sheet, read one after the other."""

    def __init__(self, one: Headed, desk: Desk, names: Names, prints: Prints | None) -> None:
        self._one = one
        self._desk = desk
        self._names = names
        self._prints = prints
        self._known = {
            key_of(one.listing, row): row for row in rows_of(one.listing._replace(key=_rows_like(one)), desk)
        }
        self._seen: dict[str, int] = {}
        self._additions = Additions(desk, names)

    def row(self, row: int) -> Iterator[Wish | Refusal]:
        cells = [
            _Cell(column, self._one.sheet.cell(row, place), Place(self._one.sheet.name, row, place))
            for place, column in self._one.columns.items()
        ]
        here = Place(self._one.sheet.name, row)
        key = self._key(cells)
        if not key or (self._one.listing.key == LOGS and key.endswith("#")):
            yield from self._additions.row(
                self._one.listing, {one.column.key: (one.value, one.place) for one in cells}, here
            )
        elif key in self._seen:
            yield Refusal(here, _twice(key, self._seen[key]))
        elif key not in self._known:
            yield Refusal(here, _unknown(key))
        else:
            self._seen[key] = row
            yield from self._existing(self._known[key], key, cells, here)

    def gone(self) -> list[Wording]:
        """Return a note where rows that were exported are not there any more."""
        if self._prints is None:
            return []
        missing = [
            key for listing, key in self._prints.cells if listing == self._one.listing.key and key not in self._seen
        ]
        if not missing:
            return []
        name, rest = self._one.sheet.name, " ……" if len(missing) > _NAMED else ""
        ids = f"{'、'.join(missing[:_NAMED])}{rest}"
        return [
            Wording(
                f"「{name}」少了导出时的 {len(missing)} 行（{ids}）：台账里的记录一条也没有删除",
                f'{len(missing)} rows of "{name}" are gone ({ids}); nothing is removed from the ledger',
            )
        ]

    def _key(self, cells: list[_Cell]) -> str:
        key = next((plainly(text_of(one.value)) for one in cells if one.column.mode is Mode.KEY), "")
        if self._one.listing.key != LOGS or not key:
            return key
        place = next((text_of(one.value) for one in cells if one.column.key == "place"), "")
        return f"{key}#{place}"

    def _existing(self, row: Row, key: str, cells: list[_Cell], here: Place) -> Iterator[Wish | Refusal]:
        before = self._prints.cells.get((self._one.listing.key, key)) if self._prints is not None else None
        filled: dict[str, _Cell] = {}
        values: dict[str, Any] = {}
        for cell in cells:
            if before is not None and before.get(cell.column.key) == print_of(cell.value):
                continue
            try:
                if cell.column.mode is Mode.FILL:
                    if not blank(cell.value):
                        filled[cell.column.key.removeprefix("new.")] = cell
                        values[cell.column.key.removeprefix("new.")] = self._taken(cell)
                else:
                    yield from self._cell(row, cell, before)
            except NotTakenError as error:
                yield Refusal(cell.place, error.words)
        if filled and filled.keys() == values.keys():  # what lacks a cell that could not be read is told by that cell
            yield from self._entry(row, values, here, {name: cell.place for name, cell in filled.items()})

    def _cell(self, row: Row, cell: _Cell, before: Mapping[str, str] | None) -> Iterator[Wish | Refusal]:
        column = cell.column
        if column.mode is Mode.DERIVED or self._one.listing.key == RESPONSIBILITIES:
            if before is not None and column.key in before:
                yield Refusal(cell.place, _computed(column))
            return
        current = column.value(self._desk, row)
        if blank(cell.value):
            if not (current is None or current == ()):
                logged = self._one.listing.key == LOGS
                yield Refusal(cell.place, _settled(row) if logged else emptied(self._desk.ledger, column, row))
            return
        cell_now = shown(current, column, self._names)
        if column.form is Form.MEASURES and text_of(cell.value) == cell_now:
            return
        value = self._taken(cell)
        if same(value, current) or (isinstance(cell_now, str) and text_of(cell.value) == cell_now):
            return
        refused = self._refused(row, column, current, before, cell_now)
        if refused is not None:
            yield Refusal(cell.place, refused)
            return
        wish = changed(self._desk.ledger, column, row, current, value, cell.place)
        if wish is not None:
            yield wish

    def _refused(
        self, row: Row, column: Column, current: Typed, before: Mapping[str, str] | None, cell_now: object
    ) -> Wording | None:
        if self._one.listing.key == LOGS:
            return _settled(row)
        if not column.place:
            return Wording(f"「{column.head.zh}」由编号决定，不能改", f'"{column.head.en}" follows from the id')
        if before is not None and before.get(column.key) != print_of(shown(current, column, self._names)):
            return Wording(
                f"导出以后台账里的「{column.head.zh}」已经改成「{cell_now or '空'}」：请重新导出，再改一次",
                f'"{column.head.en}" has changed in the ledger since the export: export again',
            )
        if isinstance(current, str) and len(current) > MOST_TEXT // 2:
            return Wording("原文太长，表里只有一部分，不能在表里改", "the text is too long to be changed in a sheet")
        return None

    def _entry(
        self, row: Row, filled: dict[str, Any], here: Place, cells: Mapping[str, Place]
    ) -> Iterator[Wish | Refusal]:
        item = row.item
        if item is None:
            return
        try:
            entry = entry_of(filled, self._names, self._one.listing, row.reference)
        except NotTakenError as error:
            yield Refusal(here, error.words)
            return
        if not recorded(item.log, entry):
            yield NewEntry(row.problem.path, row.reference, row.problem.items.index(item), entry, here, cells)

    def _taken(self, cell: _Cell) -> Typed:
        if (cell.place.row, cell.place.column) in self._one.sheet.formulas and blank(cell.value):
            raise NotTakenError("公式没有结果：请改成数值再读入", "the formula has no result")
        return taken(cell.value, cell.column, self._names)


def _rows_like(one: Headed) -> str:
    """Return whose rows a list may name: supervision lists any item, should it have been settled since."""
    return "tasks" if one.listing.key in (SUPERVISION, RESPONSIBILITIES) else one.listing.key


def _unknown(key: str) -> Wording:
    said = quoted(key)
    return Wording(f"台账里没有{said.zh}：编号不能改，新增的行编号留空", f"the ledger has no {said.en}")


def _twice(key: str, first: int) -> Wording:
    return Wording(f"{key} 在第 {first + 1} 行已经有了，这一行没有读入", f"{key} stands in row {first + 1} already")


def _computed(column: Column) -> Wording:
    return Wording(f"「{column.head.zh}」由程序算出，改动不读入", f'"{column.head.en}" is computed and not read')


def _settled(row: Row) -> Wording:
    number = (row.place or 0) + 1
    return Wording(
        f"已有的整改记录不能改，也不能删：写错了的，用 inspection record {row.reference} 更正 --entry {number}"
        "（作废加 --void 是）",
        f"an entry stays; mend it: inspection record {row.reference} correct --entry {number} (--void yes)",
    )
