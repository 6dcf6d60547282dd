"""The register of visits: whether results were sent on, what was found not to be in order, what is still to be seen."""

from collections.abc import Iterator, Sequence

from inspection.derive.clocks import deadline
from inspection.derive.figures.leaves import ids_behind
from inspection.derive.looks import Look, bad_looks
from inspection.derive.resampling import Resample, resamples
from inspection.derive.results import unsent
from inspection.derive.status import Status
from inspection.labels import Wording
from inspection.model.matters import Visit
from inspection.model.record import Body
from inspection.office.books import Books, own
from inspection.office.cells import LATE, OK, OPEN, Cell, Ref, State, Table, same, several
from inspection.office.figure_rows import count_of, figure_table
from inspection.office.page import Page
from inspection.office.printing import Printer, row_addresses
from inspection.office.registers import Register, pages

FOLDER = "registers/visits"
TITLE = Wording("督查回访登记", "Register of visits")


def visits_by_kind(books: Books) -> Table:
    """Return how many visits of each kind ended in the term, and how many distinct units they went to."""
    units = books.split("visits.units_by_kind")
    rows: list[tuple[Cell, ...]] = [
        (books.code("visit_kind", kind), len(ids_behind(leaf)), len(ids_behind(units.get(kind))))
        for kind, leaf in books.split("visits.by_kind").items()
    ]
    if rows:
        rows.append((Wording("合计", "Total"), count_of(books, "visits.total"), None))
    columns = (
        books.head("visit", "kind"),
        own("visits", "次数", "Visits", number=True),
        own("units", "到访单位", "Units", number=True),
    )
    note = Wording("本届已结束的；到访单位不重复计。", "Ended in the term; each unit once in a kind.")
    return Table("kinds", Wording("按督查种类", "By kind"), columns, tuple(rows), note, wide=True)


def visit_register(books: Books) -> Table:
    """Return every visit that has ended, the latest first, with whom its result was sent to and by when."""
    ended = [visit for visit in books.ledger.visits.values() if visit.to <= books.as_of]
    rows = tuple(_entry(books, visit) for visit in sorted(ended, key=lambda one: (one.to, one.id), reverse=True))
    columns = (
        own("visit", "编号", "Id"),
        books.head("visit", "kind"),
        own("days", "日期", "Days"),
        *(books.head("visit", key) for key in ("units", "rounds", "team", "by")),
        own("checked", "核查事项", "Items seen", number=True),
        own("drawn", "抽签抽中", "Drawn by lot", number=True),
        own("bad", "不属实", "Not in order", number=True),
        own("sent", "结果反馈和抄告", "Result sent to"),
        own("due", "反馈期限", "To be sent by"),
    )
    return Table("visits", Wording("全部督查", "All visits"), columns, rows, anchored=True)


def _entry(books: Books, visit: Visit) -> tuple[Cell, ...]:
    left = unsent(books.ledger, visit, books.as_of)
    due = books.clock(deadline(books.ledger, books.calendar, "visit_result", visit.to))
    return (
        Ref("visit", visit.id),
        books.code("visit_kind", visit.kind),
        same(f"{visit.from_} – {visit.to}"),
        several([books.unit(unit) for unit in visit.units]),
        several([Ref("round", round_) for round_ in visit.rounds]),
        visit.team,
        several([books.body(body) for body in visit.by]),
        len(visit.checked),
        len(visit.sample.drawn) if visit.sample is not None else None,
        sum(one.result != "ok" for one in visit.checked),
        _sent(books, left, late=due.left < 0),
        due if left else due.due,
    )


def _sent(books: Books, left: Sequence[Body], *, late: bool) -> State:
    if not left:
        return State(OK, Wording("已全部发出", "sent to all"))
    missing = [books.labels.code("role", body) for body in left]
    zh, en = "、".join(one.zh for one in missing), ", ".join(one.en for one in missing)
    return State(LATE if late else OPEN, Wording(f"未发：{zh}", f"not sent to: {en}"))


