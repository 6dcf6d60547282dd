"""What an audit finds: the commit, the place, and a sentence; with the audit's own words beside those of the rules."""

from typing import NamedTuple

from msgspec import Struct

from inspection.finding import Words
from inspection.history.commits import Commit


class Caught(Struct, frozen=True, array_like=True):
    """One finding of an audit.

    Attributes:
        code: A rule's code, or one of `AUDIT`.
        commit: The full id of the commit that did it.
        path: The record, relative to the ledger folder; `""` where it concerns none.
        pointer: JSON Pointer into the record as the commit left it; `""` for all of it.
        zh: The sentence in Chinese.
        en: The same in English.
    """

    code: str
    commit: str
    path: str
    pointer: str
    zh: str
    en: str


class Word(NamedTuple):
    """What a code of the audit means."""

    zh: str
    en: str


AUDIT = {
    "AUD01": Word("合并加入了各方都没有的内容", "A merge brings in what no parent had"),
    "AUD02": Word("合并丢掉了一方已有的内容", "A merge drops what a parent had"),
    "AUD03": Word("条目被移到另一份记录", "An entry was moved to another record"),
    "AUD04": Word("提交时间倒退", "Committer dates run backwards"),
    "AUD05": Word("作者时间与提交时间不符", "Author and committer date do not fit"),
    "AUD06": Word("整份重排，看不出改了什么", "A record rewritten as a whole, so that no change can be seen"),
    "AUD07": Word("记录无法读取", "A record nobody can read"),
    "AUD08": Word("并入了另一段没有来历的历史", "Another history without a beginning in this one was joined"),
    "AUD09": Word("签名无效", "A signature that is not good"),
    "AUD10": Word("签名公钥的改动不可信", "Keys changed on nobody's word"),
    "AUD11": Word("事后改动已生效的政策", "A policy changed after it was in force"),
}
"""What only an audit finds, because only history tells; codes are never renumbered and never reused."""


def caught(code: str, commit: Commit, path: str, said: Words, pointer: str = "") -> Caught:
    """Return a finding in a commit."""
    return Caught(code, commit.id, path, pointer, said.zh, said.en)
