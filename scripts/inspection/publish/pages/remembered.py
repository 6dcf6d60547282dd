"""Pages remembered from one run to the next: what is made from the same is not printed again."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from inspection.publish.pages.said import Said
from inspection.publish.view import PublicView

Printed = tuple[bytes, str]
"""The digest of what a page was made from, and its text."""


class Remembered:
    """The pages of one language, as an earlier run printed them, and as this one does.

    Args:
        before: The earlier pages by their paths.
    """

    def __init__(self, before: Mapping[str, Printed] | None = None) -> None:
        """Print nothing yet."""
        self._before = before or {}
        self.pages: dict[str, Printed] = {}

    def page(self, path: str, made_from: bytes, printed: Callable[[], str]) -> str:
        """Return the text of a page, printed only if it was not made from the same before."""
        digest = blake2b(made_from, digest_size=16).digest()
        known = self._before.get(path)
        text = known[1] if known is not None and known[0] == digest else printed()
        self.pages[path] = (digest, text)
        return text


def shared_by_all(view: PublicView, said: Said, language: str, feed: str) -> bytes:
    """Return what any page may show: the words, the templates, the units and the address of the feed, as a digest."""
    words = (language, said.labels.codes, said.templates, view.district.words, view.units, feed)
    return blake2b(msgspec.msgpack.encode(words), digest_size=16).digest()


def made_from(shared: bytes, template: str, values: Mapping[str, Any]) -> bytes:
    """Return what one page is made from, as bytes; its values are plain data."""
    return shared + msgspec.msgpack.encode((template, values), enc_hook=_plain)


def _plain(value: Any) -> bytes:
    """Return a text that is marked as HTML; nothing else but plain data is ever given to a page."""
    if isinstance(value, str):
        return value.encode()
    raise TypeError(f"no plain data: {type(value).__name__}")
