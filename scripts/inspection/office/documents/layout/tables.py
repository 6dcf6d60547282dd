"""The templates of the dossier and of the tables superiors ask for."""

from inspection.office.documents.layout.marks import (
    MERGED,
    WIDE,
    WIDTH,
    Column,
    blank,
    each,
    filled,
    listed,
    paragraph,
    when,
)
from inspection.office.documents.layout.papers import INTERNAL

_COUNTS = (
    ("问题\n总数", "total"),
    ("已完成", "closed"),
    ("长期\n坚持", "long_term"),
    ("基本\n完成", "basically_done"),
    ("正在\n整改", "in_progress"),
    ("未整改", "not_started"),
    ("逾期", "overdue"),
)


_SUMS = ("合计", *(f"{{{{ total.{key} }}}}" for _, key in _COUNTS), "{{ total.rate }}")
"""The row of the sums, in the columns of `_COUNTS` between a name and the rate."""


def half_year() -> str:
    """Return the body of the template of the half-yearly tables."""
    return _periods((("本期", 34),))


def year() -> str:
    """Return the body of the template of the yearly tables."""
    return _periods((("上半年", 22), ("下半年", 22), ("全年", 22)))


def _periods(parts: tuple[tuple[str, int], ...]) -> str:
    section, whole = 20, 40
    columns = (
        Column("类别", section, MERGED + "{{ section.name }}", "CellMiddle"),
        Column("指标", WIDTH - section - whole - sum(width for _, width in parts), "{{ one.label }}"),
        *(
            Column(name, width, f"{{{{ one.periods[{place}] }}}}", "CellNumber")
            for place, (name, width) in enumerate(parts)
        ),
        Column("本届累计（期末）", whole, "{{ one.whole }}", "CellNumber"),
    )
    return "".join(
        (
            *_head("统计期间：{{ period }}。没有自己日期的指标只列期末数，期间栏为“—”。"),
            paragraph("一、工作情况", "Heading1"),
            listed(columns, "section in sections", "one in section.rows"),
            paragraph("二、各轮整改情况", "Heading1"),
            listed(_counts("巡察轮次", 37), "one in rounds", last=_SUMS),
            paragraph("三、分类整改情况", "Heading1"),
            listed(_counts("问题类别", 37), "one in categories", last=_SUMS),
            paragraph("四、按所属单位整改情况", "Heading1"),
            listed(_counts("单位", 37), "one in parents", last=_SUMS),
            *_foot(),
        )
    )


def _counts(head: str, first: int) -> tuple[Column, ...]:
    return (
        Column(head, first, "{{ one.name }}"),
        *(Column(name, 14, f"{{{{ one.{key} }}}}", "CellNumber") for name, key in _COUNTS),
        Column("完成率", WIDTH - first - 14 * len(_COUNTS), "{{ one.rate }}", "CellNumber"),
    )


def report_round() -> str:
    """Return the body of the template of a round's tables; its pages lie on their side."""
    columns = (
        Column("单位", 62, "{{ one.name }}"),
        Column("方式", 26, "{{ one.reach }}", "CellMiddle"),
        *(Column(name, 16, f"{{{{ one.{key} }}}}", "CellNumber") for name, key in _COUNTS),
        Column("完成率", 20, "{{ one.rate }}", "CellNumber"),
        Column("质效测评", WIDE - 62 - 26 - 16 * 7 - 20, "{{ one.grade }}", "CellMiddle"),
    )
    return "".join(
        (
            *_head("{{ kind }}，驻点{{ days }}，巡察组 {{ groups }} 个、{{ members }} 人，{{ units|length }} 个单位。"),
            listed(columns, "one in units", last=(_SUMS[0], "", *_SUMS[1:], "")),
            *_foot(),
        )
    )


def _head(note: str) -> tuple[str, ...]:
    return (
        paragraph(INTERNAL, "Internal"),
        paragraph("{{ title }}", "Title"),
        paragraph(f"截至{{{{ as_of }}}}。{note}", "Note"),
    )


def _foot() -> tuple[str, ...]:
    return (
        paragraph("完成率 = 已完成 ÷ 问题总数，不含基本完成和长期坚持。", "Note"),
        paragraph("填报单位：{{ office }}（盖章）", "Note"),
        paragraph("负责人：＿＿＿＿　　填表人：＿＿＿＿", "Note"),
    )


