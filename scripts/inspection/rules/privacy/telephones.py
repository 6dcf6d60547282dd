"""Mobile numbers and landlines: found by their form, believed when the numbering plan knows them."""

import re
from collections.abc import Iterator

from inspection.rules.privacy.folding import Match, with_plain_digits

_TAG = r"(?:(?<![A-Za-z])(?:tel|phone|mobile|mob|wx|vx|qq|t|m)[:. ]?)?"
_COUNTRY = r"(?:\(?(?:\+|00)?86\)?[ -]?)?"
_GROUPS = (
    r"1[3-9][0-9](?:[0-9]{8}|(?P<gap>[ .-])[0-9]{4}(?P=gap)[0-9]{4}|[ -][0-9]{8}|[0-9]{4}[ -][0-9]{4}|[0-9]{2}"
    r"[ -][0-9]{6}"
    r"|[0-9][ -][0-9]{4}[ -][0-9]{3}|[0-9] [0-9]{3} [0-9]{4}|-[0-9]{3}-[0-9]{5})"
)
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z.])(?<![0-9A-Za-z]-){_TAG}{_COUNTRY}0?(?P<number>{_GROUPS})(?:\.0)?(?![0-9]|[A-Za-z]|\.[0-9])",
    re.I,
)
_APART = re.compile(r"(?<![0-9] )1(?:[ -][0-9]){10}(?![ -]?[0-9])")
_SPELT = re.compile(
    r"(?<![〇零○一二三四五六七八九幺十])[一幺][三四五六七八九][〇零○一二三四五六七八九幺]{9}(?![〇零○一二三四"
    r"五六七八九十])"
)
_NOT_A_NUMBER_BEFORE = re.compile(
    r"(?:编号|单号|流水号?|序号|合同号|凭证号|代码|金额|金?额为|[第共计值资])[::为]?[ ]?$"
)
_NOT_A_NUMBER_AFTER = re.compile(r" ?(?:[万亿]?元|户次?|人次|[亩吨册件份万亿])")

_EXTENSION = r"(?:[ ,]?(?:-|转|分机|ext\.?)[ ]?[0-9]{1,5}(?![0-9]))?"
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z]-)(?:\(?(?:\+|00)?86\)?[ -]?\(?0?([1-9][0-9]{1,2})\)?[ -]?|\(0([1-9][0-9]"
    r"{1,2})\)[ -]?"
    rf"|0([1-9][0-9]{{1,2}})[ -]{{1,3}})([2-8][0-9]{{2,3}}[ -]?[0-9]{{4}})(?![0-9A-Za-z]|-[0-9]{{6,}}){_EXTENSION}"
)
_CALLED = r"(?:电话|座机|热线|传真|号码|拨打|致电|联系方式|[Tt][Ee][Ll])[^0-9。；;,，]{0,5}"
_CLOSED = re.compile(rf"{_CALLED}(0(?:10|2[0-9]|[3-9][0-9]{{2}})[2-8][0-9]{{6,7}})(?![0-9A-Za-z.])")
_LOCAL = re.compile(
    rf"{_CALLED}([2-8][0-9]{{2,3}}[ -]?[0-9]{{4}})(?![0-9A-Za-z.])(?!-?[0-9])(?!{_NOT_A_NUMBER_AFTER.pattern})"
)
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])")
_DECADE = re.compile(r"[ ]?(?:年|元|万|册|亩)")


def mobile_numbers(text: str) -> Iterator[Match]:
    """Yield the mobile numbers of a folded text, with and without country code, in groups, or spelt in Chinese."""
    for found in _MOBILE.finditer(text):
        before = text[max(0, found.start() - 8) : found.start()]
        if _NOT_A_NUMBER_BEFORE.search(before) or _NOT_A_NUMBER_AFTER.match(text, found.end()):
            continue
        if _known(found["number"], "MOBILE"):
            yield Match(*found.span())
    for found in _APART.finditer(text):
        if _known(found.group(), "MOBILE"):
            yield Match(*found.span())
    for found in _SPELT.finditer(text):
        if _known(with_plain_digits(found.group()), "MOBILE"):
            yield Match(*found.span())


def landlines(text: str) -> Iterator[Match]:
    """Yield the landlines of a folded text: with an area code, or after a word for a telephone."""
    for found in _LANDLINE.finditer(text):
        area, number = found.group(1) or found.group(2) or found.group(3), found.group(4)
        if (
            not _DAY.fullmatch(number)
            and not _DECADE.match(text, found.end())
            and _known(f"0{area}{number}", "FIXED_LINE")
        ):
            yield Match(*found.span())
    for found in _CLOSED.finditer(text):
        if _known(found.group(1), "FIXED_LINE"):
            yield Match(found.start(1), found.end(1))
    for found in _LOCAL.finditer(text):
        if not _DAY.fullmatch(found.group(1)):
            yield Match(found.start(1), found.end(1))


def _known(number: str, kind: str) -> bool:
    """Return whether the numbering plan of the mainland has such a number of a kind."""
    import phonenumbers  # only texts with a candidate pay for the library

    parsed = phonenumbers.parse(re.sub(r"[^0-9]", "", number), "CN")
    return bool(phonenumbers.number_type(parsed) == getattr(phonenumbers.PhoneNumberType, kind))
