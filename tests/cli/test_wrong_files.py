"""Wrong files handed to `inspection import`: one clear sentence each, and nothing is written."""

import shutil
from pathlib import Path

import pytest
from tests.office.test_wrong_workbooks import OLE, PLAIN, packed
from tests.office.workbooks import a_workbook, with_part

from inspection.cli import main
from inspection.office.spreadsheet import opening

HOME = Path(__file__).resolve().parents[2]
HEADS = ["反馈问题", "问题类别", "整改措施", "责任领导", "责任单位", "完成时限"]
ROW = ["附件不全。", "财务", "补齐附件", "书记", "社区", "2025.3.20"]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    shutil.copytree(HOME / "tests" / "cases" / "base" / "ledger", tmp_path / "ledger")
    example = (HOME / "docs" / "examples" / "own-sheet.yaml").read_text(encoding="utf-8")
    mapping = example.replace("luze-community", "qinglan-community").replace("round: R13-06", "round: R13-02")
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    return tmp_path


def contents(town: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in town.glob("ledger/**/*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("旧.xls", OLE, "这是旧格式（.xls）的工作簿"),
        ("锁.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "工作簿有打开密码"),
        ("宏.xlsm", with_part(PLAIN, "xl/vbaProject.bin", b"macro"), "工作簿含有宏（xlsm）"),
        (
            "链接.xlsx",
            with_part(PLAIN, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
            "工作簿引用了别的文件",
        ),
        ("大.xlsx", bytes(50_000_000), "文件有 50 MB，超过 30 MB"),
        ("弹.xlsx", with_part(PLAIN, "xl/worksheets/sheet1.xml", bytes(3_000_000)), "文件解开后有 3 MB"),
        ("空.xlsx", b"", "文件是空的"),
        ("文字.xlsx", packed(word__document_xml=b"<w/>"), "这不是 xlsx 工作簿"),
        ("改名.xlsx", "反馈问题\n附件不全\n".encode("gb18030"), "这不是 xlsx 工作簿"),
        ("乱.csv", b"\xff\xfe\xfd", "CSV 的"),
        ("别的.xlsx", PLAIN, ""),
    ],
)
@pytest.mark.parametrize("mapping", [[], ["--map", "map.yaml"]])
def test_a_wrong_file_is_one_sentence_and_writes_nothing(
    town: Path, name: str, data: bytes, said: str, mapping: list[str], capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(opening, "MOST_UNPACKED", 2_000_000)
    monkeypatch.chdir(town)
    (town / name).write_bytes(data)
    before = contents(town)

    code = main(["import", name, *mapping, "--yes", "--language", "zh"])

    error = capsys.readouterr().err
    assert code == 2
    assert error.startswith(f"inspection: {said}")
    assert error.count("\n") == 1
    assert contents(town) == before


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_csv_as_the_offices_spreadsheet_writes_it_is_read(town: Path, encoding: str) -> None:
    file = town / "整改台账.csv"
    file.write_bytes("\r\n".join(",".join(cells) for cells in (HEADS, ROW)).encode(encoding))

    assert main(["import", str(file), "--ledger", str(town), "--map", str(town / "map.yaml"), "--yes"]) == 0
    assert any("附件不全。" in data.decode() for data in contents(town).values())


def test_merged_cells_count_for_every_row_and_formulas_for_what_they_came_to(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def then(book):
        (sheet,) = book.worksheets()
        sheet.merge_range(1, 0, 2, 0, ROW[0])
        sheet.write_formula(2, 2, '="修订"&"办法"', None, "修订办法")

    file = town / "整改台账.xlsx"
    file.write_bytes(a_workbook({"整改台账": [HEADS, [None, *ROW[1:]], [None, ROW[1], None, *ROW[3:]]]}, then))

    assert main(["import", str(file), "--ledger", str(town), "--map", str(town / "map.yaml"), "--yes"]) == 0
    (made,) = [data.decode() for data in contents(town).values() if "附件不全。" in data.decode()]
    assert made.count("    task: ") == 2
    assert "    task: 修订办法\n" in made
    assert "公式" in capsys.readouterr().out
