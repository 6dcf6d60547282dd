"""The Chinese and the English edition are the same site: the same pages, the same numbers, each in its language."""

import posixpath
import re
from html.parser import HTMLParser

import markdown
import pytest
from jinja2 import Environment, nodes
from tests.publish.building import HOME, configuration, pages_of, templates
from tests.publish.small import AS_OF, approve, ledger_of, records

from inspection.publish.editions import EDITIONS

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
NUMBER = re.compile(r'(?:\| |<td(?: [a-z-]+="[^"]*")*>)([0-9][0-9,.]*%?)(?: 个)?(?= \||</td>)')
TWIN = re.compile(r'<p class="language"><a href="([^"]+)" hreflang="([^"]+)" lang="([^"]+)">([^<]+)</a></p>')
PLACE = re.compile(r"{([a-z_]+)}")


@pytest.fixture(scope="module")
def editions():
    data = records()
    data["district.yaml"] |= {"name": {"zh": "云渚区", "en": "Yunzhu"}, "office": {"zh": "云渚区委巡察办"}}
    data["rounds/R13-05/round.yaml"] |= {
        "topic": "群众身边的问题",
        "publication": {"approved": "2024-02-20", "by": "leading_group", "published": "2024-02-26"},
    }
    ledger = ledger_of(approve(data))
    return {language: pages_of(ledger, AS_OF, language) for language in EDITIONS}


class Spoken(HTMLParser):
    """The texts of a page, each with the language nearest around it."""

    EMPTY = ("br", "hr", "img")

    def __init__(self, source, language):
        super().__init__()
        self.texts, self._around = [], [language]
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        if tag not in self.EMPTY:
            self._around.append(dict(attrs).get("lang", self._around[-1]))
        self.texts += [(value, self._around[-1]) for name, value in attrs if name in ("aria-label", "title", "alt")]

    def handle_endtag(self, _tag):
        self._around.pop()

    def handle_data(self, data):
        self.texts.append((data.strip(), self._around[-1]))


def spoken(page, language):
    body = page.split("\n---\n", 1)[1]
    return Spoken(markdown.markdown(body, extensions=["md_in_html", "tables"]), language).texts


def test_both_editions_have_the_same_pages(editions):
    assert list(editions["zh"]) == list(editions["en"])


def test_every_page_leads_to_itself_in_the_other_language(editions):
    for path in editions["zh"]:
        page = path.removesuffix(".md") + ".html"
        ways = {language: TWIN.findall(pages[path]) for language, pages in editions.items()}
        there = [posixpath.normpath(posixpath.join(posixpath.dirname(page), ways["zh"][0][0]))]
        there += [posixpath.normpath(posixpath.join("en", posixpath.dirname(page), ways["en"][0][0]))]

        assert there == [f"en/{page}", page]
        assert [ways["zh"][0][1:], ways["en"][0][1:]] == [("en", "en", "English"), ("zh-CN", "zh-CN", "中文")]


def test_chinese_on_an_english_page_says_that_it_is_chinese(editions):
    loose = [
        f"{path}: {text}"
        for path, page in editions["en"].items()
        for text, language in spoken(page, "en")
        if language != "zh-CN" and CHINESE.search(text)
    ]

    assert loose == []


def test_texts_of_the_ledger_stay_chinese(editions):
    title = re.search(r'title: "([^"]+)"', editions["zh"]["problems/r13-05-gushan-1/index.md"])[1]
    page = editions["en"]["problems/r13-05-gushan-1/index.md"]

    assert f'# <span lang="zh-CN">{title}</span>' in page
    assert '<span lang="zh-CN">群众身边的问题</span>' in editions["en"]["rounds/r13-05/index.md"]
    assert '<span lang="zh-CN">云渚区委巡察办</span>' in editions["en"]["about/index.md"]


def test_the_same_numbers_stand_in_both_languages(editions):
    numbers = {language: {path: NUMBER.findall(pages[path]) for path in pages} for language, pages in editions.items()}

    assert numbers["zh"] == numbers["en"]
    assert sum(map(len, numbers["zh"].values())) > 100


def test_days_months_rounds_and_codes_are_said_in_english(editions):
    lines = editions["en"]["problems/r13-05-gushan-1/index.md"].splitlines()

    due = '<span class="whole">First deadline August 2024</span>'
    assert f'<p><span class="status closed">Completed</span> · Phased · {due}</p>' in lines
    assert "<tr><td>September 2024<td>Agree<td>Discipline inspection<td>On site" in lines
    assert "As of <strong>31 December 2024</strong>" in editions["en"]["index.md"]
    assert '<a href="rounds/r13-05/index.html">Term 13, round 5</a>' in editions["en"]["index.md"]


def test_a_rule_is_said_in_the_language_of_the_edition_first(editions):
    page = editions["en"]["rules/lif05/index.md"]

    assert page.index("Closed by a <code>close</code>") < page.index('<div lang="zh-CN"') < page.index("自己不能")
    page = editions["zh"]["rules/lif05/index.md"]
    assert page.index("自己不能") < page.index('<div lang="en"') < page.index("Closed by a <code>close</code>")


def calls():
    """Every `tr` of the templates, with the name of its template."""
    for name, text in templates().items():
        for call in Environment().parse(text).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "tr":
                yield name, call


def test_what_tr_prints_is_written_in_the_template_in_both_languages():
    given = [(f"{name}:{call.lineno}", call.args, {one.key for one in call.kwargs}) for name, call in calls()]

    assert len(given) > 100
    assert [place for place, texts, _ in given if [type(one) for one in texts] != [nodes.Const] * 2] == []
    places = [(place, [set(PLACE.findall(one.value)) for one in texts], values) for place, texts, values in given]
    assert [place for place, named, values in places if named != [values, values]] == []


def test_no_template_has_chinese_words_outside_tr():
    quoted = re.compile(r'tr\("[^"]*", "[^"]*"')
    comments = re.compile(r"{#.*?#}", re.S)
    loose = [name for name, text in templates().items() if CHINESE.search(quoted.sub("", comments.sub("", text)))]

    assert loose == []


def test_the_configurations_are_those_of_the_editions():
    for edition in EDITIONS.values():
        made = configuration(edition.configuration)
        folder = (HOME / edition.configuration).parent

        assert made["theme"]["language"] == edition.language
        assert (folder / made["docs_dir"]).resolve() == HOME / "build" / edition.pages
        assert (folder / made["site_dir"]).resolve() == HOME / "build" / "site" / edition.site
    assert [list(one.values()) for one in configuration()["nav"]] == [
        list(one.values()) for one in configuration("site/english.yml")["nav"]
    ]
