"""Records as they stand while a batch is written: their text, plain data and typed record always agree."""

import copy
from collections.abc import Callable, Sequence
from typing import Any

from inspection.errors import InspectionError
from inspection.finding import Words
from inspection.model.kinds import Kind, kind_at
from inspection.model.ledger import Ledger
from inspection.model.record import Record
from inspection.office.writing.splice import CannotSpliceError, Edit, applied, spliced
from inspection.office.writing.spoken import spoken
from inspection.read.convert import converted
from inspection.read.fault import Fault
from inspection.read.files import content_id
from inspection.read.loader import with_records
from inspection.read.parsing import parse
from inspection.read.reading import checked
from inspection.read.schema import Schemas

Json = dict[str, Any]


NOTHING = Words("", "")


class RefusedError(InspectionError):
    """What is not written, and why."""

    def __init__(self, said: Words, mend: Words = NOTHING) -> None:
        """Keep the reason and what would be right."""
        super().__init__(said.zh, said.en)
        self.said = said
        self.mend = mend


class RefusedMoveError(RefusedError):
    """A move that the life of an item or a letter does not know now; `mend` says which it knows."""


class State:
    """One file as it stands: its text, its plain data as written, and the record they make."""

    __slots__ = ("data", "record", "text")

    def __init__(self, text: str, data: Json, record: Record) -> None:
        """Keep the three."""
        self.text = text
        self.data = data
        self.record = record


class Bench:
    """What is being written, and the ledger as it would then be.

    Attributes:
        old: The bytes of each file touched, as they were read; empty for a new one.
        states: The files that were changed, as they stand.
        numbers: The last numbers given; see `numbers.next_id`.

    Args:
        ledger: As it was read.
        schemas: What a record must be like.
        read: Gives the bytes of a file by its path, empty when it is not there.
    """

    def __init__(self, ledger: Ledger, schemas: Schemas, read: Callable[[str], bytes]) -> None:
        """Begin with nothing changed."""
        self.schemas = schemas
        self.old: dict[str, bytes] = {}
        self.states: dict[str, State] = {}
        self.numbers: dict[str, int] = {}
        self._read = read
        self._ledger = ledger
        self._stale: set[str] = set()
        self._opened: dict[str, tuple[str, Json]] = {}

    @property
    def ledger(self) -> Ledger:
        """The ledger as it stands now."""
        return self._built(self._stale)

    @property
    def around(self) -> Ledger:
        """The same for who looks at one problem and has it in hand: other problems may not have their last changes."""
        return self._built({path for path in self._stale if not path.startswith("problems/")})

    def data(self, path: str) -> Json | None:
        """Return a record's plain data as written, nothing where there is none.

        Raises:
            RefusedError: There is a file that cannot be read.
        """
        if path in self.states:
            return self.states[path].data
        text, data = self._open(path)
        return data if text else None

    def changed(self, path: str, edits: Sequence[Edit]) -> State:
        """Return a record as it would stand with several values written into it; see `keep`.

        Raises:
            RefusedError: What would be read back is not what was to be written, or is no valid record.
        """
        known = self.states.get(path)
        text, data = (known.text, known.data) if known is not None else self._open(path)
        data = copy.deepcopy(data)
        for edit in edits:
            try:
                text = spliced(text, edit)
                applied(data, edit)
            except (CannotSpliceError, LookupError):
                raise RefusedError(_NO_ROOM, _BY_HAND) from None
        return self._made(path, text, data)

    def created(self, path: str, text: str, data: Json) -> State:
        """Return a new record as it would stand; see `keep`.

        Raises:
            RefusedError: There is one already, or this is no valid one.
        """
        if self.data(path) is not None:
            raise RefusedError(Words(f"ledger/{path} 已经有了", f"ledger/{path} is there already"))
        return self._made(path, text, data)

    def keep(self, path: str, state: State) -> None:
        """Let a file stand as it was made by `changed` or `created`."""
        self.states[path] = state
        self._stale.add(path)

    def contents(self) -> dict[str, str]:
        """Return Git's name of the content of each changed file."""
        return {path: content_id(state.text.encode()) for path, state in self.states.items()}

    def _open(self, path: str) -> tuple[str, Json]:
        if path not in self._opened:
            raw = self._read(path)
            read = parse(raw) if raw else None
            if read is not None and read.data is None:
                fault = read.faults[0]
                said = Words(f"{path} 读不出来：{fault.message.zh}", f"{path} cannot be read: {fault.message.en}")
                raise RefusedError(said, fault.help)
            self.old[path] = raw
            self._opened[path] = (raw.decode("utf-8"), read.data or {}) if read is not None else ("", {})
        return self._opened[path]

    def _made(self, path: str, text: str, data: Json) -> State:
        read = parse(text.encode())
        if read.data is None:
            raise RefusedError(read.faults[0].message, read.faults[0].help)
        if read.data != data:
            raise RefusedError(_NO_ROOM, _BY_HAND)
        kind, identity = _place(path)
        valid, faults = checked(kind.name, read.data, self.schemas)
        if faults or valid is None:
            raise self._refused(kind, faults[0])
        record = converted(kind, identity, path, valid)
        if isinstance(record, Fault):
            raise self._refused(kind, record)
        return State(text, read.data, record)

    def _refused(self, kind: Kind, fault: Fault) -> RefusedError:
        schema = self.schemas.of(kind.name)
        message, mend = (spoken(one, schema, kind.name, fault.pointer) for one in (fault.message, fault.help))
        return RefusedError(message, mend)

    def _built(self, paths: set[str]) -> Ledger:
        if paths:
            fresh = [(_place(path)[0], self.states[path].record) for path in sorted(paths)]
            self._ledger = with_records(self._ledger, fresh)
            self._stale -= paths
        return self._ledger


def _place(path: str) -> tuple[Kind, str]:
    place = kind_at(path)
    if place is None:
        raise RefusedError(Words(f"没有记录可以放在 {path}", f"no record may lie at {path}"))
    return place


_NO_ROOM = Words("这份文件的写法放不进这一条", "the way this file is written leaves no room for it")
_BY_HAND = Words("请在编辑器里手工写入，再运行 inspection check", "write it by hand, then run `inspection check`")
