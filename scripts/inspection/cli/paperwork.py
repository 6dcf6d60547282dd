"""From a paper to a file: the template is read, the document made, and written whole."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from inspection.cli.border import open_office_folder, refuse_public_place
from inspection.cli.building import SITE
from inspection.cli.options import command_options
from inspection.cli.pdf import to_pdf
from inspection.cli.session import SCHEMAS, Session, say
from inspection.errors import CannotRunError, UsageError
from inspection.labelling import load as load_labels
from inspection.office.desk import Desk
from inspection.office.documents.paper import Paper
from inspection.office.documents.word import render
from inspection.office.words import Words
from inspection.rules.framework import Context

TEMPLATES = SITE / "documents"


def paper_options(run: Callable[..., int]) -> Callable[..., int]:
    """Give a command `--out` and `--format`, beside what every command has."""
    out = click.option(
        "--out",
        type=click.Path(path_type=Path),
        help="写到哪个文件或目录；默认台账旁的 private/documents/ / the file or folder to write to",
    )
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["docx", "pdf"]),
        default="docx",
        help="docx：Word 文档；pdf：需要装有 LibreOffice / Word, or PDF by LibreOffice",
    )
    return out(form(command_options(run)))


def desk_of(session: Session) -> Desk:
    """Return the ledger as papers are computed from it.

    Raises:
        CannotRunError: The ledger has no district or no policy.
    """
    ledger = session.judged()
    words = Words(ledger, load_labels(SCHEMAS), session.today)
    return Desk(Context(ledger, session.today), words, session.revision())


def known(records: Any, key: object, zh: str, en: str) -> Any:
    """Return a record by its key.

    Raises:
        UsageError: There is none.
    """
    if key not in records:
        shown = "/".join(key) if isinstance(key, tuple) else str(key)
        raise UsageError(f"台账里没有{zh} {shown}", f"the ledger has no {en} {shown}")
    return records[key]


def deliver(session: Session, paper: Paper, out: Path | None, form: str) -> int:
    """Make a paper's document, write it, and say where it is.

    Args:
        session: The ledger.
        paper: The paper.
        out: A file, or a folder, which is made where it is not there; by default the office's own folder.
        form: `docx` or `pdf`.

    Raises:
        CannotRunError: The template is broken, the place is public, or there is nothing to make a PDF with.
    """
    target = _target(session, paper, out, form)
    template = TEMPLATES / f"{paper.template}.docx"
    if not template.is_file():
        raise CannotRunError(
            f"没有模板 {_shown(template)}；请恢复这个文件，或用 make documents 重新生成",
            f"there is no template {_shown(template)}; restore it, or make it again with `make documents`",
        )
    made = render(_shown(template), template.read_bytes(), paper.values)
    write_whole(target, made if form == "docx" else to_pdf(made)[0])
    say(f"已写入 {_shown(target)}" if session.language == "zh" else f"written to {_shown(target)}")
    return 0


def write_whole(target: Path, content: bytes) -> None:
    """Write a file beside its place and put it there when it is whole."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        fresh.write_bytes(content)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _target(session: Session, paper: Paper, out: Path | None, form: str) -> Path:
    """Return the file to write: one that was named may be replaced, one of ours never is."""
    public = session.root.parent / "build"
    if out is None:
        private = session.root.parent / "private"
        open_office_folder(private, public)
        open_office_folder(private / "documents", public)
        return _unused(private / "documents" / f"{paper.name}.{form}")
    place = out.resolve()
    refuse_public_place(place, public)
    folder = place.is_dir() or (not place.suffix and not place.exists())
    if not folder and place.suffix.lower() != f".{form}":
        raise UsageError(
            f"--out 要写成以 .{form} 结尾的文件，或目录；现在是 {out}",
            f"--out names a file that ends in .{form}, or a folder; it is {out}",
        )
    if not place.parent.is_dir():
        raise CannotRunError(f"目录 {place.parent} 不存在", f"there is no folder {place.parent}")
    if not folder:
        return place
    place.mkdir(exist_ok=True)
    return _unused(place / f"{paper.name}.{form}")


def _unused(place: Path) -> Path:
    """Return a path nothing lies at: a document somebody may have edited is not replaced."""
    free, number = place, 1
    while free.exists():
        number += 1
        free = place.with_name(f"{place.stem}（{number}）{place.suffix}")
    return free


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
