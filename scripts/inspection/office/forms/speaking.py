"""For whom an account speaks: `signers.yaml` says which account is whose, and nobody speaks for another."""

from datetime import date
from typing import NamedTuple

from inspection.derive.addressees import addressees
from inspection.derive.lives import Lives
from inspection.derive.moves import MOVES
from inspection.derive.roles import roles_of
from inspection.finding import Words
from inspection.model.ledger import Ledger
from inspection.model.problems import Action as Move
from inspection.office.forms.answers import Answers, Complaint, NotTakenError

LONGEST = 40
"""Characters of an id that is repeated to whoever wrote it."""


class Speaker(NamedTuple):
    """Who says what a form says.

    Attributes:
        unit: The unit of the account.
        by: As what it speaks in the record: `unit` or `parent`.
        target: The id of the record or item, as facts name it.
    """

    unit: str
    by: str
    target: str


def units_of(ledger: Ledger, account: str, today: date) -> tuple[str, ...]:
    """Return the units an account speaks for on a day; forges do not tell capital letters in accounts apart."""
    roles = roles_of(ledger, None)
    keys = ledger.signers.keys if ledger.signers is not None else ()
    valid = [
        one
        for one in keys
        if (one.account or "").lower() == account.lower()
        and one.from_ <= today
        and (one.until is None or today <= one.until)
    ]
    found = (one.unit or roles.unit_behind(one.role) for one in valid)
    return tuple(dict.fromkeys(unit for unit in found if unit is not None))


def accounts(ledger: Ledger) -> frozenset[str]:
    """Return every account that is somebody's, in small letters."""
    keys = ledger.signers.keys if ledger.signers is not None else ()
    return frozenset(one.account.lower() for one in keys if one.account)


def speaker(ledger: Ledger, account: str, today: date, given: Answers) -> Speaker:
    """Return who says what a form says.

    Args:
        ledger: The ledger.
        account: Whoever submitted the form, as the forge says.
        today: The day.
        given: The form.

    Raises:
        NotTakenError: The account is nobody's, or the record is not that unit's to speak of. Which records there are
            and whose they are is not told.
    """
    mine = units_of(ledger, account, today) if account else ()
    if not mine:
        raise NotTakenError(
            Complaint(
                Words(f"账号 {account} 没有登记，不知道是哪个单位", f"the account {account} is nobody's"),
                Words(f"请联系巡察办登记账号{_telephone(ledger)}", "ask the office to register it"),
            )
        )
    found = _of_item(ledger, mine, today, given) if given.form.kind == "item" else _of_check(ledger, mine, given)
    if found is None:
        name = given.record[:LONGEST]
        raise NotTakenError(
            Complaint(
                Words(f"没有「{name}」，或者它不归这个账号的单位办理", f"there is no {name}, or it is not this unit's"),
                Words(
                    f"核对编号（见交办清单或提醒）；编号没错请联系巡察办{_telephone(ledger)}", "look at the id again"
                ),
            )
        )
    return found


def _of_item(ledger: Ledger, mine: tuple[str, ...], today: date, given: Answers) -> Speaker | None:
    name, _, number = given.record.partition("/")
    problem = ledger.problems.get(name)
    if problem is None:
        return None
    above = ledger.units.get(problem.unit)
    parent = above.parent if above is not None else None
    for item, life in Lives(ledger, today).of_problem(problem):
        if str(item.id) != number:
            continue
        if life.lead in mine:
            return Speaker(life.lead, "unit", given.record)
        if parent in mine and "parent" in MOVES[Move(given.form.action)].by:
            return Speaker(str(parent), "parent", given.record)
    return None


def _of_check(ledger: Ledger, mine: tuple[str, ...], given: Answers) -> Speaker | None:
    common = ledger.commons.get(given.record)
    asked = [unit for unit in addressees(ledger, common) if unit in mine] if common is not None else []
    return Speaker(asked[0], "unit", f"{given.record}/{asked[0]}") if len(asked) == 1 else None


def _telephone(ledger: Ledger) -> str:
    contact = ledger.district.contact if ledger.district is not None else None
    return f"（{contact.telephone}）" if contact is not None and contact.telephone else ""
