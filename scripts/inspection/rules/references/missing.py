"""REF01: a record names another that is not there."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import get_args

from inspection.derive.bodies import BODIES, called
from inspection.finding import Severity, Words
from inspection.model.inspections import Inspection
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.model.record import Record, RoleWord
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.rules.references.links import Naming, taking_over, unknown

NAMES = {
    "unit": Words("单位", "unit"),
    "body": Words("主体", "body"),
    "paper": Words("文件", "paper"),
    "checklist": Words("清单", "checklist"),
    "checklist_item": Words("清单条目", "checklist item"),
    "person": Words("人员", "person"),
    "round": Words("巡察轮次", "round"),
    "inspection": Words("巡察记录", "inspection"),
    "problem": Words("问题", "problem"),
    "item": Words("整改事项", "item"),
    "common": Words("共性问题", "common problem"),
    "letter": Words("函件", "letter"),
    "visit": Words("督查记录", "visit"),
    "evidence": Words("佐证材料", "piece of evidence"),
}
GUESSED = frozenset({"unit", "body", "paper", "checklist", "checklist_item"})
"""Kinds whose ids are words, so that a near one may be the one that was meant."""


def _of_inspections(context: Context) -> Iterator[Sighting]:
    """Yield what inspections and problems name besides other problems and one another."""
    known = known_ids(context.head, context.broken) | {"problem": _Anything()}
    head = context.head
    yield from _unknown(head, (*head.inspections.values(), *head.problems.values()), known)
    for problem in context.head.problems.values():
        yield from _receipts(problem)


@rule("REF01", Severity.ERROR, also=((Sight.INSPECTION, _of_inspections),))
def named_record_missing(context: Context) -> Iterator[Sighting]:
    """A record names a unit, body, paper, round, problem or other record that is not in the ledger.

    Why: what hangs on nothing is counted nowhere, and nobody can follow the matter from one record to the next.

    Instead: correct the id, or add the record it names.

    记录里写的单位、主体、文件、轮次、问题等，台账里没有。

    为什么：对不上号的记录统计不进去，也没法顺着一份记录查到另一份。

    怎么改：改正编号，或者补上缺少的那份记录。
    """
    head = context.head
    known = known_ids(head, context.broken)
    yield from _unknown(head, (one for one in head.records() if not isinstance(one, Inspection | Problem)), known)
    yield from _homeless(head, known)
    yield from _extended(head, known)
    for problem in head.problems.values():
        if problem.follows is not None and problem.follows not in known["problem"]:
            yield _sighting(head, problem, Naming("problem", problem.follows, "/follows"), known)
    for problem, place, item in context.handed_on:
        yield from (_sighting(head, problem, naming, known) for naming in taking_over(place, item, known["problem"]))


def _unknown(ledger: Ledger, records: Iterable[Record], known: Mapping[str, frozenset[str]]) -> Iterator[Sighting]:
    for record in records:
        yield from (_sighting(ledger, record, naming, known) for naming in unknown(record, known))


def _sighting(ledger: Ledger, record: Record, naming: Naming, known: Mapping[str, frozenset[str]]) -> Sighting:
    zh, en = NAMES[naming.to]
    field = next(part for part in reversed(naming.pointer.split("/")) if not part.isdigit())
    return see(
        record,
        naming.pointer,
        zh=f"字段「{field}」：没有{zh}「{naming.id}」",
        en=f"`{field}`: there is no {en} {naming.id}",
        help=_guess(ledger, naming, known),
    )


def known_ids(ledger: Ledger, broken: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return the ids there are by kind; a file that could not be read is there all the same."""
    unread: dict[str, set[str]] = {}
    for path in broken:
        place = kind_at(path)
        if place is not None:
            home = f"{path.split('/')[1]}/" if place[0].name == "inspection" else ""
            unread.setdefault(place[0].name, set()).add(home + place[1])

    def those(kind: str, ids: Mapping[str, object]) -> frozenset[str]:
        return frozenset(ids) | unread.get(kind, set())

    units = those("unit", ledger.units)
    return {
        "unit": units,
        "body": units | set(get_args(RoleWord)),
        "paper": those("paper", ledger.papers),
        "checklist": those("checklist", ledger.checklists),
        "checklist_item": _Parts(_checklist_items(ledger), unread.get("checklist", set())),
        "person": those("person", ledger.people),
        "round": those("round", ledger.rounds),
        "inspection": those("inspection", {f"{round_}/{unit}": None for round_, unit in ledger.inspections}),
        "problem": those("problem", ledger.problems),
        "item": _Parts(_items(ledger), unread.get("problem", set())),
        "common": those("common", ledger.commons),
        "letter": those("letter", ledger.letters),
        "visit": those("visit", ledger.visits),
    }


