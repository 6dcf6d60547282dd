"""Progress on a terminal; a pipe hears nothing of it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_EVERY = 0.2
"""Seconds between two signs of life."""


def tell(zh: str, en: str, language: str) -> None:
    """Say what is going on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{en if language == 'en' else zh}\n")


@contextmanager
def counting(language: str) -> Iterator[Callable[[int], None] | None]:
    """Show on a terminal how many files were read, as `load` tells it; elsewhere there is nobody to tell."""
    if not sys.stderr.isatty():
        yield None
        return
    said = time.monotonic()

    def told(count: int) -> None:
        nonlocal said
        if time.monotonic() - said > _EVERY:
            words = f"{count} files read" if language == "en" else f"已读取 {count} 份文件"
            sys.stderr.write(f"\r{words}")
            sys.stderr.flush()
            said = time.monotonic()

    yield told
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
