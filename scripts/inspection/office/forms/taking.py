"""From a submitted form to the new bytes of a record: read, whose it is, what it says, what the rules say of that."""

from collections.abc import Mapping
from typing import NamedTuple

from inspection.derive.lifecycle import life
from inspection.derive.lives import setting_of
from inspection.finding import Finding, Words
from inspection.office.forms.answers import Complaint, NotTakenError, answers
from inspection.office.forms.facts import facts
from inspection.office.forms.questions import FORMS
from inspection.office.forms.replies import complaints_of
from inspection.office.forms.speaking import speaker
from inspection.office.writing import Before, write
from inspection.office.writing.legal import legal_moves
from inspection.read.schema import Schemas


class Submitted(NamedTuple):
    """A form as the forge gives it: the account that wrote it, and its text."""

    account: str
    body: str


class Taken(NamedTuple):
    """A form that became a fact.

    Attributes:
        record: The id of the record it is of, an item left out: what two forms may not change at once.
        words: What was recorded of what, and by whom.
        files: The new bytes of each changed file, by its path below the ledger folder.
        old: What they were made from.
        warnings: What the rules would look at again.
    """

    record: str
    words: Words
    files: Mapping[str, bytes]
    old: Mapping[str, bytes]
    warnings: tuple[Finding, ...]


def _instead(before: Before, record: str) -> Words:
    """Return which forms may be filled in for an item as it stands."""
    ledger, today = before.context.head, before.context.today
    name, _, number = record.partition("/")
    problem = ledger.problems.get(name)
    items = [one for one in problem.items if str(one.id) == number] if problem is not None else []
    if problem is None or not items:
        return Words("", "")
    setting = setting_of(ledger, problem, items[0])
    now = life(setting, today)
    may = {legal.action for legal in legal_moves(setting, now, today)}
    forms = "、".join(form.name for form in FORMS if form.kind == "item" and form.action in may)
    left = now.outstanding if "submit" in may else ()
    done = f"；措施 {'、'.join(left)} 已经做完的，请写在「已完成措施」里" if left else ""
    also = f"; name {', '.join(left)} among the measures done, if they are" if left else ""
    return Words(
        f"现在可以填的表：{forms or '没有，请联系巡察办'}{done}", f"forms that may be filled in now: {forms}{also}"
    )


def taken_in(before: Before, schemas: Schemas, submitted: Submitted) -> Taken | tuple[Complaint, ...]:
    """Return what a form makes of the ledger, or all that is wrong with it.

    Args:
        before: The ledger it is written into, and the day.
        schemas: Of all kinds.
        submitted: The form.
    """
    ledger, today = before.context.head, before.context.today
    try:
        given = answers(submitted.body, schemas)
        who = speaker(ledger, submitted.account, today, given)
        acts = facts(ledger, given, who, schemas, today)
    except NotTakenError as error:
        return error.complaints
    written = write(before, acts)
    if not written.ok:
        return tuple(complaints_of(written, _instead(before, given.record)))
    unit = ledger.units.get(who.unit)
    name = unit.name if unit is not None else who.unit
    done = given.form.does.words
    words = Words(f"{given.record} {done.zh}（{name}）", f"{given.record} {done.en} ({who.unit})")
    record = written.done[-1].target.name.partition("/")[0] if given.form.kind == "item" else who.target
    return Taken(record, words, written.files, written.old, written.warnings)
