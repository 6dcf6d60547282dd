"""Measures in one cell: a line each, numbered or not, and back."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from inspection.model.problems import Measure
from inspection.office.writing.typed import day_in

_NUMBER = (
    r"(?:M?[0-9]{1,2}\s*[.、．:：)）]|M[0-9]{1,2}\s|[（(][0-9]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．])"
)
_BEGINS = re.compile(rf"^\s*{_NUMBER}\s*")
_WITHIN = re.compile(r"(?<=[。；;])\s*(?=(?:[0-9]{1,2}\s*[.、．](?![0-9])|[（(][0-9]{1,2}[)）]|[①-⑳]))")
_DUE = re.compile(
    r"\s*[（(](?:期限[:：]?)?([0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?)(?:前|完成)?[)）]\s*[。；;]?\s*$"
)


def measures_shown(measures: Iterable[Measure]) -> str:
    """Return measures as lines: `M1 清理合同并公示（2024-07-15）`."""
    return "\n".join(
        f"{one.id} {one.text}{f'（{one.due.isoformat()}）' if one.due is not None else ''}" for one in measures
    )


def measure_lines(measures: Iterable[Any]) -> list[str]:
    """Return measures, of the model or as plain data, a line each."""
    return [str(one["text"] if isinstance(one, dict) else one.text) for one in measures]


def measures_taken(text: str) -> tuple[dict[str, Any], ...]:
    """Return the measures a cell lists, with ids `M1`, `M2` ... in their order.

    A number begins a measure; lines without one belong to the measure before, unless no line has a number: then each
    line is a measure. A day in brackets at the end is the measure's own.
    """
    return tuple(_measure(place, one) for place, one in enumerate(_split(text), 1))


def _split(text: str) -> list[str]:
    lines = [line.strip() for line in _WITHIN.sub("\n", text).splitlines() if line.strip()]
    if not any(_BEGINS.match(line) for line in lines):
        return lines
    found: list[str] = []
    for line in lines:
        begins = _BEGINS.match(line)
        if begins is not None or not found:
            found.append(line[begins.end() :] if begins is not None else line)
        else:
            found[-1] += line
    return [one for one in found if one]


def _measure(place: int, text: str) -> dict[str, Any]:
    due = _DUE.search(text)
    day: date | None = day_in(due[1]) if due is not None else None
    if due is None or day is None:
        return {"id": f"M{place}", "text": text.rstrip("；;")}
    return {"id": f"M{place}", "text": text[: due.start()], "due": day}
