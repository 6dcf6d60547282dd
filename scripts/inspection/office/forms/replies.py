"""What is written below a submitted form: that it was taken, or what is wrong and how to mend it."""

import re
from collections.abc import Iterable, Sequence

from inspection.finding import Finding, Words
from inspection.office.forms.answers import Complaint
from inspection.office.writing import Written
from inspection.office.writing.spoken import uncoded
from inspection.templates import one_line

_PLACE = re.compile(r"(?:[\w-]+ 的文字)?「[^「」]+·([^「」·]+)」")
_TWICE = re.compile(r"(「[^「」]+」)\1")
_REMOVE = Words(
    "删去这些内容再保存；编辑历史里还有，请告诉巡察办清除",
    "remove it and save; it is still in the history of the issue, so tell the office",
)
_BARE = re.compile(r"(?i)\b(www)\.")
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
    lines = [f"**已转巡察办核对：{_inert(words)}。**", "", f"巡察办的办理页面：{url}", ""]
    lines += [f"- 请留意：{_inert(one.message.zh)}" for one in warnings]
    return "\n".join([*lines, "巡察办合并以后本单自动关闭。写错了可以编辑本单，保存后重新核对。"])


def waiting(record: str) -> str:
    """Return what a unit is told while another form about the same record is looked at."""
    return f"**收到。** {_inert(record)} 还有一张报送单正在巡察办核对，办完以后自动接着办这一张，不用另开。"


def complaints_of(written: Written, instead: Words) -> list[Complaint]:
    """Return why acts were not written, in the words of the form.

    Args:
        written: What they came to; the last act is the fact itself, those before it bring its evidence.
        instead: What the unit may do instead of a move that is refused.
    """
    last = max((one.act for one in written.refused), default=0)
    first = [one for one in written.refused if one.act < last] or written.refused
    refused = [Complaint(_in_words(one.said), instead if one.move else _asked_of(one.mend)) for one in first]
    errors = [
        Complaint(_in_words(one.message), _REMOVE if one.code.startswith("PRV") else one.help) for one in written.errors
    ]
    return [*refused, *errors]


def _asked_of(mend: Words) -> Words:
    """Return how a value is mended, without what only a file asks for."""
    return mend._replace(zh=mend.zh.replace("，加引号", ""))


def _in_words(said: Words) -> Words:
    """Return a sentence that names the question of the form instead of a place in a file."""
    return said._replace(zh=_TWICE.sub(r"\1", uncoded(_PLACE.sub(r"「\1」", said.zh))))


def _inert(text: str) -> str:
    return _BARE.sub(r"\1．", one_line(text).translate(_WIDE).replace("://", ":／／")).rstrip("。")
