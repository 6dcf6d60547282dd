"""The last step of a site: every file the generator made passes through `publish.finish`."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from inspection.publish.finish import finish, inline_scripts, nowhere, shipped
from inspection.workers import cores, shared_out

_WITHOUT_RECORDS = "404.html"
_FINISHED = (".html", ".js", ".css", ".map")
_SHARE = 500
"""Files one process takes at a time."""


def finish_site(folder: Path, head: Callable[[str, bytes], bytes]) -> None:
    """Give every page its policy, and strip the theme's files of what is not published.

    Args:
        folder: A built site; its files are written anew.
        head: What belongs at the end of the head of a page, by its path and its text, such as links to feeds.

    Raises:
        ValueError: A page is not of the form the site generator writes.
    """
    for lost in (*folder.glob(_WITHOUT_RECORDS), *folder.glob(f"*/{_WITHOUT_RECORDS}")):
        lost.write_text(nowhere(lost.read_text(encoding="utf-8")), encoding="utf-8")
    trusted = inline_scripts((folder / _WITHOUT_RECORDS).read_bytes())
    files = list(_finished(folder))
    parts = [files[start : start + _SHARE] for start in range(0, len(files), _SHARE)]
    for _ in shared_out(parts, partial(_finish_files, f"{folder}/", trusted, head), cores()):
        pass


def _finished(folder: Path) -> Iterator[str]:
    """Yield the paths of the files that are written anew, below the folder."""
    start = len(f"{folder}/")
    for place, _, names in os.walk(folder):
        yield from (f"{place}/{name}"[start:].replace(os.sep, "/") for name in names if name.endswith(_FINISHED))


def _finish_files(site: str, trusted: frozenset[bytes], head: Callable[[str, bytes], bytes], paths: list[str]) -> bytes:
    for path in paths:
        file = f"{site}{path}"
        if path.endswith(".html"):
            with open(file, "r+b") as page:
                made = page.read()
                page.seek(0)
                page.write(finish(made, trusted, head(path, made)))
            continue
        content = shipped(path, Path(file).read_bytes())
        if content is None:
            os.unlink(file)
        else:
            Path(file).write_bytes(content)
    return b""
