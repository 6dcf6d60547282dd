"""A district's list of units, from the file it lies in."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from inspection.cli.session import SCHEMAS
from inspection.errors import CannotRunError
from inspection.office.founding.beginning import Facts
from inspection.office.founding.register import Register, register
from inspection.office.spreadsheet.grid import Refusal
from inspection.office.spreadsheet.reading import sheets_of
from inspection.office.spreadsheet.separated import separated_sheet
from inspection.read.schema import Schemas

_SEPARATED = (".csv", ".tsv", ".txt")


class NotTakenError(Exception):
    """Rows of the list cannot be taken, so nothing is made."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        """Keep what cannot be taken."""
        super().__init__()
        self.refusals = tuple(refusals)

    def lines(self, language: str) -> Iterable[str]:
        """Yield what is printed: each cell with its reason, and what became of it all."""
        told = ((one.place.words(), one.words) for one in self.refusals)
        if language == "en":
            closing = f"{len(self.refusals)} places to mend; nothing was made"
            return chain((f"{at.en}: {why.en}" for at, why in told), [closing])
        closing = f"有 {len(self.refusals)} 处要改，没有建立任何东西；改好清单再运行一次"
        return chain((f"{at.zh}：{why.zh}" for at, why in told), [closing])


def no_units() -> Register:
    """Return the register of a district that has handed in none."""
    return Register((), (), ())


def units_in(file: Path, facts: Facts) -> Register:
    """Return the units a workbook or a CSV file lists.

    Raises:
        NotTakenError: Rows cannot be taken.
        CannotRunError: The file cannot be read at all, or holds no list of units.
    """
    try:
        data = file.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise CannotRunError(f"没有这个文件：{file}", f"there is no file {file}") from None
    separated = file.suffix.lower() in _SEPARATED
    sheets = (separated_sheet(data, file.name),) if separated else sheets_of(data)
    found = register(sheets, Schemas.in_folder(SCHEMAS).of("unit"), facts.began.isoformat(), facts.name)
    if found.refusals:
        raise NotTakenError(found.refusals)
    return found
