"""Files that are no workbook to be read: each is told in one clear sentence, before anything opens it."""

import io
import zipfile

import pytest
from tests.office.workbooks import a_workbook, part_of, with_part

from inspection.errors import CannotRunError
from inspection.office.spreadsheet import opening
from inspection.office.spreadsheet.grid import Area
from inspection.office.spreadsheet.reading import sheets_of
from inspection.office.spreadsheet.separated import separated_sheet

PLAIN = a_workbook({"问题清单": [["甲", "乙"], [1, 2]]})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def packed(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def said_of(data):
    with pytest.raises(CannotRunError) as error:
        sheets_of(data)
    assert error.value.en
    return error.value.zh


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (OLE, "这是旧格式（.xls）的工作簿"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "工作簿有打开密码"),
        ("序号,问题\n1,账目不清\n".encode("gb18030"), "这不是 xlsx 工作簿"),
        (b"PK\x03\x04 and no more", "文件已损坏"),
        (PLAIN[: len(PLAIN) // 2], "文件已损坏"),
        (packed(word__document_xml=b"<w/>"), "这不是 xlsx 工作簿"),
        (packed(mimetype=b"x", content_xml=b"<o/>"), "这不是 xlsx 工作簿"),
        (packed(xl__workbook_xml=b"<workbook/>"), "工作簿缺少目录"),
        (with_part(PLAIN, "xl/vbaProject.bin", b"macro"), "工作簿含有宏（xlsm）"),
        (
            with_part(PLAIN, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
            "工作簿引用了别的文件（外部链接）",
        ),
        (with_part(PLAIN, "xl/x.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "写法不寻常"),
        (with_part(PLAIN, "xl/x.xml", "<a/>".encode("utf-16")), "写法不寻常"),
        (with_part(PLAIN, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r="), "工作簿的内容读不出来"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(data, said):
    assert said in said_of(data).replace("xl/x.xml 写法", "写法")


def test_a_file_that_is_too_large_is_not_even_unpacked():
    assert said_of(bytes(50_000_000)).startswith("文件有 50 MB，超过 30 MB：")


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(opening, "MOST_UNPACKED", 1_000_000)
    bomb = with_part(PLAIN, "xl/worksheets/sheet1.xml", bytes(2_000_000))

    assert len(bomb) < 20_000
    assert said_of(bomb).startswith("文件解开后有 2 MB")


def test_a_part_that_lies_about_its_size_is_found_out():
    honest = with_part(PLAIN, "xl/big.bin", b"a" * 100_000)
    lying = honest.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert lying != honest
    assert said_of(lying).startswith("文件已损坏")


def test_cells_far_apart_do_not_fill_the_memory():
    sheet = part_of(PLAIN, "xl/worksheets/sheet1.xml").replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )

    said = said_of(with_part(PLAIN, "xl/worksheets/sheet1.xml", sheet))
    assert said.startswith("「问题清单」的内容散布到第 1048576 行、第 16384 列")


def test_hidden_sheets_and_rows_merged_cells_and_formulas_are_seen():
    def then(book):
        sheet, other = book.worksheets()
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.merge_range(3, 0, 5, 0, "合")
        sheet.write_formula(6, 1, "=1+2", None, 3)
        other.hide()

    shown, hidden = sheets_of(a_workbook({"甲": [["头", "头二"], [1], [2]], "乙": [["x"]]}, then))

    assert shown.hidden_rows == {2}
    assert shown.merged == (Area(3, 0, 5, 0),)
    assert shown.formulas == {(6, 1)}
    assert shown.cell(6, 1) == 3
    assert (shown.hidden, hidden.hidden) == (False, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_is_read_in_every_encoding_offices_use(encoding, separator):
    text = f'序号{separator}反馈问题\r\n1{separator}"账目不清，\n手续不全"\r\n'

    sheet = separated_sheet(text.encode(encoding), "a.csv")

    assert sheet.rows == (("序号", "反馈问题"), ("1", "账目不清，\n手续不全"))


@pytest.mark.parametrize("data", [b"\xff\xfe\xfd", b"\x00\x01\x02,", b'a,"b\n'])
def test_what_is_no_csv_is_told_in_one_sentence(data):
    with pytest.raises(CannotRunError) as error:
        separated_sheet(data, "a.csv")

    assert error.value.zh.startswith("CSV 的")
