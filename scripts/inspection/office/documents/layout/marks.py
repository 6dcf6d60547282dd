"""Paragraphs, tables and styles in Word's own markup. All texts here are ours; placeholders are filled in later."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MILLIMETRE = 56.693
"""Twips in a millimetre."""

WIDTH = 156
"""Millimetres between the margins of an upright page; `WIDE` of one that lies on its side."""
WIDE = 245
_PADDING = 40

MERGED = "{% vm %}"
"""What makes one cell of all those below each other in a loop; the mark it becomes must be the last a cell has."""

KEPT = "<w:keepNext/>"
"""What keeps a paragraph on the page of what follows it."""

NO_STOP_LOST = '<w:overflowPunct w:val="1"/>'
"""What lets a full stop hang over the margin, said aloud: unsaid, LibreOffice hangs it there and does not print it."""


class Column(NamedTuple):
    """A column of a table: its heading, its width in millimetres, what a row prints there, and the style of that."""

    head: str
    width: int
    text: str
    style: str = "Cell"


def style(
    id_: str,
    name: str,
    font: str,
    half_points: int,
    placed: str = "",
    *,
    colour: str = "",
    line: int = 0,
    loose: bool = False,
    keep: bool = False,
    outline: int | None = None,
    default: bool = False,
) -> str:
    """Return a paragraph style.

    Args:
        id_: What paragraphs name it by.
        name: What people see in Word.
        font: The font of Chinese characters.
        half_points: The size of the type, in half points.
        placed: Indent and alignment.
        colour: Six hexadecimal digits, or nothing.
        line: Twips of a line, or nothing for that of the text.
        loose: Whether a line may be higher than that, and keeps off the grid of the page: in tables.
        keep: Whether it stays on the page of what follows.
        outline: Its level among headings, from 0.
        default: Whether it is the style of paragraphs that name none.
    """
    spaced = f'<w:spacing w:line="{line}" w:lineRule="{"atLeast" if loose else "exact"}"/>' if line else ""
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    kept, off_grid = KEPT if keep else "", '<w:snapToGrid w:val="0"/>' if loose else ""
    inked = f'<w:color w:val="{colour}"/>' if colour else ""
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    hanging = NO_STOP_LOST if default else ""
    based, first = ("", ' w:default="1"') if default else ('<w:basedOn w:val="Normal"/>', "")
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{id_}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{kept}{hanging}{off_grid}{spaced}{placed}{level}</w:pPr>"
        f'<w:rPr><w:rFonts w:eastAsia="{font}"/>{inked}{size}</w:rPr></w:style>'
    )


def run(text: str, colour: str = "") -> str:
    """Return a run of text; where the text has a line of its own, so has the paper."""
    marked = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' if colour else ""
    texts = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in text.split("\n"))
    return f"<w:r>{marked}{texts}</w:r>"


def paragraph(text: str, style_: str = "Text", extra: str = "", *, colour: str = "") -> str:
    """Return a paragraph.

    Args:
        text: Its text with placeholders.
        style_: The id of its style.
        extra: Further properties of the paragraph.
        colour: That of the type, where it is not the style's.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style_}"/>{extra}</w:pPr>{run(text, colour)}</w:p>'


def when(condition: str, *inside: str, otherwise: Sequence[str] = ()) -> str:
    """Return paragraphs and tables that stand there only when a condition holds, and others when it does not."""
    other = f"{control('else')}{''.join(otherwise)}" if otherwise else ""
    return f"{control(f'if {condition}')}{''.join(inside)}{other}{control('endif')}"


def each(loop: str, *inside: str) -> str:
    """Return paragraphs and tables repeated for each element of a list, such as `one in items`."""
    return f"{control(f'for {loop}')}{''.join(inside)}{control('endfor')}"


def control(statement: str) -> str:
    """Return a paragraph that says what the program does with those around it, and is not printed."""
    return paragraph(f"{{%p {statement} %}}", "Text")


def blank(count: int = 1, *, kept: bool = False) -> str:
    """Return empty lines; `kept` ones stay on the page of what follows."""
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{KEPT if kept else ""}</w:pPr></w:p>' * count


def signature(name: str, day: str, *, kept: bool = False) -> str:
    """Return the place of name, seal and day, which never stands on a page of its own; `kept`, with what follows it."""
    return blank(2, kept=True) + paragraph(name, "Signed", KEPT) + paragraph(day, "Signed", KEPT if kept else "")


def rule(width: int = 12, colour: str = "C00000", kind: str = "single", *, above: int = 0) -> str:
    """Return a line across the page, on the page of what follows it.

    Args:
        width: Its width in eighths of a point.
        colour: Six hexadecimal digits.
        kind: What Word calls its form.
        above: Twips between it and what stands above it.
    """
    border = f'<w:pBdr><w:top w:val="{kind}" w:sz="{width}" w:space="1" w:color="{colour}"/></w:pBdr>'
    spaced = f'<w:snapToGrid w:val="0"/><w:spacing w:before="{above}" w:line="240" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{KEPT}{border}{spaced}</w:pPr></w:p>'


def listed(columns: Sequence[Column], *loops: str, last: Sequence[str] = ()) -> str:
    """Return a table with a row for each element of a list; its heads come again on the next page.

    Args:
        columns: What a row prints.
        loops: Such as `one in items`; of several each goes through what the one before it names.
        last: What a row below them all prints in each column, such as the sums.
    """
    heads = _row([_cell(one.head, one.width, "CellHead") for one in columns], head=True)
    opened = [_control_row(f"for {loop}", len(columns)) for loop in loops]
    closed = [_control_row("endfor", len(columns))] * len(loops)
    body = _row([_cell(one.text, one.width, one.style) for one in columns])
    sums = [_row([_cell(text, one.width, one.style) for one, text in zip(columns, last, strict=True)])] if last else []
    return _table([one.width for one in columns], [heads, *opened, body, *closed, *sums])


def _control_row(statement: str, columns: int) -> str:
    return _row([_cell(f"{{%tr {statement} %}}", WIDTH, "Cell", columns)])


def filled(widths: Sequence[int], rows: Iterable[Sequence[str]]) -> str:
    """Return a form: each row alternately what is asked and what is answered; the last answer fills the row."""
    return _table(widths, [_form_row(widths, row) for row in rows])


def _form_row(widths: Sequence[int], row: Sequence[str]) -> str:
    cells = [_cell(text, widths[place], "Cell" if place % 2 else "CellHead") for place, text in enumerate(row[:-1])]
    last = len(row) - 1
    cells.append(_cell(row[-1], sum(widths[last:]), "Cell", len(widths) - last))
    return _row(cells)


def _table(widths: Sequence[int], rows: Iterable[str]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    inside = "".join(f'<w:{side} w:w="{_PADDING}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{inside}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: Iterable[str], *, head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, style_: str, span: int = 1) -> str:
    """Return a cell; a text that is many paragraphs is already markup."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside = text if text.startswith("<w:p>") else paragraph(text, style_)
    centred = "" if MERGED in text else '<w:vAlign w:val="center"/>'
    placed = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>{spanned}{centred}'
    return f"<w:tc><w:tcPr>{placed}</w:tcPr>{inside}</w:tc>"


def _twips(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)
