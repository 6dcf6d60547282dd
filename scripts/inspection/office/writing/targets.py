"""What an id stands for: a kind of record, its file, and the part of it that is meant."""

import re
from collections.abc import Collection
from typing import NamedTuple

from inspection.errors import UsageError
from inspection.model.kinds import KINDS, kind_at
from inspection.read.suggest import nearest_word

_BY_ID = (
    ("item", re.compile(r"((R[0-9]+-[0-9]{2})-[0-9]{4,})/([1-9][0-9]*)"), "problems/{2}/{1}.yaml"),
    ("problem", re.compile(r"((R[0-9]+-[0-9]{2})-[0-9]{4,})"), "problems/{2}/{1}.yaml"),
    ("round", re.compile(r"(R[0-9]+-[0-9]{2})"), "rounds/{1}/round.yaml"),
    ("inspection", re.compile(r"(R[0-9]+-[0-9]{2})/([a-z][a-z0-9-]*)"), "rounds/{1}/{2}.yaml"),
    ("common", re.compile(r"(C[0-9]+-[0-9]{2})"), "common/{1}/common.yaml"),
    ("self_check", re.compile(r"(C[0-9]+-[0-9]{2})/([a-z][a-z0-9-]*)"), "common/{1}/{2}.yaml"),
    ("letter", re.compile(r"(L([0-9]{4})-[0-9]{3,})"), "letters/{2}/{1}.yaml"),
    ("visit", re.compile(r"(V([0-9]{4})-[0-9]{3,})"), "visits/{2}/{1}.yaml"),
    ("person", re.compile(r"(T-[0-9]{4,})"), "people/{1}.yaml"),
    ("policy", re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})"), "policy/{1}.yaml"),
    ("district", re.compile(r"district"), "district.yaml"),
    ("signers", re.compile(r"signers"), "signers.yaml"),
    ("purges", re.compile(r"purges"), "purges.yaml"),
)
_FOLDERS = {"unit": "units", "checklist": "checklists", "paper": "papers", "plan": "plan", "calendar": "calendar"}


class Target(NamedTuple):
    """A record, or an item of one.

    Attributes:
        kind: The kind, a name of `KINDS`, or `item`.
        path: Its file, relative to the ledger folder.
        name: The id, as people and other records name it.
        item: The id of the item, 0 for the whole record.
    """

    kind: str
    path: str
    name: str
    item: int = 0

    @property
    def record_kind(self) -> str:
        """The kind of the record it is in."""
        return "problem" if self.kind == "item" else self.kind


def target_of(name: str, there: Collection[str] = ()) -> Target:
    """Return what an id, or the path of a file, stands for.

    Args:
        name: Such as `R13-05-0137/1`, `R13-05/gushan-community`, `L2024-011`, or `units/gushan-community.yaml`.
        there: The paths of the ledger: they tell a unit from a checklist or a paper of the same form of id.

    Raises:
        UsageError: No record can have such an id, or several have it.
    """
    if name.endswith(".yaml"):
        return _at_path(name.removeprefix("ledger/"))
    for kind, form, path in _BY_ID:
        found = form.fullmatch(name)
        if found is not None:
            place = path.format(name, *found.groups())
            return Target(kind, _lawful(place, name), name, int(found[3]) if kind == "item" else 0)
    held = [kind for kind, folder in _FOLDERS.items() if f"{folder}/{name}.yaml" in there]
    if len(held) == 1:
        return Target(held[0], f"{_FOLDERS[held[0]]}/{name}.yaml", name)
    if held:
        paths = [f"{_FOLDERS[kind]}/{name}.yaml" for kind in held]
        raise UsageError(
            f"「{name}」有几份记录，请写路径：{'、'.join(paths)}", f"{name} is several: {', '.join(paths)}"
        )
    near = nearest_word(name, _names(there)) if name.isascii() else None
    if near is not None:
        raise UsageError(f"台账里没有「{name}」，是不是 {near}？", f"there is no {name}; did you mean {near}?")
    raise UsageError(
        f"台账里没有「{name}」；编号写成 R13-05-0137/1、R13-05/单位编号、L2024-011，或写文件路径",
        f"there is no {name}; ids are like R13-05-0137/1, R13-05/unit, L2024-011, or the path of a file",
    )


def near_to(target: Target, there: Collection[str]) -> str | None:
    """Return the id somebody meant whose record is not there: the likest of those beside it, or nothing."""
    folder = target.path.rpartition("/")[0]
    return nearest_word(target.name.partition("/")[0] if target.kind == "item" else target.name, _names(there, folder))


def _names(there: Collection[str], folder: str = "") -> list[str]:
    return [_at_path(path).name for path in there if path.startswith(folder) and kind_at(path) is not None]


def place_of(kind: str, name: str) -> Target:
    """Return where a new record of a kind lies.

    Args:
        kind: A name of `KINDS`.
        name: Its id; of an inspection or a self-check with the round or common problem, `R13-05/gushan-community`.

    Raises:
        UsageError: A record of that kind cannot have such an id.
    """
    if kind in _FOLDERS:
        return Target(kind, _lawful(f"{_FOLDERS[kind]}/{name}.yaml", name), name)
    if any(one == kind and form.fullmatch(name) for one, form, _ in _BY_ID):
        return target_of(name)
    raise _no_id(kind, name)


def _at_path(path: str) -> Target:
    found = kind_at(path)
    if found is None:
        raise UsageError(f"没有记录可以放在「{path}」", f"no record may lie at {path}")
    kind, identity = found[0].name, found[1]
    folder = path.split("/")[1] if kind in ("inspection", "self_check") else ""
    return Target(kind, path, f"{folder}/{identity}" if folder else identity)


def _lawful(path: str, name: str) -> str:
    if kind_at(path) is None:
        raise UsageError(f"「{name}」不能作编号（写法不对，或是保留词）", f"{name} cannot be an id")
    return path


def _no_id(kind: str, name: str) -> UsageError:
    example = next(one.example for one in KINDS if one.name == kind)
    return UsageError(
        f"「{name}」不是这类记录的编号；文件应如 {example}", f"{name} is no id of a {kind}; see {example}"
    )
