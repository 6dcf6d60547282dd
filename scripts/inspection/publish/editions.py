"""The editions of the site: Chinese at its root, English below `en/`, with the same addresses below each."""

from typing import NamedTuple


class Edition(NamedTuple):
    """The site in one language.

    Attributes:
        pages: The folder its pages are written to, beside the other's.
        site: Where it lies within the built site, empty for the root.
        configuration: Its configuration of the site generator, from the home of the program.
        other: The way from its root to the root of the other one.
    """

    language: str
    pages: str
    site: str
    configuration: str
    other: str

    @property
    def top(self) -> str:
        """The way from its root to the root of the site, where the data and the feeds are."""
        return "../" if self.site else ""


EDITIONS = {
    "zh": Edition("zh", "pages", "", "mkdocs.yml", "en/"),
    "en": Edition("en", "pages-en", "en", "site/english.yml", "../"),
}
"""By language."""
