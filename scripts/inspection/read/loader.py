"""A source to a ledger and its findings.

Three steps a file goes through, each a function of its own: `document.parse`, `Schemas.validate`, `convert.converted`.
A file that fails one is a finding; every other file is read all the same.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from inspection.finding import Finding, Mark, Words
from inspection.model.kinds import KINDS, RESERVED, Kind, kind_at
from inspection.model.ledger import Ledger
from inspection.model.record import Record
from inspection.read.cache import Cache
from inspection.read.convert import Json, converted
from inspection.read.corrections import corrected
from inspection.read.document import parse, positions
from inspection.read.fault import Fault
from inspection.read.files import File, Source
from inspection.read.positions import Positions
from inspection.read.schema import Schemas


class Loaded(NamedTuple):
    """A ledger as far as it could be read.

    Attributes:
        ledger: Every good record.
        findings: `YML01` to `SCH05`, in the order of the files.
        broken: Paths of the files that hold no good record, so that nobody calls what they name missing.
    """

    ledger: Ledger
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()


def load(source: Source, schemas: Schemas, cache: Cache | None = None) -> Loaded:
    """Read a whole ledger.

    Args:
        source: A folder on disk or a revision.
        schemas: What a record must be like; those of the program, never those of the source.
        cache: What was read before under these schemas, and is not read again.

    Raises:
        CannotRunError: A schema is missing, or a Git repository lacks the content of a file.
    """
    records: list[tuple[Kind, Record]] = []
    findings: list[Finding] = []
    broken: set[str] = set()
    with _without_collector():
        for file in source.files():
            place = kind_at(file.path)
            record, faults = _read(file, place, schemas, cache)
            findings += [fault.at(file.path) for fault in faults]
            if record is not None and place is not None:
                records.append((place[0], record))
            else:
                broken.add(file.path)
        if cache is not None:
            cache.save()
        return Loaded(assembled(records), tuple(findings), frozenset(broken))


def checked(kind: str, data: Json, schemas: Schemas) -> tuple[Json | None, tuple[Fault, ...]]:
    """Return plain data as it is to be read, and what is wrong with it.

    Corrections are applied; one that fits nothing is a fault and the rest of the record is read all the same.

    Returns:
        The data, or nothing where it is not valid; `SCH01` to `SCH04`.
    """
    faults = schemas.validate(kind, data)
    if faults:
        return None, faults
    record, misfits = corrected(data)
    if record is data:
        return data, misfits
    faults = tuple(_of_correction(fault) for fault in schemas.validate(kind, record))
    return (None if faults else record), misfits + faults


def assembled(records: Iterable[tuple[Kind, Record]]) -> Ledger:
    """Return the ledger that holds these records, each kind in the order given."""
    by_kind: dict[str, dict[object, Record]] = {kind.name: {} for kind in KINDS}
    for kind, record in records:
        by_kind[kind.name][_key(kind.name, record)] = record
    fields: dict[str, object] = {name: next(iter(by_kind[name].values()), None) for name in _ALONE}
    fields |= {field: by_kind[name] for name, field in _FIELDS.items()}
    fields["policies"] = tuple(by_kind["policy"].values())
    return Ledger(**fields)  # type: ignore[arg-type]


class Places:
    """Looks up where findings stand, reading each file anew and keeping the last one."""

    def __init__(self, source: Source) -> None:
        """Keep the source the findings come from."""
        self._source = source
        self._path = ""
        self._positions = Positions({}, {})

    def of(self, finding: Finding) -> Mark:
        """Return line and column of a finding: its own mark, else that of the value it points at.

        `SCH03` points at a key. Where nothing stands at the pointer it is the nearest part of it.
        """
        if finding.mark is not None:
            return finding.mark
        if finding.path != self._path:
            self._path = finding.path
            self._positions = positions(self._source.read(finding.path))
        return self._positions.of(finding.pointer, key=finding.code == "SCH03")


def _read(
    file: File, place: tuple[Kind, str] | None, schemas: Schemas, cache: Cache | None
) -> tuple[Record | None, tuple[Fault, ...]]:
    if file.fault:
        return None, (file.fault,)
    if place is None:
        return None, (_misplaced(file.path),)
    kind, identity = place
    known = cache.get(kind, file) if cache is not None else None
    if known is not None:
        return known, ()
    data, faults = parse(file.data)
    if data is None:
        return None, faults
    data, faults = checked(kind.name, data, schemas)
    if data is None:
        return None, faults
    record = converted(kind, identity, file.path, data)
    if isinstance(record, Fault):
        return None, (*faults, record)
    if cache is not None and not faults:
        cache.put(file, record)
    return record, faults


def _of_correction(fault: Fault) -> Fault:
    message = Words(f"更正之后：{fault.message.zh}", f"once corrected: {fault.message.en}")
    return fault._replace(message=message)


def _misplaced(path: str) -> Fault:
    folder, _, name = path.rpartition("/")
    stem = name.partition(".")[0]
    if stem in RESERVED and kind_at(f"{folder}/x.yaml"):
        message = Words("文件名是保留词", "the file name is a reserved word")
    else:
        message = Words(
            "文件放错了位置，或文件名不是这类记录的编号", "no record may lie here, or its name is no id of its kind"
        )
    if name.endswith((".yml", ".YAML", ".YML")):
        return Fault("SCH05", message, Words("后缀改为 .yaml", "rename it to .yaml"), Mark(1, 1))
    near = [kind.example for kind in KINDS if kind.example.split("/")[0] == path.split("/")[0]]
    examples = near or [kind.example for kind in KINDS]
    mend = Words(f"应如 {'、'.join(examples)}", f"it should be like {', '.join(examples)}")
    return Fault("SCH05", message, mend, Mark(1, 1))


def _key(kind: str, record: Record) -> object:
    if kind in ("inspection", "self_check"):
        return record.path.split("/")[1], record.id
    return int(record.id) if kind == "calendar" else record.id


@contextmanager
def _without_collector() -> Iterator[None]:
    """The collector looks at every record again and again while nothing can be garbage: four times the work."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_ALONE = ("district", "signers", "purges")
_FIELDS = {
    "calendar": "calendars",
    "paper": "papers",
    "plan": "plans",
    "unit": "units",
    "checklist": "checklists",
    "person": "people",
    "round": "rounds",
    "inspection": "inspections",
    "problem": "problems",
    "common": "commons",
    "self_check": "self_checks",
    "letter": "letters",
    "visit": "visits",
}
