from typing import NamedTuple

import pytest

from inspection.report.figures import text
from inspection.report.period_words import PeriodWords


class Said(NamedTuple):
    key: str
    zh: str
    en: str


class Word(NamedTuple):
    key: str
    zh: str
    en: str
    codes: str = ""
    of: tuple[str, ...] = ()


DATED = (
    Said("rounds", "驻点结束", "left"),
    Said("rounds.parents", "驻点结束", "left"),
    Said("problems.found", "期间内", "in the period"),
    Said("opinions", "期间内反馈", "fed back"),
)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("rounds", "（驻点结束）"),
        ("rounds.parents", ""),
        ("rounds.total", ""),
        ("problems", ""),
        ("problems.found", "（期间内）"),
        ("problems.closed", "（期末）"),
        ("problems.rate.part", ""),
        ("coverage", "（期末）"),
        ("coverage.base", ""),
        ("opinions", "（期间内反馈）"),
        ("as_of", ""),
    ],
)
def test_behind_a_label_stands_once_which_day_decided(key: str, words: str) -> None:
    assert PeriodWords(DATED, "zh").behind(key) == words


def test_the_text_of_a_period_says_what_each_figure_is_of() -> None:
    rows = [
        Word("problems", "问题", "Problems"),
        Word("problems.found", "发现", "Found"),
        Word("as_of", "截至", "As of"),
    ]
    rows += [Word("problems.closed", "已完成", "Closed", codes="kind")]
    figures = {"as_of": "2024-12-31", "problems": {"found": 3, "closed": {"code": 1}}}

    lines = list(text(figures, rows, "en", None, PeriodWords(DATED, "en")))

    assert [" ".join(line.split()) for line in lines] == [
        "As of 2024-12-31", "", "Problems", "Found (in the period) 3", "Closed (on the last day)", "code 1",
    ]  # fmt: skip
