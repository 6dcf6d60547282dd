"""A file is there as a whole or not at all: written beside its place, then put in it."""

import os
from collections.abc import Callable
from pathlib import Path


def write_whole(target: Path, content: bytes | Callable[[Path], None]) -> None:
    """Write a file; whoever looks sees the old one or the new one.

    Args:
        target: Where it belongs; its folder is made where there is none.
        content: The bytes, or what writes them to a file.

    Raises:
        OSError: It cannot be written; what was there stays.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if callable(content):
            content(fresh)
        else:
            fresh.write_bytes(content)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)
