"""What is done to each file the site generator made."""

import base64
import hashlib
import re

import pytest

from inspection.publish.finish import finish, inline_scripts, shipped

THEME = '__md_scope=new URL("{}",location),1'
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def page(*scripts, body=""):
    inline = "".join(f"<script>{one}</script>" for one in scripts)
    made = f'<html>\n<head>\n<meta charset="utf-8">\n<title>题</title>{inline}</head>\n<body>{body}</body></html>'
    return made.encode()


def digest(script):
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def allowed(made):
    policy = POLICY.search(made.decode())[1]
    return policy.split("script-src ")[1].split(";")[0].split()


TRUSTED = inline_scripts(page(THEME.format("/"), "palette()"))


@pytest.mark.parametrize("way", [".", "..", "../..", "/", "/en/", "/inspection/en/"])
def test_a_script_of_the_theme_runs_wherever_the_site_and_the_page_lie(way):
    script = THEME.format(way)

    assert allowed(finish(page(script, "palette()"), TRUSTED)) == ["'self'", digest(script), digest("palette()")]


@pytest.mark.parametrize("script", ["alert(1)", THEME.format("//evil.example/"), "palette() "])
def test_a_script_that_is_not_the_themes_is_not_allowed(script):
    assert allowed(finish(page("palette()", script, body=f"<script>{script}</script>"), TRUSTED)) == [
        "'self'",
        digest("palette()"),
    ]


def test_the_policy_comes_before_every_script_and_allows_nothing_else():
    made = finish(page("palette()"), TRUSTED).decode()
    rules = dict(part.strip().split(" ", 1) for part in POLICY.search(made)[1].split(";"))

    assert made.index("Content-Security-Policy") < made.index("<title>") < made.index("<script>")
    assert {name: rule for name, rule in rules.items() if name != "script-src"} == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_more_comes_at_the_end_of_the_head_and_nothing_else_changes():
    before = page("palette()", body="<p></head></p>")
    made = finish(before, TRUSTED, b'<link rel="alternate" href="feed.xml">').decode()

    assert made.count("feed.xml") == 1
    assert made.index("feed.xml") < made.index("</head>")
    assert (
        POLICY.sub("", made).replace("\n      ", "").replace('<link rel="alternate" href="feed.xml">', "")
        == before.decode()
    )


def test_a_page_of_another_form_is_refused_rather_than_published_without_a_policy():
    with pytest.raises(ValueError, match="no head"):
        finish(b"<html><head><title>x</title></head></html>", TRUSTED)


@pytest.mark.parametrize(
    "path",
    [
        "assets/javascripts/lunr/min/lunr.tr.min.js",
        "en/assets/javascripts/lunr/wordcut.js",
        "assets/javascripts/workers/s.js",
        "assets/main.css.map",
    ],
)
def test_what_the_site_does_not_need_is_not_published(path):
    assert shipped(path, b"x") is None


def test_a_script_of_the_theme_names_no_other_host():
    script = (
        b'x="https://api.example/repos/${e}";"http://www.w3.org/2000/svg";//i.test(n)\n//# sourceMappingURL=b.js.map\n'
    )

    assert shipped("assets/b.js", script) == b'x="/repos/${e}";"http://www.w3.org/2000/svg";//i.test(n)\n'


def test_a_notice_of_licence_in_a_style_keeps_its_words():
    style = b"/*! Font Awesome - https://fontawesome.com License */a{}\n/*# sourceMappingURL=m.css.map */"

    assert shipped("assets/m.css", style) == b"/*! Font Awesome - fontawesome.com License */a{}"


def test_other_files_stay_as_they_are():
    assert shipped("data/v1/seal.json", b'{"a": "https://yunzhu.example"}') == b'{"a": "https://yunzhu.example"}'


def test_a_page_that_has_its_policy_stays_as_it_is():
    made = finish(page("palette()"), TRUSTED, b"<link>")

    assert finish(made, TRUSTED, b"<link>") == made
