"""Good records, remembered by their content, and whatever else is known of them.

Git names every file's content already, so a record that was good under the same schemas and the same program is never
parsed again: the work of a check grows with the change, not with the ledger. A file whose size and times are those it
had when it was read is not even opened, as Git itself does it.

The cache is one file, safe to delete and safe to share between runs. It is a journal: each run adds one entry with a
checksum, and what is damaged, of another version or not writable is as good as none.
"""

import hashlib
import os
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

import msgspec

from inspection.model.kinds import Kind
from inspection.model.record import Record
from inspection.read.convert import text_of_a_form
from inspection.read.files import File, Stamp

_MOST_STALE = 4
"""How many things the file may hold for each one in use, before those not in use are dropped."""
_MOST_ENTRIES = 64
"""How many entries the journal may have before it is written anew as one."""
_LENGTH, _CHECKSUM = 8, 32
"""Bytes before each entry: its length, and its checksum."""
_HEAD = _LENGTH + _CHECKSUM
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is changed again is sure to show another time."""

_PROGRAM = Path(__file__).parents[1]


class _Entry(msgspec.Struct, array_like=True):
    """What one run learnt: stamps and content ids by path, records and other things by their keys."""

    stamps: dict[str, tuple[Stamp, str]] = {}
    kept: dict[str, bytes] = {}


class Cache:
    """What is remembered of one ledger.

    Args:
        folder: Where the file lies; made when it is first written.
        schemas: Digest of the schemas the records were good under.
    """

    def __init__(self, folder: Path, schemas: str) -> None:
        """Read the file as far as it is sound."""
        self._file = folder / f"ledger-{program(schemas)}"
        entries, self._sound = _journal(self._file)
        self._entries = len(entries)
        self._known = _Entry()
        for entry in entries:
            self._known.stamps.update(entry.stamps)
            self._known.kept.update(entry.kept)
        self._fresh = _Entry({}, {})
        self._used: set[str] = set()
        self._seen: set[str] = set()

    def content_id(self, file: File) -> str:
        """Return a file's content id where it need not be opened to know it, else `""`."""
        if file.stamp is None:
            return file.content_id
        known = self._known.stamps.get(file.path)
        if known is None or known[0] != file.stamp:
            return ""
        self._seen.add(file.path)
        return known[1]

    def identify(self, file: File, now: int | None = None) -> None:
        """Remember the content id of a file that was opened, unless it may change again without showing it.

        Args:
            file: The file, its stamp that of the moment it was opened.
            now: Nanoseconds since 1970; of this moment if not given.
        """
        if file.stamp is not None and (now or time.time_ns()) - max(file.stamp[:2]) > _SETTLED:
            self._fresh.stamps[file.path] = file.stamp, file.content_id

    def record(self, kind: Kind, content_id: str, path: str) -> Record | None:
        """Return the record a file of this content was when it was last read, or nothing."""
        packed = self.recall(key(content_id, path))
        return unpacked(kind, packed) if packed is not None else None

    def recall(self, key: str) -> bytes | None:
        """Return what was kept under a key."""
        packed = self._known.kept.get(key)
        if packed is not None:
            self._used.add(key)
        return packed

    def keep(self, key: str, value: bytes) -> None:
        """Keep something under a key that names all it depends on."""
        self._fresh.kept[key] = value

    def save(self, *, tidy: bool = False) -> None:
        """Add what is new to the file, and forget it here.

        Args:
            tidy: Whether everything in use was asked for by now, so that the rest may be dropped when it is the most.
        """
        if not self._fresh.stamps and not self._fresh.kept:
            return
        if not self._sound:
            self._write_anew(self._known)
        elif tidy and self._is_worn():
            stamps = {path: one for path, one in self._known.stamps.items() if path in self._seen}
            self._write_anew(_Entry(stamps, {key: self._known.kept[key] for key in self._used}))
        else:
            with suppress(OSError), self._file.open("ab") as out:
                _write(out, self._fresh)
        self._fresh = _Entry({}, {})

    def _is_worn(self) -> bool:
        in_use = len(self._used) + len(self._fresh.kept)
        return self._entries >= _MOST_ENTRIES or len(self._known.kept) > _MOST_STALE * in_use

    def _write_anew(self, known: _Entry) -> None:
        import tempfile

        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=self._file.parent, prefix=".ledger-")
            try:
                with os.fdopen(handle, "wb") as out:
                    _write(out, _Entry(known.stamps | self._fresh.stamps, known.kept | self._fresh.kept))
                os.replace(fresh, self._file)
            except OSError:
                os.unlink(fresh)
                return
            self._sound, self._entries = True, 1
            for old in self._file.parent.glob("ledger-*"):
                if old != self._file:
                    old.unlink(missing_ok=True)


def packed(record: Record) -> bytes | None:
    """Return a record as it is remembered; one that cannot be packed is read anew each time."""
    try:
        return msgspec.msgpack.encode(record, enc_hook=str)
    except (msgspec.MsgspecError, OverflowError, TypeError):
        return None


def unpacked(kind: Kind, data: bytes) -> Record | None:
    """Return the record that was packed, or nothing where it is none of that kind."""
    try:
        record: Record = _decoder(kind.struct).decode(data)
    except (msgspec.MsgspecError, ValueError, ArithmeticError):
        return None
    return record


def _write(out: IO[bytes], entry: _Entry) -> None:
    data = msgspec.msgpack.encode(entry)
    out.write(len(data).to_bytes(_LENGTH, "big") + _checksum(data))
    out.write(data)


def _checksum(data: bytes | memoryview) -> bytes:
    """Return the checksum of an entry: BLAKE2b, which takes half as long as SHA-256 or less."""
    return hashlib.blake2b(data, digest_size=_CHECKSUM).digest()


def _journal(file: Path) -> tuple[list[_Entry], bool]:
    """Return the entries up to the first damaged one, and whether there was a file and none is damaged."""
    try:
        held = memoryview(file.read_bytes())
    except OSError:
        return [], False
    entries: list[_Entry] = []
    while held:
        size, digest = int.from_bytes(held[:_LENGTH], "big"), held[_LENGTH:_HEAD]
        data, held = held[_HEAD : _HEAD + size], held[_HEAD + size :]
        if len(data) != size or _checksum(data) != digest:
            return entries, False
        try:
            entries.append(_ENTRY.decode(data))
        except msgspec.MsgspecError:
            return entries, False
    return entries, True


_ENTRY = msgspec.msgpack.Decoder(_Entry)


def key(content_id: str, path: str) -> str:
    """Return what a file's record is remembered under."""
    return f"{content_id} {path}"


@cache
def _decoder(struct: type[Record]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(struct, dec_hook=text_of_a_form)


@cache
def program(schemas: str) -> str:
    """Return what changes whenever the schemas, the program or the packages it is pinned to do.

    Args:
        schemas: Digest of the schemas.
    """
    digest = hashlib.sha256(schemas.encode())
    for source in sorted(_PROGRAM.rglob("*.py")):
        digest.update(source.read_bytes())
    with suppress(OSError):
        digest.update((_PROGRAM.parents[1] / "requirements.lock").read_bytes())
    return digest.hexdigest()[:24]
