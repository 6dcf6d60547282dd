"""What a change does, as Markdown for the comment of a pull request; it never grows longer than a comment may be."""

import re
from collections.abc import Iterator
from itertools import chain

from inspection.report.changes import SAID, Phrases, Summary, count, line, unread

MOST = 65_000
"""Characters of a comment; GitHub takes 65,536."""

FIRST = 50
"""Sentences of one topic to be looked at first that are shown in a comment."""

LONG = 12
"""Sentences of one unit that are shown unfolded."""


def markdown(summary: Summary, language: str, most: int = MOST) -> str:
    """Return a comment of a pull request of at most `most` characters: what is too much is counted.

    Args:
        summary: What the change does.
        language: `zh` or `en`.
        most: Characters; headings and counts are kept in any case.
    """
    said = SAID[language]
    page = _Page(most, said)
    page.keep(f"## {said.title}", "", inert(count(summary, language)))
    page.keep(*(line for warning in unread(summary, language) for line in ("", f"**{inert(warning)}**")))
    if not summary.told:
        return page.text()
    first = list(summary.first())
    if first:
        page.keep("", f"### {said.first}")
        for heading, told in first:
            page.keep("", f"**{inert(heading)}**（{len(told)}）", "")
            page.lines((f"- {inert(line(one, language))}" for one in told), FIRST)
    if summary.figures:
        page.keep("", f"### {said.figures}", "", said.heads, "|---|---|---|")
        page.lines(f"| {inert(one.label)} | {inert(one.before)} | {inert(one.after)} |" for one in summary.figures)
    page.keep("", f"### {said.all}")
    for name, told in summary.by_unit(language):
        page.section(f"{inert(name)}（{len(told)}）", [f"- {inert(line(one, language))}" for one in told])
    return page.text()


class _Page:
    """A comment that never grows too long: what does not fit any more is counted."""

    def __init__(self, most: int, said: Phrases) -> None:
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
        for place, one in enumerate(lines):
            room -= len(one) + 1
            if room < 0:
                return place
        return len(lines)


_MARKS = re.compile(r"[\\`*_\[\]<>!&~|]|(?<=:)(?=//)|(?<=[Ww][Ww][Ww])(?=\.)")
_WIDE = str.maketrans({"@": "＠", "#": "＃"})


def inert(line: str) -> str:
    """Return a text that shows as itself in a comment: no markup, no address, nobody called, no issue named."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", " ".join(line.split())).translate(_WIDE)
