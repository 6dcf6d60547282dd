"""YML and SCH: the codes the reader itself finds, documented like any other rule."""

from inspection.finding import Severity
from inspection.rules.framework import Rule
from inspection.rules.pages import page


def _rule(code: str, name: str, docstring: str) -> Rule:
    en, zh = page(code, docstring)
    return Rule(code, name, Severity.ERROR, False, (), zh, en, ())


RULES: tuple[Rule, ...] = (
    _rule(
        "YML01",
        "not_readable_text",
        """The file is not UTF-8, carries a byte-order mark or a control character, or is not YAML at all.

        Why: what cannot be read cannot be checked, and two programs would read it differently.

        Instead: save the file as "UTF-8" without a mark, and mend the place that is named.

        文件不是 UTF-8 编码、带有字节序标记或控制字符，或者根本不是 YAML。

        为什么：读不懂的文件无从检查，不同程序还会读出不同内容。

        怎么改：用编辑器另存为「UTF-8（无 BOM）」，并改正所指的位置。""",
    ),
    _rule(
        "YML02",
        "duplicate_key",
        """A key stands twice in one mapping.

        Why: one of the two values would vanish without a word.

        Instead: keep one of them; if both are facts, they belong in a list.

        同一层里同一个字段写了两次。

        为什么：两个值中有一个会被悄悄丢掉。

        怎么改：只保留一个；如果两个都是事实，应写成列表。""",
    ),
    _rule(
        "YML03",
        "hidden_machinery",
        """An anchor, alias, tag, merge key or directive is used.

        Why: the ledger is read by people; what stands in a file is what it says.

        Instead: write the value out where it is meant; put text that begins with & * ! in quotes.

        用了锚点（&）、别名（*）、标签（!）、合并键（<<）或指令（%）。

        为什么：台账是给人看的，文件里写什么就是什么。

        怎么改：在需要的地方把值写全；以 & * ! 开头的文字加引号。""",
    ),
    _rule(
        "YML04",
        "not_one_record",
        """The file holds several documents, nothing, or something that is not a mapping.

        Why: one record, one file.

        Instead: keep one mapping of fields and values in the file; give each further record a file of its own.

        一个文件里有多份文档、什么都没有，或者不是「字段： 值」的结构。

        为什么：一份记录一个文件。

        怎么改：文件里只保留一组「字段： 值」；其余记录各放各的文件。""",
    ),
    _rule(
        "YML05",
        "unfit_key_or_depth",
        """A key is not a string, or the nesting is deeper than 32.

        Why: field names are words; nothing in the ledger is nested as deep as that.

        Instead: write the key as a word, in quotes if it looks like a number.

        字段名不是文字，或者嵌套超过 32 层。

        为什么：字段名都是单词；台账里没有嵌套这么深的内容。

        怎么改：把字段名写成文字，像数字的要加引号；检查括号和缩进。""",
    ),
    _rule(
        "YML06",
        "too_large",
        """The file is larger than 256 KiB, or a value larger than 64 KiB.

        Why: records are facts; attachments are kept in the archive and cited by their SHA-256.

        Instead: move the attachment to the archive and cite it under `evidence`.

        文件超过 256 KiB，或者单个值超过 64 KiB。

        为什么：台账记事实；附件存档案室，用 SHA-256 引用。

        怎么改：把附件移到档案室，在 `evidence` 里登记。""",
    ),
    _rule(
        "SCH01",
        "wrong_type_or_form",
        """A value has the wrong type or form, `null` included.

        Why: figures and deadlines are computed from these values.

        Instead: write the value in the form the message names; leave the key out where there is no value.

        值的类型或写法不对（包括 null）。

        为什么：数字和期限都由这些值算出来。

        怎么改：按提示的写法改；没有值就把整行删去。""",
    ),
    _rule(
        "SCH02",
        "identity_key_missing",
        """A key without which the record has no identity is missing.

        Why: nobody could say what the record is about.

        Instead: add the key that is named.

        缺少必填字段。

        为什么：没有它就说不清这份记录是什么。

        怎么改：补上所指的字段。""",
    ),
    _rule(
        "SCH03",
        "unknown_key",
        """A key is not known here.

        Why: what nobody reads is lost, and a slip of the keyboard would pass as silence.

        Instead: use the key that is proposed, or the one the data dictionary gives.

        字段名不认识。

        为什么：没有人读的内容等于丢失，打错一个字母也不会有人发现。

        怎么改：改成提示的字段名，或查数据字典。""",
    ),
    _rule(
        "SCH04",
        "code_outside_its_list",
        """A code is not in its list.

        Why: figures are counted by these codes.

        Instead: choose one of the codes that are listed with their labels.

        代码不在规定的选项里。

        为什么：统计口径按这些代码计数。

        怎么改：从列出的代码（附中文含义）中选一个。""",
    ),
    _rule(
        "SCH05",
        "no_known_place",
        """The file lies in no known place, or its name is no id of its kind.

        Why: the path says what a record is, and its name is its id.

        Instead: move or rename the file as the message shows.

        文件放错了地方，或者文件名不是这一类记录的编号。

        为什么：路径说明是什么记录，文件名就是编号。

        怎么改：按提示移动文件或改文件名。""",
    ),
)
