"""The templates of the letters: one for each kind, of one build, so that an office can word each as it likes."""

from typing import NamedTuple

from inspection.office.documents.layout.marks import (
    KEPT,
    Column,
    blank,
    each,
    listed,
    paragraph,
    rule,
    signature,
    when,
)


class Wordings(NamedTuple):
    """What a kind of letter says around the facts."""

    opening: str
    problems: str
    suggestions: str
    closing: str


_ORIGIN = "{% if origin %}在{{ origin }}中，{% endif %}"
_BELOW = "{% if part.problems %}以下{% endif %}"
_REPLY = "请于{{ reply }}书面回复办理情况。"

KINDS = {
    "inspection_suggestion": Wordings(
        f"{_ORIGIN}发现{_BELOW}需要你单位从制度和管理上研究解决的问题。根据巡察工作有关规定，现提出如下建议。",
        "发现的问题", "巡察建议", f"请认真研究采纳，明确责任，抓好落实。{_REPLY}",
    ),
    "discipline_suggestion": Wordings(
        f"{_ORIGIN}发现你单位在落实管党治党责任、执行纪律方面存在{_BELOW}问题。根据有关规定，现提出如下纪律检查建议。",
        "存在的问题", "纪律检查建议", f"收到本建议书后应当认真办理，无正当理由不得拒绝。{_REPLY}",
    ),
    "supervisory_suggestion": Wordings(
        f"{_ORIGIN}发现你单位在依法履职、廉政建设方面存在{_BELOW}问题。根据有关规定，现提出如下监察建议。",
        "存在的问题", "监察建议", f"收到本建议书后应当认真办理，无正当理由不得拒绝。{_REPLY}",
    ),
    "assignment": Wordings(
        f"{_ORIGIN}发现有关事项属于你单位职责范围，现予交办。",
        "交办事项", "办理要求", f"请按规定和权限办理，{_REPLY.removeprefix('请')}",
    ),
    "reminder": Wordings(
        f"{_ORIGIN}有关整改事项已进入需要提醒的时段，现提醒如下。",
        "提醒事项", "提醒要求", f"请对照自查，按期完成。{_REPLY}",
    ),
    "urging": Wordings(
        f"{_ORIGIN}你单位{_BELOW}整改事项进展未达要求，现予督办。",
        "督办事项", "督办要求", f"请主要负责人亲自过问，限期整改到位。{_REPLY}",
    ),
    "admonition": Wordings(
        f"{_ORIGIN}你单位整改工作存在{{% if part.problems %}}以下{{% else %}}推进不力的{{% endif %}}情形，"
        "经研究，决定对有关负责人进行约谈，现通知如下。",
        "约谈事由", "约谈要求", f"约谈的时间、地点另行通知，请按时参加并准备书面说明。{_REPLY}",
    ),
    "accountability": Wordings(
        f"{_ORIGIN}发现{_BELOW}整改责任不落实的情形。根据问责有关规定，现提出如下问责建议。",
        "基本情况", "问责建议", f"请按照管理权限研究处理。{_REPLY}",
    ),
    "immediate_notice": Wordings(
        f"{_ORIGIN}发现{_BELOW}能够当即改正的问题，请立即整改。",
        "发现的问题", "整改要求", f"请边查边改、立行立改，{_REPLY.removeprefix('请')}",
    ),
}  # fmt: skip

COLOURS = (
    ("red", "C00000", "FFFFFF"),
    ("yellow", "FFC000", "000000"),
    ("green", "1F6F43", "FFFFFF"),
)
"""The colours of an urging letter: the code, the ground, and the type on it."""


def letter(kind: str) -> str:
    """Return the body of the template of a kind of letter."""
    words = KINDS[kind]
    return "".join(
        (
            paragraph("{{ sender }}", "Issuer"),
            rule(24, kind="thickThinSmallGap"),
            paragraph("{{ number }}", "Number"),
            when("standing", paragraph("（{{ standing }}）", "Internal")),
            *(_banner() if kind == "urging" else (blank(),)),
            paragraph("{{ title }}", "Title"),
            blank(),
            paragraph("{{ to }}：", "Addressee"),
            paragraph(words.opening),
            when("part.problems", paragraph(f"{{{{ part.problems }}}}、{words.problems}", "Heading1"), _problems()),
            when("items", _items(kind)),
            when(
                "part.causes",
                paragraph("{{ part.causes }}、原因分析", "Heading1"),
                each("line in causes", paragraph("{{ line }}")),
            ),
            when(
                "part.suggestions",
                paragraph(f"{{{{ part.suggestions }}}}、{words.suggestions}", "Heading1"),
                each("one in suggestions", paragraph(f"{_numbered('one', 'suggestions')}{{{{ one.text }}}}")),
            ),
            paragraph(words.closing, extra=KEPT),
            signature("{{ sender }}", "{{ date }}", kept=True),
            when("copies", rule(6, "000000", above=240), paragraph("抄送：{{ copies }}。", "Footnote")),
        )
    )


def _banner() -> list[str]:
    made = []
    for code, ground, ink in COLOURS:
        shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
        made.append(
            when(f'colour == "{code}"', paragraph("{{ shape }} {{ colour_words }}", "Banner", shaded, colour=ink))
        )
    return made


def _problems() -> str:
    common = when("common", paragraph("共性问题：{{ common }}。"))
    number = f"{{% if loop.first %}}{_numbered('problem', 'problems')}{{% endif %}}"
    one = each("line in problem.lines", paragraph(f"{number}{{{{ line }}}}"))
    return common + each("problem in problems", one)


def _numbered(one: str, many: str) -> str:
    """Return the number of an element of a list, as it stands before its text; the only one has none."""
    return f"{{% if {many}|length > 1 %}}{{{{ {one}.number }}}}．{{% endif %}}"


def _items(kind: str) -> str:
    columns = [
        Column("序号", 12, "{{ one.number }}", "CellMiddle"),
        Column("整改事项", 50, "{{ one.task }}"),
        Column("责任单位", 30, "{{ one.lead }}"),
        Column("期限", 25, "{{ one.due }}", "CellMiddle"),
    ]
    columns.append(
        Column("督办等级", 39, "{{ one.shape }} {{ one.state }}", "CellMiddle")
        if kind == "urging"
        else Column("状态", 39, "{{ one.status }}", "CellMiddle")
    )
    return paragraph("涉及的整改事项如下：") + listed(columns, "one in items") + blank()
