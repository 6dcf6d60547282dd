"""Good records, remembered by their content.

Git names every file's content already, so a record that was good under the same schemas and the same reader is never
parsed again: the work of a check grows with the change, not with the ledger. The cache is one file, safe to delete and
safe to share between runs. It holds a checksum of itself, and what is damaged, of another version or not writable is
as good as none.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from inspection import model
from inspection.model.kinds import Kind
from inspection.model.record import Record
from inspection.read.convert import text_of_a_form
from inspection.read.files import File

_MOST_STALE = 4
"""How many records the file may hold for each one in use, before those not in use are dropped."""


class Cache:
    """The remembered records of one ledger.

    Args:
        folder: Where the file lies; made when it is first written.
        schemas: Digest of the schemas the records were good under.
    """

    def __init__(self, folder: Path, schemas: str) -> None:
        """Read the file, if there is a sound one."""
        self._file = folder / f"records-{_version(schemas)}"
        self._known = _sound(self._file)
        self._used: dict[str, bytes] = {}
        self._grown = False

    def get(self, kind: Kind, file: File) -> Record | None:
        """Return the record that file was when it was last read, or nothing."""
        key = _key(file)
        packed = self._known.get(key)
        if packed is None:
            return None
        try:
            record: Record = _decoder(kind.struct).decode(packed)
        except (msgspec.MsgspecError, ValueError, ArithmeticError):
            return None
        self._used[key] = packed
        return record

    def put(self, file: File, record: Record) -> None:
        """Remember a good record; one that cannot be packed is read anew each time."""
        with suppress(msgspec.MsgspecError, OverflowError, TypeError):
            self._used[_key(file)] = msgspec.msgpack.encode(record, enc_hook=str)
            self._grown = True

    def save(self) -> None:
        """Write the file beside the old one and put it in its place, if there is anything new to remember."""
        if not self._grown:
            return
        kept = {**self._known, **self._used}
        if len(kept) > _MOST_STALE * len(self._used):
            kept = self._used
        packed = msgspec.msgpack.encode(kept)
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=self._file.parent, prefix=".records-")
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(hashlib.sha256(packed).digest() + packed)
                os.replace(fresh, self._file)
            except OSError:
                os.unlink(fresh)
                return
            for old in self._file.parent.glob("records-*"):
                if old != self._file:
                    old.unlink(missing_ok=True)


def _sound(file: Path) -> dict[str, bytes]:
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    digest, packed = data[:32], data[32:]
    if hashlib.sha256(packed).digest() != digest:
        return {}
    try:
        return msgspec.msgpack.decode(packed, type=dict[str, bytes])
    except msgspec.MsgspecError:
        return {}


def _key(file: File) -> str:
    return f"{file.content_id} {file.path}"


@cache
def _decoder(struct: type[Record]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(struct, dec_hook=text_of_a_form)


@cache
def _version(schemas: str) -> str:
    """Return what changes whenever the schemas, the reader or the model do."""
    digest = hashlib.sha256(schemas.encode())
    for folder in (Path(__file__).parent, Path(model.__file__).parent):
        for source in sorted(folder.glob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()[:24]
