"""The detectors under one roof: what a text holds that must not be in a ledger.

Pure functions, so that whoever takes in text can ask before anything is kept: the rules, a form, an import, a hook.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from inspection.finding import Words
from inspection.rules.privacy.folding import Match, folded
from inspection.rules.privacy.names import personal_names

Detector = Callable[[str], Iterator[Match]]


def _late(module: str, name: str) -> Detector:
    """Return a detector whose patterns are made when a text is first worth its time: few runs meet such a text."""

    def detector(text: str) -> Iterator[Match]:
        found: Iterator[Match] = getattr(import_module(f"inspection.rules.privacy.{module}"), name)(text)
        return found

    return detector


_DIGITS = (
    re.compile(r"[0-9](?:[ .()-]{0,3}[0-9]){9}"),
    re.compile(r"[〇零○一二三四五六七八九幺]{11}"),
    re.compile(
        r"[话机线真码打电式Ll](?:(?<=电话)|(?<=座机)|(?<=热线)|(?<=传真)|(?<=号码)|(?<=拨打)|(?<=致电)|(?<=联系方式)"
        r"|(?<=[Tt][Ee][Ll]))[^0-9]{0,5}[0-9]"
    ),
)
_PLACES = (
    re.compile(r"[#幢栋座弄住]"),
    re.compile(r"[元楼址牌籍](?:(?<=单元)|(?<=号楼)|(?<=地址)|(?<=门牌)|(?<=户籍))"),
    re.compile(r"[组队社村路街巷湾庄屯同] ?[0-9]{1,4} ?号"),
    re.compile(r"[0-9]-[0-9]{1,2}-[0-9]{3}"),
    re.compile(r"[组队社](?:(?<=[一二三四五六七八九十][组队社])|(?<=[一二三四五六七八九十] [组队社])) ?[0-9]"),
)
_SECRET = (re.compile("密"),)
_POSTS = (re.compile("书记|主任|会计|出纳|文书|支书|报账员|妇联主席|[理监董]事长|[连营社村]长|总经理|村医"),)
_ANYTHING = (re.compile(""),)


class Detection(NamedTuple):
    """A detector and what a text must hold to be worth its time.

    Attributes:
        name: What it finds, as in docs/privacy.md: a rule's code, and `PRV02L` for landlines.
        worth: One of them is found in every folded text in which the detector finds something. Several that begin with
            a character are quicker than one that begins with a choice.
        detector: Yields the matches of a folded text.
        what: What it finds, in words.
        in_public: Whether it is for public texts alone.
    """

    name: str
    worth: tuple[re.Pattern[str], ...]
    detector: Detector
    what: Words
    in_public: bool = False

    def may_find(self, text: str) -> bool:
        """Return whether a folded text is worth the detector's time."""
        return any(pattern.search(text) for pattern in self.worth)


DETECTIONS = (
    Detection(
        "PRV01", _DIGITS, _late("numbers", "identity_numbers"), Words("居民身份证号码", "a resident identity number")
    ),
    Detection("PRV02", _DIGITS, _late("telephones", "mobile_numbers"), Words("手机号码", "a mobile number")),
    Detection("PRV02L", _DIGITS, _late("telephones", "landlines"), Words("固定电话号码", "a landline number")),
    Detection("PRV03", _DIGITS, _late("numbers", "card_numbers"), Words("银行卡号", "a bank card number")),
    Detection("PRV04", _SECRET, _late("marks", "classification_marks"), Words("国家秘密标志", "a classification mark")),
    Detection("PRV06", _ANYTHING, personal_names, Words("疑似人名", "what looks like a personal name")),
    Detection(
        "PRV07", _PLACES, _late("addresses", "home_addresses"), Words("疑似家庭住址", "what looks like a home address")
    ),
    Detection(
        "PRV08",
        _POSTS,
        _late("posts", "single_posts"),
        Words("只有一个人担任的岗位", "a post that one person holds"),
        in_public=True,
    ),
)


BY_NAME = {one.name: one for one in DETECTIONS}


def detected(text: str, *, public: bool = False) -> Iterator[tuple[str, Match]]:
    """Yield what a text holds: the detection's name and the place, in characters of the text.

    Args:
        text: As it was written.
        public: Whether anybody may come to read it; posts one person holds (PRV08) matter only there.
    """
    plain = folded(text)
    for one in DETECTIONS:
        if (public or not one.in_public) and one.may_find(plain):
            yield from ((one.name, match) for match in one.detector(plain))
