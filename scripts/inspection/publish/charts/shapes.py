"""What a chart is made of, and what is made of it; every text is in the language of the page."""

from typing import Literal, NamedTuple

Form = Literal["solid", "dense", "dots", "sparse", "cross", "blank"]
"""How a part is filled, so that parts differ without colour."""


class Heading(NamedTuple):
    """What every chart has.

    Attributes:
        id: What its ids begin with; unique on its page, lower case.
        title: What is counted.
        sentence: What it shows, with its numbers.
        language: `zh` or `en`; on an English page Chinese texts are marked as such.
    """

    id: str
    title: str
    sentence: str
    language: str = "zh"


class Part(NamedTuple):
    """One part every bar is divided into, such as a status.

    Attributes:
        key: The class whose colour it has.
        name: Its word in the legend.
    """

    key: str
    name: str
    form: Form


class Bar(NamedTuple):
    """One bar.

    Attributes:
        name: What it stands for.
        counts: One for each part.
        said: What stands at its right end, such as 已完成 12/15.
    """

    name: str
    counts: tuple[int, ...]
    said: str


class Line(NamedTuple):
    """One count over the months.

    Attributes:
        key: The class whose colour it has.
        name: Its word in the legend, where its last count stands behind it.
        counts: One for each month that is told of; they may end before the axis does.
        dashed: So that lines differ without colour.
    """

    key: str
    name: str
    counts: tuple[int, ...]
    dashed: bool = False


class Level(NamedTuple):
    """A line to be reached."""

    name: str
    n: int


class Axis(NamedTuple):
    """The months of a chart.

    Attributes:
        months: Every month, `YYYY-MM`, also those that have not come.
        points: Those whose counts stand in the table and carry a dot: their place in `months`, and their name.
    """

    months: tuple[str, ...]
    points: tuple[tuple[int, str], ...] = ()
