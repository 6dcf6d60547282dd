"""The door to Word: what the ledger holds stays text, and a template an office broke gets a sentence."""

import re
import zipfile
from io import BytesIO

import pytest
from tests.office.desks import desk_with
from tests.office.paper_desks import demonstration, document, papers_of, parts, text_of
from tests.publish.canary import AS_OF
from tests.publish.injections import INJECTIONS, filled

from inspection.errors import CannotRunError
from inspection.office.documents.layout.marks import Column, each, listed, paragraph, when
from inspection.office.documents.layout.package import package, packed
from inspection.office.documents.word import render, settled
from inspection.templates import one_line

NAME = "site/documents/letter-urging.docx"


def template(*body):
    return packed(package("".join(body), "题"))


def refused(*body, **values):
    with pytest.raises(CannotRunError) as error:
        render(NAME, template(*body), values)
    return error.value.zh, error.value.en


@pytest.mark.parametrize(
    "text", [*INJECTIONS, "{_{ x }_} {_% y %_}", "<w:p/><w:t>字</w:t>", "]]></w:t>", "&amp;&#x41;"]
)
def test_a_text_stays_the_text_it_is(text):
    columns = [Column("列", 50, "{{ one }}")]
    made = render(
        NAME, template(paragraph("一{{ text }}二"), listed(columns, "one in many")), {"text": text, "many": [text]}
    )

    shown = text_of(made)
    assert f"一{one_line(text)}二".replace("'", "&#39;") in shown.replace("'", "&#39;")
    assert len(re.findall(r"<w:p[ >]", parts(made)["word/document.xml"].decode())) == 3


def test_a_text_of_a_hundred_thousand_characters_is_printed_whole():
    text = "长" * 100_000

    assert text in text_of(render(NAME, template(paragraph("{{ text }}")), {"text": text}))


def test_the_same_values_give_the_same_bytes():
    one, other = (render(NAME, template(paragraph("{{ text }}")), {"text": "字"}) for _ in range(2))

    assert one == other
    assert settled(one) == one


def test_a_name_that_is_unknown_is_told_with_the_template_and_its_placeholder():
    zh, en = refused(paragraph("致{{ unti }}："), unit="甲")

    assert zh == (
        f"模板 {NAME} 里的占位符「{{{{ unti }}}}」没有对应的内容，不认识「unti」；"
        "请在 Word 里改正，可用的名称见 docs/documents.md"
    )
    assert en.startswith(f"the template {NAME} has a placeholder that names nothing: {{{{ unti }}}}")


def test_an_unknown_name_within_a_list_is_told_too():
    zh, _ = refused(each("one in many", paragraph("{{ one.nmae }}")), many=[{"name": "甲"}])

    assert "「{{ one.nmae }}」" in zh


def test_a_placeholder_that_word_split_into_pieces_is_whole_again():
    split = "<w:p><w:r><w:t>{{ na</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>me }}</w:t></w:r></w:p>"

    assert "甲" in text_of(render(NAME, template(split), {"name": "甲"}))


@pytest.mark.parametrize(
    "broken", ["致{{ name }：", "致{{ name：", "{% if name %}没有结尾", "{{ name | nofilter }}", "{% endfor %}"]
)
def test_a_broken_placeholder_is_told_with_the_place(broken):
    zh, _ = refused(paragraph("好的一段"), paragraph(broken), name="甲")

    assert zh.startswith(f"模板 {NAME} 里「")
    assert "占位符写坏了" in zh
    assert broken[:4].strip("致{%") in zh


@pytest.mark.parametrize("body", [paragraph("{{ many }}"), paragraph("{{ 1 / 0 }}"), paragraph("{{ many + 1 }}")])
def test_what_cannot_be_printed_is_told(body):
    zh, _ = refused(body, many=["甲"])

    assert zh == (
        f"模板 {NAME} 里有占位符不能套打：清单要用 for 逐条写，{{%p %}}、{{%tr %}} 要独占一段、一行；请在 Word 里改正"
    )


def test_a_template_cannot_reach_beyond_its_values():
    zh, _ = refused(paragraph("{{ ''.__class__.__mro__ }}"))

    assert NAME in zh


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no document", "另存为".encode("gb18030")])
def test_a_file_that_is_no_document_is_told(content):
    with pytest.raises(CannotRunError, match="不是完好的 Word 文档"):
        render(NAME, content, {})


def test_an_archive_that_is_no_document_is_told():
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "甲")

    with pytest.raises(CannotRunError, match="不是完好的 Word 文档"):
        render(NAME, made.getvalue(), {})


def test_no_paper_of_a_ledger_full_of_hostile_texts_is_more_than_its_text():
    desk = desk_with(filled(INJECTIONS), AS_OF)
    harmless = desk_with(filled(("无害",)), AS_OF)
    hostile, plain = papers_of(desk), papers_of(harmless)

    assert set(hostile) == set(plain)
    for name, paper in hostile.items():
        body = parts(document(paper))["word/document.xml"].decode()
        known = set(re.findall(r"<(/?[\w:]+)", parts(document(plain[name]))["word/document.xml"].decode()))
        assert set(re.findall(r"<(/?[\w:]+)", body)) <= known, name


def test_every_paper_of_the_demonstration_fills_its_template():
    papers = papers_of(demonstration())
    left = {name for name, paper in papers.items() if re.search(r"\{\{|\{%|%\}|\}\}", text_of(document(paper)))}

    assert len(papers) == 17
    assert left == set()


def test_a_condition_prints_one_of_two():
    body = when("yes", paragraph("甲"), otherwise=[paragraph("乙")])

    assert [text_of(render(NAME, template(body), {"yes": yes})) for yes in (True, False)] == ["甲", "乙"]
