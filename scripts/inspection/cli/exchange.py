"""Two folders change places in one step."""

import ctypes
import os
from pathlib import Path

_HERE = -100
_EXCHANGE = 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of renameat2(2), which Python does not offer."""


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, so that nobody finds neither; return whether the system could.

    Args:
        one: A folder.
        other: Another on the same disk.
    """
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):  # a system other than Linux
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
