"""What bodies are called on official papers."""

from inspection.derive.roles import Roles
from inspection.model.record import Body
from inspection.office.desk import Desk


def office_name(desk: Desk) -> str:
    """Return the full name of the office."""
    district = desk.ledger.district
    return district.office.zh if district is not None else desk.words.body("office")


def full_name(desk: Desk, body: Body, roles: Roles | None = None) -> str:
    """Return what a body signs and is addressed with: the office by its full name, others as the register has them."""
    if body == "office":
        return office_name(desk)
    return desk.words.body(body, roles)
