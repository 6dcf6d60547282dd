"""An item with all that is known of it, as rows for a form: measures, evidence, and what was said in its log."""

from collections.abc import Iterable, Iterator
from datetime import date

from inspection.derive.lifecycle import Life
from inspection.model.problems import Accountable, Entry, Item, Problem
from inspection.office.desk import Desk
from inspection.office.documents.paper import Value, lines, long_day, short_day, yuan
from inspection.office.entries import Columns, Found, Standing, Told, columns

_REASONS = {"ask": "ask_reason", "sustain": "sustain_reason"}


def logged(desk: Desk, problem: Problem, item: Item, life: Life, found: Found) -> Columns:
    """Return the entries of an item's log that count, what was reported apart from what was verified."""
    whole = columns(desk, problem, item, life, found)
    return Columns(*(tuple(one for one in part if one.standing is Standing.COUNTS) for part in whole))


def said(desk: Desk, entries: Iterable[Told]) -> list[Value]:
    """Return entries as rows: the day, who, what was done, and what was said with it."""
    return [
        {"day": short_day(one.date), "who": one.by, "what": _what(desk, one), "words": _words(desk, one)}
        for one in entries
    ]


def _what(desk: Desk, one: Told) -> str:
    return "督查" if one.found is not None else desk.words.code(one.action, "item_action")


def _words(desk: Desk, one: Told) -> str:
    if one.found is not None:
        result = desk.words.code(one.found.result, "check_result")
        return "：".join(part for part in (result, one.found.note) if part)
    return "；".join(_parts(desk, one.entry)) if one.entry is not None else ""


def _parts(desk: Desk, entry: Entry) -> Iterator[str]:
    if entry.how is not None:
        yield desk.words.code(entry.how, "how")
    if entry.reason is not None:
        known = _REASONS.get(entry.action)
        yield desk.words.code(entry.reason, known) if known is not None else entry.reason
    if entry.note is not None:
        yield entry.note
    if entry.done:
        yield f"完成措施 {'、'.join(entry.done)}"
    if entry.evidence:
        yield f"佐证 {'、'.join(entry.evidence)}"
    if entry.vouched is not None:
        yield f"{entry.vouched}负责"
    days = (("至", entry.until), ("期限", entry.due), ("下一步", entry.next), ("复查", entry.check))
    yield from (f"{word} {day}" for word, day in days if day is not None)


def measures(life: Life) -> list[Value]:
    """Return the measures in force as rows."""
    return [
        {
            "id": one.id,
            "text": one.text,
            "due": short_day(one.due),
            "state": "未完成" if one.id in life.outstanding else "已完成",
        }
        for one in life.measures
    ]


def evidence(desk: Desk, item: Item, as_of: date) -> list[Value]:
    """Return the evidence kept by a day as rows; of its SHA-256 the first twelve digits."""
    return [
        {
            "id": one.id,
            "kind": desk.words.code(one.kind, "evidence_kind"),
            "title": one.title,
            "date": short_day(one.date),
            "kept_at": one.kept_at or "",
            "sha256": (one.sha256 or "")[:12],
        }
        for one in item.evidence
        if one.date <= as_of
    ]


def outcomes(desk: Desk, item: Item, as_of: date) -> list[Value]:
    """Return what rectification brought by a day, a sentence each: institutions, money, accountability as counts."""
    if item.outcome is None:
        return []
    found = item.outcome
    return [
        *(
            f"{long_day(one.date)}{'新建' if one.new else '修订'}制度"
            f"《{one.title}》{f'（{one.number}）' if one.number else ''}"
            for one in found.institutions
            if one.date <= as_of
        ),
        *(
            f"{long_day(one.date)}{desk.words.code(one.kind, 'money_kind')} {yuan(one.yuan)}"
            for one in found.money
            if one.date <= as_of
        ),
        *(
            f"{long_day(one.date)}问责：{held}"
            for one in found.accountable
            if one.date <= as_of and (held := _held(one))
        ),
    ]


def _held(one: Accountable) -> str:
    counts = (f"组织 {one.organizations} 个" if one.organizations else "", f"{one.persons} 人" if one.persons else "")
    return "、".join(count for count in counts if count)


def causes(desk: Desk, problem: Problem, item: Item) -> list[Value]:
    """Return why it came to the problem, as letters about the item or its problem say; nothing else tells it."""
    name = f"{problem.id}/{item.id}"
    letters = (one for one in desk.ledger.letters.values() if problem.id in one.problems or name in one.items)
    return list(dict.fromkeys(line for one in letters for line in lines(one.causes)))
