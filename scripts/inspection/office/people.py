"""The register of people: who is in which pool, who is seconded, posted or recused, and how often each has served.

People are pseudonyms; no name is in the ledger.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from inspection.derive.pool import Service, by_person, pool_on, services
from inspection.derive.visited import opened
from inspection.labels import Wording
from inspection.model.units import Person, PersonEntry
from inspection.office.books import Books, own
from inspection.office.cells import LATE, NONE, OK, OPEN, Cell, Ref, State, Table, several
from inspection.office.figure_rows import figure_table
from inspection.office.page import Page
from inspection.office.printing import Printer, row_addresses
from inspection.office.registers import Register, pages
from inspection.workdays import Due

FOLDER = "registers/people"
TITLE = Wording("人员登记", "Register of people")


def talent_pool(books: Books) -> Table:
    """Return everybody in the ledger by pseudonym: the pool they are in on the day, and how they served."""
    served = _served(books)
    rows = tuple(_person(books, one, served.get(one.id, ())) for one in books.ledger.people.values())
    columns = (
        own("person", "代号", "Pseudonym"),
        own("pool", "所在库", "Pool"),
        *(books.head("person", key) for key in ("system", "specialty", "home")),
        own("rounds", "参巡轮次", "Rounds served", number=True),
        own("latest", "最近参巡", "Latest round"),
        own("role", "最近角色", "Latest role"),
        own("appraisal", "最近考核", "Latest appraisal"),
        own("left", "出库", "Left"),
    )
    note = Wording("入库、出库和参巡以当日为准。", "Pools and service as they are on the day.")
    return Table("pool", Wording("人才库", "Talent pool"), columns, rows, note, anchored=True)


def _person(books: Books, person: Person, served: Sequence[Service]) -> tuple[Cell, ...]:
    entered = [one for one in served if one.round.onsite.from_ <= books.as_of]
    last = max(entered, key=lambda one: (one.round.onsite.from_, one.round.id), default=None)
    pool = pool_on(books.ledger, person, served, books.as_of)
    away = _latest(books, person, "leave")
    rejoined = away is not None and any(one.action == "admit" and one.date > away.date for one in _log(books, person))
    left = away if away is not None and not rejoined else None
    return (
        Ref("person", person.id),
        books.code("pool", pool) if pool is not None else State(NONE, Wording("不在库", "in no pool")),
        books.code("system", person.system),
        person.specialty,
        books.unit(person.home),
        len({one.round.id for one in entered}),
        Ref("round", last.round.id) if last is not None else None,
        books.code("member_role", last.member.role) if last is not None else None,
        books.code("appraisal", last.member.appraisal) if last is not None else None,
        several([left.date, books.code("leave_reason", left.reason)]) if left is not None else None,
    )


def secondments(books: Books) -> Table:
    """Return the latest secondment of everybody who was seconded, the latest first: rounds promised and served."""
    served, rows = _served(books), list[tuple[date, tuple[Cell, ...]]]()
    for person in books.ledger.people.values():
        entry = _latest(books, person, "second")
        if entry is None:
            continue
        since = {
            one.round.id: one.round
            for one in served.get(person.id, ())
            if one.round.onsite.to >= entry.date and one.round.onsite.from_ <= books.as_of
        }
        asked = entry.rounds or 0
        done = sum(round_.onsite.to < books.as_of for round_ in since.values())
        words = Wording(f"已满 {done}/{asked} 轮", f"{done}/{asked} rounds served")
        state = (
            State(OK, words) if done >= asked else State(OPEN, Wording(f"{done}/{asked} 轮", f"{done}/{asked} rounds"))
        )
        rounds = several([Ref("round", id_) for id_ in since])
        rows.append((entry.date, (Ref("person", person.id), books.unit(person.home), entry.date, asked, rounds, state)))
    columns = (
        own("person", "代号", "Pseudonym"),
        books.head("person", "home"),
        own("seconded", "抽调日期", "Seconded on"),
        own("asked", "抽调轮数", "Rounds", number=True),
        own("served", "抽调后参巡", "Rounds since"),
        own("state", "进度", "Progress"),
    )
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True))
    return Table("secondments", Wording("抽调", "Secondments"), columns, ordered)


def attachments(books: Books) -> Table:
    """Return the postings begun by the day, those under way first; `people.attached` counts these."""
    rows: list[tuple[bool, date, tuple[Cell, ...]]] = []
    attached = frozenset(books.ids("people.attached"))
    for person in books.ledger.people.values():
        for entry in _log(books, person):
            if entry.action != "attach":
                continue
            under_way = person.id in attached and (entry.until is None or books.as_of <= entry.until)
            state = State(OPEN, Wording("在挂职", "under way")) if under_way else State(OK, Wording("已结束", "over"))
            until = books.clock(Due(entry.until)) if under_way and entry.until is not None else entry.until
            to = books.body(entry.to) if entry.to is not None else None
            row: tuple[Cell, ...] = Ref("person", person.id), books.unit(person.home), to, entry.date, until, state
            rows.append((not under_way, entry.date, row))
    columns = (
        own("person", "代号", "Pseudonym"), books.head("person", "home"), own("to", "挂职去向", "Posted to"),
        own("from", "开始", "From"), own("until", "至", "Until"), own("state", "状态", "State"),
    )  # fmt: skip
    ordered = tuple(row for *_, row in sorted(rows, key=lambda one: one[:2]))
    return Table("attachments", Wording("挂职", "Postings"), columns, ordered)


def recusals(books: Books) -> Table:
    """Return who is recused, or has declared nothing, in the rounds of the term that were announced or entered."""
    rows: list[tuple[Cell, ...]] = []
    for round_ in sorted(books.scope.rounds, key=opened, reverse=True):
        if min(opened(round_), round_.onsite.from_) > books.as_of:
            continue
        for group in round_.groups:
            for member in group.members:
                one = member.recusal
                ways = [way for way in _WAYS if one is not None and getattr(one, way) == "recused"]
                if one is not None and not ways and not one.from_units:
                    continue
                kinds = several([books.labels.field("round", f"groups.members.recusal.{way}").label for way in ways])
                clash = [unit for unit in (one.from_units if one is not None else ()) if unit in group.units]
                rows.append(
                    (
                        Ref("person", member.person), Ref("round", round_.id), group.id,
                        books.code("member_role", member.role),
                        one.declared if one is not None else State(LATE, Wording("没有申报", "not declared")), kinds,
                        several([books.unit(unit) for unit in (one.from_units if one is not None else ())]),
                        State(LATE, Wording("与所在组冲突", "in that group")) if clash else None,
                    )
                )  # fmt: skip
    columns = (
        own("person", "代号", "Pseudonym"),
        own("round", "轮次", "Round"),
        own("group", "组", "Group"),
        books.head("round", "groups.members.role"),
        books.head("round", "groups.members.recusal.declared"),
        own("ways", "回避情形", "Recused for"),
        books.head("round", "groups.members.recusal.from_units"),
        own("clash", "冲突", "Conflict"),
    )
    note = Wording("申报后无需回避的不列。", "Those who declared that nothing binds them are left out.")
    return Table("recusals", Wording("回避", "Recusals"), columns, tuple(rows), note)


def people_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the register of people as pages."""
    lists = (secondments(books), attachments(books), recusals(books), talent_pool(books))
    tables = (figure_table(books, "people"), *lists)
    return pages(Register(FOLDER, TITLE, tables), printer)


def person_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield where each stands in the register."""
    return row_addresses(FOLDER, talent_pool(books))


_WAYS = ("post", "region", "duty")


def _served(books: Books) -> dict[str, list[Service]]:
    return by_person(services(books.ledger.rounds.values()))


def _log(books: Books, person: Person) -> list[PersonEntry]:
    """Return what had happened by the day, in the order of the days."""
    return sorted((entry for entry in person.log if entry.date <= books.as_of), key=lambda entry: entry.date)


def _latest(books: Books, person: Person, action: str) -> PersonEntry | None:
    return next((entry for entry in reversed(_log(books, person)) if entry.action == action), None)
