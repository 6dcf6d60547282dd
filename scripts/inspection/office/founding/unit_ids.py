"""Ids of units from their Chinese names. The only door to pypinyin."""

import re

from pypinyin import lazy_pinyin

from inspection.model.kinds import RESERVED

PARTY_BODIES = {
    "党工委": "working_committee",
    "党总支": "general_branch",
    "党支部": "branch",
    "党组": "party_group",
    "党委": "party_committee",
}
"""How the names of Party organizations end, and the form each ending stands for."""

_BODY = re.compile(f"({'|'.join(PARTY_BODIES)})$")
_BELOW = {"community": ("社区", "-community"), "village": ("村", "-village")}
_PLACE = re.compile("(街道|镇|乡)$")
_DISTRICT = re.compile("^[区县市旗](?=..)")
_NOT_SPELLED = re.compile("[^a-z0-9]+")


def body_in(name: str) -> str | None:
    """Return the form of Party organization a name ends in, such as `general_branch` for 党总支, or nothing."""
    found = _BODY.search(name)
    return PARTY_BODIES[found[1]] if found else None


def stem(name: str) -> str:
    """Return a unit's name without its Party organization: 古山社区 for 古山社区党总支."""
    return _BODY.sub("", name) or name


def spelled(name: str, kind: str, district: str = "") -> str:
    """Return an id in pinyin: `gushan-community` for 古山社区, `beizhou` for 北洲街道, `caizhengju` for 区财政局.

    Args:
        name: The unit's Chinese name.
        kind: Its kind, a code of the schemas.
        district: The district's name, which need not stand in each id.
    """
    ending, said = _BELOW.get(kind, ("", ""))
    short = _DISTRICT.sub("", stem(name).removeprefix(district))
    short = _PLACE.sub("", short.removesuffix(ending)) or short
    letters = _NOT_SPELLED.sub("", "".join(lazy_pinyin(short)).lower())
    found = f"{letters if letters[:1].isalpha() else f'unit{letters}'}{said}"
    return f"{found}-unit" if found in RESERVED else found
