"""Atom feeds of published changes: one for the district, and one for each unit with all below it (RFC 4287).

Feeds are in Chinese, as are the texts they carry. A change is known to the month only. Its entry is dated by the day it
can be public from: the publication of its notice, or the first day of its month where that is later, so that an entry
keeps its date for ever, none lies in the future, and none tells the day of what was done.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree

from inspection.publish.addresses import home, tag, under
from inspection.publish.events import Event, events
from inspection.publish.overview import DECIDED
from inspection.publish.view import PublicInspection, PublicUnit, PublicView
from inspection.publish.view.notices import PublicRetraction
from inspection.publish.words import Words

LATEST = 50
"""How many of the latest entries a feed holds."""

DISTRICT = "feed.xml"
"""Where the district's feed stands below the site's root; the address is stable."""

_ATOM = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """One change: the day it is dated, a name that is its own for ever, what it says, and the page it is about."""

    day: date
    name: str
    title: str
    summary: str
    page: str


class _Feed(NamedTuple):
    path: str
    page: str
    title: str
    since: date
    entries: list[Entry]


def unit_feed(unit: str) -> str:
    """Return where a unit's feed stands below the site's root; the address is stable."""
    return f"units/{unit}/feed.xml"


def feeds(view: PublicView, words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of every feed; none while the site has no address, which a feed must name.

    Args:
        view: The public view.
        words: Its words in Chinese.
    """
    root = home(view)
    if not root:
        return
    for feed in _feeds(view, words):
        yield feed.path, _written(feed, view, root)


def _feeds(view: PublicView, words: Words) -> Iterator[_Feed]:
    own = _by_unit(view, words)
    every = [entry for entries in own.values() for entry in entries]
    since = min((unit.joined for unit in view.units.values()), default=view.as_of)
    yield _Feed(DISTRICT, "index.html", f"{view.district.name}巡察整改", since, _latest(every))
    for unit in view.units.values():
        below = [entry for id_ in unit.family for entry in own.get(id_, ())]
        page = f"units/{unit.id}/index.html"
        yield _Feed(unit_feed(unit.id), page, f"{unit.name}巡察整改", unit.joined, _latest(below))


def _latest(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: one.day, reverse=True)[:LATEST]


def _by_unit(view: PublicView, words: Words) -> dict[str, list[Entry]]:
    published = {(one.round, one.unit): one.published for one in view.inspections if one.published is not None}
    entries: dict[str, list[Entry]] = {}
    for inspection in view.inspections:
        if inspection.published is not None:
            notice = _notice(inspection, inspection.published, view.units[inspection.unit], words)
            entries.setdefault(inspection.unit, []).append(notice)
    for round_, id_, taken_back in _taken_back(view):
        entries.setdefault(id_, []).append(_retraction(round_, view.units[id_], taken_back, words))
    for event in events(view.problems):
        if event.action in DECIDED:
            problem = event.problem
            unit, known = view.units[problem.unit], published[problem.round, problem.unit]
            entries.setdefault(problem.unit, []).append(_step(event, known, unit, words))
    return entries


def _notice(inspection: PublicInspection, published: date, unit: PublicUnit, words: Words) -> Entry:
    round_ = words.round_name(inspection.round)
    return Entry(
        day=published,
        name=f"notices/{inspection.round.lower()}-{unit.id}/{published}",
        title=f"{unit.name}：公开整改情况",
        summary=f"{words.day(published)}，{round_}巡察的整改情况向社会公开。",
        page=f"notices/{inspection.round.lower()}-{unit.id}/index.html",
    )


def _taken_back(view: PublicView) -> Iterator[tuple[str, str, PublicRetraction]]:
    """Yield round, unit and retraction of every notice that was taken back, whether or not another followed."""
    for left in view.retracted:
        yield from ((left.round, left.unit, one) for one in left.retractions)
    for notice in view.notices:
        yield from ((notice.round, notice.unit, one) for one in notice.earlier)


def _retraction(round_: str, unit: PublicUnit, one: PublicRetraction, words: Words) -> Entry:
    named, page = words.round_name(round_), f"notices/{round_.lower()}-{unit.id}"
    told = f"{words.day(one.retracted)}，{words.body(one.by)}撤回{words.day(one.published)}公开的{named}巡察整改情况"
    return Entry(
        day=one.retracted,
        name=f"{page}/{one.published}/retracted",
        title=f"{unit.name}：撤回整改情况",
        summary=f"{told}。理由：{one.reason}",
        page=f"{page}/index.html",
    )


def _step(event: Event, published: date, unit: PublicUnit, words: Words) -> Entry:
    problem = event.problem
    action, body = words.code(event.action, "item_action"), words.body(event.by)
    how = f"（{words.code(event.how, 'how')}）" if event.how else ""
    steps = "/".join((event.month, event.action, event.by, event.how or "none"))
    return Entry(
        day=max(published, date.fromisoformat(f"{event.month}-01")),
        name=f"problems/{problem.address}/{steps}",
        title=f"{unit.name}：{action}“{problem.title}”",
        summary=f"{words.month(event.month)}，{body}{action}{how}。",
        page=f"problems/{problem.address}/index.html",
    )


def _written(feed: _Feed, view: PublicView, root: str) -> bytes:
    top = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    add = _adder(top)
    add("id", tag(root, feed.path))
    add("title", feed.title)
    add("updated", _moment(max((entry.day for entry in feed.entries), default=feed.since)))
    add("link", rel="self", type="application/atom+xml", href=under(root, feed.path))
    add("link", rel="alternate", type="text/html", href=under(root, feed.page))
    _adder(add("author"))("name", view.district.office)
    if view.district.licence:
        add("rights", view.district.licence)
    _add_entries(top, feed.entries, root)
    ElementTree.indent(top)
    text = ElementTree.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entries(top: ElementTree.Element, entries: Iterable[Entry], root: str) -> None:
    for entry in entries:
        add = _adder(ElementTree.SubElement(top, "entry"))
        add("id", tag(root, entry.name))
        add("title", entry.title)
        add("updated", _moment(entry.day))
        add("link", rel="alternate", type="text/html", href=under(root, entry.page))
        add("summary", entry.summary)


def _adder(parent: ElementTree.Element) -> Callable[..., ElementTree.Element]:
    """Return what adds an element below another: its name, its text, its attributes."""

    def add(name: str, text: str = "", **attributes: str) -> ElementTree.Element:
        made = ElementTree.SubElement(parent, name, attributes)
        if text:
            made.text = text if text.isprintable() else "".join(one if one.isprintable() else " " for one in text)
        return made

    return add


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"
