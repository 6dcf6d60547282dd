"""Plain data against its kind's schema: fast accept, slow explain."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from inspection.errors import CannotRunError
from inspection.read.fault import Fault
from inspection.read.inline import inlined

Json = dict[str, Any]


class Schemas:
    """The schemas of all kinds, ready to validate with.

    Attributes:
        digest: SHA-256 of everything they say, in hexadecimal; a record valid under one digest stays valid.
    """

    def __init__(self, documents: Mapping[str, Json]) -> None:
        """Take schemas by file name (`unit.schema.json`); references between them are by that name."""
        text = json.dumps(documents, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        self.digest = hashlib.sha256(text.encode()).hexdigest()
        self._documents = documents
        self._inlined: dict[str, Json] = {}
        self._fast: dict[str, Callable[[Json], bool]] = {}

    @classmethod
    def in_folder(cls, folder: Path) -> "Schemas":
        """Read every `*.schema.json` of a folder.

        Raises:
            CannotRunError: There is none, or one is no JSON.
        """
        try:
            found = {path.name: json.loads(path.read_bytes()) for path in sorted(folder.glob("*.schema.json"))}
        except (OSError, ValueError) as error:
            raise CannotRunError(f"读不出 {folder} 里的数据规范：{error}", f"unreadable schema: {error}") from None
        if not found:
            raise CannotRunError(f"{folder} 里没有数据规范", f"there are no schemas in {folder}")
        return cls(found)

    def of(self, kind: str) -> Json:
        """Return the schema of a kind with every reference resolved in place.

        Raises:
            CannotRunError: There is no schema of that kind.
        """
        if kind not in self._inlined:
            name = f"{kind}.schema.json"
            if name not in self._documents:
                raise CannotRunError(f"缺少数据规范 {name}", f"the schema {name} is missing")
            self._inlined[kind] = inlined(self._documents, name)
        return self._inlined[kind]

    def validate(self, kind: str, data: Json) -> tuple[Fault, ...]:
        """Return what is wrong with a record of a kind: `SCH01` to `SCH04`, each with its pointer, one per fact.

        Fast accept, slow explain: a compiled validator lets the good records through, and only what it does not accept
        is judged by the reference, whose verdict stands.
        """
        return () if self.accepts(kind, data) else self.faults(kind, data)

    def accepts(self, kind: str, data: Json) -> bool:
        """Return whether the compiled validator accepts a record; it accepts nothing that `faults` refuses."""
        if kind not in self._fast:
            self._fast[kind] = self._compiled(kind)
        try:
            return self._fast[kind](data)
        except ValueError:
            return False

    def _compiled(self, kind: str) -> Callable[[Json], bool]:
        """Return the compiled validator; most runs read everything from the cache and never load the library."""
        from jsonschema_rs import Draft202012Validator

        return Draft202012Validator(self.of(kind), validate_formats=True).is_valid

    def faults(self, kind: str, data: Json) -> tuple[Fault, ...]:
        """Return what the reference finds wrong with a record; see `validate`."""
        from inspection.read import reference

        return reference.faults(self.of(kind), data)
