"""The tables of what was found and put right: problems, their items, and who verified each step."""

from inspection.labels import Wording
from inspection.publish.data.shapes import Column, Reference, Shape

_PROBLEM = Wording("问题的地址。", "Address of the problem.")

PROBLEMS = Shape(
    name="problems",
    title=Wording("问题", "Problems"),
    help=Wording(
        "已经向社会公开的问题。没有公开的只计入全区合计，因此相加可能少于全区合计。",
        "Problems shown to society. The others count in the district's totals only, so sums may be less than those.",
    ),
    columns=(
        Column(
            "address",
            "string",
            Wording(
                "问题页面地址的最后一部分：轮次、单位、公开序号。",
                "The last part of its page's address: round, unit, number.",
            ),
            title=Wording("地址", "Address"),
        ),
        Column("round", "string", Wording("轮次编号。", "Id of the round."), title=Wording("轮次", "Round")),
        Column("unit", "string", Wording("单位编号。", "Id of the unit."), "problem.unit"),
        Column(
            "number",
            "integer",
            Wording("在本单位公告中的序号。", "Its number within the unit's notice."),
            "problem.public.number",
            least=1,
        ),
        Column("title", "string", Wording("问题的公开表述。", "The problem in public words."), "problem.public.title"),
        Column(
            "result",
            "string",
            Wording("公开的整改成效。", "What was achieved, in public words."),
            "problem.public.result",
            optional=True,
        ),
        Column("category", "string", Wording("问题类别。", "Category."), "problem.category"),
        Column("nature", "string", Wording("个性问题，或者普遍性问题。", "Individual, or wider."), "problem.nature"),
        Column(
            "status",
            "string",
            Wording("由各整改事项的状态得出。", "It follows from the statuses of its items."),
            title=Wording("状态", "Status"),
            codes="public_status",
        ),
        Column(
            "overdue",
            "boolean",
            Wording("是否有整改事项逾期。", "Whether an item of it is overdue."),
            title=Wording("逾期", "Overdue"),
        ),
    ),
    key=("address",),
    references=(
        Reference(("round", "unit"), "inspections", ("round", "unit")),
        Reference(("unit",), "units", ("id",)),
    ),
)

ITEMS = Shape(
    name="items",
    title=Wording("整改事项", "Items"),
    help=Wording(
        "已公开问题的整改事项，撤销的除外。", "The rectification items of shown problems, but those withdrawn."
    ),
    columns=(
        Column("problem", "string", _PROBLEM, title=Wording("问题", "Problem")),
        Column(
            "number",
            "integer",
            Wording("在问题中的序号，从 1 起。", "Its number within the problem, from 1."),
            title=Wording("序号", "Number"),
            least=1,
        ),
        Column("kind", "string", Wording("整改类型。", "Kind of item."), "problem.items.kind"),
        Column(
            "task",
            "string",
            Wording("公开的整改任务。", "The task in public words."),
            "problem.items.public.task",
            optional=True,
        ),
        Column(
            "due",
            "yearmonth",
            Wording("最初期限的月份，以后不再改动。", "The month of the first deadline; it never changes."),
            "problem.items.due",
        ),
        Column(
            "status",
            "string",
            Wording("申请销号、等待核验的算作正在整改。", "An item waiting to be verified counts as in progress."),
            title=Wording("状态", "Status"),
            codes="public_status",
        ),
        Column(
            "overdue",
            "boolean",
            Wording("现行期限已过，仍未申请销号。", "Its current due day has passed and its clock runs."),
            title=Wording("逾期", "Overdue"),
        ),
    ),
    key=("problem", "number"),
    references=(Reference(("problem",), "problems", ("address",)),),
)

MOVES = Shape(
    name="moves",
    title=Wording("核验记录", "Verified steps"),
    help=Wording(
        "同意、销号、转为长期坚持和重新整改：哪一月、由谁、怎样核验。",
        "Agreements, close-outs, turns to long-term and reopenings: in which month, by whom, verified how.",
    ),
    columns=(
        Column("problem", "string", _PROBLEM, title=Wording("问题", "Problem")),
        Column(
            "item",
            "integer",
            Wording("整改事项的序号。", "Number of the item."),
            title=Wording("整改事项", "Item"),
            least=1,
        ),
        Column(
            "position",
            "integer",
            Wording("在该事项的核验记录中的次序，从 1 起。", "Its place among the item's verified steps, from 1."),
            title=Wording("次序", "Position"),
            least=1,
        ),
        Column("date", "yearmonth", Wording("发生的月份。", "The month it happened in."), "problem.items.log.date"),
        Column("action", "string", Wording("核验动作。", "What was done."), "problem.items.log.action"),
        Column(
            "by",
            "string",
            Wording(
                "核验主体：角色词或单位编号；名称见代码表的 role。",
                "The body that did it: a role word (see the codes of `role`) or a unit's id.",
            ),
            "problem.items.log.by",
        ),
        Column("how", "string", Wording("怎样核验。", "How it was verified."), "problem.items.log.how", optional=True),
    ),
    key=("problem", "item", "position"),
    references=(Reference(("problem", "item"), "items", ("problem", "number")),),
)
