"""The templates the project ships: made again they are the same, and every one is the form of official papers."""

import re

import pytest
from tests.office.desks import HOME
from tests.office.paper_desks import demonstration, papers_of, parts

from inspection.cli import document_templates
from inspection.office.documents.layout.templates import templates

FOLDER = HOME / "site" / "documents"
MADE = dict(templates())
UPRIGHT = sorted(set(MADE) - {"form-handover.docx", "report-round.docx"})


def test_the_committed_templates_are_what_the_command_makes():
    committed = {path.name: parts(path.read_bytes()) for path in FOLDER.glob("*.docx")}

    assert {name: parts(content) for name, content in MADE.items()} == committed


def test_every_template_has_a_paper_and_every_paper_a_template():
    assert {f"{paper.template}.docx" for paper in papers_of(demonstration()).values()} == set(MADE)


@pytest.mark.parametrize("name", UPRIGHT)
def test_an_upright_page_is_that_of_official_papers(name):
    body = parts(MADE[name])["word/document.xml"].decode()
    size, margins = (re.search(rf"<w:{tag} [^>]*>", body)[0] for tag in ("pgSz", "pgMar"))
    millimetres = {side: round(int(re.search(rf'w:{side}="(\d+)"', margins)[1]) / 56.693) for side in
                   ("top", "bottom", "left", "right")}  # fmt: skip

    assert 'w:w="11906" w:h="16838"' in size
    assert millimetres == {"top": 37, "bottom": 35, "left": 28, "right": 26}
    assert int(re.search(r'linePitch="(\d+)"', body)[1]) * 22 <= 225 * 56.693 < 23 * 579


def test_chinese_is_chinese_and_fonts_have_others_that_stand_in():
    one = parts(MADE["notice.docx"])
    fonts = re.findall(r'w:eastAsia="([^"]+)"', one["word/styles.xml"].decode().replace('w:eastAsia="zh-CN"', ""))
    instead = dict(
        re.findall(r'<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"', one["word/fontTable.xml"].decode())
    )

    assert 'w:eastAsia="zh-CN"' in one["word/styles.xml"].decode()
    assert {"方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"} == set(fonts)
    assert [font for font in fonts if not instead.get(font)] == []


def test_heads_of_tables_come_again_on_the_next_page():
    without = [
        name
        for name, content in MADE.items()
        if (body := parts(content)["word/document.xml"].decode()).count("{%tr for") and "<w:tblHeader/>" not in body
    ]

    assert without == []


def test_made_again_they_are_written_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(document_templates, "TEMPLATES", tmp_path / "documents")

    document_templates.make()

    assert {path.name: path.read_bytes() for path in (tmp_path / "documents").iterdir()} == MADE


def test_the_page_of_the_documents_names_every_template_and_every_value_of_one():
    page = (HOME / "docs" / "documents.md").read_text(encoding="utf-8")
    values = {key for paper in papers_of(demonstration()).values() for key in paper.values}

    assert [
        name for name in MADE if f"`{name.removesuffix('.docx')}`" not in page and not name.startswith("letter-")
    ] == []
    assert [key for key in sorted(values) if f"`{key}`" not in page] == []
