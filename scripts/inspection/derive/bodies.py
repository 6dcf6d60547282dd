"""What people call bodies: the words of the schemas' labels, which a test holds together, and the names of units."""

import re
from typing import NamedTuple

from inspection.model.ledger import Ledger
from inspection.model.record import Body

BODIES = {
    "unit": "责任单位",
    "parent": "上级党组织",
    "head": "主要负责人",
    "office": "巡察办",
    "group": "巡察组",
    "supervision_group": "督导组",
    "discipline": "纪检监察机关",
    "organization": "组织部门",
    "publicity": "宣传部门",
    "audit": "审计机关",
    "petition": "信访部门",
    "finance": "财政部门",
    "rectification_office": "整改专办",
    "competent_department": "主管部门",
    "leader_in_charge": "分管领导",
    "leading_group": "巡察工作领导小组",
    "five_person_group": "五人小组",
    "secretary": "区委书记",
    "committee": "区委常委会",
}


_LONG_NUMBER = re.compile(r"\d(?:[\s-]*\d){5}")


class Called(NamedTuple):
    """What people call somebody, as it stands in a Chinese and in an English sentence."""

    zh: str
    en: str


def called(ledger: Ledger, body: Body) -> Called:
    """Return what people call a body: the word of its role, else the name of the unit and its id.

    Of a unit that is not in the register, and of one whose name is no name (what cannot be printed on one line, or a
    long number that should not be there at all), only the id is given.
    """
    unit = ledger.units.get(body)
    if body in BODIES:
        return Called(BODIES[body], body)
    if unit is None or not unit.name.isprintable() or _LONG_NUMBER.search(unit.name):
        return Called(f"「{body}」", body)
    return Called(f"「{unit.name}（{body}）」", f"{unit.name} ({body})")
