"""A ledger folder on disk, and how it is found."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from inspection.errors import CannotRunError
from inspection.read.files import (
    NESTED_REPOSITORY,
    SYMBOLIC_LINK,
    UNPRINTABLE_NAME,
    UNREADABLE_FILE,
    UNREADABLE_FOLDER,
    File,
    Stamp,
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

    shareable = True

    def __init__(self, root: Path) -> None:
        """Keep the ledger folder; see `locate`."""
        self._root = str(root)

    def files(self) -> Iterator[File]:
        """Yield every file; see `Source.files`."""
        yield from sorted(self._walk(), key=lambda file: file.path)

    def opened(self, file: File) -> File:
        """Return a file with its bytes; see `Source.opened`."""
        return file if file.fault else _file_at(file.path, f"{self._root}/{file.path}")

    def read(self, path: str) -> bytes:
        """Return one file's bytes; see `Source.read`."""
        return _file_at(path, f"{self._root}/{path}").data or b""

    def _walk(self) -> Iterator[File]:
        folders = [(os.fsencode(self._root), b"")]
        while folders:
            folder, prefix = folders.pop()
            try:
                with os.scandir(folder) as listed:
                    entries = [entry for entry in listed if not entry.name.startswith(b".")]
                nested = prefix != b"" and os.path.lexists(folder + b"/.git")
            except OSError:
                yield File(shown(prefix.rstrip(b"/")), fault=UNREADABLE_FOLDER)
                continue
            if nested:
                yield File(shown(prefix.rstrip(b"/")), fault=NESTED_REPOSITORY)
                continue
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, prefix + entry.name + b"/"))
                else:
                    yield _listed(entry, prefix + entry.name)


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


def _listed(entry: "os.DirEntry[bytes]", name: bytes) -> File:
    path = shown(name)
    if entry.is_symlink():
        return File(path, fault=SYMBOLIC_LINK)
    if path != os.fsdecode(name):
        return File(path, fault=UNPRINTABLE_NAME)
    try:
        said = entry.stat(follow_symlinks=False)
    except OSError:
        return File(path, fault=UNREADABLE_FILE)
    return File(path, stamp=_stamp(said))


def _stamp(said: os.stat_result) -> Stamp:
    return said.st_mtime_ns, said.st_ctime_ns, said.st_size, said.st_ino


def _file_at(path: str, place: str) -> File:
    try:
        opened = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        return File(path, fault=UNREADABLE_FILE)
    try:
        said = os.fstat(opened)
        if not stat.S_ISREG(said.st_mode):
            return File(path, fault=UNREADABLE_FILE)
        data = os.read(opened, min(said.st_size, MOST_BYTES) + 1)
        if len(data) > said.st_size:
            data += os.read(opened, MOST_BYTES + 1 - len(data))
        long = len(data) > MOST_BYTES
        return File(path, _long_content_id(opened, data) if long else content_id(data), data, None, _stamp(said))
    except OSError:
        return File(path, fault=UNREADABLE_FILE)
    finally:
        os.close(opened)


def _long_content_id(opened: int, data: bytes) -> str:
    size = os.fstat(opened).st_size
    digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    digest.update(data)
    while block := os.read(opened, _BLOCK):
        digest.update(block)
    return digest.hexdigest()
