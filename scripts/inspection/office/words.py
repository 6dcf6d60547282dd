"""Chinese words for what the ledger holds as codes, ids, days and numbers."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from inspection.derive.policies import policy_on
from inspection.derive.roles import Roles
from inspection.labels import Labels
from inspection.model.ledger import Ledger
from inspection.model.record import Body
from inspection.workdays import Duration

NOTHING = "—"
_ROUND = re.compile(r"R([0-9]+)-([0-9]+)")


class Words:
    """The words of one ledger on a day.

    Args:
        ledger: Names of units, what role words stand for, and the district's own words for codes.
        labels: What the schemas say.
        as_of: The day whose policy's words are used.
    """

    def __init__(self, ledger: Ledger, labels: Labels, as_of: date) -> None:
        """Lay the district's own words over those of the schemas."""
        self._labels = labels.with_local(policy_on(ledger, as_of).labels)
        self._units = ledger.units
        self._named = ledger.district.bodies if ledger.district is not None else {}

    @property
    def labels(self) -> Labels:
        """What the schemas say, the district's own words laid over it."""
        return self._labels

    def code(self, code: str | None, vocabulary: str) -> str:
        """Return the words for a code; an unknown code is shown as it is, an absent one as a dash."""
        if code is None:
            return NOTHING
        return self._labels.called(vocabulary, code).zh

    def unit(self, id_: str) -> str:
        """Return the name of a unit, else its id."""
        return self._units[id_].name if id_ in self._units else id_

    def body(self, body: Body, roles: Roles | None = None) -> str:
        """Return the name of the unit a body stands for, else the word for the role.

        Args:
            body: A role word or the id of a unit.
            roles: What `unit` and `parent` stand for in the matter; without it they are called by their words.
        """
        behind = roles.unit_behind(body) if roles is not None else self._named.get(body, body)
        return self.unit(behind) if behind in self._units else self.code(body, "role")

    def bodies(self, bodies: Iterable[Body], roles: Roles | None = None) -> str:
        """Return what several bodies are called, each once, or a dash where there is none."""
        return "、".join(dict.fromkeys(self.body(body, roles) for body in bodies)) or NOTHING

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the filters the templates use, by name."""
        return {
            "code": self.code,
            "unit": self.unit,
            "body": self.body,
            "bodies": self.bodies,
            "round_name": round_name,
            "day": day,
            "left": left,
            "duration": duration,
            "number": number,
        }


def round_name(id_: str) -> str:
    """Return a round's name from its id, such as 第13届第5轮."""
    match = _ROUND.fullmatch(id_)
    return f"第{int(match[1])}届第{int(match[2])}轮" if match is not None else id_


def day(value: date | None) -> str:
    """Return a day as `2024-03-18`, a dash for none."""
    return value.isoformat() if value is not None else NOTHING


def left(days: int) -> str:
    """Return how much time is left until a due day, or how late it is; due today is not late."""
    if days < 0:
        return f"逾期 {-days} 天"
    return f"还有 {days} 天" if days else "今天到期"


def duration(value: Duration) -> str:
    """Return a length of time in words, such as 15 个工作日."""
    return f"{value.number} {({'wd': '个工作日', 'd': '天', 'm': '个月'})[value.unit]}"


def number(value: Decimal | int | None) -> str:
    """Return a number with thousands set apart as it was recorded, a dash for none."""
    return f"{value:,}" if value is not None else NOTHING
