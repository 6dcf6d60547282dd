"""Forms that name a person by the surname alone: 老李, 小王, 陈奶奶, 李女士, 赵书记."""

import re
from collections.abc import Iterator

from inspection.rules.privacy.folding import Match
from inspection.rules.privacy.surnames import SINGLE
from inspection.rules.privacy.surroundings import UNTITLED

_SURNAMES = "".join(sorted(SINGLE))
_NO_SMALL, _NO_OLD, _NOT_SERVING = (
    frozenset("康于段钱文易万常任方"),
    frozenset("康于段钱文易万常任赖"),
    frozenset("任于常方"),
)
"""Surnames that make ordinary words after 小 (小康, 小段) or 老 (老赖), or before a post (任书记)."""

_NICKNAME = re.compile(
    rf"[老小]([{_SURNAMES}])"
    r"(?=$|[^\u4e00-\u9fff0-9A-Za-z]|[家户的说在将把被向给与负反已是也曾未等去来两二夫同不都由调联代了头汉太因"
    r"拿找请]|和(?!平)|工作[^站量服人])"
)
_NOT_BEFORE_SMALL = frozenset("大中微从幼最较窄缩减细弱矮年长养衰古极甚变渺")
_NOT_BEFORE_OLD = frozenset("养敬尊古年衰父助为涉适赡元遗终长陈苍")

_ADDRESSED = re.compile(
    rf"([{_SURNAMES}])(?:"
    r"(?P<kin>(?:奶奶|爷爷|大爷|大妈|大娘|大叔|大婶|大伯|大嫂|大姐|大哥|阿姨|阿婆|阿公|叔叔|婶婶|伯伯|伯母|婆"
    r"婆|老太太?|老汉|老伯|老爹|老头|先生"
    r"|女士|小姐|太太|同学|师傅|老板|嫂子)(?!们)|家(?:老[大二三四五幺]|[大小二三]儿子|媳妇))"
    r"|(?P<short>[婶嫂姨姐哥叔](?![\u4e00-\u9fff])|[婶嫂姨姐](?=[代开家的说在反把将负管]))"
    r"|书记(?![员录载])|支书|主任(?![科医委务])|会计(?![核制凭账科档人报基信工业委服准处监资管师机]|代理)|出纳"
    r"(?!账)|(?:老师|医生|大夫|教授|律师|警官)(?!资)"
    r"|总(?=$|[^\u4e00-\u9fff]|[与和说在的给向](?!额|计))"
    r"|[局乡镇院](?=[说让批]|交代|同意|要求|指示|安排|打招呼)|(?:局|科|处|镇|乡|区|县|部|院|校|所|站|队|组|社|"
    r"行|厂|会|村|秘书|理事|董事)长(?![期效远年达度时久江])|"
    r"总?经理(?!层))"
)
_BEFORE_SHORT = frozenset("找请给向与由被对听跟和村")
_BEFORE_SERVING = frozenset("找请给向与由被对据和跟将取村镇社局")


def appellations(text: str) -> Iterator[Match]:
    """Yield where a folded text names somebody by surname and form of address."""
    for found in _NICKNAME.finditer(text):
        before = text[max(0, found.start() - 1) : found.start()]
        small = text[found.start()] == "小"
        if before not in (_NOT_BEFORE_SMALL if small else _NOT_BEFORE_OLD) and (
            found.group(1) not in (_NO_SMALL if small else _NO_OLD)
        ):
            yield Match(*found.span())
    for found in _ADDRESSED.finditer(text):
        if _stands_alone(text, found):
            yield Match(*found.span())


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Return whether the surname is one, and not the end of a word: 对方书记, 现金会计."""
    start = found.start()
    before = text[start - 1] if start else ""
    if before + text[start] in UNTITLED:
        return False
    if found["kin"]:
        return True
    if not found["short"] and text[start] in _NOT_SERVING:
        return False
    allowed = _BEFORE_SHORT if found["short"] else _BEFORE_SERVING
    return before in allowed or not "\u4e00" <= before <= "\u9fff"
