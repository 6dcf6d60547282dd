"""Every rule has its page: on the site, and from `inspection explain`, in both languages."""

import html
import re
from collections.abc import Iterator

import pytest
from tests.publish.building import view_of
from tests.publish.small import AS_OF, ledger_of, records

from inspection.cli import main
from inspection.cli.examples import example_of
from inspection.cli.site import said_of
from inspection.publish.pages import site_pages
from inspection.rules.registry import BY_CODE

TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module", params=["zh", "en"])
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    return dict(site_pages(view_of(ledger_of(records()), AS_OF), said_of({}), request.param))


def words(text: str) -> str:
    """The letters of a text, whatever stands between them, small or large."""
    return "".join(re.findall(r"[^\W_]", text)).lower()


def parts(code: str) -> Iterator[str]:
    for page in (BY_CODE[code].zh, BY_CODE[code].en):
        yield from page


def test_the_site_has_a_page_for_every_rule_and_no_other(pages: dict[str, str]) -> None:
    rules = {path.split("/")[1].upper() for path in pages if path.startswith("rules/") and path.count("/") == 2}

    assert rules == set(BY_CODE)
    assert [code for code in BY_CODE if f"rules/{code.lower()}/" not in pages["rules/index.md"]] == []


@pytest.mark.parametrize("code", BY_CODE)
def test_a_page_says_the_whole_rule_in_both_languages(pages: dict[str, str], code: str) -> None:
    page = words(html.unescape(TAG.sub("", pages[f"rules/{code.lower()}/index.md"])))

    assert [part for part in parts(code) if words(part) not in page] == []


@pytest.mark.parametrize("code", BY_CODE)
def test_explain_says_the_whole_rule_in_either_language(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for language in ("zh", "en"):
        assert main(["explain", code.lower(), "--language", language]) == 0
        printed.append(capsys.readouterr().out)

    assert [part for part in BY_CODE[code].zh if part not in printed[0]] == []
    assert [part for part in BY_CODE[code].en if part not in printed[1]] == []
    assert all(text.startswith(code) for text in printed)


@pytest.mark.parametrize("code", BY_CODE)
def test_a_page_shows_the_failing_case_and_what_the_check_says_of_it(
    pages: dict[str, str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    example = example_of(code)
    shown = [] if example is None else [*example.lines, *(said.zh for said in example.said)]
    page = words(html.unescape(TAG.sub("", pages[f"rules/{code.lower()}/index.md"])))
    main(["explain", code, "--language", "zh"])
    printed = capsys.readouterr().out

    assert (example is None) == (code == "CHG08")
    assert [line for line in shown if line not in printed] == []
    assert [line for line in (example.lines if example else ()) if words(line) not in page] == []
