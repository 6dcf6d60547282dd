"""Git objects, written into one pack: Git's own tools would need a process for every signed commit."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

_KINDS = {"commit": 1, "tree": 2, "blob": 3}
_FOLDER = b"40000"
_FILE = b"100644"


class Pack:
    """A pack in the making: whole objects, each once (gitformat-pack).

    Args:
        path: The file to write; its folder exists.
    """

    def __init__(self, path: Path) -> None:
        """Open the pack, with room for the number of objects."""
        self._file = path.open("w+b")
        self._file.write(b"PACK" + (2).to_bytes(4, "big") + bytes(4))
        self._known: set[bytes] = set()

    def add(self, kind: str, data: bytes) -> bytes:
        """Keep an object, unless it is there already, and return its id, 20 bytes."""
        identity = hashlib.sha1(f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False).digest()
        if identity not in self._known:
            self._known.add(identity)
            self._file.write(bytes(_head(_KINDS[kind], len(data))) + zlib.compress(data, 1))
        return identity

    def close(self) -> None:
        """Write the number of objects and the checksum."""
        self._file.seek(8)
        self._file.write(len(self._known).to_bytes(4, "big"))
        self._file.seek(0)
        digest = hashlib.sha1(usedforsecurity=False)
        while block := self._file.read(1 << 20):
            digest.update(block)
        self._file.write(digest.digest())
        self._file.close()


def _head(kind: int, size: int) -> Iterator[int]:
    byte, size = kind << 4 | size & 15, size >> 4
    while size:
        yield byte | 128
        byte, size = size & 127, size >> 7
    yield byte


class Folder:
    """A folder as Git keeps it; it never changes, and shares what it has in common with the folder it came from.

    Attributes:
        id: The id of its tree, 20 bytes.
    """

    __slots__ = ("_inner", "id")

    def __init__(self, inner: "Mapping[str, Folder | bytes]", pack: Pack) -> None:
        """Take folders and ids of files by name, and write the tree."""
        self._inner = inner
        rows = sorted((name + "/" * isinstance(each, Folder), name, each) for name, each in inner.items())
        self.id = pack.add("tree", b"".join(_row(name, each) for _, name, each in rows))

    def with_files(self, files: Mapping[tuple[str, ...], bytes], pack: Pack) -> "Folder":
        """Return the folder with some files put in or replaced.

        Args:
            files: Ids of contents by path.
            pack: Where the new trees are written.
        """
        inner = dict(self._inner)
        below: dict[str, dict[tuple[str, ...], bytes]] = {}
        for (name, *rest), identity in files.items():
            if rest:
                below.setdefault(name, {})[tuple(rest)] = identity
            else:
                inner[name] = identity
        for name, some in below.items():
            there = inner.get(name)
            inner[name] = (there if isinstance(there, Folder) else Folder({}, pack)).with_files(some, pack)
        return Folder(inner, pack)


def _row(name: str, each: Folder | bytes) -> bytes:
    mode, identity = (_FOLDER, each.id) if isinstance(each, Folder) else (_FILE, each)
    return mode + b" " + name.encode() + b"\0" + identity
