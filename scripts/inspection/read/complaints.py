"""What a YAML parser says, in words that say how to mend it.

The parser's own sentences speak of tokens and nodes and repeat the file's text; these name the mistake behind them.
"""

from typing import NamedTuple

from inspection.finding import Mark, Words
from inspection.read.fault import Fault


class Complaint(NamedTuple):
    """A parser's error.

    Attributes:
        context: What it was doing, in English, such as `while scanning a quoted scalar`.
        problem: What it met.
        began: Where what it was doing began.
        mark: Where it met it.
    """

    context: str
    problem: str
    began: Mark | None
    mark: Mark


class _Reading(NamedTuple):
    context: str
    problem: str
    message: Words
    help: Words
    code: str = "YML01"
    at_beginning: bool = False


_QUOTE = Words(
    '以 @ ` % 等符号开头的文字要加引号，例如 "@…"',
    'put text that begins with a sign such as @, ` or % in quotes: "@..."',
)
_NAMELESS = Words("把内容直接写出来", "write the value out")

_READINGS = (
    _Reading(
        "quoted scalar", "unexpected end",
        Words("引号没有配对", "a quotation mark has no partner"),
        Words("补上后面的引号", "add the closing quotation mark"), at_beginning=True,
    ),
    _Reading(
        "quoted scalar", "document separator",
        Words("引号没有配对", "a quotation mark has no partner"),
        Words("补上后面的引号", "add the closing quotation mark"), at_beginning=True,
    ),
    _Reading(
        "double-quoted", "escape",
        Words("双引号里的反斜杠 \\ 用法不对", "a backslash in double quotes means nothing here"),
        Words("改用单引号，或写两个反斜杠 \\\\", "use single quotes, or write two backslashes"),
    ),
    _Reading(
        "", "'\\t' that cannot start",
        Words("此处有 Tab 键", "a tab stands here"),
        Words("用空格缩进和分隔，不用 Tab", "indent and separate with blanks, never with tabs"),
    ),
    _Reading(
        "", "cannot start any token",
        Words("此处的符号不能开头", "nothing may begin with this sign"), _QUOTE,
    ),
    _Reading(
        "", "mapping values are not allowed",
        Words("此处的冒号多余，或缩进不对", "a colon too many, or wrong indentation"),
        Words("含有冒号的文字加引号；字段与上一行对齐", "quote text with a colon; align keys with the line above"),
    ),
    _Reading(
        "", "sequence entries are not allowed",
        Words("此处的减号 - 多余", "a hyphen stands where no list may begin"),
        Words("列表另起一行缩进，文字加引号", "begin a list on its own line, or quote the text"),
    ),
    _Reading(
        "", "mapping keys are not allowed",
        Words("此处的问号 ? 多余", "a question mark stands where no key may begin"),
        Words("给文字加引号", "quote the text"),
    ),
    _Reading(
        "simple key", "':'",
        Words("这一行没有冒号", "this line has no colon"),
        Words("写成「字段: 值」，冒号用半角，后面空一格", "write `key: value` with an ASCII colon and a blank"),
        at_beginning=True,
    ),
    _Reading(
        "flow mapping", "expected ','",
        Words("花括号 { } 没有配对，或少了逗号", "a brace { has no partner, or a comma is missing"),
        Words("补上 } 或半角逗号", "add the } or the comma"), at_beginning=True,
    ),
    _Reading(
        "flow sequence", "expected ','",
        Words("方括号 [ ] 没有配对，或少了逗号", "a bracket [ has no partner, or a comma is missing"),
        Words("补上 ] 或半角逗号", "add the ] or the comma"), at_beginning=True,
    ),
    _Reading(
        "flow node", "expected the node content",
        Words("括号里此处没有内容", "nothing stands here within the brackets"),
        Words("删去多余的逗号，或补上括号", "delete the comma too many, or close the bracket"),
    ),
    _Reading(
        "block mapping", "expected <block end>",
        Words("缩进与上面的字段不齐", "the indentation does not match the keys above"),
        Words("同一层的字段左边对齐", "align the keys of one level"),
    ),
    _Reading(
        "block collection", "expected <block end>",
        Words("缩进与上面的列表不齐", "the indentation does not match the list above"),
        Words("同一列表的减号左边对齐", "align the hyphens of one list"),
    ),
    _Reading(
        "block scalar", "",
        Words("| 或 > 后面写错了", "what follows | or > is wrong"),
        Words("写成 |，内容另起一行缩进", "write | and indent the text on the next line"),
    ),
    _Reading(
        "alias", "", Words("用了别名（*）", "an alias (*)"),
        Words("把内容直接写出来；以 * 开头的文字加引号", "write the value out; quote text that begins with *"), "YML03",
    ),
    _Reading(
        "anchor", "", Words("用了锚点（&）", "an anchor (&)"),
        Words("把内容直接写出来；以 & 开头的文字加引号", "write the value out; quote text that begins with &"), "YML03",
    ),
    _Reading(
        "tag", "", Words("用了标签（!）", "a tag (!)"),
        Words("删去标签；以 ! 开头的文字加引号", "delete the tag; quote text that begins with !"), "YML03",
    ),
    _Reading(
        "", "undefined tag handle", Words("用了标签（!）", "a tag (!)"),
        Words("删去标签；以 ! 开头的文字加引号", "delete the tag; quote text that begins with !"), "YML03",
    ),
    _Reading(
        "", "<document start>",
        Words("记录到上面已经结束，后面还有内容", "the record has ended above, and more follows"),
        Words("检查缩进和括号", "check indentation and brackets"),
    ),
)  # fmt: skip
_ANYTHING = _Reading(
    "", "",
    Words("此处不是 YAML", "this is not YAML"),
    Words("对照示例检查这一行的缩进、冒号、引号和括号", "check this line's indentation, colon, quotes and brackets"),
)  # fmt: skip


def fault_of(complaint: Complaint) -> Fault:
    """Return the fault behind a parser's error."""
    for reading in (*_READINGS, _ANYTHING):
        if reading.context in complaint.context and reading.problem in complaint.problem:
            mark = complaint.began if reading.at_beginning and complaint.began else complaint.mark
            return Fault(reading.code, reading.message, reading.help, mark)
    raise AssertionError
