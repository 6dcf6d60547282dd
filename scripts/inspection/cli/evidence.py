"""`inspection evidence`: the archive's files against what the ledger says they are."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import click

from inspection.cli.options import command_options
from inspection.cli.progress import Count
from inspection.cli.session import Options, dump, open_session, say
from inspection.derive.archive import Compared, cited, compared
from inspection.errors import CannotRunError
from inspection.report.archive import archive_text

_BLOCK = 1 << 20


@click.command("evidence")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账 / read the ledger at a Git revision")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / form")
@command_options
def evidence_command(options: Options, folder: Path, at: str | None, form: str) -> int:
    """核对档案：缺失、被改动、没有引用的文件。Hold the archive against the ledger: missing, changed, never cited.

    文件只读不改；缺失、被改动或有记录读不了时退出码为 1。Files are only read; exit 1 when one is missing or changed.
    """
    if not folder.is_dir():
        raise CannotRunError(f"没有这个文件夹：{folder}", f"there is no such folder: {folder}")
    session = open_session(options, at)
    made = compared(cited(session.ledger), _digests(folder, options.language))
    unread = sorted(session.loaded.broken)
    if form == "json":
        say(dump({**_plain(made), "unread": unread}))
    else:
        for line in archive_text(made, options.language, unread):
            say(line)
    return 1 if made.missing or made.changed or unread else 0


def _digests(folder: Path, language: str) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by its path in it; hidden ones and links are left out."""
    places = sorted(_files(folder))
    told = Count("已核对 {} / {} 个文件", "{} of {} files read", language)
    digests = {}
    for done, place in enumerate(places):
        told(done, len(places))
        digests[place.relative_to(folder).as_posix()] = _digest(place)
    told(len(places), len(places))
    return digests


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def _digest(place: Path) -> str:
    digest = hashlib.sha256()
    with place.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _plain(made: Compared) -> dict[str, object]:
    return {
        "kept": len(made.kept),
        "missing": [one._asdict() for one in made.missing],
        "changed": [{**one._asdict(), "file": path} for one, path in made.changed],
        "unpinned": [one._asdict() for one in made.unpinned],
        "uncited": list(made.uncited),
    }
