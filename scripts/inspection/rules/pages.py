"""A rule's documentation: its docstring, in both languages."""

from typing import NamedTuple


class Page(NamedTuple):
    """A rule's documentation in one language: what is wrong, why it matters, what to do instead."""

    what: str
    why: str
    instead: str


def page(code: str, docstring: str) -> tuple[Page, Page]:
    """Return a docstring's English and Chinese pages.

    Raises:
        ValueError: The docstring has not the six paragraphs `rule` describes.
    """
    parts = [" ".join(part.split()) for part in docstring.strip().split("\n\n")]
    marks = ("", "Why: ", "Instead: ", "", "为什么：", "怎么改：")
    if len(parts) != len(marks) or not all(part.startswith(mark) for part, mark in zip(parts, marks, strict=True)):
        raise ValueError(f"{code}: a rule's docstring is what, Why:, Instead:, and the same in Chinese")
    said = [part.removeprefix(mark) for part, mark in zip(parts, marks, strict=True)]
    return Page(*said[:3]), Page(*said[3:])
