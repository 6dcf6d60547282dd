"""Wishes to acts of writing, and what came of them back to the cells they stood in."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from inspection.finding import Finding, Words
from inspection.labels import Wording
from inspection.model.ledger import Ledger
from inspection.office.spreadsheet.grid import Place, Refusal
from inspection.office.spreadsheet.wishes import NewEntry, NewItem, NewProblem, Set, Wish
from inspection.office.writing import Act, Before, Change, Done, Fact, New, Written, write
from inspection.office.writing.bench import NOTHING
from inspection.office.writing.spoken import uncoded

_AS_ABOVE = Words("可以办理的同上", "what may be done is as above")
"""In place of what was just told of another row: a unit that errs in one row errs in many."""
_TRIES = 6
"""How often what is refused is left out and the rest asked again."""


class Wanted(NamedTuple):
    """An act, and the wishes it fulfils."""

    act: Act
    wishes: tuple[Wish, ...]


class Settled(NamedTuple):
    """What may be written of what was wished.

    Attributes:
        written: What the files become; its `ok` holds.
        wanted: The acts that are in it.
        refusals: The cells whose wishes the ledger refuses.
    """

    written: Written
    wanted: tuple[Wanted, ...]
    refusals: tuple[Refusal, ...]


def settled(before: Before, wishes: Iterable[Wish]) -> Settled:
    """Return what may be written of some wishes: what is refused is told, and left out.

    Args:
        before: What is written into.
        wishes: What was read out of a workbook.
    """
    wanted = wanted_of(wishes, before.context.head)
    refusals: list[Refusal] = []
    for _ in range(_TRIES):
        written = write(before, [one.act for one in wanted])
        if written.ok:
            return Settled(written, tuple(wanted), tuple(refusals))
        wrong = dict(_refused(written, wanted))
        refusals += [
            Refusal(_cell(wish, pointer), words) for at, (words, pointer) in wrong.items() for wish in wanted[at].wishes
        ]
        wanted = [one for at, one in enumerate(wanted) if at not in wrong]
    left = Wording("与同批读入的其他内容有矛盾", "it contradicts something else that was read")
    refusals += [Refusal(wish.place, left) for one in wanted for wish in one.wishes]
    return Settled(write(before, []), (), tuple(refusals))


def wanted_of(wishes: Iterable[Wish], ledger: Ledger) -> list[Wanted]:
    """Return acts for wishes; fields of a part that is not there yet are one act together."""
    made: dict[object, Wanted] = {}
    for place, wish in enumerate(wishes):
        if isinstance(wish, Set):
            above, _, last = wish.field.rpartition(".")
            if above and _absent(wish, above, ledger):
                key = (wish.reference, above)
                known = made.get(key)
                held = known.act.value if known is not None and isinstance(known.act, Change) else {}
                act: Act = Change(wish.reference, f"/{above}", {**held, last: wish.value})
                made[key] = Wanted(act, (*(known.wishes if known is not None else ()), wish))
                continue
        made[place] = Wanted(_act(wish), (wish,))
    return list(made.values())


def _act(wish: Wish) -> Act:
    match wish:
        case Set():
            return Change(wish.reference, f"/{wish.field.replace('.', '/')}", wish.value)
        case NewEntry():
            fields = {key: value for key, value in wish.entry.items() if key != "action"}
            return Fact(wish.reference, str(wish.entry["action"]), fields)
        case NewItem():
            return Fact(wish.reference, "item", wish.fields)
        case NewProblem():
            return New("problem", wish.fields, home=wish.round)


def _absent(wish: Set, above: str, ledger: Ledger) -> bool:
    problem = ledger.problems[wish.reference.partition("/")[0]]
    holder: Any = problem if wish.item is None else problem.items[wish.item]
    return getattr(holder, above, None) is None


def _cell(wish: Wish, pointer: str) -> Place:
    """Return the cell what is refused stands in, the whole row where it is no single one."""
    return wish.place if isinstance(wish, Set) else wish.cells.get(pointer.rpartition("/")[2], wish.place)


def _refused(written: Written, wanted: list[Wanted]) -> Iterable[tuple[int, tuple[Wording, str]]]:
    """Yield the acts that are not written, each with the reason and a pointer to what it is about, where one is known.

    Codes are left out of the reasons: nobody types them into a sheet.
    """
    told: set[Words] = set()
    for one in written.refused:
        mend = _AS_ABOVE if one.mend.zh and one.mend in told else one.mend
        told.add(one.mend)
        yield one.act, (_together(one.said, mend), "")
    for finding in written.errors:
        said = _together(finding.message, finding.help)
        words = Wording(f"{said.zh}（{finding.code}）", f"{said.en} ({finding.code})")
        for done in _behind(finding, written.done):
            yield done.act, (words, finding.pointer)
    if not written.refused and not any(_behind(finding, written.done) for finding in written.errors):
        first = written.errors[0]
        yield from ((at, (_together(first.message, NOTHING), "")) for at in range(len(wanted)))


def _behind(finding: Finding, done: Iterable[Done]) -> list[Done]:
    """Return the acts a finding is about: those at its place, else all of its record."""
    there = [one for one in done if one.target.path == finding.path]
    near = [one for one in there if _touch(finding.pointer, one.pointer)]
    return near or there


def _touch(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or (bool(one) and f"{other}/".startswith(f"{one}/"))


def _together(said: Words, mend: Words) -> Wording:
    zh, mend_zh = uncoded(said.zh), uncoded(mend.zh).rstrip("。")
    return Wording(f"{zh}；{mend_zh}" if mend_zh else zh, f"{said.en}; {mend.en}" if mend.en else said.en)
