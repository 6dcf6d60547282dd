"""Two small kinds with labels of their own, so that what is said of a record hangs on no wording of the real ones."""

from typing import Any

DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


def labelled(zh: str, en: str, **schema: Any) -> dict[str, Any]:
    return {"title": zh, "x-title-en": en, **schema}


def codes(**labels: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"const": code, "title": zh, "x-title-en": en} for code, (zh, en) in labels.items()]


SHARED = {
    "$defs": {
        "day": labelled("日期", "Day", type="string", format="date", pattern=DAY),
        "month": labelled("月份", "Month", type="string", pattern="^[0-9]{4}-(0[1-9]|1[0-2])$"),
        "unit_id": labelled(
            "编号", "Id", type="string", pattern="^[a-z]+(-[a-z0-9]+)*$", **{"not": {"enum": ["office"]}}
        ),
        "body": {"anyOf": [{"$ref": "#/$defs/role"}, {"$ref": "#/$defs/unit_id"}]},
        "role": {"oneOf": codes(unit=("责任单位", "The unit"), office=("巡察办", "Inspection office"))},
        "reason": {"oneOf": codes(policy=("政策原因", "Policy"), third_party=("第三方原因", "Third party"))},
    }
}
UNIT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "kind", "joined", "in_base"],
    "properties": {
        "name": labelled("名称", "Name", type="string", minLength=1),
        "kind": labelled("类别", "Kind", oneOf=codes(department=("区直部门", "Department"), village=("村", "Village"))),
        "joined": labelled("纳入日期", "Joined", **{"$ref": "shared.schema.json#/$defs/day"}),
        "in_base": labelled("计入底数", "In the base", type="boolean"),
        "parent": labelled(
            "上级", "Parent", description="上级的编号。", **{"x-description-en": "Id of the unit above."},
            **{"$ref": "shared.schema.json#/$defs/unit_id"},
        ),
        "code": labelled("代码", "Division code", type="string", pattern="^[0-9]{12}$", examples=["990101005202"]),
        "month": labelled("月份", "Month", **{"$ref": "shared.schema.json#/$defs/month"}),
        "share": labelled("比例", "Share", type=["number", "string"], minimum=0, maximum=1,
                          pattern="^[01]([.][0-9])?$"),
        "risks": labelled(
            "风险", "Risks", type="array", uniqueItems=True,
            items={"oneOf": codes(subsidies=("补贴多", "Many subsidies"), disputes=("矛盾多", "Many disputes"))},
        ),
        "given": labelled(
            "收到", "Given", type="object", additionalProperties=False, minProperties=1,
            patternProperties={"^[a-z]+$": {"$ref": "shared.schema.json#/$defs/day"}},
        ),
        "items": labelled("事项", "Items", type="array", items={"$ref": "#/$defs/item"}),
    },
    "$defs": {
        "item": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id", "due"],
            "properties": {
                "id": labelled("序号", "Number", type="integer", minimum=1),
                "due": labelled(
                    "期限", "Due", description="首个期限。", **{"x-description-en": "The first deadline."},
                    **{"$ref": "shared.schema.json#/$defs/day"},
                ),
                "by": labelled("主体", "By", **{"$ref": "shared.schema.json#/$defs/body"}),
                "action": labelled("动作", "Action", oneOf=codes(ask=("申请延期", "Ask"), close=("销号", "Close"))),
                "reason": labelled("理由", "Reason", type="string", minLength=1),
            },
            "allOf": [
                {
                    "if": {"properties": {"action": {"const": "ask"}}, "required": ["action"]},
                    "then": {"properties": {"reason": {"$ref": "shared.schema.json#/$defs/reason"}}},
                }
            ],
        }
    },
}  # fmt: skip
SMALL = {"shared.schema.json": SHARED, "unit.schema.json": UNIT}
