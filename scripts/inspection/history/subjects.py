"""What a record is called, and which unit it concerns."""

from typing import NamedTuple

from inspection.derive.roles import roles_of
from inspection.finding import Words
from inspection.history.words import Speaker
from inspection.model.district import CalendarYear, District, Paper, Plan, Purges, Signers
from inspection.model.inspections import Inspection
from inspection.model.matters import CommonProblem, Letter, SelfCheck, Visit
from inspection.model.policy import Policy
from inspection.model.problems import Item, Problem
from inspection.model.record import Record
from inspection.model.rounds import Round
from inspection.model.units import Checklist, Person, Unit


class Subject(NamedTuple):
    """What a sentence is about.

    Attributes:
        id: The record's id, of an item `R13-05-0137/1`.
        unit: The unit it concerns, or nothing.
        said: What people call it.
    """

    id: str
    unit: str
    said: Words


def subject_of(speaker: Speaker, record: Record, item: Item | None = None) -> Subject:
    """Return what a change in a record is about."""
    if item is not None:
        said = Words(f"{record.id} 第{item.id}项", f"{record.id} item {item.id}")
        return Subject(f"{record.id}/{item.id}", unit_of(speaker, record), said)
    return Subject(_identity(record), unit_of(speaker, record), _said(speaker, record))


def unit_of(speaker: Speaker, record: Record) -> str:
    """Return the unit a record concerns; nothing for what concerns the district or several units."""
    match record:
        case Problem() | Inspection() | SelfCheck():
            return record.unit
        case Unit():
            return record.id
        case Letter():
            return roles_of(speaker.ledger, None).unit_behind(record.to) or ""
        case Visit():
            return record.units[0] if len(record.units) == 1 else ""
    return ""


def _identity(record: Record) -> str:
    match record:
        case Inspection():
            return f"{record.round}/{record.id}"
        case SelfCheck():
            return f"{record.common}/{record.id}"
    return record.id


_ALONE: dict[type[Record], Words] = {
    District: Words("区情（district.yaml）", "district.yaml"),
    Signers: Words("签名公钥（signers.yaml）", "signers.yaml"),
    Purges: Words("历史清除（purges.yaml）", "purges.yaml"),
}
_KINDS: dict[type[Record], Words] = {
    Policy: Words("政策", "policy"),
    CalendarYear: Words("工作日历", "calendar"),
    Plan: Words("年度计划", "plan"),
    Checklist: Words("监督清单", "checklist"),
    Person: Words("人员", "person"),
    Round: Words("轮次", "round"),
    Letter: Words("函件", "letter"),
    Visit: Words("督查", "visit"),
    CommonProblem: Words("共性问题", "common problem"),
}


def _said(speaker: Speaker, record: Record) -> Words:
    match record:
        case Problem():
            return Words(record.id, record.id)
        case Inspection():
            name = speaker.unit(record.unit)
            return Words(f"{record.round} {name.zh}", f"{record.round} {name.en}")
        case SelfCheck():
            name = speaker.unit(record.unit)
            return Words(f"{record.common} {name.zh}自查", f"{record.common} self-check of {name.en}")
        case Unit():
            return Words(speaker.safe(record.name).zh, record.id)
        case Paper():
            return Words(f"文件《{speaker.safe(record.title).zh}》", f"paper {record.id}")
    if type(record) in _ALONE:
        return _ALONE[type(record)]
    kind = _KINDS[type(record)]
    return Words(f"{kind.zh} {record.id}", f"{kind.en} {record.id}")
