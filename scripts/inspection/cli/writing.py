"""Files written so that whoever looks sees the old or the new, never half; and two writers one after the other.

One file is written beside itself, forced to the disk and renamed. Several are all written beside themselves first; then
a note of the renames to come is put down, and only then are they renamed, so that a run that dies among the renames is
finished by the next one that looks.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from inspection.cli.memory_folder import memory_folder
from inspection.cli.system import reason
from inspection.errors import CannotRunError

try:
    import fcntl
except ImportError:  # a machine without it lets one clerk write at a time by itself
    fcntl = None  # type: ignore[assignment]

NOTE = "writing.json"
"""The renames to come, in the folder of what is remembered: nobody can commit one."""

_BESIDE = ".writing"
_LOCK = "writing.lock"


class ChangedMeanwhileError(Exception):
    """A file is no longer what the new one was made from."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep every other writer of this ledger out until the block ends; a process that dies gives way by itself."""
    folder = memory_folder(root)
    folder.mkdir(parents=True, exist_ok=True)
    opened = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if fcntl is not None:
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def write_files(root: Path, files: Mapping[str, bytes], old: Mapping[str, bytes]) -> None:
    """Write files of a ledger, all of them or none; the caller holds the lock.

    Args:
        root: The ledger folder.
        files: New bytes by path below it.
        old: What each was made from, empty for one that is to be new.

    Raises:
        ChangedMeanwhileError: One of them is something else by now; nothing was written.
        CannotRunError: The disk is full, or a folder may not be written to; nothing was written.
    """
    settle(root)
    for path in files:
        if _held(root / path) != old[path]:
            raise ChangedMeanwhileError(path)
    made: dict[str, Path] = {}
    try:
        for path, data in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            made[path] = _beside(root, path)
            _put_down(made[path], data)
            if old[path]:
                made[path].chmod(place.stat().st_mode & 0o777)
        if len(files) > 1:
            fresh = _note(root).with_name(f"{NOTE}{_BESIDE}")
            _put_down(fresh, json.dumps(sorted(files)).encode())
            os.replace(fresh, _note(root))
            _force(fresh.parent)
    except OSError as error:
        for place in (*made.values(), _note(root).with_name(f"{NOTE}{_BESIDE}")):
            with suppress(OSError):
                place.unlink(missing_ok=True)
        why = reason(error)
        raise CannotRunError(
            f"写不进磁盘（{why.zh}），台账没有改动", f"cannot write ({why.en}); nothing changed"
        ) from None
    _rename(root, files)


def settle(root: Path) -> None:
    """Finish what a run that died among its renames had begun; the caller holds the lock."""
    note = _note(root)
    try:
        paths = json.loads(note.read_bytes())
    except FileNotFoundError:
        return
    _rename(root, [path for path in paths if _beside(root, path).exists()])
    note.unlink(missing_ok=True)


def settled(root: Path) -> None:
    """Finish what a run that died had begun, where there is anything to finish."""
    if _note(root).exists():
        with locked(root):
            settle(root)


def _rename(root: Path, paths: Mapping[str, bytes] | list[str]) -> None:
    for path in paths:
        os.replace(_beside(root, path), root / path)
    for folder in {(root / path).parent for path in paths}:
        _force(folder)
    _note(root).unlink(missing_ok=True)


def _note(root: Path) -> Path:
    return memory_folder(root) / NOTE


def _beside(root: Path, path: str) -> Path:
    place = root / path
    return place.with_name(f".{place.name}{_BESIDE}")


def _put_down(place: Path, data: bytes) -> None:
    with place.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _held(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return b""


def _force(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
