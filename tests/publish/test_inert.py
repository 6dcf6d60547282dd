from functools import cache
from html.parser import HTMLParser

import markdown
import pytest
from markdown_it import MarkdownIt
from tests.publish.building import build, configuration, pages_of_both, view_of
from tests.publish.small import AS_OF, CLOSING, approve, item, ledger_of, problem, records

from inspection.publish.generator import environment
from inspection.templates import Templates, address, inert, spoken

INJECTIONS = (
    "<script>alert(1)</script>",
    "</title><script src=//evil.example/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<!-- 注释 -->",
    "<div markdown=1>**粗**</div>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "[链接](javascript:alert(1))",
    "![图](https://evil.example/p.png)",
    "[名][引用] [脚注][^1]",
    "<https://evil.example> <a@evil.example>",
    "https://evil.example www.evil.example a@evil.example",
    "| 一 | 二 |",
    "a | b | c",
    "\\| \\* 反斜杠 \\",
    "*强调* **加粗** _下划_ __双下划__ ~~删~~ ^上^ ==亮==",
    "`代码` ``双``",
    "# 标题",
    "标题\n====",
    "标题\n----",
    "- 项\n- 项",
    "1. 项",
    "12) 项",
    "+ 项",
    "> 引用",
    "    缩进四格",
    "\t制表",
    "```python\nx\n```",
    "~~~\nx\n~~~",
    "---",
    "***",
    "!!! note \"题\"\n    文",
    "??? tip",
    "=== \"页签\"",
    ":smile: :fontawesome-brands-x:",
    "词\n:   释义",
    "*[缩写]: 全称",
    "[^1]: 脚注",
    "[引用]: https://evil.example",
    "{: .class onclick=alert(1)} {#id} { .a }",
    "{{ config.site_name }} {% raw %} {# x #}",
    "$$x$$ \\(x\\)",
    "--8<-- \"mkdocs.yml\"",
    "\"双引\" '单引'",
    "第一段\n\n第二段",
    "a\u2028b\u2029c\u0085d",
    "\u202e倒写\u202c \u200b零宽\ufeff",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
    "\x00\x07\x1b[31m",
    "3. 2024.5-6 50% a-b 一-二",
)  # fmt: skip


