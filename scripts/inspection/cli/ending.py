"""How a process ends: at once, its memory given back as a whole.

A large ledger would else be taken apart record by record, for a system that takes it in one piece.
"""

import os
import sys
from typing import NoReturn, TypeVar

T = TypeVar("T")

_kept: list[object] = []
_at_once = False


def ends_at_once() -> None:
    """Say that this process will be ended by `end`, so that what is kept need not be taken apart."""
    global _at_once
    _at_once = True


def kept(thing: T) -> T:
    """Return a thing that lives as long as the process, if that ends at once."""
    if _at_once:
        _kept.append(thing)
    return thing


def end(code: int, unwritten: int) -> NoReturn:
    """Write what is still to be written, and end the process.

    Args:
        code: What it ends with.
        unwritten: What it ends with instead of 0 if not all could be written; a closed pipe is no fault.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            continue
        except OSError:
            code = code or unwritten
    os._exit(code)
