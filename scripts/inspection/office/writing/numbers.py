"""The numbers the tool gives: of new records, and of what is counted inside one."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from inspection.errors import UsageError
from inspection.model.ledger import Ledger
from inspection.office.writing.targets import place_of

Json = dict[str, Any]

_STEM = re.compile(r"([^/]+)\.yaml$")
_LAST = re.compile(r"[0-9]+$")
_SHAPES: dict[str, tuple[str, str, int]] = {
    "problem": ("problems/{0}/", "{0}-", 4),
    "letter": ("letters/{0}/", "L{0}-", 3),
    "visit": ("visits/{0}/", "V{0}-", 3),
    "person": ("people/", "T-", 4),
    "round": ("rounds/R{0}-", "R{0}-", 2),
    "common": ("common/C{0}-", "C{0}-", 2),
}
"""By kind: where its records lie, what their ids begin with, and how many digits follow at least."""
_LETTERS = {"^E[": "E", "^M[": "M", "^[A-Za-z0-9]+(-": "G"}
"""What the ids of evidence, measures and groups begin with, by how their schema's pattern begins."""


def next_id(kind: str, home: str, paths: Collection[str], ledger: Ledger, today: date, last: dict[str, int]) -> str:
    """Return the next id of a kind.

    Args:
        kind: Of the record.
        home: The round of a problem, the year of a letter or visit, the term of a round or common problem; empty for
            those of today.
        paths: Of all records there are.
        ledger: Knows the terms.
        today: The day.
        last: The last number given of each sort, so that many in a row cost no more than one each; it grows.

    Raises:
        UsageError: Ids of this kind are names, which somebody must give, or the round is not said.
    """
    if kind not in _SHAPES or (kind == "problem" and not home):
        raise UsageError("请写明编号（或问题所在的轮次，如 R13-05）", "say its id, or the round of a problem (R13-05)")
    if kind in ("letter", "visit"):
        home = home or str(today.year)
    elif kind in ("round", "common"):
        home = home or _term(ledger, today)
    folder, prefix, digits = _SHAPES[kind]
    folder, prefix = folder.format(home), prefix.format(home)
    if folder not in last:
        used = [int(found[0]) for path in paths if path.startswith(folder) and (found := _number(path, kind))]
        last[folder] = max(used, default=0)
    last[folder] += 1
    while place_of(kind, f"{prefix}{last[folder]:0{digits}}").path in paths:
        last[folder] += 1
    return f"{prefix}{last[folder]:0{digits}}"


def with_ids(
    schema: Json, value: Any, held: Iterable[Any] = (), beside: Mapping[str, Iterable[Any]] = MappingProxyType({})
) -> Any:
    """Return new plain data in which whatever must have an id within its list has one.

    Args:
        schema: The schema of the value.
        value: A mapping, whose lists may hold mappings again.
        held: The ids its list holds already, where it is to become an entry of one.
        beside: The ids that entries of its own lists may not have, by the name of the list.
    """
    if not isinstance(value, dict):
        return value
    known = schema.get("properties", {})
    given = dict(value)
    if "id" in schema.get("required", ()) and "id" not in given and gives(known["id"]):
        given = {"id": next_name(known["id"], held), **given}
    for key, inner in given.items():
        if isinstance(inner, list) and key in known:
            ids = [*beside.get(key, ()), *(one["id"] for one in inner if isinstance(one, dict) and "id" in one)]
            given[key] = []
            for one in inner:
                made = with_ids(known[key].get("items", {}), one, ids)
                ids += [made["id"]] if isinstance(made, dict) and "id" in made else []
                given[key].append(made)
        elif isinstance(inner, dict) and key in known:
            given[key] = with_ids(known[key], inner)
    return given


def gives(schema: Json) -> bool:
    """Return whether ids of this form are the tool's to give; those of planned rounds somebody must say."""
    return schema.get("type") == "integer" or any(schema.get("pattern", "").startswith(one) for one in _LETTERS)


def next_name(schema: Json, held: Iterable[Any]) -> str | int:
    """Return the next id in a list: a number, or a letter and a number."""
    used = [int(found[0]) for one in held if (found := _LAST.search(str(one)))]
    number = max(used, default=0) + 1
    pattern = schema.get("pattern", "")
    letter = next((letter for begins, letter in _LETTERS.items() if pattern.startswith(begins)), "")
    return f"{letter}{number}" if letter else number


def _number(path: str, kind: str) -> re.Match[str] | None:
    if kind in ("round", "common"):
        return _LAST.search(path.split("/")[1])
    stem = _STEM.search(path)
    return _LAST.search(stem[1]) if stem else None


def _term(ledger: Ledger, today: date) -> str:
    terms = ledger.district.terms if ledger.district is not None else ()
    begun = [one.number for one in terms if one.began <= today]
    if not begun:
        raise UsageError("district.yaml 里没有现在的届次，请写明编号", "district.yaml names no term; say the id")
    return str(max(begun))