class _Anything(frozenset[str]):
    """What another look has to know."""

    def __contains__(self, name: object) -> bool:
        return True


class _Parts(frozenset[str]):
    """Ids of parts (`<whole>/<part>`), and the wholes that could not be read, whose parts nobody knows."""

    unread: frozenset[str]

    def __new__(cls, ids: Iterator[str], unread: set[str]) -> "_Parts":
        made = super().__new__(cls, ids)
        made.unread = frozenset(unread)
        return made

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or str(name).rpartition("/")[0] in self.unread


def _checklist_items(ledger: Ledger) -> Iterator[str]:
    for checklist in ledger.checklists.values():
        yield from (f"{checklist.id}/{item.code}" for aspect in checklist.aspects for item in aspect.items)


def _items(ledger: Ledger) -> Iterator[str]:
    return (f"{problem.id}/{item.id}" for problem in ledger.problems.values() for item in problem.items)


def _guess(ledger: Ledger, naming: Naming, known: Mapping[str, frozenset[str]]) -> Words | None:
    if naming.to not in GUESSED:
        return None
    ends = naming.id[:1], naming.id[-1:]
    alike = sorted(name for name in known[naming.to] if name[:1] == ends[0] or name[-1:] == ends[1])
    near = get_close_matches(naming.id, alike, n=1)
    if not near:
        return None
    word = BODIES.get(near[0]) if naming.to == "body" else None
    if word is not None:
        return Words(f"是不是「{word}（{near[0]}）」？", f"did you mean {near[0]}?")
    guess = called(ledger, near[0])
    return Words(f"是不是{guess.zh}？", f"did you mean {guess.en}?")


def _homeless(ledger: Ledger, known: Mapping[str, frozenset[str]]) -> Iterator[Sighting]:
    """Yield the records whose own place names something that is not there."""
    for record, to, name in _homes(ledger):
        if name not in known[to]:
            zh, en, wanted = *NAMES[to], _FILES[to].format(name)
            message = Words(f"文件位置：没有{zh}「{name}」", f"the file's place: there is no {en} {name}")
            add = Words(f"补上 {wanted}，或移动这份文件", f"add {wanted}, or move it")
            yield Sighting(record.path, "", message, None, _guess(ledger, Naming(to, name, ""), known) or add)


def _homes(ledger: Ledger) -> Iterator[tuple[Record, str, str]]:
    """Yield what the places of records name: their folder a round or common problem, their file a unit."""
    for inspection in ledger.inspections.values():
        yield inspection, "round", inspection.round
        yield inspection, "unit", inspection.unit
    for check in ledger.self_checks.values():
        yield check, "common", check.common
        yield check, "unit", check.unit
    for problem in ledger.problems.values():
        yield problem, "round", problem.round


_FILES = {"round": "rounds/{0}/round.yaml", "unit": "units/{0}.yaml", "common": "common/{0}/common.yaml"}
"""Where the records lie that a record's own place names."""


def _extended(ledger: Ledger, known: Mapping[str, frozenset[str]]) -> Iterator[Sighting]:
    for inspection in ledger.inspections.values():
        origin = inspection.extended_from
        if origin is not None and f"{inspection.round}/{origin}" not in known["inspection"]:
            who = called(ledger, origin)
            yield see(
                inspection,
                "/extended_from",
                zh=f"字段「extended_from」：轮次 {inspection.round} 没有巡察{who.zh}",
                en=f"`extended_from`: round {inspection.round} has no inspection of {who.en}",
            )


def _receipts(problem: Problem) -> Iterator[Sighting]:
    for place, item in enumerate(problem.items):
        if item.outcome is None or not item.outcome.money:
            continue
        known = {evidence.id for evidence in item.evidence}
        for row, money in enumerate(item.outcome.money):
            if money.receipt is not None and money.receipt not in known:
                yield see(
                    problem,
                    f"/items/{place}/outcome/money/{row}/receipt",
                    zh=f"事项 {item.id}：佐证材料里没有「{money.receipt}」",
                    en=f"item {item.id}: there is no evidence {money.receipt}",
                )
