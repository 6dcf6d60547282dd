"""Findings for a person at a terminal: the line in question with a caret below it, and no flood of one kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from inspection.report import text
from inspection.report.cells import clipped, inert
from inspection.report.located import Located

MOST_OF_A_CODE = 8
"""So many findings of one code are shown; the rest is counted."""

_LEAST_ROOM = 20

Excerpt = Callable[[Located], str | None]


def lines(
    findings: Iterable[Located], language: str, excerpt: Excerpt, width: int, most: int | None = MOST_OF_A_CODE
) -> Iterator[str]:
    """Yield the plain lines of each finding with the line of the file between them, then what was left out.

    Args:
        findings: In the order they are shown.
        language: `zh` or `en`.
        excerpt: Gives the line a finding points at, or nothing where it must not or cannot be shown.
        width: How many cells a line of the terminal has.
        most: How many findings of one code are shown; nothing shows all.
    """
    seen: Counter[str] = Counter()
    for one in findings:
        seen[one.finding.code] += 1
        if most is None or seen[one.finding.code] <= most:
            first, *rest = text.lines([one], language)
            yield first
            yield from _pointed(one, excerpt(one), width)
            yield from rest
    if most is not None:
        yield from (_left_out(code, count - most, language) for code, count in sorted(seen.items()) if count > most)


def _pointed(one: Located, line: str | None, width: int) -> Iterator[str]:
    if line is None or not line.strip():
        return
    number = str(one.mark.line)
    gutter = f"  {number} | "
    shown, before = clipped(inert(line), one.mark.column - 1, max(width - len(gutter), _LEAST_ROOM))
    yield gutter + shown
    yield f"  {' ' * len(number)} | {' ' * before}^"


def _left_out(code: str, count: int, language: str) -> str:
    return (
        f"and {count} more {code} (--all lists them)"
        if language == "en"
        else f"另有 {count} 条 {code}（加 --all 全部列出）"
    )
