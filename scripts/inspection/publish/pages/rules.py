"""The list of rules, family by family, and a page for each."""

from collections.abc import Iterator

from inspection.labels import Wording
from inspection.publish.pages.given import Given, Made
from inspection.publish.tallies import grouped

FAMILIES = {
    "YML": Wording("文件怎么写", "How files are written"),
    "SCH": Wording("字段和代码", "Fields and codes"),
    "EXC": Wording("规则的例外", "Exceptions from rules"),
    "REF": Wording("引用和编号", "References and ids"),
    "COV": Wording("巡察覆盖", "Coverage"),
    "RND": Wording("巡察轮次", "Rounds"),
    "TEA": Wording("巡察组", "Teams"),
    "TAL": Wording("巡察人才库", "The pool of inspectors"),
    "CHK": Wording("监督清单", "Checklists"),
    "INS": Wording("反馈和整改环节", "Feedback and the stages of rectification"),
    "EVA": Wording("整改评估", "Evaluation"),
    "PRB": Wording("问题", "Problems"),
    "LIF": Wording("整改事项的办理", "The life of an item"),
    "DUE": Wording("期限", "Deadlines"),
    "CMN": Wording("共性问题", "Common problems"),
    "LTR": Wording("函件", "Letters"),
    "VIS": Wording("督查和回访", "Visits"),
    "CLU": Wording("问题线索", "Clues"),
    "PRV": Wording("隐私和保密", "Privacy"),
    "PUB": Wording("公开", "Publication"),
    "CHG": Wording("修改台账", "Changes of the ledger"),
}
"""What the families are called; a code begins with three letters of its family."""


def pages(given: Given) -> Iterator[Made]:
    """Yield the list of rules, then each rule in both languages, the site's own first."""
    families = grouped(given.rules, lambda one: one.code[:3])
    yield "rules/index.md", "rules.md", {"families": [(FAMILIES[name], rules) for name, rules in families.items()]}
    for rule in given.rules:
        yield f"rules/{rule.code.lower()}/index.md", "rule.md", {"rule": rule}
