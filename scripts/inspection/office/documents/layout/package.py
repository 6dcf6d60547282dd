"""A Word document around its body: styles, fonts, page, page numbers.

The form is that of GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm, text of size 3 with 22 lines to a page, titles of
size 2, page numbers of size 4 at the outer edge. Fonts are named as the standard names them; `altName` says which may
stand in.
"""

import zipfile
from io import BytesIO

from inspection.office.documents.layout.marks import run, style

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = "application/vnd.openxmlformats-package.core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LATIN = "Times New Roman"
TITLE_FONT, TEXT_FONT, HEAD_FONT, SECOND_FONT, PLAIN_FONT = "方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"
FONTS = {
    TITLE_FONT: ("FZXiaoBiaoSong-B05S,小标宋,宋体,SimSun,Noto Serif CJK SC", "roman"),
    TEXT_FONT: ("FangSong,仿宋_GB2312,华文仿宋,Noto Serif CJK SC", "roman"),
    HEAD_FONT: ("SimHei,Noto Sans CJK SC", "swiss"),
    SECOND_FONT: ("KaiTi,楷体_GB2312,华文楷体,Noto Serif CJK SC", "roman"),
    PLAIN_FONT: ("SimSun,Noto Serif CJK SC", "roman"),
    LATIN: ("Liberation Serif", "roman"),
}
"""Each font with those that may stand in for it, a comma between them, and its family."""

LINE = 579
"""Twips of a line: 22 of them fill the 225 mm between the margins."""

_INDENTED = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_CENTRED, _RIGHT, _JUSTIFIED = ('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:jc w:val="both"/>')

_STYLES = "".join(
    (
        style("Normal", "Normal", TEXT_FONT, 32, line=LINE, default=True),
        style("Issuer", "发文机关标志", TITLE_FONT, 56, _CENTRED, colour="C00000", line=900),
        style("Number", "发文字号", TEXT_FONT, 32, _RIGHT),
        style("Title", "公文标题", TITLE_FONT, 44, _CENTRED, line=700, keep=True),
        style("Addressee", "主送机关", TEXT_FONT, 32),
        style("Text", "公文正文", TEXT_FONT, 32, _INDENTED + _JUSTIFIED),
        style("Heading1", "heading 1", HEAD_FONT, 32, _INDENTED, keep=True, outline=0),
        style("Heading2", "heading 2", SECOND_FONT, 32, _INDENTED, keep=True, outline=1),
        style("Heading3", "heading 3", HEAD_FONT, 28, keep=True, outline=2),
        style("Signed", "落款", TEXT_FONT, 32, '<w:ind w:right="640"/>' + _RIGHT),
        style("Footnote", "版记", TEXT_FONT, 28),
        style("Internal", "内部标记", HEAD_FONT, 32),
        style("Banner", "督办标牌", HEAD_FONT, 36, _CENTRED, line=640),
        style("Cell", "表格文字", TEXT_FONT, 24, line=340, loose=True),
        style("CellHead", "表格标题", HEAD_FONT, 21, _CENTRED, line=340, loose=True),
        style("CellMiddle", "表格居中", TEXT_FONT, 24, _CENTRED, line=340, loose=True),
        style("CellNumber", "表格数字", TEXT_FONT, 21, _RIGHT, line=340, loose=True),
        style("Note", "表注", TEXT_FONT, 24, _JUSTIFIED, line=400),
        style("PageNumber", "页码", PLAIN_FONT, 28),
    )
)


def package(body: str, title: str, *, landscape: bool = False) -> dict[str, str]:
    """Return the parts of a Word document by name.

    Args:
        body: Its paragraphs and tables, as made by `marks`.
        title: What its properties call it.
        landscape: Whether its pages lie on their long side.
    """
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in _PARTS.items())
        ),
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{_section(landscape)}</w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": f"{_HEAD}<w:fonts {_W}>{''.join(_font(*one) for one in FONTS.items())}</w:fonts>",
        "word/footer-odd.xml": _footer("right"),
        "word/footer-even.xml": _footer("left"),
    }


def packed(parts: dict[str, str]) -> bytes:
    """Return the parts of a Word document as one file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "footer-odd": "footer",
    "footer-even": "footer",
}


def _types() -> str:
    kinds = {f"word/{name}": f"{_WORD}.{kind}" for name, kind in {"document": "document.main", **_PARTS}.items()}
    kinds["docProps/core"] = _CORE
    parts = "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}+xml"/>' for name, kind in kinds.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )


def _relations(*targets: tuple[str, str, str]) -> str:
    made = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in targets)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _section(landscape: bool) -> str:
    width, height = (16838, 11906) if landscape else (11906, 16838)
    margins = (1588, 1474, 1474, 1474) if landscape else (2098, 1474, 1984, 1588)
    top, right, bottom, left = margins
    lies = ' w:orient="landscape"' if landscape else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer-odd"/>'
        f'<w:footerReference w:type="even" r:id="footer-even"/><w:pgSz w:w="{width}" w:h="{height}"{lies}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        ' w:header="851" w:footer="1134" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def _styles() -> str:
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{TEXT_FONT}" w:cs="{LATIN}"/>'
    return (
        f'{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:kern w:val="2"/><w:sz w:val="32"/>'
        '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{_STYLES}</w:styles>"
    )


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font(name: str, others: tuple[str, str]) -> str:
    instead, family = others
    charset = "00" if name.isascii() else "86"
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/></w:font>'
    )


def _footer(side: str) -> str:
    edge = f'<w:ind w:{side}="280"/><w:jc w:val="{side}"/>'
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    number = f'{begin}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{end}'
    inside = f'<w:pPr><w:pStyle w:val="PageNumber"/>{edge}</w:pPr>{run("— ")}{number}{run(" —")}'
    return f"{_HEAD}<w:ftr {_W}><w:p>{inside}</w:p></w:ftr>"
