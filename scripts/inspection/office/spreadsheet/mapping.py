"""What the columns of an office's own sheet mean: a small YAML file beside it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from inspection.errors import CannotRunError
from inspection.read.parsing import parse
from inspection.read.suggest import nearest_word

NUMBER = "number"
NOTE, DAY, STATE, IGNORED = "report.note", "report.date", "state", "ignore"
"""Meanings that are no field of a problem or item: the number that holds rows together, what was done, and when."""

_PROBLEM = (
    "problem.id", "problem.unit", "problem.category", "problem.nature", "problem.source", "problem.found",
    "problem.in_feedback", "problem.statement", "problem.checked_by", "problem.basis", "problem.amount",
    "problem.names_person", "problem.prominent", "problem.common", "problem.follows",
)  # fmt: skip
_ITEM = (
    "item.kind", "item.task", "item.goal", "item.due", "item.due_reason", "item.lead", "item.partners",
    "item.responsible", "item.measures",
)  # fmt: skip
MEANINGS = (NUMBER, *_PROBLEM, *_ITEM, NOTE, DAY, STATE, IGNORED)
"""Everything a column may mean."""

_KEYS = ("sheet", "head", "round", "columns", "defaults", "units", "codes", "yuan")


class Mapped(NamedTuple):
    """What a mapping file says.

    Attributes:
        sheet: The name of the sheet; empty for the first that has the headings.
        head: The row of the headings as people count, from 1; 0 where the program looks for it.
        round: The round the problems are of.
        columns: The meaning of each column by its heading.
        defaults: What holds for every row where no column says it, by meaning.
        units: Names of units as the sheet writes them, to their ids.
        codes: Words of the sheet for codes, by vocabulary.
        yuan: What an amount of the sheet is multiplied by: 10000 where it counts in 万元.
    """

    sheet: str
    head: int
    round: str
    columns: Mapping[str, str]
    defaults: Mapping[str, Any]
    units: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    yuan: int = 1


def mapped(data: bytes, name: str) -> Mapped:
    """Return what a mapping file says.

    Args:
        data: The file.
        name: What it is called in messages.

    Raises:
        CannotRunError: It is no YAML, or says something that has no meaning here.
    """
    parsed = parse(data)
    if parsed.data is None:
        fault = parsed.faults[0]
        line = fault.mark.line if fault.mark is not None else 1
        raise CannotRunError(f"{name} 第 {line} 行：{fault.message.zh}", f"{name}:{line}: {fault.message.en}")
    told = parsed.data
    _refuse_unknown(told, _KEYS, name)
    columns = {str(key): str(value) for key, value in _mapping(told, "columns", name).items()}
    defaults = _mapping(told, "defaults", name)
    _refuse_meanings((*columns.values(), *defaults), name)
    _refuse_twice(columns, name)
    return Mapped(
        sheet=str(told.get("sheet", "")),
        head=_whole(told, "head", 0, name),
        round=str(told.get("round", "")),
        columns={"".join(key.split()): meaning for key, meaning in columns.items()},
        defaults=defaults,
        units={str(key): str(value) for key, value in _mapping(told, "units", name).items()},
        codes={
            key: {str(k): str(v) for k, v in _mapping(value, "", name).items()} for key, value in _codes(told, name)
        },
        yuan=_whole(told, "yuan", 1, name),
    )


def _codes(told: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    return list(_mapping(told, "codes", name).items())


def _mapping(told: Any, key: str, name: str) -> Mapping[str, Any]:
    held = told.get(key, {}) if key else told
    if not isinstance(held, dict):
        raise CannotRunError(f"{name}：{key} 要写成「名称: 含义」", f"{name}: {key} is a mapping")
    return held


def _whole(told: Mapping[str, Any], key: str, usual: int, name: str) -> int:
    value = told.get(key, usual)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise CannotRunError(f"{name}：{key} 要写整数", f"{name}: {key} is a whole number")
    return value


def _refuse_unknown(told: Mapping[str, Any], known: tuple[str, ...], name: str) -> None:
    strange = [key for key in told if key not in known]
    if strange:
        raise CannotRunError(
            f"{name}：不认识「{strange[0]}」，可以写 {'、'.join(known)}",
            f"{name}: {strange[0]} is none of {', '.join(known)}",
        )


def _refuse_meanings(meanings: tuple[str, ...], name: str) -> None:
    for one in meanings:
        if one not in MEANINGS:
            near = nearest_word(one, MEANINGS)
            zh, en = (
                (f"，是不是 {near}？", f"; did you mean {near}?") if near else (f"：可以写 {'、'.join(MEANINGS)}", "")
            )
            raise CannotRunError(f"{name}：没有「{one}」这个含义{zh}", f"{name}: there is no meaning {one}{en}")


def _refuse_twice(columns: Mapping[str, str], name: str) -> None:
    seen: dict[str, str] = {}
    for heading, meaning in columns.items():
        if meaning != IGNORED and meaning in seen:
            raise CannotRunError(
                f"{name}：「{seen[meaning]}」和「{heading}」都写了 {meaning}，只能有一列",
                f"{name}: both {seen[meaning]} and {heading} are {meaning}",
            )
        seen[meaning] = heading
