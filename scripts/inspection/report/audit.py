"""What an audit found, as text, JSON, or a dossier in Markdown that names every commit."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from inspection.finding import Words
from inspection.report.cells import inert

SHORT = 10
"""How many characters of a commit's id are shown in text; the dossier shows them all."""

SORTS = {
    "acknowledged": Words("承认的例外情形", "acknowledged"),
    "exception": Words("规则例外", "exception to a rule"),
    "correction": Words("更正", "correction"),
    "voided": Words("作废", "voided entry"),
    "withdrawn": Words("撤销并入", "withdrawn"),
    "beyond_limit": Words("超限延期", "extension beyond the limit"),
    "purged": Words("清除历史", "rewriting of history"),
}


class Row(NamedTuple):
    """One finding.

    Attributes:
        what: What its code means.
        day: The committer's day.
        said: The sentence.
    """

    code: str
    what: Words
    commit: str
    day: date | None
    author: str
    path: str
    pointer: str
    said: Words


class Departed(NamedTuple):
    """One departure from the rules that is on record."""

    sort: str
    path: str
    pointer: str
    day: date
    by: str
    who: str
    reason: str
    about: str


class Report(NamedTuple):
    """An audit.

    Attributes:
        head: The commit the history ends with.
        since: Findings of that commit and of what it descends from are left out, where one was given.
        whole: Whether the history is whole (no shallow clone).
        signing: Whether any policy asks for signatures.
        commits: How many commits were looked at.
        records: How many records there are at the head.
        published: Whether a published seal was held against the history.
        rows: The findings.
        departures: The departures, where they were asked for.
    """

    head: str
    since: str | None
    whole: bool
    signing: bool
    commits: int
    records: int
    published: bool
    rows: tuple[Row, ...]
    departures: tuple[Departed, ...] | None


def text(report: Report, language: str) -> Iterator[str]:
    """Yield the findings commit by commit, then the departures, then what was looked at."""
    english = language == "en"
    last = ""
    for row in report.rows:
        if row.commit != last:
            yield f"{row.commit[:SHORT]} {_who(row, english)}"
            last = row.commit
        place = f"{inert(row.path + row.pointer)}{': ' if english else '：'}" if row.path else ""
        yield f"  {row.code} {place}{inert(row.said.in_language(language))}"
    for one in report.departures or ():
        yield inert("  ".join(_departed(one, language)))
    yield from _closing(report, language)


def _who(row: Row, english: bool) -> str:
    """Return the day and the author of a commit; of one that is gone nobody can tell them."""
    if row.day is not None:
        return f"{row.day} {inert(row.author)}"
    return "is not in this history" if english else "不在历史里"


def markdown(report: Report, language: str) -> Iterator[str]:
    """Yield the dossier; what comes from the ledger or a commit is kept inert."""
    english = language == "en"
    yield f"# {'Audit of the history' if english else '历史审计'}"
    yield ""
    yield from (f"- {line}" for line in _closing(report, language))
    yield f"- Head: `{report.head}`" if english else f"- 截至版本：`{report.head}`"
    if report.rows:
        heads = ("Commit", "Day", "Author", "Code", "Where", "What") if english else _HEADS
        yield from ("", f"| {' | '.join(heads)} |", "|" + "---|" * len(heads))
    for row in report.rows:
        cells = (row.author, row.code, f"{row.path}{row.pointer}", row.said.in_language(language))
        yield f"| `{row.commit}` | {row.day or '?'} | {' | '.join(map(_plain, cells))} |"
    if report.departures:
        heads = ("Departure", "Record", "Day", "By", "Concerns", "Reason") if english else _DEPARTED
        yield from ("", f"| {' | '.join(heads)} |", "|" + "---|" * len(heads))
        yield from (f"| {' | '.join(map(_plain, _departed(one, language)))} |" for one in report.departures)


def document(report: Report) -> str:
    """Return one JSON document; its schema is `schemas/output/audit.schema.json`."""
    findings = [
        {
            "code": row.code, "commit": row.commit, "day": row.day, "author": row.author, "path": row.path,
            "pointer": row.pointer, "zh": row.said.zh, "en": row.said.en,
        }
        for row in report.rows
    ]  # fmt: skip
    departed: list[Any] | None = None
    if report.departures is not None:
        departed = [{key: value for key, value in one._asdict().items() if key != "who"} for one in report.departures]
    plain = {
        "head": report.head,
        "since": report.since,
        "whole": report.whole,
        "signing": report.signing,
        "commits": report.commits,
        "records": report.records,
        "published": report.published,
        "findings": findings,
        "departures": departed,
    }
    return json.dumps(plain, ensure_ascii=False, indent=2, default=date.isoformat)


_HEADS = ("提交", "日期", "提交人", "代码", "位置", "发现")
_DEPARTED = ("例外", "记录", "日期", "由谁", "所涉", "理由")


def _departed(one: Departed, language: str) -> tuple[str, ...]:
    sort = SORTS[one.sort].in_language(language)
    return sort, f"{one.path}{one.pointer}", one.day.isoformat(), one.who, one.about, one.reason


def _closing(report: Report, language: str) -> Iterator[str]:
    rows, commits, records = len(report.rows), report.commits, report.records
    count = len({row.commit for row in report.rows})
    if language == "en":
        found = f"{rows} findings in {count} commits" if rows else "no finding"
        yield f"{commits} commits and {records} records looked at: {found}"
        if report.published:
            yield "every published seal was held against this history"
        if not report.signing:
            yield "no policy asks for signatures: who signed was not judged (`signing`)"
        if not report.whole:
            yield "the history is cut off and could not be judged whole: git fetch --unshallow"
        return
    found = f"发现 {rows} 处问题，涉及 {count} 次提交" if rows else "没有发现问题"
    yield f"已查 {commits} 次提交、{records} 份记录：{found}"
    if report.published:
        yield "已与公开过的封印比对"
    if not report.signing:
        yield "政策没有要求签名（`signing`），未判断由谁签名"
    if not report.whole:
        yield "历史没有取全，无法完整审计；取回完整历史：git fetch --unshallow"


def _plain(cell: str) -> str:
    return "".join(f"\\{mark}" if mark in r"\|`*_[]<>#!&@~" else mark for mark in inert(cell))
