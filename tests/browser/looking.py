"""What is looked for on every page."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from tests.browser.visiting import Visit

ONE_OF_EACH = ("h1", "main", "header.md-header", "footer.md-footer", "head title", "head link[rel=icon]")
FACTS = """expected => ({
    lang: document.documentElement.lang,
    wide: document.documentElement.scrollWidth > innerWidth,
    counts: expected.map(one => document.querySelectorAll(one).length),
    twin: document.querySelector("p.language a")?.href,
    unnamed: [...document.querySelectorAll("nav")]
        .filter(one => !one.ariaLabel && !one.getAttribute("aria-labelledby")).length,
})"""


def defects(visit: Visit, path: str, language: str, twin: str | None = None) -> Iterator[str]:
    """Open a page and say what is wrong with it, whether or not its scripts run.

    Args:
        visit: The window.
        path: The page, below the root of the site.
        language: What the page must say its language is.
        twin: The same page in the other language, when there is one.
    """
    facts = visit.open(path).evaluate(FACTS, list(ONE_OF_EACH))
    if facts["wide"]:
        yield f"{path} scrolls sideways"
    if facts["lang"] != language:
        yield f"{path} says it is in {facts['lang']}"
    if facts["twin"] != (visit.site.address + twin if twin is not None else None):
        yield f"{path} has its twin at {facts['twin']}"
    if facts["unnamed"]:
        yield f"{path} has {facts['unnamed']} nav without a name"
    for what, count in zip(ONE_OF_EACH, facts["counts"], strict=True):
        if count != 1:
            yield f"{path} has {count} {what}"


def axe_findings(visit: Visit, path: str) -> Iterator[str]:
    """Open a page and say what axe finds on it."""
    for violation in Axe().run(visit.open(path)).response["violations"]:
        yield f"{path}: {violation['id']} {violation['nodes'][0]['html'][:160]}"
