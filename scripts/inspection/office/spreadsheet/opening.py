"""Whether a file is a workbook that may be opened: each wrong file is told in one sentence before anything reads it."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

from inspection.errors import CannotRunError
from inspection.office.spreadsheet.grid import Area

MOST_BYTES = 30_000_000
MOST_UNPACKED = 400_000_000
MOST_PARTS = 2_000
MOST_CELLS = 8_000_000
"""The largest file, all that is packed in it, the parts it is made of, and the rectangle of cells of one sheet."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = 0x1

_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_FORMULA = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>/]*>\s*<(?:\w+:)?f[\s>/]')
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_ROW_NUMBER = re.compile(rb'\br="([0-9]{1,7})"')
_ROW_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')


class Marks(NamedTuple):
    """What a sheet's own file says beside the values of its cells; rows and columns from 0."""

    hidden_rows: frozenset[int]
    formulas: frozenset[tuple[int, int]]
    merged: tuple[Area, ...]


def refuse_no_workbook(data: bytes) -> None:
    """Let the bytes of an `.xlsx` file pass; see `marks_of` for what lies in it.

    Raises:
        CannotRunError: It is something else, too large, encrypted, damaged, holds macros or leads to other files.
    """
    if len(data) > MOST_BYTES:
        raise CannotRunError(
            f"文件有 {len(data) // 1_000_000} MB，超过 {MOST_BYTES // 1_000_000} MB：请删去图片和无关的表，或分成几份",
            f"the file has {len(data) // 1_000_000} MB, over {MOST_BYTES // 1_000_000}: remove pictures or split it",
        )
    if not data:
        raise CannotRunError("文件是空的", "the file is empty")
    if data.startswith(_OLE):
        raise _old_or_locked(data)
    if not data.startswith(b"PK"):
        raise CannotRunError(
            "这不是 xlsx 工作簿：请用 Excel 或 WPS 打开，另存为「Excel 工作簿（*.xlsx）」再读入",
            "this is no xlsx workbook: open it in Excel and save it as an Excel workbook (*.xlsx)",
        )
    _refuse_parts(data)


def _old_or_locked(data: bytes) -> CannotRunError:
    if _ENCRYPTED in data:
        return CannotRunError(
            "工作簿有打开密码：请去掉密码后另存再读入",
            "the workbook is encrypted: remove its password, save it and try again",
        )
    return CannotRunError(
        "这是旧格式（.xls）的工作簿：请用 Excel 或 WPS 另存为「Excel 工作簿（*.xlsx）」再读入",
        "this is a workbook of the old form (.xls): save it as an Excel workbook (*.xlsx) and try again",
    )


def _refuse_parts(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            _refuse_names(names)
            unpacked = sum(part.file_size for part in parts)
            if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS:
                raise CannotRunError(
                    f"文件解开后有 {unpacked // 1_000_000} MB，不像正常的工作簿，没有读入",
                    f"unpacked the file has {unpacked // 1_000_000} MB; that is no ordinary workbook",
                )
            if any(part.flag_bits & _LOCKED for part in parts):
                raise CannotRunError("文件加了密：请去掉密码后再读入", "the file is encrypted: remove the password")
            for part in parts:  # what a part says of its own size is believed only once it was unpacked
                _refuse_document_type(packed, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError):
        raise CannotRunError(
            "文件已损坏，打不开：请重新下载或另存一份", "the file is damaged: fetch it or save it again"
        ) from None


def _refuse_names(names: set[str]) -> None:
    if any(name.endswith("vbaProject.bin") for name in names):
        raise CannotRunError(
            "工作簿含有宏（xlsm）：请另存为不含宏的「Excel 工作簿（*.xlsx）」再读入",
            "the workbook holds macros: save it as an Excel workbook without macros (*.xlsx)",
        )
    if "xl/workbook.bin" in names or "content.xml" in names or not any(name.startswith("xl/") for name in names):
        raise CannotRunError(
            "这不是 xlsx 工作簿（可能是 ods、xlsb、Word 或压缩包）：请另存为「Excel 工作簿（*.xlsx）」再读入",
            "this is no xlsx workbook (perhaps ods, xlsb, Word or an archive): save it as an Excel workbook (*.xlsx)",
        )
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise CannotRunError(
            "工作簿引用了别的文件（外部链接），内容可能随那个文件变化：请在「数据—编辑链接」里断开链接，再另存读入",
            "the workbook takes values from other files (external links): break the links, save it and try again",
        )


def _refuse_document_type(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part to its end; an XML part with a document type could grow without bound in any reader."""
    with packed.open(part) as stream:
        start = stream.read(1 << 16)
        if part.filename.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in start or b"\0" in start):
            raise CannotRunError(
                f"工作簿里的 {part.filename} 写法不寻常（文档类型声明或别的编码），没有读入",
                f"{part.filename} in the workbook declares a document type or another encoding; it is not read",
            )
        while stream.read(1 << 20):
            pass


def marks_of(data: bytes, parts: Mapping[str, str]) -> dict[str, Marks]:
    """Return what each sheet's own file says: hidden rows, formulas, merged cells.

    Args:
        data: A workbook that `refuse_no_workbook` let pass.
        parts: For each sheet's name the part of the workbook it lies in.

    Raises:
        CannotRunError: A sheet has cells so far apart that nothing could hold what lies between.
    """
    with zipfile.ZipFile(BytesIO(data)) as packed:
        known = set(packed.namelist())
        return {name: _marks(name, packed.read(part)) for name, part in parts.items() if part in known}


def _marks(name: str, xml: bytes) -> Marks:
    _refuse_spread(name, xml)
    hidden = frozenset(_hidden(xml))
    formulas = frozenset(_at(*found.groups()) for found in _FORMULA.finditer(xml))
    merged = tuple(Area(*_at(first, top), *_at(last, bottom)) for first, top, last, bottom in _MERGED.findall(xml))
    return Marks(hidden, formulas, merged)


def _refuse_spread(name: str, xml: bytes) -> None:
    columns: set[bytes] = set()
    rows = 0
    for letters, number in _CELL.findall(xml):
        columns.add(letters)
        rows = max(rows, int(number))
    width = max((_at(letters, b"1")[1] for letters in columns), default=0) + 1
    if rows * width > MOST_CELLS:
        raise CannotRunError(
            f"「{name}」的内容散布到第 {rows} 行、第 {width} 列，太大了：请删去表外的内容再读入",
            f'"{name}" reaches to row {rows}, column {width}: remove what lies outside the table',
        )


def _hidden(xml: bytes) -> Iterator[int]:
    counted = 0
    for found in _ROW.finditer(xml):
        number = _ROW_NUMBER.search(found[1])
        counted = int(number[1]) if number is not None else counted + 1
        if _ROW_HIDDEN.search(found[1]):
            yield counted - 1


def _at(letters: bytes, number: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(number) - 1, column - 1
