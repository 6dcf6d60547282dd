"""The list of rules, and a page for each."""

from collections.abc import Iterator

from inspection.publish.pages.given import Given, Made


def pages(given: Given) -> Iterator[Made]:
    """Yield the list of rules, then each rule in both languages, the site's own first."""
    yield "rules/index.md", "rules.md", {"rules": given.rules}
    for rule in given.rules:
        yield f"rules/{rule.code.lower()}/index.md", "rule.md", {"rule": rule}
