"""Pages and their pictures remembered from one run to the next: what is made from the same is not made again."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec

from inspection.publish.charted.chart import Picture
from inspection.publish.pages.said import Said
from inspection.publish.view import PublicView
from inspection.templates import drawn_before


class Printed(NamedTuple):
    """A page as it was printed.

    Attributes:
        digest: Of what it was made from.
        pictures: Those drawn on it, by the digests of what they were drawn from.
    """

    digest: bytes
    text: str
    pictures: Mapping[bytes, str]


class Remembered:
    """The pages of one language, as an earlier run printed them, and as this one does.

    Args:
        before: The earlier pages by their paths.
    """

    def __init__(self, before: Mapping[str, Printed] | None = None) -> None:
        """Print nothing yet."""
        self._before = before or {}
        self.pages: dict[str, Printed] = {}
        self._known: Mapping[bytes, str] = {}
        self._drawn: dict[bytes, str] = {}

    def page(self, path: str, made_from: bytes, printed: Callable[[], str]) -> str:
        """Return the text of a page, printed only if it was not made from the same before."""
        digest = _digest(made_from)
        page = self._before.get(path)
        if page is None or page.digest != digest:
            self._known, self._drawn = page.pictures if page is not None else {}, {}
            page = Printed(digest, printed(), self._drawn)
        self.pages[path] = page
        return page.text

    def drawn(self, picture: Picture) -> str:
        """Return a picture of the page that is being printed, drawn only if it was not drawn from the same before."""
        digest = _digest(msgspec.msgpack.encode(picture))
        svg = self._known[digest] if digest in self._known else str(picture.drawn())
        self._drawn[digest] = svg
        return drawn_before(svg)


def shared_by_all(view: PublicView, said: Said, language: str, feed: str) -> bytes:
    """Return what any page may show: the words, the templates, the units and the address of the feed, as a digest."""
    words = (language, said.labels.codes, said.templates, view.district.words, view.units, feed)
    return _digest(msgspec.msgpack.encode(words))


def made_from(shared: bytes, template: str, values: Mapping[str, Any]) -> bytes:
    """Return what one page is made from, as bytes; its values are plain data."""
    return shared + msgspec.msgpack.encode((template, values), enc_hook=_plain)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _plain(value: Any) -> bytes:
    """Return a text that is marked as HTML; nothing else but plain data is ever given to a page."""
    if isinstance(value, str):
        return value.encode()
    raise TypeError(f"no plain data: {type(value).__name__}")
