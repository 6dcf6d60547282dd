"""The words of the site that are not in the view, in both languages."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspection.labels import Labels, Wording
from inspection.publish.data.package import Written
from inspection.publish.figure_rows import FigureWords


class Example(NamedTuple):
    """A record that breaks a rule.

    Attributes:
        said: What `check` prints of it: place and contradiction, then how to mend it.
        lines: The lines of the file it points at, where they may be shown.
    """

    said: tuple[Wording, ...]
    lines: tuple[str, ...]


class RulePage(NamedTuple):
    """A rule: its code, what it weighs, what is wrong, why it matters, what to do instead.

    Attributes:
        weight: Such as 错误 or 提示.
        timed: Whether it depends on the day alone.
        example: Its failing case, where a ledger alone can break it.
    """

    code: str
    weight: Wording
    what: Wording
    why: Wording
    instead: Wording
    timed: bool = False
    example: Example | None = None


class Said(NamedTuple):
    """The words of the site: what is not in the view.

    Attributes:
        labels: What the schemas say of codes.
        catalogue: What is said of each figure.
        rules: The rules' pages.
        templates: The text of each template by its name.
        files: The files of the open data, as they were written.
    """

    labels: Labels
    catalogue: Iterable[FigureWords]
    rules: Iterable[RulePage]
    templates: Mapping[str, str]
    files: tuple[Written, ...] = ()
