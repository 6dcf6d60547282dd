"""`inspection export` and `inspection import` as they are typed."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from tests.office.workbooks import Lines, a_workbook, forgetful, resaved

from inspection.cli import main
from inspection.cli.border import MARKER, refuse_office_output
from inspection.errors import CannotRunError
from inspection.office.spreadsheet.reading import sheets_of

HOME = Path(__file__).resolve().parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demonstration ledger."""
    folder = tmp_path_factory.mktemp("town")
    assert main(["demo", str(folder), "--units", "40", "--problems", "60"]) == 0
    return folder


@pytest.fixture
def run(town: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command about the town; get its exit code, what it printed and what it complained of."""

    def typed(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([arguments[0], "--ledger", str(town), "--language", "zh", *map(str, arguments[1:])])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


@pytest.fixture
def untouched(town: Path):
    """The ledger is put back as it was after the test."""
    held = contents(town)
    yield held
    for path, data in contents(town).items():
        if path not in held:
            (town / "ledger" / path).unlink()
        elif data != held[path]:
            (town / "ledger" / path).write_bytes(held[path])


@pytest.fixture
def book(town: Path, tmp_path: Path) -> Path:
    place = tmp_path / "台账.xlsx"
    assert main(["export", "--ledger", str(town), "--out", str(place)]) == 0
    return place


def contents(town: Path) -> dict[str, bytes]:
    return {path.relative_to(town / "ledger").as_posix(): path.read_bytes() for path in town.glob("ledger/**/*.yaml")}


def running(book: bytes, count: int = 1) -> list[int]:
    """Rows, from 0, of the task list whose items are being rectified."""
    tasks = Lines(book, "任务清单")
    return [row for row in range(2, len(tasks.rows)) if tasks.at(row, "整改状态") == "正在整改"][:count]


def reported(book: bytes, row: int, note: str) -> dict[tuple[str, int, int], object]:
    tasks = Lines(book, "任务清单")
    typed = (("填报·日期", date(2024, 12, 30)), ("填报·说明", note))
    return {("任务清单", row, tasks.column(heading)): value for heading, value in typed}


def test_export_then_import_changes_no_byte(town, run, book, untouched):
    assert run("import", book, "--yes") == (0, run("import", book, "--yes")[1], "")
    assert run("import", book, "--yes")[1].endswith("没有要写的内容\n")
    book.write_bytes(forgetful(book.read_bytes()))
    assert run("import", book, "--yes")[0] == 0
    assert contents(town) == untouched


@pytest.mark.slow
def test_a_workbook_another_program_saved_again_changes_no_byte(town, run, book, untouched, tmp_path):
    again = tmp_path / "again"
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    done = subprocess.run(
        [*office, "--convert-to", "xlsx", "--outdir", str(again), str(book)],
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0
    saved = again / book.name
    assert saved.read_bytes() != book.read_bytes()

    assert run("import", saved, "--yes")[0] == 0
    saved.write_bytes(forgetful(saved.read_bytes()))
    code, said, _ = run("import", saved, "--yes")
    assert (code, said.endswith("没有要写的内容\n")) == (0, True)
    assert contents(town) == untouched


def test_csv_comes_back_too(town, run, tmp_path, untouched):
    assert run("export", "--format", "csv", "--out", tmp_path / "csv")[0] == 0
    for name in ("问题清单", "任务清单", "整改记录"):
        code, said, _ = run("import", tmp_path / "csv" / f"{name}.csv", "--yes")
        assert (code, said.endswith("没有要写的内容\n")) == (0, True), said
    assert contents(town) == untouched


def test_only_changed_records_are_written_and_nothing_else_of_them(town, run, book, untouched):
    data = book.read_bytes()
    (row,) = running(data)
    item = Lines(data, "任务清单").at(row, "事项编号")
    book.write_bytes(resaved(data, reported(data, row, "已补签 3 份合同")))

    code, said, _ = run("import", book, "--yes")

    assert code == 0
    assert f"{item}：2024-12-30 责任单位报告进展，已补签 3 份合同（「任务清单」第 {row + 1} 行）" in said
    after = contents(town)
    (path,) = [path for path in after if after[path] != untouched[path]]
    assert path.endswith(f"{item.split('/')[0]}.yaml")
    added = [line for line in after[path].decode().splitlines() if line not in untouched[path].decode().splitlines()]
    assert [line.strip() for line in added] == ["- {date: 2024-12-30, action: report, by: unit, note: 已补签 3 份合同}"]
    assert run("import", book, "--yes")[1].endswith("没有要写的内容\n")


def test_nothing_is_written_without_a_yes(town, run, book, untouched):
    data = book.read_bytes()
    book.write_bytes(resaved(data, reported(data, running(data)[0], "已补签")))

    assert run("import", book, "--dry-run")[1].endswith("没有写入（--dry-run）\n")
    assert run("import", book)[1].endswith("没有写入：核对无误后加 --yes\n")
    assert contents(town) == untouched


def test_what_the_ledger_refuses_is_told_with_its_place_and_the_rest_is_written(town, run, book, untouched):
    data = book.read_bytes()
    tasks = Lines(data, "任务清单")
    (row,), closed = running(data), tasks.find("整改状态", "已完成")
    cells = reported(data, row, "已补签") | reported(data, closed, "又报一次")
    private = tasks.find("整改状态", "正在整改")
    cells |= Lines(data, "问题清单").typed(2, 定性依据="联系人身份证号 11010519491231002X")
    book.write_bytes(resaved(data, cells))

    code, said, _ = run("import", book, "--yes")

    assert (code, private) == (1, row)
    (told,) = [line for line in said.splitlines() if f"「任务清单」第 {closed + 1} 行：" in line]
    assert "已完成" in told
    assert "11010519491231002X" not in said.split("没有读入")[1]
    assert "（PRV01）" in said
    assert len([path for path, was in untouched.items() if contents(town)[path] != was]) == 1


def test_what_may_be_done_instead_is_told_once_for_many_rows(run, book):
    data = book.read_bytes()
    tasks = Lines(data, "任务清单")
    closed = [row for row in range(2, len(tasks.rows)) if tasks.at(row, "整改状态") == "已完成"][:5]
    book.write_bytes(
        resaved(data, {cell: value for row in closed for cell, value in reported(data, row, "又报").items()})
    )

    code, said, _ = run("import", book, "--dry-run")

    assert code == 1
    assert said.count("：此时是「已完成」，不能报告进展；") == len(closed)
    assert said.count("现在是「已完成」，可以：重新整改（巡察办、") == 1
    assert said.count("；可以办理的同上\n") == len(closed) - 1


@pytest.mark.usefixtures("untouched")
def test_two_imports_at_once_lose_no_entry(town, book, tmp_path):
    data = book.read_bytes()
    (row,) = running(data)
    notes = [f"第 {number} 个人填的进展" for number in range(3)]
    for number, note in enumerate(notes):
        (tmp_path / f"{number}.xlsx").write_bytes(resaved(data, reported(data, row, note)))
    command = [sys.executable, "-m", "inspection", "import", "--ledger", str(town), "--yes", "--language", "zh"]
    environment = {**os.environ, "PYTHONPATH": str(HOME / "scripts")}
    both = [
        subprocess.Popen([*command, str(tmp_path / f"{number}.xlsx")], env=environment, stdout=subprocess.PIPE)
        for number in range(len(notes))
    ]

    assert [one.wait(timeout=240) for one in both] == [0] * len(notes)
    item = Lines(data, "任务清单").at(row, "事项编号")
    problem = next(town.glob(f"ledger/problems/*/{item.split('/')[0]}.yaml")).read_text(encoding="utf-8")
    assert [problem.count(note) for note in notes] == [1] * len(notes)
    assert main(["check", "--ledger", str(town)]) == 0


def test_an_import_that_dies_between_two_files_is_finished_by_the_next_command(town, run, book, untouched, monkeypatch):
    data = book.read_bytes()
    tasks = Lines(data, "任务清单")
    first, second = list({tasks.at(row, "问题编号"): row for row in running(data, 40)}.values())[:2]
    book.write_bytes(resaved(data, reported(data, first, "第一条") | reported(data, second, "第二条")))
    put, renamed = os.replace, []

    def dying(old: str, new: str) -> None:
        if str(new).endswith(".yaml") and renamed:
            raise KeyboardInterrupt
        put(old, new)
        renamed.extend([new] if str(new).endswith(".yaml") else [])

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", dying)
        assert run("import", book, "--yes")[0] == 2
    assert len(renamed) == 1

    assert run("import", book, "--yes")[1].endswith("没有要写的内容\n")
    changed = "".join(data.decode() for path, data in contents(town).items() if data != untouched[path])
    assert (changed.count("note: 第一条"), changed.count("note: 第二条")) == (1, 1)


def test_a_workbook_for_each_unit_is_handed_out_and_taken_back(town, run, untouched, tmp_path):
    folder = tmp_path / "units"
    assert run("export", "--per-unit", folder)[0] == 0
    books = sorted(folder.glob("*.xlsx"))

    assert (folder / MARKER).is_file()
    assert len(books) > 10
    changed = next(path for path in books if running(path.read_bytes()))
    data = changed.read_bytes()
    changed.write_bytes(resaved(data, reported(data, running(data)[0], "单位填的进展")))
    for path in books[:5]:
        assert run("import", path, "--yes")[0] == 0, path
    assert run("import", changed, "--yes")[0] == 0
    assert len([path for path, was in untouched.items() if contents(town)[path] != was]) == 1


def test_an_office_imports_its_own_sheet(town, run, untouched, tmp_path):
    units = {path.stem: path for path in town.glob("ledger/rounds/R13-06/*.yaml") if path.stem != "round"}
    unit = min(units)
    mapping = tmp_path / "map.yaml"
    example = (HOME / "docs" / "examples" / "own-sheet.yaml").read_text(encoding="utf-8")
    mapping.write_text(example.replace("luze-community", unit), encoding="utf-8")
    heads = ["序号", "反馈问题", "问题类别", "整改措施", "责任领导", "责任单位", "完成时限"]
    rows = [[1, "报销附件不全。", "财务", "1.补齐附件；\n2.修订办法。", "党组织书记", "社区", "2025.3.20"]]
    sheet = tmp_path / "整改台账.xlsx"
    sheet.write_bytes(a_workbook({"整改台账": [heads, *rows]}))

    code, said, _ = run("import", sheet, "--map", mapping, "--yes")

    assert code == 0, said
    (fresh,) = set(contents(town)) - set(untouched)
    assert fresh.startswith("problems/R13-06/R13-06-")
    assert "      - {id: M2, text: 修订办法。}\n" in contents(town)[fresh].decode()
    assert run("import", sheet, "--map", mapping, "--yes")[1].endswith("没有要写的内容\n")


def test_an_export_says_that_it_is_the_offices_and_is_never_published(town, run, book, tmp_path):
    with pytest.raises(CannotRunError):
        refuse_office_output(book.parent)
    assert run("export")[0] == 0
    assert (town / "private" / MARKER).is_file()
    code, _, said = run("export", "--out", town / "build" / "x.xlsx")
    assert (code, said) == (2, f"inspection: 内部的内容不能放在 {town.resolve()}/build 里，那里的内容会公开\n")
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "index.html").touch()
    assert run("export", "--out", tmp_path / "www" / "x.xlsx")[0] == 2
    assert not (tmp_path / "www" / "x.xlsx").exists()


def test_programs_get_json_and_parquet(run, tmp_path, town):
    assert run("export", "--format", "json", "--out", tmp_path / "a.json")[0] == 0
    assert run("export", "--format", "parquet", "--out", tmp_path / "p")[0] == 0
    count = len(list(town.glob("ledger/problems/*/*.yaml")))
    with duckdb.connect(":memory:") as database:
        for name in ("problems", "tasks", "logs", "responsibilities", "supervision"):
            assert database.read_parquet(str(tmp_path / "p" / f"{name}.parquet")).fetchall()
        days = f"SELECT found FROM '{tmp_path}/p/problems.parquet' WHERE found > DATE '2000-01-01'"
        assert len(database.sql(days).fetchall()) == count
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith('{\n"problems": [\n{"id":"R13-01-0001",')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--unit", "nobody-here-at-all"], "没有编号为 nobody-here-at-all 的单位"),
        (["export", "--out", "a.xls"], "--out 的文件名要以 .xlsx 结尾：a.xls"),
        (["export", "--per-unit", "x", "--unit", "y"], "--per-unit 每个单位一份 xlsx"),
        (["import", "no-such-file.xlsx"], "没有这个文件：no-such-file.xlsx"),
        (["import", "."], ". 是目录，要写一个文件"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_sentence(run, arguments, said):
    code, _, error = run(*arguments)

    assert code == 2
    assert error.startswith(f"inspection: {said}")
    assert error.count("\n") == 1


@pytest.mark.slow
def test_ten_thousand_rows_come_and_go_and_nothing_is_written(tmp_path, capsys, monkeypatch):
    assert main(["demo", str(tmp_path), "--units", "60", "--problems", "1000"]) == 0
    place = tmp_path / "whole.xlsx"
    assert main(["export", "--ledger", str(tmp_path), "--out", str(place)]) == 0
    assert sum(len(sheet.rows) for sheet in sheets_of(place.read_bytes()) if not sheet.hidden) > 10_000

    def refuse(*_: object) -> None:
        raise AssertionError("something was written")

    monkeypatch.setattr("inspection.cli.importing.write_files", refuse)
    capsys.readouterr()
    assert main(["import", "--ledger", str(tmp_path), "--language", "zh", "--yes", str(place)]) == 0
    assert capsys.readouterr().out.endswith("没有要写的内容\n")
