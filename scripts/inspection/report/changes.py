"""What a change does, as text, as Markdown for the comment of a pull request, and as JSON.

Sentences and headings are handed in, so this room knows neither the ledger nor what a change is made of.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from inspection.report.figures import Moved

MOST = 65_000
"""Characters of a comment; GitHub takes 65,536."""

FIRST = 50
"""Sentences of one topic to be looked at first that are shown in a comment."""

NAMED = 5
"""Files that cannot be read and are named."""

SHORT = 10
"""Characters of a commit's id that people read."""

LONG = 12
"""Sentences of one unit that are shown unfolded."""


class Told(Protocol):
    """One change in words; see `inspection.change.Change`."""

    @property
    def unit(self) -> str:
        """The unit it concerns, or nothing."""

    @property
    def day(self) -> str | None:
        """The day the fact happened."""

    @property
    def topic(self) -> str | None:
        """Why it must be looked at first."""

    def in_language(self, language: str) -> str:
        """Return the sentence."""


class Summary(NamedTuple):
    """What a change does.

    Attributes:
        base: The commit it is compared with.
        head: The commit it is; nothing for the files on disk.
        told: Its changes, in the order of the records.
        topics: Headings of what must be looked at first, by topic, in the order of looking.
        units: Names of units by id.
        figures: The figures that differ.
        today: The day the figures are of.
        unread: Paths of the files that cannot be read now; what they change is not among the changes.
    """

    base: str
    head: str | None
    told: Sequence[Told]
    topics: Mapping[str, str]
    units: Mapping[str, str]
    figures: Sequence[Moved]
    today: str
    unread: Sequence[str] = ()

    def first(self) -> Iterator[tuple[str, list[Told]]]:
        """Yield what must be looked at first: heading and changes."""
        for topic, heading in self.topics.items():
            found = [one for one in self.told if one.topic == topic]
            if found:
                yield heading, found

    def by_unit(self, language: str) -> Iterator[tuple[str, list[Told]]]:
        """Yield all changes: the name of a unit and its changes, in the order of the names, the district's last."""
        found: dict[str, list[Told]] = {}
        for one in self.told:
            found.setdefault(one.unit, []).append(one)
        for unit in sorted(found, key=lambda unit: (not unit, self.units.get(unit, unit))):
            yield self.units.get(unit, unit) or _SAID[language].district, found[unit]


class _Words(NamedTuple):
    title: str
    first: str
    figures: str
    heads: str
    all: str
    district: str
    nothing: str
    more: str
    counted: str
    files: str
    unread: str


_SAID = {
    "zh": _Words(
        "本次变更", "先看这些", "数字变化", "| 数字 | 之前 | 之后 |", "按单位列出", "全区", "台账内容没有变化。",
        "另有 {} 处，未在此列出。", "{}：{} 处变更，涉及 {} 个单位（{} → {}，数字截至 {}）",
        "工作区", "注意：{} 份文件读不出来，其中的变更不在此列，数字也不含它们：{}",
    ),
    "en": _Words(
        "This change", "Look at these first", "Figures", "| Figure | Before | After |", "By unit", "The district",
        "Nothing in the ledger has changed.", "{} more are not listed here.",
        "{}: {} changes in {} units ({} → {}, figures as of {})",
        "files on disk", "Beware: {} files cannot be read; neither changes nor figures hold what is in them: {}",
    ),
}  # fmt: skip


def text(summary: Summary, language: str) -> Iterator[str]:
    """Yield plain lines: the count, what to look at first, the figures, then everything by unit."""
    said = _SAID[language]
    yield _count(summary, language)
    yield from _unread(summary, language)
    if not summary.told:
        return
    for heading, told in summary.first():
        yield from ("", f"{said.first}：{heading}" if language == "zh" else f"{said.first}: {heading}")
        yield from (f"  {_line(one, language)}" for one in told)
    if summary.figures:
        yield from ("", said.figures)
        yield from (f"  {one.label}  {one.before} → {one.after}" for one in summary.figures)
    for name, told in summary.by_unit(language):
        yield from ("", f"{name}（{len(told)}）" if language == "zh" else f"{name} ({len(told)})")
        yield from (f"  {_line(one, language)}" for one in told)


