"""Likely personal names: a surname where the words around it speak of a person.

A surname alone says nothing (金额, 方案, 高标准). A name is believed on what stands before it (村民, 会计, 其妻,
与), after it (同志, 挪用, 等3人) or both; 某 and other masks are no names.
"""

import re
from collections.abc import Iterator

from inspection.rules.privacy.appellations import appellations
from inspection.rules.privacy.folding import Match
from inspection.rules.privacy.surnames import DOUBLE, FAMOUS, GIVEN, NEVER, ORDINARY, SINGLE
from inspection.rules.privacy.surroundings import (
    AFTER_A_HOLDER,
    AFTER_A_LINK,
    BEFORE_A_NAME,
    DESCRIBED,
    DOING,
    HOLDERS,
    LINKS,
    LONGEST_HOLDER,
    LONGEST_LINK,
    SEPARATORS,
    TITLED,
    UNTITLED,
)

_SURNAME = re.compile(f"[{''.join(sorted(SINGLE))}](?=[\u4e00-\u9fff])|{'|'.join(sorted(DOUBLE))}")
_REACH = 20
_HAN = re.compile("[\u4e00-\u9fff]")
_SOUNDS = (
    "阿艾爱安巴拜白贝别布才次达德登迪丁多尔尕噶岗格古哈汗赫吉加江姜杰卡凯克肯拉来莱勒里力丽利林洛罗玛马买麦曼"
    "米木穆那娜乃尼努诺"
    "帕普齐奇其钦曲热日茹萨赛桑沙什斯苏索塔太泰提图吐托瓦旺维乌西夏谢雅亚央依伊尤玉扎泽珠孜祖"
)
_INTERPUNCT = re.compile(f"[{_SOUNDS}]{{2,7}}[·•・][{_SOUNDS}]{{2,7}}")
_AND = re.compile("[、和与及跟,，]")
_ORGANIZED = re.compile(
    ".{0,8}?(?:公司|集团|中心|学校|小学|中学|小区|社区|街道|大道|广场|酒店|宾馆|饭店|银行|合作社|农场|基地|项"
    "目|工程|物业|置业|实业|科技|医院|商场"
    "|超市|花园|家园|公园|景区|大厦|水库|湿地|大桥)|[村镇乡路街巷桥河湖山寺庙店厂]"
)
_PLACED = re.compile("村|镇|乡|社区|街道|小区|公司|家园")
_PLACES = frozenset("园桥湾塘镇山河湖寺庙港坪岗岭村店集路街洲岛州")
_COUNTED = re.compile("等 ?(?:[0-9一二三四五六七八九十两几多]+ ?(?:人|户|名|位)|人)|[二两三四五]人")


def personal_names(text: str) -> Iterator[Match]:
    """Yield the likely personal names of a folded text, kin and nickname forms included."""
    yield from appellations(text)
    for found in _SURNAME.finditer(text):
        start, first = found.span()
        for end in (first + 2, first + 1):
            given = text[first:end]
            whole = len(given) == end - first
            if whole and plausible(text[start:first], given) and _speaks_of_a_person(text, start, end):
                yield Match(start, end)
                break
    for found in _INTERPUNCT.finditer(text):
        yield Match(*found.span())


def plausible(surname: str, given: str) -> bool:
    """Return whether a surname and one or two characters may be a name, and are no ordinary word."""
    if surname + given[0] in ORDINARY and not (len(given) == 2 and GIVEN.issuperset(given)):
        return False
    return NEVER.isdisjoint(given) and not (surname + given).startswith(FAMOUS)


def _speaks_of_a_person(text: str, start: int, end: int) -> bool:
    surname = 2 if text[start : start + 2] in DOUBLE else 1
    given = text[start + surname : end]
    usual = GIVEN.issuperset(given)
    ordinary = surname == 1 and text[start : start + 2] in ORDINARY
    sure = usual and len(given) == 2 and not ordinary
    ends = end == len(text) or not _HAN.match(text, end)
    if _holder_before(text, start):
        if _PLACED.match(text, end):
            return False
        if sure or (not ordinary and (ends or text[end] in AFTER_A_HOLDER)):
            return True
        return (usual or not ordinary) and (ends or _person_after(text, end))
    return usual and _stands_as_a_name(text, start, end, sure=sure or surname == 2, ordinary=ordinary, ends=ends)


def _stands_as_a_name(text: str, start: int, end: int, *, sure: bool, ordinary: bool, ends: bool) -> bool:
    """Return whether what looks like a name is used as one, with no word for somebody before it."""
    apart = start == 0 or not _HAN.match(text, start - 1)
    if TITLED.match(text, end) and (apart or text[start - 1 : start + 1] not in UNTITLED):
        return True
    linked = any(text[max(0, start - size) : start] in LINKS for size in range(1, LONGEST_LINK + 1))
    if not (apart or linked):
        return False
    if _person_after(text, end) or _listed(text, end):
        return True
    if _ORGANIZED.match(text, end) or text.startswith("东方", start):
        return False
    if linked and not ordinary and (sure or ends or text[end] in AFTER_A_LINK):
        return True
    return apart and sure and text[end - 1] not in _PLACES and (ends or text[end] == "的")


def _person_after(text: str, end: int) -> bool:
    return any(pattern.match(text, end) for pattern in (TITLED, DESCRIBED, DOING))


def _holder_before(text: str, start: int) -> bool:
    """Return whether a word for somebody (村民, 会计, 其妻) stands right before, or with a colon between."""
    before = text[max(0, start - _REACH) : start].rstrip(SEPARATORS)
    link = BEFORE_A_NAME.search(before, max(0, len(before) - 6))
    if link:
        before = before[: link.start()].rstrip(SEPARATORS)
    return any(before[-size:] in HOLDERS for size in range(2, LONGEST_HOLDER + 1))


def _listed(text: str, end: int) -> bool:
    """Return whether the name is one of a list of names (张伟、李娜、王磊三人) or of several (李强等5户)."""
    if _COUNTED.match(text, end):
        return True
    if not _AND.match(text, end):
        return False
    following = _SURNAME.match(text, end + 1)
    if following is None:
        return False
    for length in (2, 1):
        stop = following.end() + length
        given = text[following.end() : stop]
        if len(given) == length and GIVEN.issuperset(given) and plausible(following.group(), given):
            rest = stop == len(text) or not _HAN.match(text, stop) or _COUNTED.match(text, stop)
            if rest or text[stop] in AFTER_A_HOLDER or _person_after(text, stop):
                return True
    return False
