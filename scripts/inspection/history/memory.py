"""What a run may remember for the next one: a file that checks itself, and is as good as none when it is damaged."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from inspection.read.cache import program

T = TypeVar("T")


class Memory:
    """One remembered value.

    Args:
        folder: Where the file lies; made when it is first written.
        name: What is remembered; with the program's version it names the file.
        version: Whatever else the value depends on.
    """

    def __init__(self, folder: Path, name: str, version: str = "") -> None:
        """Read nothing yet."""
        self._folder = folder
        self._name = name
        self._file = folder / f"{name}-{program(version)}"

    def recall(self, kind: type[T]) -> T | None:
        """Return what was kept, or nothing where that is damaged or of another form."""
        try:
            held = self._file.read_bytes()
            data = held[32:]
            if hashlib.sha256(data).digest() != held[:32]:
                return None
            value: Any = msgspec.msgpack.decode(data, type=kind)
        except (OSError, msgspec.MsgspecError, ValueError):
            return None
        return value if isinstance(value, kind) else None

    def keep(self, value: Any) -> None:
        """Keep a value in place of the last; a folder that cannot be written keeps nothing."""
        data = msgspec.msgpack.encode(value)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=self._folder, prefix=f".{self._name}-")
            with os.fdopen(handle, "wb") as out:
                out.write(hashlib.sha256(data).digest() + data)
            os.replace(fresh, self._file)
            for old in self._folder.glob(f"{self._name}-*"):
                if old != self._file:
                    old.unlink(missing_ok=True)
