"""What a change does, as text and as JSON; `comment` has it as the comment of a pull request.

Sentences and headings are handed in, so this room knows neither the ledger nor what a change is made of.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from inspection.report.figures import Moved

NAMED = 5
"""Files that cannot be read and are named."""

SHORT = 10
"""Characters of a commit's id that people read."""


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
            yield self.units.get(unit, unit) or SAID[language].district, found[unit]


class Phrases(NamedTuple):
    """The headings and sentences around the changes, in one language."""

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


SAID = {
    "zh": Phrases(
        "本次变更", "先看这些", "数字变化", "| 数字 | 之前 | 之后 |", "按单位列出", "全区", "台账内容没有变化。",
        "另有 {} 处，未在此列出。", "{}：{} 处变更，涉及 {} 个单位（{} → {}，数字截至 {}）",
        "工作区", "注意：{} 份文件读不出来，其中的变更不在此列，数字也不含它们：{}",
    ),
    "en": Phrases(
        "This change", "Look at these first", "Figures", "| Figure | Before | After |", "By unit", "The district",
        "Nothing in the ledger has changed.", "{} more are not listed here.",
        "{}: {} changes in {} units ({} → {}, figures as of {})",
        "files on disk", "Beware: {} files cannot be read; neither changes nor figures hold what is in them: {}",
    ),
}  # fmt: skip


def text(summary: Summary, language: str) -> Iterator[str]:
    """Yield plain lines: the count, what to look at first, the figures, then everything by unit."""
    said = SAID[language]
    yield count(summary, language)
    yield from unread(summary, language)
    if not summary.told:
        return
    for heading, told in summary.first():
        yield from ("", f"{said.first}：{heading}" if language == "zh" else f"{said.first}: {heading}")
        yield from (f"  {line(one, language)}" for one in told)
    if summary.figures:
        yield from ("", said.figures)
        yield from (f"  {one.label}  {one.before} → {one.after}" for one in summary.figures)
    for name, told in summary.by_unit(language):
        yield from ("", f"{name}（{len(told)}）" if language == "zh" else f"{name} ({len(told)})")
        yield from (f"  {line(one, language)}" for one in told)


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


def line(one: Told, language: str) -> str:
    """Return a change's sentence, its day before it."""
    return f"{one.day} {one.in_language(language)}" if one.day else one.in_language(language)


def count(summary: Summary, language: str) -> str:
    """Return how much was changed, between what."""
    said, units = SAID[language], len({one.unit for one in summary.told if one.unit})
    if not summary.told:
        return said.nothing
    head = summary.head[:SHORT] if summary.head is not None else said.files
    return said.counted.format(said.title, len(summary.told), units, summary.base[:SHORT], head, summary.today)


def unread(summary: Summary, language: str) -> Iterator[str]:
    """Yield a warning where files cannot be read."""
    if summary.unread:
        named = ", ".join(summary.unread[:NAMED]) + (" ..." if len(summary.unread) > NAMED else "")
        yield SAID[language].unread.format(len(summary.unread), named)
