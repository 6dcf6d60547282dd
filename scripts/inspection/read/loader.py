"""A source to a ledger and its findings: a file that cannot be read is a finding, and every other one is read."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from inspection.finding import Finding, Mark, Words
from inspection.model.kinds import KINDS, RESERVED, Kind, kind_at
from inspection.model.ledger import Ledger
from inspection.model.record import Record
from inspection.read.cache import Cache
from inspection.read.fault import Fault
from inspection.read.files import Source
from inspection.read.reading import Reader, Task, Told
from inspection.read.schema import Schemas
from inspection.workers import uncollected


class Loaded(NamedTuple):
    """A ledger as far as it could be read.

    Attributes:
        ledger: Every good record.
        findings: `YML01` to `SCH05`, in the order of the files.
        broken: Paths of the files that hold no good record, so that nobody calls what they name missing.
        contents: Git's name of each file's content, by path, `""` where it cannot be read.
    """

    ledger: Ledger
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()
    contents: Mapping[str, str] = MappingProxyType({})


def load(source: Source, schemas: Schemas, cache: Cache | None = None, told: Told | None = None) -> Loaded:
    """Read a whole ledger.

    Args:
        source: A folder on disk or a revision.
        schemas: What a record must be like; those of the program, never those of the source.
        cache: What was read before under these schemas, and is not read again; saving it is the caller's business.
        told: Hears every so many files how many were read, and of how many.

    Raises:
        CannotRunError: A schema is missing, or a Git repository lacks the content of a file.
    """
    with uncollected():
        contents: dict[str, str] = {}
        records: dict[str, tuple[Kind, Record]] = {}
        faults: dict[str, tuple[Fault, ...]] = {}
        tasks = []
        for file in source.files():
            contents[file.path] = content_id = cache.content_id(file) if cache is not None else ""
            place = kind_at(file.path) if file.fault is None else None
            known = cache.record(place[0], content_id, file.path) if place and cache and content_id else None
            if place is None:
                contents[file.path] = source.opened(file).content_id
                faults[file.path] = (file.fault or _misplaced(file.path),)
            elif known is not None:
                records[file.path] = place[0], known
            else:
                tasks.append(Task(file, *place))
        for task, read in zip(tasks, Reader(source, schemas, cache, told).read(tasks), strict=True):
            contents[read.file.path], faults[read.file.path] = read.file.content_id, read.faults
            if read.record is not None:
                records[read.file.path] = task.kind, read.record
        return Loaded(
            assembled(records[path] for path in contents if path in records),
            tuple(fault.at(path) for path in contents for fault in faults.get(path, ())),
            frozenset(contents.keys() - records.keys()),
            contents,
        )


def assembled(records: Iterable[tuple[Kind, Record]]) -> Ledger:
    """Return the ledger that holds these records, each kind in the order given, the policies in that of their days."""
    by_kind: dict[str, dict[object, Record]] = {kind.name: {} for kind in KINDS}
    for kind, record in records:
        by_kind[kind.name][_key(kind.name, record)] = record
    fields: dict[str, object] = {name: next(iter(by_kind[name].values()), None) for name in _ALONE}
    fields |= {field: by_kind[name] for name, field in _FIELDS.items()}
    fields["policies"] = tuple(sorted(by_kind["policy"].values(), key=lambda policy: policy.id))
    return Ledger(**fields)  # type: ignore[arg-type]


def with_records(ledger: Ledger, records: Iterable[tuple[Kind, Record]]) -> Ledger:
    """Return the ledger with other or further records, every other one the same; the order is that of the paths."""
    fields: dict[str, Any] = {}
    policies = {policy.path: policy for policy in ledger.policies}
    for kind, record in records:
        if kind.name in _ALONE:
            fields[kind.name] = record
        elif kind.name == "policy":
            policies[record.path] = record  # type: ignore[assignment]
            fields["policies"] = tuple(policies[path] for path in sorted(policies))
        else:
            name, key = _FIELDS[kind.name], _key(kind.name, record)
            held = fields.setdefault(name, dict(getattr(ledger, name)))
            added = key not in held
            held[key] = record
            if added:
                fields[name] = dict(sorted(held.items(), key=lambda one: one[1].path))
    return replace(ledger, **fields)


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
