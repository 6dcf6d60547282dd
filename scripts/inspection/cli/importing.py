"""`inspection import`: what people wrote into workbooks, into the ledger."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from inspection.cli.carrying_out import before
from inspection.cli.export import desk_of
from inspection.cli.options import DAY, command_options
from inspection.cli.progress import Count, tell
from inspection.cli.session import Options, Session, open_session, say
from inspection.cli.writing import ChangedMeanwhileError, locked, write_files
from inspection.errors import CannotRunError
from inspection.labels import Wording
from inspection.office.spreadsheet.acts import Settled, settled
from inspection.office.spreadsheet.grid import Refusal, Sheet
from inspection.office.spreadsheet.listings import listings
from inspection.office.spreadsheet.mapping import Mapped, mapped
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.own import own_sheet
from inspection.office.spreadsheet.preview import preview, refused
from inspection.office.spreadsheet.reading import sheets_of
from inspection.office.spreadsheet.separated import separated_sheet
from inspection.office.spreadsheet.taking import taking
from inspection.office.spreadsheet.wishes import Wishes
from inspection.publish.data.texts import unguarded
from inspection.workers import uncollected

SEPARATED = (".csv", ".tsv", ".txt")
_TRIES = 5
"""How often an import begins again when somebody else wrote meanwhile."""


class _Asked(NamedTuple):
    """What is to be read.

    Attributes:
        sheets: The sheets of the file.
        mapped: What the columns of an office's own sheet mean, or nothing for our lists.
        day: The day undated progress is put down for, where it is not today.
    """

    options: Options
    sheets: tuple[Sheet, ...]
    mapped: Mapped | None
    day: date | None


class _Made(NamedTuple):
    """What a file comes to, held against the ledger as it stands."""

    session: Session
    names: Names
    read: Wishes
    settled: Settled

    @property
    def refusals(self) -> list[Refusal]:
        return [*self.read.refusals, *self.settled.refusals]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--map", "map_file", type=click.Path(path_type=Path), help="自己的表格各列是什么意思（YAML）/ what its columns mean"
)
@click.option("--date", "day", type=DAY, help="表里没写日期的进展记在哪天；默认今天 / the day of undated progress")
@click.option("--dry-run", is_flag=True, help="只看会写什么，不写 / tell what would be written, and write nothing")
@click.option("--yes", is_flag=True, help="不再询问，直接写入 / write without asking")
@command_options
def import_command(
    options: Options, file: Path, map_file: Path | None, day: date | None, dry_run: bool, yes: bool
) -> int:
    """读入填好的清单（xlsx、csv）或单位自己的表格。Take back the lists of `export`, or an office's own sheet.

    先逐条列出会写什么，再询问；没有变化的行什么也不写。有没读入的格子时退出码为 1，逐一指明工作表、行、列。
    What is not taken over is told with sheet, row and column; then the exit code is 1.
    """
    with uncollected():
        asked = _Asked(options, _sheets(file), _mapped(map_file), day)
        made = _made(asked)
    wishes = [wish for one in made.settled.wanted for wish in one.wishes]
    _say(made, [*made.read.notes, *preview(wishes, made.names), *refused(made.refusals)])
    if not wishes:
        _say(made, [Wording(f"共 {made.read.rows} 行，没有要写的内容", f"{made.read.rows} rows, nothing to write")])
    elif dry_run:
        _say(made, [Wording("没有写入（--dry-run）", "nothing was written (--dry-run)")])
    elif yes or _agreed(made):
        made = _written(asked, made)
    return 1 if made.refusals else 0


def _sheets(file: Path) -> tuple[Sheet, ...]:
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise CannotRunError(f"没有这个文件：{file}", f"there is no file {file}") from None
    except IsADirectoryError:
        raise CannotRunError(f"{file} 是目录，要写一个文件", f"{file} is a folder; name a file") from None
    if file.suffix.lower() not in SEPARATED:
        return sheets_of(data)
    sheet = separated_sheet(data, file.name)
    rows = tuple(tuple(unguarded(cell) if isinstance(cell, str) else cell for cell in row) for row in sheet.rows)
    return (sheet._replace(rows=rows),)


def _mapped(file: Path | None) -> Mapped | None:
    if file is None:
        return None
    try:
        return mapped(file.read_bytes(), file.name)
    except FileNotFoundError:
        raise CannotRunError(f"没有这个文件：{file}", f"there is no file {file}") from None


def _made(asked: _Asked) -> _Made:
    """Return what a file comes to, held against the ledger as it stands now."""
    session = open_session(asked.options)
    session.judged()
    desk, mapped_ = desk_of(session), asked.mapped
    told = Count("已核对 {} / {} 行", "{} of {} rows read", session.language)
    if mapped_ is not None:
        names = Names(session.ledger, desk.words.labels, mapped_.units, mapped_.codes)
        read = own_sheet(asked.sheets, mapped_, desk, names, asked.day or session.today)
    else:
        names = Names(session.ledger, desk.words.labels)
        read = taking(asked.sheets, listings(names.labels), desk, names, told)
    if read.wishes:
        tell("正在按规则核对……", "asking the rules ...", session.language)
    return _Made(session, names, read, settled(before(session), read.wishes))


def _agreed(made: _Made) -> bool:
    if not sys.stdin.isatty():
        _say(made, [Wording("没有写入：核对无误后加 --yes", "nothing was written: add --yes")])
        return False
    files = len(made.settled.written.files)
    return click.confirm(f"write {files} files?" if made.session.language == "en" else f"写入 {files} 个文件？")


def _written(asked: _Asked, made: _Made) -> _Made:
    """Write what was made; begin again where somebody else wrote meanwhile, so that no entry is lost.

    Raises:
        CannotRunError: Somebody else keeps writing, or the disk is full; nothing was written.
    """
    root = made.session.root
    for _ in range(_TRIES):
        with locked(root):
            try:
                write_files(root, made.settled.written.files, made.settled.written.old)
            except ChangedMeanwhileError:
                made = _made(asked)
                continue
        count = len(made.settled.written.files)
        _say(made, [Wording(f"已写入 {count} 个文件", f"{count} files written")])
        return made
    raise CannotRunError("台账正被别人反复改动，没有写入：请稍后再试", "the ledger keeps changing; try again later")


def _say(made: _Made, lines: Iterable[Wording]) -> None:
    for line in lines:
        say(line.en if made.session.language == "en" else line.zh)
