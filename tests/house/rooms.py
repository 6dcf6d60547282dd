"""The import contract: which room of the program may import which, and by which door a third party comes in.

`RoomsContract` is a contract type of import-linter, so `lint-imports` prints what is broken; `problems` is the same
check as a function, for the tests. Both read the one table in pyproject.toml.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT = "inspection"
ANYTHING = "*"
NAMELESS = ("", "__main__")

Table = Mapping[str, Sequence[str]]


class TableField(fields.Field[Table]):
    """A TOML table of lists of names."""

    def parse(self, raw_data: Any) -> Table:
        """Return the table as it is; complain about any other shape."""
        if not isinstance(raw_data, dict) or not all(isinstance(row, list) for row in raw_data.values()):
            raise fields.ValidationError("Expected a table of lists.")
        return raw_data


class RoomsContract(Contract):
    """Direct imports follow the table of rooms; third parties come in by their doors."""

    type_name = "rooms"

    rooms = TableField()
    doors = TableField()
    apart = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect every import that the table does not allow."""
        del verbose
        options = self.contract_options
        found = sorted(problems(graph, options["rooms"], options["doors"], options["apart"]))
        return ContractCheck(kept=not found, metadata={"problems": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per forbidden import."""
        for problem in check.metadata["problems"]:
            output.print_error(f"- {problem}", bold=False)


def problems(graph: ImportGraph, rooms: Table, doors: Table, apart: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each module in no room, each import not allowed, and each third party at a side door.

    Args:
        graph: The imports of the package, external packages included.
        rooms: Names below the package and what each may import; the longest fitting name is a module's room.
        doors: Third parties and the modules, with all below them, that may import each.
        apart: Rooms whose modules may not import one another.
    """
    ours = {name for name in graph.modules if name.split(".")[0] == ROOT}
    for module in ours:
        name = below_root(module)
        room = room_of(name, rooms)
        if room is None and name not in NAMELESS:
            yield f"{module} is in no room"
            continue
        for imported in graph.find_modules_directly_imported_by(module):
            if imported in ours:
                allowed = may_import(name, below_root(imported), room, rooms, apart)
            else:
                allowed = may_enter(imported.split(".")[0], name, doors)
            if not allowed:
                yield f"{module} imports {imported}"


def below_root(module: str) -> str:
    """Return a module's name without the package: `read.schema`, and nothing for the package itself."""
    return module.removeprefix(ROOT).removeprefix(".")


def room_of(name: str, rooms: Table) -> str | None:
    """Return the longest room name that the module lies under, None when there is none."""
    return max((room for room in rooms if under(name, room)), key=len, default=None)


def may_import(name: str, imported: str, room: str | None, rooms: Table, apart: Sequence[str]) -> bool:
    """Tell whether a module may import another module of ours directly."""
    if room is None:
        return name == "__main__" and under(imported, "cli")
    allowed = rooms[room]
    if ANYTHING in allowed or any(under(imported, other) for other in allowed):
        return True
    if name == room and under(imported, room):
        return True  # a package speaks for what lies in it
    if room_of(imported, rooms) != room:
        return False
    return room not in apart or family(name, room) == family(imported, room)


def may_enter(third_party: str, name: str, doors: Table) -> bool:
    """Tell whether a module may import a package that is not ours."""
    if third_party in sys.stdlib_module_names:
        return True
    return any(door == ANYTHING or under(name, door) for door in doors.get(third_party, ()))


def under(name: str, room: str) -> bool:
    """Tell whether a module is the room or lies inside it."""
    return name == room or name.startswith(f"{room}.")


def family(name: str, room: str) -> str:
    """Return the module or folder directly inside the room that a module belongs to."""
    return name.removeprefix(room).removeprefix(".").split(".")[0]
