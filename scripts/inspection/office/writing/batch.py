"""Many acts at once: each drafted and checked as a move, all of them judged together, and nothing kept by halves."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from inspection.derive.digest import society_digest
from inspection.derive.lives import Lives
from inspection.errors import UsageError
from inspection.finding import Finding, Severity, Words
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.model.matters import Letter
from inspection.model.problems import Problem
from inspection.office.writing.acts import Act, Drafted, Fact, drafted
from inspection.office.writing.bench import NOTHING, Bench, RefusedError, RefusedMoveError
from inspection.office.writing.legal import not_now, refused_letter, refused_move
from inspection.office.writing.log_actions import ITEM_LOG
from inspection.office.writing.spoken import finding_spoken
from inspection.office.writing.targets import Target, target_of
from inspection.read.schema import Schemas
from inspection.rules.framework import Context
from inspection.rules.judge import judge
from inspection.rules.parts import Memory

_MOVES = frozenset(action.name for action in ITEM_LOG)


class Done(NamedTuple):
    """An act that was written.

    Attributes:
        act: Its place among the acts, from 0.
        target: What it was of; of a new record with the id it was given.
        pointer: Where it stands in the record.
    """

    act: int
    target: Target
    pointer: str


class Refused(NamedTuple):
    """An act that was not written.

    Attributes:
        act: Its place among the acts, from 0.
        said: Why.
        mend: What would be right, as far as that is known: for a move the legal ones.
        move: Whether it is a move that is not legal now.
    """

    act: int
    said: Words
    mend: Words
    move: bool = False


class Written(NamedTuple):
    """What a batch came to. While `ok` is false nothing of it may be written to disk.

    Attributes:
        files: The new bytes of each changed file, by its path below the ledger folder.
        old: What they were made from, empty for a new file; whoever writes checks that it still stands there.
        done: The acts that were written, in their order.
        refused: The acts that were not.
        errors: Errors of the rules the ledger did not have before.
        warnings: Warnings and notes it did not have before; they are told and written all the same.
        ledger: The ledger as it would be.
    """

    files: Mapping[str, bytes]
    old: Mapping[str, bytes]
    done: tuple[Done, ...]
    refused: tuple[Refused, ...]
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    ledger: Ledger

    @property
    def ok(self) -> bool:
        """Whether all of it may be written."""
        return not self.refused and not self.errors


class Before(NamedTuple):
    """What a batch is written into.

    Attributes:
        context: The ledger as it stands, the day, and the `contents` of its files where a memory is to be used.
        schemas: What a record must be like.
        read: Gives the bytes of a file by its path, empty when it is not there.
        memory: What the rules saw before, so that only what changes is judged; see `rules.judge`.
        found: What the rules find in the ledger as it stands, where it is known already.
    """

    context: Context
    schemas: Schemas
    read: Callable[[str], bytes]
    memory: Memory | None = None
    found: Sequence[Finding] | None = None


def write(before: Before, acts: Iterable[Act], *, moves: bool = True, judged: bool = True) -> Written:
    """Return what the files of a ledger become when some acts are written into them. Opens nothing, writes nothing.

    An act that is refused leaves the others alone, so that an import can tell every row it cannot take. The rules are
    asked once, of the whole batch.

    Args:
        before: What it is written into.
        acts: In their order; a later one may be of a record an earlier one made.
        moves: Whether each entry of an item's or a letter's log must be a legal move when it is written.
        judged: Whether the rules are asked; without them only form and moves are checked.

    Raises:
        InspectionError: The program cannot do its work; what is wrong with an act is in `refused`.
    """
    context = before.context
    bench = Bench(context.head, before.schemas, before.read)
    there = _paths(context)
    done: list[Done] = []
    refused: list[Refused] = []
    for place, act in enumerate(acts):
        try:
            made = _made(bench, act, there, context.today, moves=moves)
        except RefusedError as error:
            refused.append(Refused(place, error.said, error.mend, isinstance(error, RefusedMoveError)))
        except UsageError as error:
            refused.append(Refused(place, Words(error.zh, error.en), NOTHING))
        else:
            bench.keep(made.target.path, made.state)
            there.setdefault(made.target.path)
            done.append(Done(place, made.target, made.pointer))
    errors, warnings = _judged(before, bench) if judged and bench.states else ((), ())
    files = {path: state.text.encode() for path, state in bench.states.items()}
    old = {path: bench.old[path] for path in files}
    return Written(files, old, tuple(done), tuple(refused), errors, warnings, bench.ledger)


def _made(bench: Bench, act: Act, there: Collection[str], today: date, *, moves: bool) -> Drafted:
    try:
        made = drafted(bench, _with_digest(bench, act, today), there, today)
    except RefusedError:
        anyway = _not_now(bench, act, there, today) if moves else None
        if anyway is not None:
            raise RefusedMoveError(*anyway) from None
        raise
    if moves and isinstance(act, Fact):
        _legal(bench.around, made, today)
    return made


def _paths(context: Context) -> dict[str, None]:
    held = context.contents or (record.path for record in context.head.records())
    return dict.fromkeys([*held, *context.broken])


def _legal(ledger: Ledger, made: Drafted, today: date) -> None:
    record, target = made.state.record, made.target
    parts = made.pointer.split("/")
    refusal: tuple[Words, Words] | None = None
    if target.kind == "item" and isinstance(record, Problem) and parts[3:4] == ["log"]:
        refusal = refused_move(ledger, today, record, record.items[int(parts[2])])
    elif isinstance(record, Letter) and parts[1:2] == ["log"]:
        refusal = refused_letter(record, today)
    if refusal is not None:
        raise RefusedMoveError(*refusal)


def _not_now(bench: Bench, act: Act, there: Collection[str], today: date) -> tuple[Words, Words] | None:
    """Return why a move that was not written could not be made anyway, whatever it lacked."""
    target = target_of(act.target, there) if isinstance(act, Fact) else None
    if not isinstance(act, Fact) or target is None or target.kind != "item" or act.action not in _MOVES:
        return None
    problem = bench.ledger.problems.get(target.name.rpartition("/")[0])
    item = next((one for one in problem.items if one.id == target.item), None) if problem is not None else None
    if problem is None or item is None:
        return None
    return not_now(Context(bench.ledger, today), problem, item, act.action)


def _with_digest(bench: Bench, act: Act, today: date) -> Act:
    """Return an approval for society with the digest of the texts as they stand, where it has none."""
    if not isinstance(act, Fact) or act.action not in ("approve", "批准向社会公开") or "digest" in act.fields:
        return act
    round_, _, unit = act.target.removesuffix(".yaml").removeprefix("ledger/").removeprefix("rounds/").partition("/")
    ledger = bench.ledger
    lives = Lives(ledger, today)
    mine = [one for one in ledger.problems.values() if (one.round, one.unit) == (round_, unit)]
    digest = society_digest(mine, {one.id: lives.withdrawn(one) for one in mine})
    return act._replace(fields={**act.fields, "digest": digest})


def _judged(before: Before, bench: Bench) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    context = before.context
    found = before.found if before.found is not None else judge(context, memory=before.memory)
    after = Context(
        bench.ledger,
        context.today,
        base=context.head,
        broken=context.broken,
        named=context.named,
        contents={**context.contents, **bench.contents()} if context.contents else {},
    )
    known = Counter((one.code, one.path, one.pointer) for one in found)
    fresh = []
    for one in judge(after, memory=before.memory):
        key = (one.code, one.path, one.pointer)
        if known[key]:
            known[key] -= 1
        else:
            fresh.append(_spoken(one, before.schemas))
    errors = tuple(one for one in fresh if one.severity is Severity.ERROR)
    return errors, tuple(one for one in fresh if one.severity is not Severity.ERROR)


def _spoken(finding: Finding, schemas: Schemas) -> Finding:
    place = kind_at(finding.path)
    return finding if place is None else finding_spoken(finding, schemas.of(place[0].name), place[0].name)
