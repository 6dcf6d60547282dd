"""Where what runs of this machine remember of a ledger lies: in a folder that no commit can hold.

Whoever hands over a repository, or asks to merge a branch, may have committed a `.cache/` of their own making, which
says that a bad record is good, a signature genuine, or a run to be finished. So the folder's name is drawn by lot in
each clone and kept beside Git's own files, which no clone carries.
"""

import os
import re
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

FOLDER = ".cache"
"""Beside the ledger; safe to delete."""
NAME = "inspection-cache"
"""The file among Git's own that holds the name."""
_DRAWN = re.compile("[0-9a-f]{32}")


def memory_folder(root: Path) -> Path:
    """Return the folder for what is remembered of a ledger; it need not be there.

    Args:
        root: The ledger folder.
    """
    folder = root.parent / FOLDER
    git = _git_folder(root)
    return folder if git is None else folder / _drawn(git / NAME)


def _git_folder(root: Path) -> Path | None:
    """Return where Git keeps its own files of the clone around a ledger, or nothing where there is none."""
    for folder in root.resolve().parents:
        git = folder / ".git"
        if git.is_dir():
            return git
        if git.is_file():  # of a further working tree: the place of its own
            return folder / git.read_text(encoding="utf-8", errors="replace").removeprefix("gitdir:").strip()
    return None


@cache
def _drawn(kept: Path) -> str:
    """Return the name this clone has drawn, drawing it the first time; where it cannot be kept, one for this run."""
    fresh = secrets.token_hex(16)
    with suppress(OSError):
        beside = kept.with_name(f"{NAME}-{fresh}")
        if not kept.exists():
            beside.write_text(fresh, encoding="ascii")
            with suppress(OSError):
                os.link(beside, kept)  # of two runs at once the first has drawn
            beside.unlink()
        held = kept.read_text(encoding="ascii", errors="replace").strip()
        return held if _DRAWN.fullmatch(held) else fresh
    return fresh
