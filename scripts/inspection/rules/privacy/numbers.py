"""Resident identity numbers and bank card numbers: found by their form, believed for their checksums."""

import re
from collections.abc import Iterator
from datetime import date

from inspection.rules.privacy.folding import Match

_IDENTITY = re.compile(r"(?<![0-9])[1-8](?:[ -]?[0-9]){16}[ -]?[0-9Xx](?![0-9])")
_OLD_IDENTITY = re.compile(r"(?<![0-9A-Za-z.-])[1-8](?:[0-9]{14}|[0-9]{5} [0-9]{6} [0-9]{3})(?![0-9A-Za-z]|-[0-9])")
_CARD = re.compile(
    r"(?<![0-9A-Za-z.])[2-9](?:[0-9]{15,18}|[0-9]{3}(?:([ -])[0-9]{4}(?:\1[0-9]{1,4}){2,3}))(?![0-9A-Za-z])"
)
_ISSUERS = re.compile(r"62|60|4|5[1-5]|35[2-8]|9558|6858|69075")
_CODE_BEFORE = re.compile(r"(?:信用代码|订单号?|流水号?|单号|代码|项目编[号码]|凭证号|合同编?号)[^0-9]{0,4}$")
_ACCOUNT_BEFORE = re.compile(r"(?:卡|账号|帐号|账户|帐户|存折)[^0-9。；;]{0,8}$")
_AMOUNT_AFTER = re.compile(r" ?(?:[万亿]?元|\.[0-9])")
_PROVINCES = re.compile("1[1-5]|2[123]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123]")
_CENTURIES = ("19", "20")
_LENGTHS = range(16, 20)
_REACH = 16


def identity_numbers(text: str) -> Iterator[Match]:
    """Yield the resident identity numbers of a folded text: 18 characters with a valid checksum, or the old 15 digits.

    The old form has no checksum; it is believed when its area and its birth day exist (GB 11643).
    """
    for found in _IDENTITY.finditer(text):
        if is_identity_number(_plain(found.group())) and not _CODE_BEFORE.search(
            text, max(0, found.start() - _REACH), found.start()
        ):
            yield Match(*found.span())
    for found in _OLD_IDENTITY.finditer(text):
        if is_old_identity_number(_plain(found.group())) and not _CODE_BEFORE.search(
            text, max(0, found.start() - _REACH), found.start()
        ):
            yield Match(*found.span())


def card_numbers(text: str) -> Iterator[Match]:
    """Yield the bank card numbers of a folded text: 16 to 19 digits, at one or in fours, that pass the Luhn checksum.

    One number in ten passes by chance, so it must also begin as cards do, or stand after a word for an account.
    """
    for found in _CARD.finditer(text):
        number = _plain(found.group())
        if len(number) in _LENGTHS and _looks_like_a_card(text, found, number):
            yield Match(*found.span())


def is_identity_number(number: str) -> bool:
    """Return whether 18 characters are an identity number: province, birth day and checksum."""
    from stdnum.cn import ric  # only texts with a candidate pay for the library
    from stdnum.exceptions import ValidationError

    if not _PROVINCES.match(number) or number[6:8] not in _CENTURIES or len(number) != 18:
        return False
    try:
        ric.get_birth_date(number)
    except (ValidationError, ValueError):
        return False
    return str(ric.calc_check_digit(number)) == number[-1]


def is_old_identity_number(number: str) -> bool:
    """Return whether 15 digits are an identity number as issued before 1999: an area and a birth day that exist."""
    from stdnum import numdb

    try:
        date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return False
    return any(known for _, known in numdb.get("cn/loc").info(number[:6]))


def _looks_like_a_card(text: str, found: re.Match[str], number: str) -> bool:
    from stdnum import luhn

    start = max(0, found.start() - _REACH)
    before = text[start : found.start()]
    if not luhn.is_valid(number) or is_identity_number(number):
        return False
    if _AMOUNT_AFTER.match(text, found.end()) or _CODE_BEFORE.search(before):
        return False
    return _ISSUERS.match(number) is not None or _ACCOUNT_BEFORE.search(before) is not None


def _plain(number: str) -> str:
    return number.replace(" ", "").replace("-", "").upper()