def markdown(summary: Summary, language: str, most: int = MOST) -> str:
    """Return a comment of a pull request of at most `most` characters: what is too much is counted.

    Args:
        summary: What the change does.
        language: `zh` or `en`.
        most: Characters; headings and counts are kept in any case.
    """
    said = _SAID[language]
    page = _Page(most, said)
    page.keep(f"## {said.title}", "", inert(_count(summary, language)))
    page.keep(*(line for warning in _unread(summary, language) for line in ("", f"**{inert(warning)}**")))
    if not summary.told:
        return page.text()
    first = list(summary.first())
    if first:
        page.keep("", f"### {said.first}")
        for heading, told in first:
            page.keep("", f"**{inert(heading)}**（{len(told)}）", "")
            page.lines((f"- {inert(_line(one, language))}" for one in told), FIRST)
    if summary.figures:
        page.keep("", f"### {said.figures}", "", said.heads, "|---|---|---|")
        page.lines(f"| {inert(one.label)} | {inert(one.before)} | {inert(one.after)} |" for one in summary.figures)
    page.keep("", f"### {said.all}")
    for name, told in summary.by_unit(language):
        page.section(f"{inert(name)}（{len(told)}）", [f"- {inert(_line(one, language))}" for one in told])
    return page.text()


class _Page:
    """A comment that never grows too long: what does not fit any more is counted."""

    def __init__(self, most: int, said: _Words) -> None:
        self._left = most - len(said.more) - 200
        self._said = said
        self._parts: list[str] = []
        self._over = 0

    def keep(self, *lines: str) -> None:
        """Put lines down."""
        self._left -= sum(len(line) + 1 for line in lines)
        self._parts += lines

    def lines(self, lines: Iterator[str], most: int | None = None) -> None:
        """Put down as many lines as there is room for, at most so many, and say how many more there are."""
        listed = list(lines)
        fit = self._fitting(listed[:most])
        self.keep(*listed[:fit])
        if fit < len(listed):
            self.keep("", self._said.more.format(len(listed) - fit))

    def section(self, title: str, lines: list[str]) -> None:
        """Put down a section, folded where it is long; one without room for its title is only counted."""
        if self._left < len(title) + len(lines[0]) + 200:
            self._over += len(lines)
        elif len(lines) > LONG:
            self.keep("", f"<details><summary>{title}</summary>", "")
            self.lines(iter(lines))
            self.keep("", "</details>")
        else:
            self.keep("", f"**{title}**", "")
            self.lines(iter(lines))

    def text(self) -> str:
        """Return the page."""
        over = ["", self._said.more.format(self._over)] if self._over else []
        return "\n".join(chain(self._parts, over, ("",)))

    def _fitting(self, lines: list[str]) -> int:
        room = self._left - len(self._said.more) - 40
        for place, line in enumerate(lines):
            room -= len(line) + 1
            if room < 0:
                return place
        return len(lines)


def document(summary: Summary, changes: Sequence[Mapping[str, object]]) -> str:
    """Return one JSON document; its form is `schemas/output/changes.schema.json`.

    Args:
        summary: What the change does; the labels of its figures are in Chinese.
        changes: The same changes as plain data.
    """
    return json.dumps(
        {
            "base": summary.base,
            "head": summary.head,
            "today": summary.today,
            "unread": list(summary.unread),
            "summary": {
                "changes": len(changes),
                "units": len({one.unit for one in summary.told if one.unit}),
                "first": sum(one.topic is not None for one in summary.told),
            },
            "changes": list(changes),
            "figures": [one._asdict() for one in summary.figures],
        },
        ensure_ascii=False,
        indent=2,
    )


_MARKS = re.compile(r"[\\`*_\[\]<>!&~|]|(?<=:)(?=//)|(?<=[Ww][Ww][Ww])(?=\.)")
_WIDE = str.maketrans({"@": "＠", "#": "＃"})


def inert(line: str) -> str:
    """Return a text that shows as itself in a comment: no markup, no address, nobody called, no issue named."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", " ".join(line.split())).translate(_WIDE)


def _line(one: Told, language: str) -> str:
    return f"{one.day} {one.in_language(language)}" if one.day else one.in_language(language)


def _count(summary: Summary, language: str) -> str:
    said, units = _SAID[language], len({one.unit for one in summary.told if one.unit})
    if not summary.told:
        return said.nothing
    head = summary.head[:SHORT] if summary.head is not None else said.files
    return said.counted.format(said.title, len(summary.told), units, summary.base[:SHORT], head, summary.today)


def _unread(summary: Summary, language: str) -> Iterator[str]:
    if summary.unread:
        named = ", ".join(summary.unread[:NAMED]) + (" ..." if len(summary.unread) > NAMED else "")
        yield _SAID[language].unread.format(len(summary.unread), named)
