"""A submitted form as facts, the same that `inspection record` writes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from inspection.derive.lives import Lives
from inspection.finding import Words
from inspection.model.ledger import Ledger
from inspection.office.forms.answers import Answers, Complaint, NotTakenError
from inspection.office.forms.questions import NEW_EVIDENCE, Question, evidence_fields, questions
from inspection.office.forms.speaking import Speaker
from inspection.office.writing import Act, Fact
from inspection.office.writing.fields import Field
from inspection.office.writing.numbers import next_name
from inspection.office.writing.values import NotAValueError, value_of
from inspection.read.schema import Schemas

Json = dict[str, Any]

LEAST = 4
"""Parts a line of new evidence has at least; where it is kept may be left out."""


def facts(ledger: Ledger, given: Answers, who: Speaker, schemas: Schemas, today: date) -> list[Act]:
    """Return what a form says as acts for `office.writing.write`: new evidence first, then the fact itself.

    Raises:
        NotTakenError: An answer is no value of its field, or its day has not come yet.
    """
    body: Json = {}
    complaints: list[Complaint] = []
    for one in questions(given.form, schemas):
        if one.label in given.given and one.field is not None:
            try:
                _put(body, one.name, _value(one, given.given[one.label]))
            except NotAValueError as error:
                complaints.append(Complaint(error.said, Words(one.help, "")))
    action = given.form.does
    brought = _brought(ledger, given, schemas, complaints)
    if brought:
        body["evidence"] = [*body.get("evidence", ()), *(one["id"] for one in brought)]
    if given.form.brings_evidence and not body.get("evidence") and NEW_EVIDENCE not in given.given:
        said = Words("没有写佐证", "no evidence is named")
        complaints.append(Complaint(said, Words(f"填「所附佐证」（已登记的编号）或「{NEW_EVIDENCE}」", "name some")))
    if str(body.get(action.day, "")) > today.isoformat():
        said = Words(f"日期 {body[action.day]} 还没有到", f"{body[action.day]} has not come yet")
        complaints.append(Complaint(said, Words("写事情发生的日期", "write the day it happened")))
    complaints += _too_early(ledger, given, body, today)
    if complaints:
        raise NotTakenError(*complaints)
    if given.form.kind == "item":
        body["by"] = who.by
    return [*(Fact(who.target, "evidence", one) for one in brought), Fact(who.target, action.name, body)]


def _too_early(ledger: Ledger, given: Answers, body: Json, today: date) -> Iterator[Complaint]:
    """Yield why an extension asked for is none: it ends on or before the day that holds already."""
    name, _, number = given.record.partition("/")
    problem = ledger.problems.get(name)
    for item, life in Lives(ledger, today).of_problem(problem) if problem is not None else ():
        if given.form.action == "ask" and str(item.id) == number and str(body.get("until", "9")) <= str(life.due):
            said = Words(f"延期至 {body['until']} 不晚于现行期限 {life.due}", f"it is due on {life.due} already")
            yield Complaint(said, Words("写一个晚于现行期限的日期；不需要延期就关闭本单", "write a later day"))


def _value(one: Question, text: str) -> Any:
    if one.field is None:
        raise LookupError(one.name)
    if one.field.form == "text" and not one.field.codes:
        return " ".join(text.split())
    if text.startswith(("[", "{")):
        raise NotAValueError(Words(f"{one.label}不用写括号", f"{one.label}: no brackets"))
    return value_of(one.field, text)


def _put(body: Json, name: str, value: Any) -> None:
    holder, _, last = name.rpartition(".")
    (body.setdefault(holder, {}) if holder else body)[last] = value


def _brought(ledger: Ledger, given: Answers, schemas: Schemas, complaints: list[Complaint]) -> list[Json]:
    lines = [line.strip() for line in given.given.get(NEW_EVIDENCE, "").split("\n") if line.strip()]
    if not given.form.brings_evidence or not lines:
        return []
    fields = evidence_fields(schemas)
    held = list(_held(ledger, given.record))
    made: list[Json] = []
    for line in lines:
        parts = [part.strip() for part in line.replace(";", "；").lstrip("-*• ").split("；")]
        if not LEAST <= len(parts) <= len(fields):
            names = "；".join(field.label.zh for field in fields)
            said = Words(f"「{NEW_EVIDENCE}」第 {len(made) + 1} 行看不懂", f"line {len(made) + 1} of the evidence")
            complaints.append(
                Complaint(said, Words(f"写成「{names}」，用分号隔开，最后一样可以不写", "as in the help"))
            )
            return []
        made.append({"id": next_name(_id_of(schemas), [*held, *(one["id"] for one in made)])})
        made[-1] |= _piece(fields, parts, complaints)
    return made


def _piece(fields: tuple[Field, ...], parts: list[str], complaints: list[Complaint]) -> Json:
    found: Json = {}
    for field, part in zip(fields, parts, strict=False):
        if part:
            try:
                found[field.name] = value_of(field, part)
            except NotAValueError as error:
                complaints.append(Complaint(error.said, Words(field.help.zh, field.help.en)))
    return found


def _held(ledger: Ledger, record: str) -> Iterator[str]:
    name, _, number = record.partition("/")
    problem = ledger.problems.get(name)
    for item in problem.items if problem is not None else ():
        if str(item.id) == number:
            yield from (one.id for one in item.evidence)


def _id_of(schemas: Schemas) -> Json:
    schema: Json = schemas.of("problem")["properties"]["items"]["items"]["properties"]["evidence"]["items"]
    return dict(schema["properties"]["id"])
