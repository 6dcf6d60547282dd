"""The office's registers of a round in the making: letters and visits get their numbers when the round is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from inspection.demo.places import Record


@dataclass(slots=True)
class Sheet:
    """A letter or visit that has no number yet.

    Attributes:
        day: The day that decides its place in the register.
        record: Its record.
        named: Records that name it, and under which key.
    """

    day: date
    record: Record
    named: list[tuple[Record, str]] = field(default_factory=list)

    def name_in(self, record: Record, key: str) -> None:
        """Have its id put into a record once it is known; the key keeps its place."""
        record[key] = ""
        self.named.append((record, key))


class Shelf:
    """A register with one series of numbers per year."""

    def __init__(self, folder: str, letter: str) -> None:
        """Take the folder of the records and the letter their ids begin with."""
        self._folder = folder
        self._letter = letter
        self._last: dict[int, int] = {}
        self._sheets: list[Sheet] = []

    def put(self, day: date, record: Record) -> Sheet:
        """Keep a record until its round is written."""
        sheet = Sheet(day, record)
        self._sheets.append(sheet)
        return sheet

    def number(self) -> Iterator[tuple[str, Record]]:
        """Give every kept record its id, in order of days, and yield them."""
        sheets, self._sheets = sorted(self._sheets, key=lambda sheet: sheet.day), []
        for sheet in sheets:
            year = sheet.day.year
            self._last[year] = self._last.get(year, 0) + 1
            name = f"{self._letter}{year}-{self._last[year]:03d}"
            for record, key in sheet.named:
                record[key] = name
            yield f"{self._folder}/{year}/{name}.yaml", sheet.record