class Seen(HTMLParser):
    """The elements and the text a browser would see."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(sorted(attrs))))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.elements.append(("comment", data))

    def handle_decl(self, decl):
        self.elements.append(("declaration", decl))


def plain(text):
    """What `inert` promises to show: the text in one line, without what cannot be seen."""
    unseen = "\x00\x02\x03\x07\x1b\u0085\u200b\u2028\u2029\u202c\u202e\ufeff"
    return " ".join("".join(" " if char in unseen else char for char in text).split())


def rendered(source):
    """The source through both parsers: Python-Markdown with every extension of its own, and CommonMark."""
    committed = configuration()["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in committed]
    every = sorted({*names, "extra", "admonition", "toc", "sane_lists", "smarty", "codehilite", "nl2br", "meta"})
    yield markdown.markdown(source, extensions=[*names, "toc", "fenced_code"])
    yield markdown.markdown(source, extensions=[name for name in every if name != "smarty"])
    yield MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(source)


PLACES = {
    "paragraph": "{}",
    "heading": "# {}",
    "cell": "| 一 | 二 |\n|---|---|\n| {} | 乙 |",
    "item": "- {}",
    "link": "[{}](../x/index.md)",
    "strong": "**{}**",
    "element": '<span class="a">{}</span>',
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", INJECTIONS)
def test_a_text_shows_as_itself_and_makes_no_element(text, place):
    for ours, theirs in zip(
        rendered(PLACES[place].format("无害")), rendered(PLACES[place].format(inert(text))), strict=True
    ):
        expected, seen = Seen(ours), Seen(theirs)
        elements = [(tag, [one for one in given if one[0] != "id"]) for tag, given in expected.elements]

        assert [(tag, [one for one in given if one[0] != "id"]) for tag, given in seen.elements] == elements
        assert " ".join(seen.text.split()) == " ".join(expected.text.replace("无害", plain(text)).split())


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_text_of_the_ledger_makes_no_element_on_any_page(text):
    assert _skeletons(text) == _harmless()


@cache
def _harmless():
    return _skeletons("无害")


def _skeletons(text):
    return {path: _elements(page) for path, page in pages_of_both(ledger_of(_poisoned(text)), AS_OF).items()}


@pytest.mark.slow
def test_no_text_breaks_out_of_a_page_of_the_built_site(tmp_path):
    skeletons = []
    for name, text in (("harmless", "无害"), ("poisoned", "</title><script>x</script>\"'><b>*[x](y)* {{ x }}")):
        folder = tmp_path / name
        folder.mkdir()
        site = build(ledger_of(_poisoned(text)), AS_OF, folder)
        pages = {page.relative_to(site): Seen(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")}
        skeletons.append({path: [one[0] for one in page.elements] for path, page in pages.items()})

    assert skeletons[0] == skeletons[1]


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://a.example/"><script>', "https://a b", "", None])
def test_an_address_of_the_site_that_is_none_is_left_out(url):
    data = records()
    data["district.yaml"]["site"] = {"url": url or "", "licence": "CC-BY-4.0"}

    view = view_of(ledger_of(data), AS_OF)
    assert [environment(view, language)["INSPECTION_SITE_URL"] for language in ("zh", "en")] == ["", ""]


def test_the_generator_is_told_the_district_the_address_and_the_day():
    data = records()
    data["district.yaml"]["site"] = {"url": "https://yunzhu.example/", "licence": "CC-BY-4.0"}

    data["district.yaml"]["name"]["en"] = "Yunzhu"
    view = view_of(ledger_of(data), AS_OF)
    english = environment(view, "en")

    assert english["INSPECTION_SITE_NAME"] == "Yunzhu&#58; inspection and rectification"
    assert english["INSPECTION_SITE_URL"] == "https://yunzhu.example/en/"
    assert environment(view, "zh") == {
        "INSPECTION_SITE_NAME": "云渚区巡察整改",
        "INSPECTION_SITE_URL": "https://yunzhu.example/",
        "SOURCE_DATE_EPOCH": "1735603200",
        "NO_MKDOCS_2_WARNING": "1",
    }


def _poisoned(text):
    data = records()
    data["problems/R13-05/R13-05-0001.yaml"] = problem(1, item(1, *CLOSING, public={"task": text}), category=text)
    data["problems/R13-05/R13-05-0001.yaml"]["public"] |= {"title": text, "result": text}
    data["units/gushan.yaml"]["name"] = text
    data["district.yaml"] |= {
        "name": {"zh": text, "en": text},
        "office": {"zh": text},
        "contact": {"post": text, "email": text},
    }
    data["policy/2021-09-28.yaml"]["labels"] = {"phased": {"zh": text}}
    data["rounds/R13-05/round.yaml"] |= {
        "topic": text,
        "publication": {"approved": "2024-02-20", "by": "leading_group", "published": "2024-02-26"},
    }
    return approve(data)


def _elements(page):
    front, body = page.removeprefix("---\n").split("\n---\n", 1)
    html = markdown.markdown(body, extensions=["md_in_html", "tables", "toc"])
    return front.count("\n"), [one[0] for one in Seen(html).elements]


def test_digits_ids_and_chinese_stay_readable():
    assert inert("2024.5 R13-05 61.0% 云渚区，1,200 元") == "2024.5 R13-05 61.0% 云渚区，1,200 元"


def test_our_own_prose_may_set_words_as_code_and_nothing_else():
    assert spoken("写 `close` 和 <b>") == "写 <code>close</code> 和 &#60;b&#62;"


@pytest.mark.parametrize("target", ["https://evil.example/x.md", "//x.md", "a b.md", "x.md)", "../X.md", "x.html"])
def test_an_address_leads_to_a_page_of_the_site_or_nowhere(target):
    with pytest.raises(ValueError, match="no address of a page"):
        address(target)


@pytest.mark.parametrize("value", [None, True, 1.5, [], {}])
def test_a_page_prints_texts_and_whole_numbers_only(value):
    with pytest.raises(TypeError, match="a page cannot print"):
        Templates({"a": "{{ value }}"}, {}).render("a", {"value": value})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_our_words_stand_as_they_are_written_and_values_in_them_are_inert(language):
    source = '{{ tr("共 **{n}** 个：{what}", "In all **{n}**: {what}", n=3, what=value) }}'
    page = Templates({"a": source}, {}, language).render("a", {"value": "<b>|*x*"})

    assert page == {"zh": "共 **3** 个：", "en": "In all **3**: "}[language] + inert("<b>|*x*")


@pytest.mark.parametrize("source", ["{{ missing }}", "{{ tr('{x}', '{x}', x=missing) }}"])
def test_a_name_a_template_was_not_given_is_an_error(source):
    with pytest.raises(Exception, match="'missing' is undefined"):
        Templates({"a": source}, {}).render("a", {})
