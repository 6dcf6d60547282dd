"""The demonstration ledger as something to write into, loaded and judged once."""

from functools import cache
from pathlib import Path

from inspection.finding import Finding
from inspection.office.writing import Act, Before, Written, write
from inspection.read.loader import Loaded, load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree
from inspection.rules.framework import Context
from inspection.rules.judge import judge

HOME = Path(__file__).resolve().parents[2]
LEDGER = HOME / "ledger"


class Remembered:
    """A memory of what the rules saw, as the cache is one on disk."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def recall(self, key: str) -> bytes | None:
        return self._kept.get(key)

    def keep(self, key: str, seen: bytes) -> None:
        self._kept[key] = seen


@cache
def schemas() -> Schemas:
    return Schemas.in_folder(HOME / "schemas")


@cache
def _loaded() -> Loaded:
    from inspection.read.cache import Cache

    return load(WorkingTree(LEDGER), schemas(), Cache(HOME / ".cache" / "writing-tests", schemas().digest))


@cache
def _found() -> tuple[list[Finding], Remembered]:
    memory = Remembered()
    return judge(context(), memory=memory), memory


@cache
def context() -> Context:
    loaded = _loaded()
    district = loaded.ledger.district
    assert district is not None
    assert district.demonstration is not None
    return Context(loaded.ledger, district.demonstration.today, contents=loaded.contents)


def before() -> Before:
    found, memory = _found()
    return Before(context(), schemas(), WorkingTree(LEDGER).read, memory, found)


def written(*acts: Act, **how: bool) -> Written:
    return write(before(), acts, **how)


def added(result: Written, path: str) -> str:
    """What was put into a file, given that nothing else was done to it."""
    old, new = result.old[path].decode(), result.files[path].decode()
    start = next((place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    end = len(old) - start
    assert old == new[:start] + (new[-end:] if end else "")
    return new[start : len(new) - end]


def item_that_is(status: str, kind: str = "phased") -> str:
    """The first item of the demonstration that stands somewhere."""
    return next(
        f"{problem.id}/{item.id}"
        for problem, _, item in context().head.items()
        if context().lives.of(problem, item).status == status and item.kind == kind
    )
