"""A text with separators (CSV) as one sheet: UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs."""

import csv
import io

from inspection.errors import CannotRunError
from inspection.office.spreadsheet.grid import Sheet
from inspection.office.spreadsheet.opening import MOST_BYTES

_SEPARATORS = (",", "\t", ";", "，")
_LONGEST = 1 << 20


def separated_sheet(data: bytes, name: str) -> Sheet:
    """Return a CSV file as a sheet of texts.

    Args:
        data: The whole file.
        name: What the sheet is called in messages: the file's name.

    Raises:
        CannotRunError: It is too large, in no known encoding, or no text with separators.
    """
    if len(data) > MOST_BYTES:
        raise CannotRunError(
            f"文件有 {len(data) // 1_000_000} MB，太大了：请分成几个文件", "the file is too large: split it"
        )
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise CannotRunError(
            f"CSV 的引号或分隔符有误，读不下去（{error}）：请用 Excel 或 WPS 另存为 xlsx 再读入",
            f"the CSV cannot be read ({error}): save it as an Excel workbook (*.xlsx)",
        ) from None
    return Sheet(name, tuple(tuple(cell or None for cell in row) for row in rows), separated=True)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise CannotRunError(
        "CSV 的编码认不出来：请用 Excel 或 WPS 另存为 xlsx，或另存为 UTF-8 的 CSV",
        "the encoding of the CSV is not known: save it as an Excel workbook or as CSV in UTF-8",
    )
