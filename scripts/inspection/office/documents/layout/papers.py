"""The templates of the notice and of the feedback."""

from inspection.office.documents.layout.marks import KEPT, Column, blank, each, listed, paragraph, rule, signature, when

INTERNAL = "内部资料  不得公开"


def notice() -> str:
    """Return the body of the template of a notice of rectification."""
    lasting = (
        each("one in lasting", paragraph("{{ loop.index }}．{{ one.title }}：{{ one.task }}。")),
        paragraph("长期坚持的事项按约定日期复查，复查后销号、继续坚持或者重新整改。"),
    )
    return "".join(
        (
            paragraph("{{ title }}", "Title"),
            blank(),
            paragraph("{{ opening }}"),
            paragraph("一、整改组织情况", "Heading1"),
            each("line in organized", paragraph("{{ line }}")),
            paragraph("二、总体情况", "Heading1"),
            paragraph("{{ totals }}"),
            paragraph("三、逐项整改情况", "Heading1"),
            when("problems", listed(_RECTIFIED, "one in problems")),
            paragraph("四、长期坚持的事项", "Heading1"),
            when("lasting", *lasting, otherwise=[paragraph("没有转为长期坚持的事项。")]),
            paragraph("五、公开期限和联系方式", "Heading1"),
            paragraph(_PERIOD),
            paragraph(_CONTACT, extra=KEPT),
            each("line in retractions", paragraph("{{ line }}", "Note", KEPT)),
            signature("{{ office }}", "{{ published }}"),
        )
    )


_RECTIFIED = (
    Column("序号", 14, "{{ one.number }}", "CellMiddle"),
    Column("问题", 37, "{{ one.title }}"),
    Column("整改任务和期限", 45, each("task in one.tasks", paragraph("{{ task }}", "Cell"))),
    Column("进展", 20, "{{ one.status }}", "CellMiddle"),
    Column("整改结果", 40, "{{ one.result }}"),
)
_PERIOD = (
    "公开期自{{ published }}至{{ until }}。公开期内欢迎干部群众对整改情况提出意见；"
    "公开期满后发现弄虚作假、问题反弹的，仍可反映。"
)
_CONTACT = (
    "受理单位：{{ office }}{% if telephone %}；联系电话：{{ telephone }}{% endif %}"
    "{% if post %}；通信地址：{{ post }}{% endif %}{% if email %}；电子邮箱：{{ email }}{% endif %}。"
)


def feedback() -> str:
    """Return the body of the template of the feedback, a list of what was found."""
    group = (
        paragraph("（{{ group.numeral }}）{{ group.name }}", "Heading2"),
        listed(_FOUND, "one in group.problems"),
        blank(),
    )
    return "".join(
        (
            paragraph(INTERNAL, "Internal"),
            paragraph("{{ office }}", "Issuer"),
            rule(24, kind="thickThinSmallGap"),
            paragraph("{{ number }}", "Number"),
            blank(),
            paragraph("{{ title }}", "Title"),
            blank(),
            paragraph("{{ to }}：", "Addressee"),
            paragraph("{{ opening }}"),
            paragraph("一、发现的主要问题", "Heading1"),
            paragraph("{{ counted }}"),
            each("group in groups", *group),
            paragraph("二、整改要求", "Heading1"),
            paragraph(_ASKED),
            listed(_DUTIES, "one in duties"),
            paragraph("三、反馈和签收", "Heading1"),
            listed(_RECEIVED, "one in received"),
            signature("{{ office }}", "{{ date }}"),
        )
    )


_FOUND = (
    Column("序号", 12, "{{ one.number }}", "CellMiddle"),
    Column("类别", 25, "{{ one.category }}"),
    Column("问题表现", 64, each("line in one.lines", paragraph("{{ line }}", "Cell"))),
    Column("性质", 20, "{{ one.nature }}", "CellMiddle"),
    Column("依据", 35, "{{ one.basis }}"),
)
_ASKED = "你单位党组织对整改负主体责任，主要负责人是第一责任人。请对照清单逐项制定整改措施，按下列时限办理："
_DUTIES = (
    Column("序号", 14, "{{ loop.index }}", "CellMiddle"),
    Column("整改要求", 82, "{{ one.what }}"),
    Column("时限", 60, "{{ one.when }}"),
)
_RECEIVED = (
    Column("环节", 30, "{{ one.step }}", "CellMiddle"),
    Column("单位（岗位）", 66, "{{ one.who }}"),
    Column("日期", 30, "{{ one.day }}", "CellMiddle"),
    Column("签字", 30, ""),
)
