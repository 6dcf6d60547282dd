"""What is written below a submitted form: that it was taken, or what is wrong and how to mend it."""

from collections.abc import Iterable, Sequence

from inspection.finding import Finding, Words
from inspection.office.forms.answers import Complaint
from inspection.office.writing import Written
from inspection.templates import one_line

_WIDE = str.maketrans({"@": "＠", "#": "＃", "<": "＜", "`": "＇", "[": "［", "]": "］", "!": "！"})


def not_taken(complaints: Iterable[Complaint]) -> str:
    """Return what a unit is told whose form was not taken."""
    lines = ["**还没有登记。**", "", *map(_complained, complaints)]
    lines += ["", "请点本单右上角的「编辑」改好后保存，系统会自动再看一遍；不用另开一张。"]
    return "\n".join(lines)


def _complained(one: Complaint) -> str:
    mend = f"怎么改：{_inert(one.mend.zh)}。" if one.mend.zh else ""
    return f"- {_inert(one.said.zh)}。{mend}"


def taken(words: str, url: str, warnings: Sequence[Finding] = ()) -> str:
    """Return what a unit is told whose form was taken.

    Args:
        words: What was recorded.
        url: The pull request, which the office reads.
        warnings: What the rules would look at again.
    """
    lines = [f"**已转巡察办核对：{_inert(words)}。**", "", f"办理情况：{url}", ""]
    lines += [f"- 请留意：{_inert(one.message.zh)}" for one in warnings]
    return "\n".join([*lines, "巡察办合并以后本单自动关闭。写错了可以编辑本单，保存后重新核对。"])


def waiting(record: str) -> str:
    """Return what a unit is told while another form about the same record is looked at."""
    return f"**收到。** {_inert(record)} 还有一张报送单正在巡察办核对，办完以后自动接着办这一张，不用另开。"


def complaints_of(written: Written, mend: Words) -> list[Complaint]:
    """Return why acts were not written.

    Args:
        written: What they came to.
        mend: What the unit may do instead of a move that is refused.
    """
    refused = [Complaint(one.said, mend) for one in written.refused]
    return [*refused, *(Complaint(one.message, one.help) for one in written.errors)]


def _inert(text: str) -> str:
    return one_line(text).translate(_WIDE).replace("://", ":／／").rstrip("。")
