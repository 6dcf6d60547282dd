"""The tables of numbers of the district as a whole, and the table of codes."""

from inspection.labels import Wording
from inspection.publish.data.shapes import Column, Shape

_COUNTED = Wording("数量较少的不显示，整行留空。", "Where a count is small the whole row stays empty.")

FIGURES = Shape(
    name="figures",
    title=Wording("指标", "Figures"),
    help=Wording(
        "全区的每一项指标，含没有公开的问题。怎样计算见网站的“指标”页。",
        "Every figure of the district, problems not shown included. The page of figures says how each is counted.",
    ),
    columns=(
        Column(
            "key",
            "string",
            Wording(
                "指标的名称，不会改变；分项的代码在最后。", "Its name, which never changes; codes of a split come last."
            ),
            title=Wording("指标", "Key"),
        ),
        Column(
            "n",
            "number",
            Wording(
                "数量、金额（元）或者比率的分子；平均数为单位数。空的不显示。",
                "The count, the yuan, or the numerator; of a mean how many units. Empty: not shown.",
            ),
            title=Wording("数量", "n"),
            optional=True,
        ),
        Column(
            "of",
            "number",
            Wording("比率的分母。", "The denominator of a rate."),
            title=Wording("分母", "N"),
            optional=True,
        ),
        Column(
            "rate",
            "number",
            Wording("百分数，四舍五入到两位小数。", "A percentage, two decimals, half up."),
            title=Wording("比率（%）", "Rate (%)"),
            optional=True,
        ),
        Column(
            "mean",
            "number",
            Wording("平均数，四舍五入到两位小数。", "A mean, two decimals, half up."),
            title=Wording("平均数", "Mean"),
            optional=True,
        ),
        *(
            Column(
                name,
                "number",
                Wording(
                    "抽签得出的比率的 95% 区间（威尔逊法），百分数，两位小数。",
                    "The 95 % interval (Wilson) of a rate found by lot, as a percentage with two decimals.",
                ),
                title=Wording(zh, en),
                optional=True,
            )
            for name, zh, en in (("low", "区间下限（%）", "Low (%)"), ("high", "区间上限（%）", "High (%)"))
        ),
        Column(
            "yuan",
            "boolean",
            Wording("数量是否为金额（元）。", "Whether n is an amount of yuan."),
            title=Wording("金额", "Yuan"),
        ),
        Column(
            "until",
            "yearmonth",
            Wording(
                "数量之和计算到哪一个月的月末；够多的记录有新内容时才更新。",
                "A sum is told to the end of this month; it moves once enough records have something new in it.",
            ),
            title=Wording("截至", "Until"),
            optional=True,
        ),
    ),
    key=("key",),
)

HALF_YEARS = Shape(
    name="half_years",
    title=Wording("半年汇总", "Half-years"),
    help=Wording(
        "线索、立案、处分、追责问责和人才库淘汰，只按已经结束的半年汇总。没有发生的没有这一行。",
        "Clues, cases, sanctions, persons held accountable and eliminations, by closed half-year only. None: no row.",
    ),
    columns=(
        Column(
            "half",
            "string",
            Wording("年份，上半年加 -1，下半年加 -2。", "The year, then -1 for its first half or -2 for its second."),
            title=Wording("半年", "Half-year"),
            pattern=r"[0-9]{4}-[12]",
        ),
        Column(
            "key",
            "string",
            Wording("汇总的是什么，名称见“指标”页。", "What is summed up; see the page of figures."),
            title=Wording("项目", "Key"),
        ),
        Column("shown", "boolean", _COUNTED, title=Wording("是否显示", "Shown")),
        Column("pieces", "integer", _COUNTED, title=Wording("件", "Pieces"), optional=True, least=0),
        Column("persons", "integer", _COUNTED, title=Wording("人", "Persons"), optional=True, least=0),
        Column("organizations", "integer", _COUNTED, title=Wording("党组织", "Organizations"), optional=True, least=0),
    ),
    key=("half", "key"),
)

CODES = Shape(
    name="codes",
    title=Wording("代码", "Codes"),
    help=Wording("其他各表所用代码的名称。", "What the codes in the other tables mean."),
    columns=(
        Column(
            "vocabulary",
            "string",
            Wording(
                "代码表的名称；哪一列用哪个代码表，见数据字典。",
                "The list it belongs to; the dictionary says which column uses which.",
            ),
            title=Wording("代码表", "Vocabulary"),
        ),
        Column(
            "code",
            "string",
            Wording("代码，不会改变。", "The code, which never changes."),
            title=Wording("代码", "Code"),
        ),
        Column("label_zh", "string", Wording("中文名称。", "In Chinese."), title=Wording("中文", "Chinese")),
        Column("label_en", "string", Wording("英文名称。", "In English."), title=Wording("英文", "English")),
    ),
    key=("vocabulary", "code"),
)
