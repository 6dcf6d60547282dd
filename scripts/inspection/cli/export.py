"""`inspection export`: the ledger as the lists an office knows, to be looked at, handed out and taken back."""

from pathlib import Path

import click

from inspection.cli.border import MARK, open_office_folder, refuse_public_place
from inspection.cli.check import context_of
from inspection.cli.lists_as_data import data_files, json_document
from inspection.cli.options import command_options
from inspection.cli.progress import Count, tell
from inspection.cli.session import SCHEMAS, Options, Session, open_session, say
from inspection.cli.whole_files import write_whole
from inspection.derive.statistics import statistics
from inspection.errors import UsageError
from inspection.labelling import load as load_labels
from inspection.office.desk import Desk
from inspection.office.spreadsheet.exported import lists_of, of_unit, units_with_rows, whole
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.workbook import Book, workbook
from inspection.office.words import Words
from inspection.read.suggest import nearest_word
from inspection.workers import uncollected

FORMS = ("xlsx", "csv", "json", "parquet")


@click.command("export")
@click.option("--unit", metavar="ID", help="只导出一个单位的，供下发填报 / one unit's own workbook, for handing out")
@click.option(
    "--per-unit", type=click.Path(path_type=Path), metavar="DIR", help="每个单位一份，写进这个目录 / one for each unit"
)
@click.option("--format", "form", type=click.Choice(FORMS), default="xlsx", help="格式 / form")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="写到哪个文件（csv、parquet 为目录）；默认台账旁的 private/export/ / the file (csv, parquet: the folder)",
)
@command_options
def export_command(options: Options, unit: str | None, per_unit: Path | None, form: str, out: Path | None) -> int:
    """导出问题、任务、责任、督办清单和汇总表，内部使用。Export the office's lists and summary tables.

    xlsx 填好后可用 inspection import 读入。What is filled in is taken back by `inspection import`.
    """
    if per_unit is not None and (unit is not None or out is not None or form != "xlsx"):
        raise UsageError(
            "--per-unit 每个单位一份 xlsx，不能与 --unit、--out、别的 --format 同用",
            "--per-unit makes an xlsx for each unit; it goes with neither --unit, --out nor another --format",
        )
    session = open_session(options)
    session.judged()
    desk = desk_of(session)
    names = Names(session.ledger, desk.words.labels)
    if per_unit is not None:
        return _each(session, desk, names, per_unit.resolve())
    _refuse_unknown(desk, names, unit)
    target = _target(session, out, f"{unit or 'inspection'}-{desk.as_of}", form)
    tell("正在导出……", "exporting ...", session.language)
    with uncollected():
        if form == "xlsx":
            write_whole(target, _workbook(session, desk, names, unit))
        elif form == "json":
            write_whole(target, json_document(lists_of(desk, names, unit)))
        else:
            for file, content in data_files(lists_of(desk, names, unit), form):
                write_whole(target / file, content)
    _told(session, f"已导出，内部使用，不得公开：{target}", f"exported, not for publication: {target}")
    return 0


def desk_of(session: Session) -> Desk:
    """Return the ledger as lists need it: what a check finds and what history says are not asked for."""
    return Desk(context_of(session), Words(session.ledger, load_labels(SCHEMAS), session.today))


def _workbook(session: Session, desk: Desk, names: Names, unit: str | None) -> bytes:
    told = Count("已写 {} / {} 行", "{} of {} rows written", session.language)
    if unit is not None:
        return workbook(of_unit(desk, names, unit)._replace(mark=MARK), names, told)
    made: Book = whole(desk, names, statistics(session.ledger, desk.as_of, revision=session.commit))
    return workbook(made._replace(mark=MARK), names, told)


def _each(session: Session, desk: Desk, names: Names, folder: Path) -> int:
    open_office_folder(folder, session.root.parent / "build")
    units = units_with_rows(desk, names)
    told = Count("已写 {} / {} 份", "{} of {} workbooks written", session.language)
    for done, unit in enumerate(units, 1):
        name = "".join(letter for letter in names.unit(unit) if letter.isalnum())
        write_whole(folder / f"{unit}-{name}.xlsx", workbook(of_unit(desk, names, unit)._replace(mark=MARK), names))
        told(done, len(units))
    _told(
        session,
        f"已导出 {len(units)} 份，每个单位一份：{folder}",
        f"{len(units)} workbooks, one for each unit: {folder}",
    )
    return 0


def _refuse_unknown(desk: Desk, names: Names, unit: str | None) -> None:
    if unit is None or unit in desk.ledger.units:
        return
    near = nearest_word(unit, desk.ledger.units) or names.unit_of(unit)
    zh, en = (f"，是不是 {near}？", f"; did you mean {near}?") if near else ("", "")
    raise UsageError(f"没有编号为 {unit} 的单位{zh}", f"there is no unit {unit}{en}")


def _target(session: Session, out: Path | None, name: str, form: str) -> Path:
    """Return where to write: in the office's folder, or where it was asked for, which is no place of the public's."""
    public = session.root.parent / "build"
    if out is None:
        folder = session.root.parent / "private" / "export"
        open_office_folder(folder.parent, public)
        return folder / (f"{name}.{form}" if form in ("xlsx", "json") else f"{name}-{form}")
    target = out.resolve()
    refuse_public_place(target, public)
    if form in ("csv", "parquet"):
        open_office_folder(target, public)
    elif target.suffix != f".{form}":
        raise UsageError(f"--out 的文件名要以 .{form} 结尾：{out}", f"the name of --out ends with .{form}: {out}")
    return target


def _told(session: Session, zh: str, en: str) -> None:
    say(en if session.language == "en" else zh)
