"""The tables of what was inspected: units, rounds, and one inspection for each unit of a round."""

from inspection.labels import Wording
from inspection.publish.data.shapes import Column, Reference, Shape

ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
ROUND_ID = r"R[0-9]+-[0-9]+"

UNITS = Shape(
    name="units",
    title=Wording("单位", "Units"),
    help=Wording("在册和曾经在册的党组织、单位，上级在前。", "Every unit of the register, also those that left it."),
    columns=(
        Column(
            "id",
            "string",
            Wording(
                "单位编号，也是其页面地址的一部分，不会改变。",
                "Its id, also part of its page's address; it never changes.",
            ),
            title=Wording("单位编号", "Id"),
            pattern=ID,
        ),
        Column("name", "string", Wording("规范名称。", "Its name."), "unit.name"),
        Column("kind", "string", Wording("单位类别。", "Kind of unit."), "unit.kind"),
        Column("parent", "string", Wording("上级单位的编号。", "Id of the unit above."), "unit.parent", optional=True),
        Column("class", "string", Wording("只有社区才有。", "Of communities only."), "unit.class", optional=True),
        Column(
            "type", "string", Wording("只有特殊社区才有。", "Of special communities only."), "unit.type", optional=True
        ),
        Column("body", "string", Wording("党组织形式。", "Form of its Party organization."), "unit.body"),
        Column("joined", "date", Wording("纳入登记的日期。", "The day it joined the register."), "unit.joined"),
        Column(
            "left", "date", Wording("在册的最后一天。", "Its last day in the register."), "unit.left", optional=True
        ),
        Column(
            "succeeded_by",
            "string",
            Wording("撤并后承接其职责的单位编号。", "Id of the unit that took over."),
            "unit.succeeded_by",
            optional=True,
        ),
        Column(
            "in_base", "boolean", Wording("是否属于巡察全覆盖对象。", "Whether it is to be covered."), "unit.in_base"
        ),
    ),
    key=("id",),
    references=(Reference(("parent",), "units", ("id",)), Reference(("succeeded_by",), "units", ("id",))),
)

ROUNDS = Shape(
    name="rounds",
    title=Wording("轮次", "Rounds"),
    help=Wording("已经公告的各轮巡察，最近的在前。", "The rounds that were announced, the latest first."),
    columns=(
        Column(
            "id",
            "string",
            Wording("轮次编号：R、届次、连字符、轮次。", "R, the term, a hyphen, the number of the round."),
            title=Wording("轮次编号", "Id"),
            pattern=ROUND_ID,
        ),
        Column("kind", "string", Wording("巡察类型。", "Kind of round."), "round.kind"),
        Column(
            "topic",
            "string",
            Wording("专项巡察的主题，经单独审批才公开。", "Of a special round, once approved for publication."),
            "round.topic",
            optional=True,
        ),
        Column(
            "announced",
            "date",
            Wording("发布公告的日期。", "Day of the announcement."),
            "round.announced",
            optional=True,
        ),
        Column("onsite_from", "date", Wording("进驻的第一天。", "First day on site."), "round.onsite.from"),
        Column("onsite_to", "date", Wording("现场巡察的最后一天。", "Last day on site."), "round.onsite.to"),
    ),
    key=("id",),
)

INSPECTIONS = Shape(
    name="inspections",
    title=Wording("被巡察单位", "Inspections"),
    help=Wording(
        "每一轮到达的每一个单位；整改情况没有向社会公开的，只有前三列。",
        "Each unit a round reached; until its notice to society is published, only the first three columns.",
    ),
    columns=(
        Column("round", "string", Wording("轮次编号。", "Id of the round."), title=Wording("轮次", "Round")),
        Column("unit", "string", Wording("单位编号。", "Id of the unit."), title=Wording("单位", "Unit")),
        Column("reach", "string", Wording("怎样到达这个单位。", "How the round reached the unit."), "inspection.reach"),
        Column("mode", "string", Wording("组织模式。", "How it was organized."), "inspection.mode", optional=True),
        Column(
            "onsite_from",
            "date",
            Wording("进驻的第一天。", "First day on site."),
            "inspection.onsite.from",
            optional=True,
        ),
        Column(
            "onsite_to", "date", Wording("驻点的最后一天。", "Last day on site."), "inspection.onsite.to", optional=True
        ),
        Column(
            "feedback_date",
            "yearmonth",
            Wording("反馈的月份。", "The month of the feedback."),
            "inspection.feedback.date",
            optional=True,
        ),
        Column(
            "published",
            "date",
            Wording("向社会公开整改情况的日期。", "The day its notice to society was published."),
            "inspection.publication.society.published",
            optional=True,
        ),
    ),
    key=("round", "unit"),
    references=(Reference(("round",), "rounds", ("id",)), Reference(("unit",), "units", ("id",))),
)
