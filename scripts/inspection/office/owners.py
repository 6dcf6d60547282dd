"""Whose word a change of which file needs: the code owners, from the units and the accounts of `signers.yaml`."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from inspection.model.ledger import Ledger

HEAD = """\
# 谁的文件谁来核对：由 inspection codeowners 按 units/ 和 signers.yaml 的账号生成，不要手改。
# Made by `inspection codeowners` from the units and the accounts of signers.yaml; not to be edited.
"""

WHOLE = ("office",)
"""Who answers for whatever nobody else does: the program, the site, the workflows."""

RULES = ("leading_group", "office")
"""Who answers for what the ledger is judged by."""

PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ledger/", ("office",)),
    ("ledger/policy/", RULES),
    ("ledger/calendar/", RULES),
    ("ledger/signers.yaml", RULES),
    ("ledger/purges.yaml", RULES),
    ("ledger/district.yaml", RULES),
    ("ledger/people/", ("organization", "office")),
    ("ledger/problems/", ("office", "discipline")),
    ("schemas/", RULES),
)
"""Roles by place, the more special after the more general: the last that fits counts."""

OF_A_UNIT = ("ledger/units/{}.yaml", "ledger/rounds/*/{}.yaml", "ledger/common/*/{}.yaml")
"""The files that are one unit's."""


class Owned(NamedTuple):
    """A place, `*` standing for one folder, and the accounts that answer for it."""

    place: str
    accounts: tuple[str, ...]


def owned(ledger: Ledger, today: date) -> Iterator[Owned]:
    """Yield who answers for what; a place whose bodies have no account is left to the one above it.

    Args:
        ledger: The ledger; the keys valid on the day count.
        today: The day.
    """
    by_body = _accounts(ledger, today)
    yield Owned("*", _of(by_body, WHOLE))
    for place, roles in PLACES:
        accounts = _of(by_body, roles)
        if accounts:
            yield Owned(place, accounts)
    for unit in sorted(ledger.units):
        above = ledger.units[unit].parent
        accounts = _of(by_body, [unit, *([above] if above else [])])
        if unit in by_body:
            office = _of(by_body, WHOLE)
            yield from (Owned(place.format(unit), tuple(dict.fromkeys((*accounts, *office)))) for place in OF_A_UNIT)


def as_patterns(rows: Iterable[Owned]) -> str:
    """Return the file as GitHub and GitLab read it."""
    lines = [f"{'*' if one.place == '*' else '/' + one.place} {_called(one.accounts)}".rstrip() for one in rows]
    return "\n".join([HEAD, *lines, ""])


def as_expressions(rows: Iterable[Owned]) -> str:
    """Return the file as Gitea and Forgejo read it: regular expressions for whole paths."""
    lines = [f"{_expression(one.place)} {_called(one.accounts)}".rstrip() for one in rows]
    return "\n".join([HEAD, *lines, ""])


def _expression(place: str) -> str:
    if place == "*":
        return ".*"
    parts = "[^/]+".join(re.escape(part) for part in place.split("*"))
    return f"{parts}.*" if place.endswith("/") else parts


def _called(accounts: Iterable[str]) -> str:
    return " ".join(f"@{account}" for account in accounts)


def _of(by_body: dict[str, list[str]], bodies: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(account for body in bodies for account in by_body.get(body, ())))


def _accounts(ledger: Ledger, today: date) -> dict[str, list[str]]:
    """Return the accounts of each role that is one body's, and of each unit."""
    found: dict[str, list[str]] = {}
    for one in ledger.signers.keys if ledger.signers is not None else ():
        if one.account and one.from_ <= today and (one.until is None or today <= one.until):
            found.setdefault(one.unit or one.role, []).append(one.account)
    return found
