"""Paragraphs, tables and styles in Word's own markup. All texts here are ours; placeholders are filled in later."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MILLIMETRE = 56.693
"""Twips in a millimetre."""

WIDTH = 156
"""Millimetres between the margins of an upright page; `WIDE` of one that lies on its side."""
WIDE = 245


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
    paragraph: str = "",
    *,
    colour: str = "",
    line: int = 0,
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
        paragraph: Further properties, in the order the format wants after spacing.
        colour: Six hexadecimal digits, or nothing.
        line: Twips of a line, or nothing for that of the text.
        keep: Whether it stays on the page of what follows.
        outline: Its level among headings, from 0.
        default: Whether it is the style of paragraphs that name none.
    """
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    rule = "exact" if not id_.startswith("Cell") else "atLeast"
    first, rest = _split_grid(paragraph)
    properties = (
        ("<w:keepNext/>" if keep else "")
        + first
        + (f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>' if line else "")
        + rest
        + (f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "")
    )
    inked = f'<w:color w:val="{colour}"/>' if colour else ""
    return (
        f'<w:style w:type="paragraph" {"w:default=" + chr(34) + "1" + chr(34) + " " if default else ""}w:styleId="{id_}">'
        f'<w:name w:val="{name}"/>{based}<w:qFormat/><w:pPr>{properties}</w:pPr>'
        f'<w:rPr><w:rFonts w:eastAsia="{font}"/>{inked}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def _split_grid(paragraph: str) -> tuple[str, str]:
    """Part off what must stand before the spacing."""
    grid = '<w:snapToGrid w:val="0"/>'
    return (grid, paragraph.removeprefix(grid)) if paragraph.startswith(grid) else ("", paragraph)


def run(text: str, *, font: str = "", bold: bool = False, colour: str = "") -> str:
    """Return a run of text."""
    properties = (
        (f'<w:rFonts w:eastAsia="{font}"/>' if font else "")
        + ("<w:b/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
    )
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, style_: str = "Text", extra: str = "", *, colour: str = "") -> str:
    """Return a paragraph.

    Args:
        text: Its text with placeholders.
        style_: The id of its style.
        extra: Further properties of the paragraph.
        colour: That of the type, where it is not the style's.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style_}"/>{extra}</w:pPr>{run(text, colour=colour)}</w:p>'


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


def blank(count: int = 1) -> str:
    """Return empty lines."""
    return '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>' * count


def rule(width: int = 12, colour: str = "C00000", kind: str = "single") -> str:
    """Return a line across the page; its width in eighths of a point."""
    border = f'<w:pBdr><w:top w:val="{kind}" w:sz="{width}" w:space="1" w:color="{colour}"/></w:pBdr>'
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{border}<w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:p>'


def listed(columns: Sequence[Column], loop: str) -> str:
    """Return a table with a row for each element of a list; its heads come again on the next page."""
    heads = _row([_cell(one.head, one.width, "CellHead") for one in columns], head=True)
    opened, closed = (_row([_cell(f"{{%tr {word} %}}", WIDTH, "Cell", len(columns))]) for word in (f"for {loop}", "endfor"))
    body = _row([_cell(one.text, one.width, one.style) for one in columns])
    return _table([one.width for one in columns], [heads, opened, body, closed])


def filled(widths: Sequence[int], rows: Iterable[Sequence[str]]) -> str:
    """Return a form: each row alternately what is asked and what is answered; the last answer fills the row."""
    return _table(widths, [_form_row(widths, row) for row in rows])


def _form_row(widths: Sequence[int], row: Sequence[str]) -> str:
    cells = []
    for place, text in enumerate(row):
        last = place == len(row) - 1
        span = len(widths) - place if last else 1
        cells.append(_cell(text, sum(widths[place:]) if last else widths[place], "Cell" if place % 2 else "CellHead", span))
    return _row(cells)


def _table(widths: Sequence[int], rows: Iterable[str]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(cells: Iterable[str], *, head: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, style_: str, span: int = 1) -> str:
    """Return a cell; a text that is many paragraphs is already markup."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside = text if text.startswith("<w:p>") else paragraph(text, style_)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)
