"""Pieces of a Markdown page in two languages."""

from collections.abc import Sequence
from pathlib import Path

from inspection.finding import Words

NONE = "—"
_PROSE = Path(__file__).parent / "prose"


def prose(name: str) -> str:
    """Return one of the texts in `prose/`."""
    return (_PROSE / f"{name}.md").read_text(encoding="utf-8")


def both(words: Words) -> str:
    """Return a text in Chinese, then in English."""
    return f"{words.zh} {words.en}"


def figure(number: float | None) -> str:
    """Return a number with about three digits, or a dash where there is none."""
    if number is None:
        return NONE
    places = 2 if number < 10 else 1 if number < 100 else 0
    return f"{number:,.{places}f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, left: int) -> str:
    """Return a table, its first `left` columns set to the left and the others to the right."""
    marks = [" --- " if place < left else " ---: " for place in range(len(heads))]
    lines = [f"|{'|'.join(f' {cell} ' for cell in row)}|" for row in (heads, *rows)]
    lines.insert(1, f"|{'|'.join(marks)}|")
    return "\n".join(lines) + "\n"