def dossier() -> str:
    """Return the body of the template of a unit's dossier."""
    return "".join(
        (
            paragraph(INTERNAL, "Internal"),
            paragraph("{{ title }}", "Title"),
            paragraph("{{ office }}    截至{{ as_of }}", "Note"),
            paragraph("一、基本情况", "Heading1"),
            _facts(),
            paragraph("二、历次巡察", "Heading1"),
            each("one in inspections", *_inspection()),
            when("not inspections", paragraph("本台账中没有对该单位的巡察。", "Note")),
            paragraph("三、问题和整改", "Heading1"),
            each("problem in problems", *_problem()),
            when("not problems", paragraph("没有问题。", "Note")),
            paragraph("四、函件", "Heading1"),
            when(
                "letters", listed(_LETTERS, "one in letters"), otherwise=[paragraph("没有发给该单位的函件。", "Note")]
            ),
            paragraph("五、督查回访", "Heading1"),
            when("visits", listed(_VISITS, "one in visits"), otherwise=[paragraph("没有督查回访。", "Note")]),
            paragraph("六、共性问题自查", "Heading1"),
            when("self_checks", listed(_CHECKS, "one in self_checks"), otherwise=[paragraph("没有自查。", "Note")]),
        )
    )


_LETTERS = (
    Column("编号", 26, "{{ one.id }}", "CellMiddle"),
    Column("种类", 28, "{{ one.kind }}"),
    Column("文号、事由", 62, "{{ one.number }} {{ one.subject }}"),
    Column("最近进展", 40, "{{ one.state }}"),
)
_VISITS = (
    Column("编号", 26, "{{ one.id }}", "CellMiddle"),
    Column("种类、日期", 44, "{{ one.kind }} {{ one.days }}"),
    Column("由谁", 38, "{{ one.by }}"),
    Column("核查结果", 48, each("line in one.results", paragraph("{{ line }}", "Cell"))),
)
_CHECKS = (
    Column("编号", 22, "{{ one.id }}", "CellMiddle"),
    Column("共性问题", 54, "{{ one.title }}"),
    Column("报送", 28, "{{ one.submitted }}", "CellMiddle"),
    Column("发现", 16, "{{ one.found }}", "CellNumber"),
    Column("措施", 16, "{{ one.measures }}", "CellNumber"),
    Column("制度", 20, "{{ one.institutions }}", "CellNumber"),
)


def _facts() -> str:
    rows = (
        ("单位名称", "{{ facts.name }}"),
        ("单位类型", "{{ facts.kind }}", "社区类别", "{{ facts.class }}"),
        ("党组织形式", "{{ facts.body }}", "上级单位", "{{ facts.parent }}"),
        ("列入名册", "{{ facts.joined }}", "移出名册", "{{ facts.left }}"),
        ("关注等级", "{{ facts.grade }}", "分管领导", "{{ facts.leader }}"),
        ("风险提示", "{{ facts.risks }}"),
        ("下属单位", "{{ below }}"),
    )
    return filled((28, 50, 30, 48), rows)


def _inspection() -> tuple[str, ...]:
    columns = (
        Column("环节", 52, "{{ stage.name }}"),
        Column("期限", 28, "{{ stage.due }}", "CellMiddle"),
        Column("办结", 28, "{{ stage.done }}", "CellMiddle"),
        Column("状态", 48, "{{ stage.state }} {{ stage.words }}"),
    )
    return (
        paragraph("（{{ loop.index }}）{{ one.name }}：{{ one.kind }}", "Heading3"),
        paragraph(
            "驻点{{ one.days }}；{% if one.mode %}方式：{{ one.mode }}；{% endif %}"
            "第一责任人：{{ one.head }}；问题 {{ one.problems }} 个。",
            "Note",
        ),
        when("one.stages", listed(columns, "stage in one.stages")),
    )


def _problem() -> tuple[str, ...]:
    columns = (
        Column("日期", 26, "{{ one.day }}", "CellMiddle"),
        Column("单位", 38, "{{ one.who }}"),
        Column("事项", 26, "{{ one.what }}", "CellMiddle"),
        Column("内容", 66, "{{ one.words }}"),
    )
    return (
        paragraph("{{ problem.id }}（{{ problem.category }}，{{ problem.status }}）", "Heading3"),
        each("line in problem.statement", paragraph("{{ line }}", "Note")),
        paragraph(
            "{{ problem.round }}，{{ problem.found }}发现"
            "{% if problem.amount %}，涉及 {{ problem.amount }}{% endif %}。",
            "Note",
        ),
        each(
            "item in problem.tasks",
            paragraph(
                "事项 {{ item.id }}：{{ item.task }}（{{ item.status }}；{{ item.lead }}；"
                "最初期限{{ item.first_due }}，现行期限{{ item.due }}）",
                "Note",
            ),
            when("item.log", listed(columns, "one in item.log")),
            each("line in item.outcomes", paragraph("{{ line }}", "Note")),
        ),
        blank(),
    )
