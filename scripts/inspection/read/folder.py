"""A ledger folder on disk, and how it is found."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from inspection.errors import CannotRunError
from inspection.read.fault import Fault
from inspection.read.files import (
    NESTED_REPOSITORY,
    SYMBOLIC_LINK,
    UNPRINTABLE_NAME,
    UNREADABLE_FILE,
    UNREADABLE_FOLDER,
    File,
    content_id,
    shown,
)
from inspection.read.text import MOST_BYTES

FOLDER = "ledger"
"""The name of the data folder in a district's repository."""

_MARKER = "district.yaml"
_BLOCK = 1 << 20


class WorkingTree:
    """A ledger folder on disk."""

    def __init__(self, root: Path) -> None:
        """Keep the ledger folder; see `locate`."""
        self.root = root

    def files(self) -> Iterator[File]:
        """Yield every file; see `Source.files`."""
        for path, place, fault in sorted(self._walk(), key=lambda found: found[0]):
            yield File(path, "", b"", fault) if fault else _file_at(path, place)

    def read(self, path: str) -> bytes:
        """Return one file's bytes; see `Source.read`."""
        return _file_at(path, self.root / path).data

    def _walk(self) -> Iterator[tuple[str, Path, Fault | None]]:
        folders = [self.root]
        while folders:
            folder = folders.pop()
            try:
                entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
                nested = folder != self.root and (folder / ".git").exists()
            except OSError:
                yield shown(os.fsencode(folder.relative_to(self.root))), folder, UNREADABLE_FOLDER
                continue
            if nested:
                yield shown(os.fsencode(folder.relative_to(self.root))), folder, NESTED_REPOSITORY
                continue
            for entry in entries:
                place = Path(entry.path)
                path = os.fsencode(place.relative_to(self.root))
                if entry.is_dir(follow_symlinks=False):
                    folders.append(place)
                else:
                    yield shown(path), place, _name_fault(path, link=entry.is_symlink())


def locate(path: Path) -> Path:
    """Return the ledger folder, given that folder or the one that holds it.

    Raises:
        CannotRunError: There is no such folder, or no ledger in it.
    """
    if not path.is_dir():
        raise CannotRunError(f"没有这个文件夹：{path}", f"there is no such folder: {path}")
    for folder in (path, path / FOLDER):
        if (folder / _MARKER).is_file() or (folder.is_dir() and folder.resolve().name == FOLDER):
            return folder.resolve()
    raise CannotRunError(
        f"这里没有台账：{path} 里既没有 {_MARKER}，也没有 {FOLDER} 文件夹",
        f"there is no ledger here: {path} holds neither {_MARKER} nor a folder {FOLDER}",
    )


def locate_around(path: Path) -> Path:
    """Return the ledger folder around a place: the nearest of the folder and those above it that is or holds one.

    Raises:
        CannotRunError: There is none up to the root of the disk.
    """
    start = path.resolve()
    for folder in (start, *start.parents):
        try:
            return locate(folder)
        except CannotRunError:
            continue
    raise CannotRunError(
        f"{path} 和它上面的各级文件夹里都没有台账；用 --ledger 指明",
        f"there is no ledger in {path} or above it; name it with --ledger",
    )


def _name_fault(path: bytes, *, link: bool) -> Fault | None:
    if link:
        return SYMBOLIC_LINK
    if shown(path) != os.fsdecode(path):
        return UNPRINTABLE_NAME
    return None


def _file_at(path: str, place: Path) -> File:
    try:
        with open(os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return File(path, "", b"", UNREADABLE_FILE)
            data = stream.read(MOST_BYTES + 1)
            if len(data) <= MOST_BYTES:
                return File(path, content_id(data), data)
            return File(path, _long_content_id(stream, data), data)
    except OSError:
        return File(path, "", b"", UNREADABLE_FILE)


def _long_content_id(stream: BinaryIO, data: bytes) -> str:
    size = os.fstat(stream.fileno()).st_size
    digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    digest.update(data)
    while block := stream.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()
