"""The templates of the forms: the close-out form and the handover list."""

from inspection.office.documents.layout.marks import KEPT, Column, each, filled, listed, paragraph, when
from inspection.office.documents.layout.papers import INTERNAL

_NEW_PAGE = "<w:pageBreakBefore/>"


def closeout() -> str:
    """Return the body of the template of the close-out form."""
    form = (
        when("loop.first", paragraph(INTERNAL, "Internal"), otherwise=[paragraph(INTERNAL, "Internal", _NEW_PAGE)]),
        paragraph("巡察整改对账销号单", "Title"),
        paragraph("编号 {{ form.name }}    截至 {{ as_of }}", "Note"),
        _facts(),
        paragraph("一、整改措施", "Heading3"),
        when("form.measures", _measures(), otherwise=[paragraph("没有登记措施。", "Note")]),
        paragraph("二、单位报告", "Heading3"),
        when("form.reports", _log("form.reports"), otherwise=[paragraph("还没有报告。", "Note")]),
        paragraph("三、佐证材料", "Heading3"),
        when("form.evidence", _evidence(), otherwise=[paragraph("没有登记佐证材料。", "Note")]),
        paragraph("四、整改成效", "Heading3"),
        each("line in form.outcomes", paragraph("{{ line }}", "Note")),
        when("not form.outcomes", paragraph("没有登记成效。", "Note")),
        paragraph("五、审核意见", "Heading3"),
        paragraph(
            "销号条件：{{ form.closing }}中 {{ form.count }} 家同意。"
            "共退回 {{ form.returns }} 次，重新整改 {{ form.reopenings }} 次。",
            "Note",
        ),
        when("form.opinions", _log("form.opinions"), otherwise=[paragraph("还没有审核。", "Note")]),
        paragraph("六、签字盖章", "Heading3"),
        _signatures(),
    )
    return each("form in forms", *form)


def _facts() -> str:
    statement = each("line in form.statement", paragraph("{{ line }}", "Cell"))
    causes = when(
        "form.causes", each("line in form.causes", paragraph("{{ line }}", "Cell")), otherwise=[paragraph("", "Cell")]
    )
    rows = (
        ("被巡察单位", "{{ form.unit }}", "巡察轮次", "{{ form.round }}"),
        ("问题类别", "{{ form.category }}", "整改类型", "{{ form.kind }}"),
        ("问题", statement),
        ("产生原因", causes),
        ("整改任务", "{{ form.task }}"),
        ("整改目标", "{{ form.goal }}"),
        ("牵头单位", "{{ form.lead }}", "责任岗位", "{{ form.responsible }}"),
        ("配合单位", "{{ form.partners }}", "涉及金额", "{{ form.amount }}"),
        ("最初期限", "{{ form.first_due }}", "现行期限", "{{ form.due }}（延期 {{ form.extensions }} 次）"),
        ("申请销号", "{{ form.submitted }}  {{ form.vouched }}", "退回次数", "{{ form.returns }}"),
        ("当前状态", "{{ form.status }}", "销号日期", "{{ form.closed }}"),
    )
    return filled((28, 50, 30, 48), rows)


def _measures() -> str:
    columns = (
        Column("编号", 16, "{{ one.id }}", "CellMiddle"),
        Column("措施", 88, "{{ one.text }}"),
        Column("期限", 28, "{{ one.due }}", "CellMiddle"),
        Column("完成", 24, "{{ one.state }}", "CellMiddle"),
    )
    return listed(columns, "one in form.measures")


def _evidence() -> str:
    columns = (
        Column("编号", 16, "{{ one.id }}", "CellMiddle"),
        Column("材料", 44, "{{ one.title }}"),
        Column("种类", 24, "{{ one.kind }}", "CellMiddle"),
        Column("日期", 26, "{{ one.date }}", "CellMiddle"),
        Column("存放", 46, "{{ one.kept_at }} {{ one.sha256 }}"),
    )
    return listed(columns, "one in form.evidence")


def _log(rows: str) -> str:
    columns = (
        Column("日期", 26, "{{ one.day }}", "CellMiddle"),
        Column("单位", 38, "{{ one.who }}"),
        Column("事项", 26, "{{ one.what }}", "CellMiddle"),
        Column("内容", 66, "{{ one.words }}"),
    )
    return listed(columns, f"one in {rows}")


def _signatures() -> str:
    columns = (
        Column("审核单位", 44, "{{ one }}"),
        Column("意见（同意销号、退回、转长期坚持）", 66, ""),
        Column("签字、盖章", 46, each("line in ['', '', '＿＿年＿月＿日']", paragraph("{{ line }}", "Cell"))),
    )
    return listed(columns, "one in form.bodies")


def handover() -> str:
    """Return the body of the template of the handover list; its pages lie on their side."""
    columns = (
        Column("序号", 14, "{{ one.number }}", "CellMiddle"),
        Column("编号", 30, "{{ one.name }}"),
        Column("问题", 64, each("line in one.statement", paragraph("{{ line }}", "Cell"))),
        Column("整改任务", 44, "{{ one.task }}"),
        Column("未完成的措施", 40, each("line in one.left", paragraph("{{ line }}", "Cell"))),
        Column("期限或复查日", 27, "{{ one.due }}", "CellMiddle"),
        Column("状态", 26, "{{ one.status }}", "CellMiddle"),
    )
    days = ("{{ signed.outgoing }}", "{{ signed.incoming }}", "{{ signed.witness }}")
    signed = (
        ("移交人", "", "接收人", "", "监交人", ""),
        tuple(cell for day in days for cell in ("签字日期", day)),
    )
    return "".join(
        (
            paragraph(INTERNAL, "Internal"),
            paragraph("巡察整改移交清单", "Title"),
            paragraph(
                "{{ unit }}（{{ round }}）{{ post }}岗位于{{ date }}交接。"
                "下列 {{ count }} 项整改事项尚未办结（逾期 {{ late }} 项），移交后由接任者继续负责。",
                "Text",
            ),
            when("rows", listed(columns, "one in rows"), otherwise=[paragraph("没有未办结的整改事项。")]),
            paragraph("交接各方签字：", "Note", KEPT),
            filled((24, 58, 24, 57, 24, 58), signed),
        )
    )
