"""What became of records, as text, Markdown or JSON: when each fact happened, when it was recorded, and by whom."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from inspection.report.cells import cells, inert

HEADS = {
    "zh": ("发生", "记录", "相隔", "提交", "提交人", "签名", "由谁", "事实", "现状"),
    "en": ("Happened", "Recorded", "Delay", "Commit", "Author", "Signed", "By", "Fact", "Now"),
}
STATES = {
    "zh": {
        "held": "", "corrected": "已更正", "voided": "已作废", "removed": "被删改（{}）", "dropped": "合并时丢失",
        "deleted": "随文件删除（{}）",
    },
    "en": {
        "held": "", "corrected": "corrected", "voided": "voided", "removed": "removed ({})",
        "dropped": "dropped by a merge", "deleted": "deleted with the file ({})",
    },
}  # fmt: skip
SHORT = 10
"""How many characters of a commit's id are shown."""


class Row(NamedTuple):
    """One dated fact.

    Attributes:
        recorded: The committer's day in the district's zone, where the commit has one that can be read.
        delay: Days from what happened to its being recorded.
        at_latest: Whether it may have been recorded earlier, in commits this clone lacks.
        body: For which body the signature stands, where that was verified.
        who: Who says so, in words.
        what: What it is, in words.
        state: A key of `STATES`.
        ended: The commit that took it away.
    """

    happened: date
    recorded: date | None
    delay: int | None
    commit: str
    at_latest: bool
    author: str
    signed: bool
    body: str | None
    pointer: str
    by: tuple[str, ...]
    who: str
    what: str
    state: str
    ended: str | None


class Moved(NamedTuple):
    """The record's file got another path."""

    commit: str
    was: str
    now: str


class Told(NamedTuple):
    """One record and what became of it."""

    id: str
    kind: str
    label: str
    path: str
    commits: int
    moves: tuple[Moved, ...]
    deleted: str | None
    broken: tuple[str, ...]
    rows: tuple[Row, ...]


def text(records: Sequence[Told], language: str, *, whole: bool) -> Iterator[str]:
    """Yield a heading a record, what became of its file, and a line a fact; columns are aligned for a terminal."""
    for record in records:
        yield f"{record.id} · {record.label} · {record.path}"
        yield from (f"  {line}" for line in _notes(record, language))
        table = [HEADS[language], *(_cells(row, language) for row in record.rows)]
        widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
        for line in table if record.rows else ():
            padded = (cell + " " * (width - cells(cell)) for cell, width in zip(line, widths, strict=True))
            yield f"  {'  '.join(padded)}".rstrip()
    if not whole:
        yield _cut(language)


def markdown(records: Sequence[Told], language: str, *, whole: bool) -> Iterator[str]:
    """Yield a Markdown table a record; what comes from the ledger or a commit is kept inert."""
    for record in records:
        yield f"### {_plain(record.id)} {_plain(record.label)}"
        yield from ("", _plain(record.path), *(f"- {_plain(line)}" for line in _notes(record, language)), "")
        if record.rows:
            heads = HEADS[language]
            yield from (f"| {' | '.join(heads)} |", "|" + "---|" * len(heads))
        for row in record.rows:
            yield f"| {' | '.join(_plain(cell) for cell in _cells(row, language))} |"
        yield ""
    if not whole:
        yield _cut(language)


def document(records: Sequence[Told], head: str, *, whole: bool) -> str:
    """Return one JSON document; its schema is `schemas/output/history.schema.json`."""
    plain = {"head": head, "whole": whole, "records": [_record(one) for one in records]}
    return json.dumps(plain, ensure_ascii=False, indent=2, default=date.isoformat)


def _record(one: Told) -> dict[str, Any]:
    plain = {**one._asdict(), "moves": [move._asdict() for move in one.moves]}
    del plain["rows"]
    return {**plain, "facts": [row._asdict() for row in one.rows]}


def _cells(row: Row, language: str) -> tuple[str, ...]:
    chinese = language == "zh"
    recorded = row.recorded.isoformat() if row.recorded is not None else "?"
    return tuple(
        inert(cell)
        for cell in (
            row.happened.isoformat(),
            f"≤ {recorded}" if row.at_latest else recorded,
            "" if row.delay is None else f"{row.delay} 天" if chinese else f"{row.delay} d",
            row.commit[:SHORT],
            row.author,
            row.body or _signature(signed=row.signed, chinese=chinese),
            row.who,
            row.what,
            STATES[language][row.state].format((row.ended or "")[:SHORT]),
        )
    )


def _signature(*, signed: bool, chinese: bool) -> str:
    if signed:
        return "有，未核验" if chinese else "yes, not verified"
    return "无" if chinese else "no"


def _notes(record: Told, language: str) -> Iterator[str]:
    chinese = language == "zh"
    yield f"{record.commits} 次提交" if chinese else f"{record.commits} commits"
    for move in record.moves:
        commit, was, now = move.commit[:SHORT], inert(move.was), inert(move.now)
        yield f"{commit} 改名：{was} → {now}" if chinese else f"{commit} renamed {was} to {now}"
    for commit in record.broken:
        yield f"{commit[:SHORT]} 中的这一版无法读取" if chinese else f"{commit[:SHORT]} holds a version nobody can read"
    if record.deleted is not None:
        commit = record.deleted[:SHORT]
        yield f"{commit} 删除了这份文件" if chinese else f"{commit} deleted the file"


def _cut(language: str) -> str:
    if language == "zh":
        return "历史没有取全：标 ≤ 的记录日期只是最晚可能的日期；取回完整历史：git fetch --unshallow"
    return "the history is cut off: a day with ≤ is the latest it can be; fetch it whole: git fetch --unshallow"


def _plain(cell: str) -> str:
    return "".join(f"\\{mark}" if mark in r"\|`*_[]<>#!&@~" else mark for mark in inert(cell))
