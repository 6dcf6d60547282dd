"""What people call the bodies, in Chinese: the words of the schemas' labels; a test holds them together."""

from collections.abc import Iterable

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


def named(bodies: Iterable[Body]) -> str:
    """Return several bodies in Chinese; a unit's id is only put in quotes."""
    return "、".join(BODIES.get(body) or f"「{body}」" for body in bodies)
