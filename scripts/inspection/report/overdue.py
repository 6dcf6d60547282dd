"""What is owed, as text, Markdown, JSON or a calendar; ids, days and names of units, never a text of the ledger."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from icalendar import Calendar, Event

CLOCKS = {
    "zh": {"unit": "整改", "review": "审核", "answer": "答复延期申请", "check": "长期事项复核", "self_check": "自查"},
    "en": {
        "unit": "rectify",
        "review": "review",
        "answer": "answer the ask",
        "check": "check again",
        "self_check": "self-check",
    },
}

COLOURS = {
    "zh": {"red": "红", "yellow": "黄", "green": "绿"},
    "en": {"red": "red", "yellow": "yellow", "green": "green"},
}

NOTHING_MORE: Mapping[str, str] = MappingProxyType({})


class Row(NamedTuple):
    """One step that is owed, in words; `group` is what the list is grouped by.

    Attributes:
        colour: Of a unit's step `red`, `yellow` or `green`, by the policy's windows; else empty.
        sent: The letters of the ladder that were sent about it.
        step: The kind of letter proposed next, or nothing.
        waits: The last day for the answer to the last of them, while the next step waits for it.
        advice: The same for people.
    """

    group: str
    item: str
    unit: str
    post: str
    clock: str
    bodies: str
    due: date
    days: int
    provisional: bool
    colour: str = ""
    sent: tuple[str, ...] = ()
    step: str | None = None
    waits: date | None = None
    advice: str = ""

    def when(self, language: str) -> str:
        """Return how late it is, or how much time is left."""
        if language == "en":
            text = f"{-self.days} days late" if self.days < 0 else f"{self.days} days left"
            return text + (" (provisional)" if self.provisional else "")
        text = f"逾期 {-self.days} 天" if self.days < 0 else ("今天到期" if self.days == 0 else f"还有 {self.days} 天")
        return text + ("（暂定）" if self.provisional else "")


def text(rows: Sequence[Row], language: str) -> Iterable[str]:
    """Yield a heading a group and a line a step, and a closing line."""
    for group, members in groupby(rows, key=lambda row: row.group):
        listed = list(members)
        yield f"{group}（{len(listed)}）" if language == "zh" else f"{group} ({len(listed)})"
        for row in listed:
            words = (row.item, row.due.isoformat(), row.when(language), CLOCKS[language][row.clock], row.bodies)
            colour = COLOURS[language].get(row.colour, "")
            yield "  " + "  ".join(word for word in (*words, colour, row.advice) if word)
    late = sum(row.days < 0 for row in rows)
    yield f"逾期 {late} 项，共列 {len(rows)} 项" if language == "zh" else f"{late} overdue, {len(rows)} listed"


def markdown(rows: Sequence[Row], language: str) -> Iterable[str]:
    """Yield a Markdown table a group; the names come from the register and are kept inert."""
    heads = (
        ("事项", "到期日", "时限", "环节", "责任方", "灯", "督办")
        if language == "zh"
        else ("Item", "Due", "Time", "Step", "Whose", "Light", "Urging")
    )
    for group, members in groupby(rows, key=lambda row: row.group):
        yield from ("", f"### {_inert(group)}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|---|---|---|")
        for row in members:
            step, colour = CLOCKS[language][row.clock], COLOURS[language].get(row.colour, "")
            cells = (row.item, row.due.isoformat(), row.when(language), step, row.bodies, colour, row.advice)
            yield f"| {' | '.join(_inert(cell) for cell in cells)} |"


def _inert(cell: str) -> str:
    return "".join(f"\\{mark}" if mark in r"\|`*_[]<>#!&@~" else mark for mark in cell.replace("\n", " "))


def document(rows: Sequence[Row], today: date) -> str:
    """Return one JSON document: `today`, `overdue` (how many) and `rows`."""
    plain = [
        {**row._asdict(), "due": row.due.isoformat(), "waits": row.waits.isoformat() if row.waits is not None else None}
        for row in rows
    ]
    late = sum(row.days < 0 for row in rows)
    return json.dumps({"today": today.isoformat(), "overdue": late, "rows": plain}, ensure_ascii=False, indent=2)


def calendar(rows: Sequence[Row], language: str, today: date, said: Mapping[str, str] = NOTHING_MORE) -> str:
    """Return an iCalendar (RFC 5545) with one whole-day event a step.

    Args:
        rows: The steps.
        language: `zh` or `en`.
        today: The day it is made.
        said: What else is said of the calendar, by property, such as `X-WR-CALNAME`.
    """
    made = Calendar()
    made.add("prodid", "-//inspection-as-code//overdue//ZH")
    made.add("version", "2.0")
    for name, value in said.items():
        made.add(name, value)
    for row in rows:
        event = Event()
        event.add("uid", f"{row.item}-{row.clock}@inspection-as-code".replace("/", "-"))
        event.add("dtstamp", datetime.combine(today, time()))
        event.add("dtstart", row.due)
        event.add("dtend", row.due + timedelta(days=1))
        event.add("summary", f"{row.item} {CLOCKS[language][row.clock]} {row.unit}")
        made.add_component(event)
    return bytes(made.to_ical()).decode()
