"""The last step of a site: every file the generator made passes through `publish.finish`."""

from collections.abc import Callable
from pathlib import Path

from inspection.publish.finish import finish, inline_scripts, shipped

_WITHOUT_RECORDS = "404.html"
_FINISHED = frozenset({".html", ".js", ".css", ".map"})


def finish_site(folder: Path, head: Callable[[str, str], str]) -> None:
    """Give every page its policy, and strip the theme's files of what is not published.

    Args:
        folder: A built site; its files are written anew.
        head: What belongs at the end of the head of a page, by its path and its text, such as links to feeds.

    Raises:
        ValueError: A page is not of the form the site generator writes.
    """
    trusted = inline_scripts((folder / _WITHOUT_RECORDS).read_text(encoding="utf-8"))
    for file in [one for one in folder.rglob("*") if one.suffix in _FINISHED]:
        path = file.relative_to(folder).as_posix()
        if file.suffix == ".html":
            page = file.read_text(encoding="utf-8")
            file.write_text(finish(page, trusted, head(path, page)), encoding="utf-8")
            continue
        content = shipped(path, file.read_bytes())
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content)
