"""Every kind of paper opened in a real LibreOffice, once, and what its pages then show."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader
from tests.office.desks import HOME
from tests.office.paper_desks import demonstration, document, papers_of, text_of

from inspection.cli import main
from inspection.cli.pdf import to_pdf

pytestmark = pytest.mark.slow

MILLIMETRE = 72 / 25.4
LYING = {"form-handover", "report-round"}
DRAWN_ALIKE = str.maketrans(
    "―戶⺠⻘⻔⻓⻋⻅⻚⻛⻢⻉⻜⻦⻩⻬⻰⻄⺟⻆⻝⻣⻤⻥⻮⻁⻑⺎⻙⻒⻨⻪",
    "—户民青门长车见页风马贝飞鸟黄齐龙西母角食骨鬼鱼齿虎長兀韦镸麦黾",
)


def plain(text):
    """The letters of a text, radicals being those they look like; punctuation may be drawn as half a sign."""
    return re.sub(r"[^\w—]", "", unicodedata.normalize("NFKC", text).translate(DRAWN_ALIKE))


def on(pages):
    """What each page says, its number left out."""
    said = (plain(page.extract_text()) for page in pages)
    return [text.removesuffix(f"—{number}—") for number, text in enumerate(said, start=1)]


@pytest.fixture(scope="module")
def printed():
    """By template: the document, and the pages LibreOffice makes of it."""
    made = {name: document(paper) for name, paper in papers_of(demonstration()).items()}
    pages = [PdfReader(io.BytesIO(one)).pages for one in to_pdf(*made.values())]
    return {name: (text_of(content), pages[number]) for number, (name, content) in enumerate(made.items())}


def test_every_text_of_a_document_is_on_its_pages(printed):
    for name, (text, pages) in printed.items():
        shown = "".join(on(pages))
        lost = [line for line in text.splitlines() if any(word not in shown for word in map(plain, line.split()))]
        assert (name, lost) == (name, [])
        assert "{{" not in shown


def test_no_full_stop_is_lost_at_the_end_of_a_line(printed):
    stops = {name: (text.count("。"), "".join(one.extract_text() for one in pages).count("。"))
             for name, (text, pages) in printed.items()}  # fmt: skip

    assert {name: counts for name, counts in stops.items() if counts[0] != counts[1]} == {}
    assert sum(there for there, _ in stops.values()) > 50


def test_pages_are_a4_upright_or_on_their_side(printed):
    sizes = {
        name: {(round(float(page.mediabox.width) / MILLIMETRE), round(float(page.mediabox.height) / MILLIMETRE))
               for page in pages}
        for name, (_, pages) in printed.items()
    }  # fmt: skip

    assert sizes == {name: {(297, 210)} if name in LYING else {(210, 297)} for name in printed}


def test_pages_are_numbered(printed):
    for name, (_, pages) in printed.items():
        said = [plain(page.extract_text()) for page in pages]
        assert (name, said) == (name, [f"{text}—{number}—" for number, text in enumerate(on(pages), start=1)])


def test_no_page_holds_nothing_but_its_number(printed):
    assert [name for name, (_, pages) in printed.items() if "" in on(pages)] == []


def test_name_and_day_and_copies_never_stand_on_a_page_of_their_own(printed):
    ends = ("云渚区委巡察工作领导小组办公室", "抄送")

    assert [name for name, (_, pages) in printed.items() if len(pages) > 1 and on(pages)[-1].startswith(ends)] == []


def test_the_heads_of_a_long_table_stand_on_each_of_its_pages(printed):
    _, pages = printed["report-year"]
    with_figures = [page for page in pages if "本届累计期末" in plain(page.extract_text())]

    assert len(with_figures) >= 2


def test_chinese_is_set_in_a_chinese_font(printed):
    fonts = {
        font.get_object()["/BaseFont"]
        for _, pages in printed.values()
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert [font for font in fonts if "DejaVu" in font] == []
    assert len(fonts) >= 3


def test_the_command_makes_a_pdf(tmp_path):
    target = tmp_path / "督办函.pdf"

    assert main(["letter", "L2024-015", "--ledger", str(HOME), "--format", "pdf", "--out", str(target)]) == 0
    assert "督办" in PdfReader(target).pages[0].extract_text()