def not_in_order(books: Books, result: str | None = None) -> Table:
    """Return the items visits found not to be in order, the latest first, and whether they were reopened in time.

    Args:
        books: Holds the visits.
        result: Only looks with this result.
    """
    found = [one for one in bad_looks(books.lives, books.calendar) if result in (None, one.checked.result)]
    looks = sorted(found, key=lambda one: (one.visit.to, one.visit.id), reverse=True)
    columns = (
        own("item", "整改事项", "Item"),
        own("unit", "单位", "Unit"),
        own("visit", "督查", "Visit"),
        own("ended", "督查结束", "Ended"),
        books.head("visit", "checked.result"),
        own("lot", "抽签抽中", "Drawn by lot"),
        own("then", "督查时状态", "Status then"),
        own("now", "目前状态", "Status now"),
        own("reopened", "重新整改", "Reopened"),
        books.head("visit", "checked.note"),
    )
    rows = tuple(_look(books, one) for one in looks)
    note = Wording(
        "督查时已销号的事项，应在期限内重新整改；未销号的继续按原期限整改。",
        "An item that stood closed is to be reopened within the period; one that did not goes on as it was.",
    )
    return Table("bad", Wording("查实不属实的事项", "Items not in order"), columns, rows, note)


def _look(books: Books, look: Look) -> tuple[Cell, ...]:
    now = books.lives.of(look.problem, look.item).status
    reopened: Cell = look.reopened
    if look.reopened is None and look.then.status is Status.CLOSED:
        reopened = books.clock(look.due) if now is Status.CLOSED else None
    drawn = look.visit.sample is not None and look.checked.item in look.visit.sample.drawn
    return (
        Ref("item", look.checked.item),
        books.unit(look.problem.unit),
        Ref("visit", look.visit.id),
        look.visit.to,
        State(LATE, books.labels.code("check_result", look.checked.result)),
        Wording("是", "yes") if drawn else None,
        books.code("status", look.then.status),
        books.code("status", now),
        reopened,
        look.checked.note,
    )


def looked_at_again(books: Books) -> Table:
    """Return, for every round that has ended, how many of its closed items were looked at again."""
    ended = sorted(resamples(books.lives, books.calendar), key=lambda one: one.round.onsite.to, reverse=True)
    columns = (
        own("round", "轮次", "Round"),
        own("ended", "驻点结束", "Ended"),
        own("closed", "已销号事项", "Closed items", number=True),
        own("checked", "已抽查", "Seen again", number=True),
        own("share", "要求比例", "Share asked for", number=True),
        own("state", "状态", "State"),
        own("due", "期限", "Due"),
    )
    note = Wording(
        "数到期限当天，期限未到的数到今天。", "Counted on the last day of the period, or today while it runs."
    )
    rows = tuple(_again(books, one) for one in ended)
    return Table("again", Wording("销号事项抽查（按轮次）", "Closed items seen again, by round"), columns, rows, note)


def _again(books: Books, one: Resample) -> tuple[Cell, ...]:
    enough, due = one.checked >= one.share * one.closed, books.clock(one.due)
    over = due.left < 0
    state = State(OK, Wording("达到", "enough")) if enough else State(OPEN, Wording("尚不够", "not enough yet"))
    if over and not enough:
        state = State(LATE, Wording("不足", "too few"))
    share = same(f"{(one.share * 100).normalize():f}%")
    shown: Cell = due.due if enough or over else due
    return Ref("round", one.round.id), one.round.onsite.to, one.closed, one.checked, share, state, shown


def visit_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the register of visits as pages."""
    tables = (
        visits_by_kind(books),
        figure_table(books, "visits.teams", "visits.checked", "visits.results", "false_closure_rate"),
        not_in_order(books),
        looked_at_again(books),
        visit_register(books),
    )
    return pages(Register(FOLDER, TITLE, tables), printer)


def visit_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield where each stands in the register."""
    return row_addresses(FOLDER, visit_register(books))
