"""Pictures of plain rows: real SVG is parsed."""

import re
from itertools import combinations
from xml.etree.ElementTree import Element, fromstring

import pytest

from inspection.publish.charted.standing import FORMS
from inspection.publish.charts import Axis, Bar, Heading, Level, Line, Part, over_time, panel, stacked_bars
from inspection.publish.charts.measure import placed, width, wrapped
from inspection.publish.charts.patterns import pattern
from inspection.templates import picture

HEADING = Heading("by-round", "各轮次", "共 3 轮。")
PARTS = (Part("closed", "已完成", "solid"), Part("in_progress", "正在整改", "sparse"), Part("overdue", "逾期", "cross"))
BARS = (Bar("第13届第5轮", (60, 20, 0), "已完成 60/80"), Bar("第13届第4轮", (10, 0, 0), "已完成 10/10"))
MONTHS = tuple(f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13))
AXIS = Axis(MONTHS, ((11, "2023年12月"), (23, "2024年12月")))
COUNTS = tuple(min(3 * place, 60) for place in range(24))
LINES = (Line("fed_back", "已反馈", (60,) * 24, dashed=True), Line("closed", "已完成", COUNTS))
HOSTILE = '<script>alert(1)</script> "x" [a](javascript:1) `b` {{ c }} & <!-- d'


def bars():
    return stacked_bars(HEADING, PARTS, BARS)


def curve():
    return over_time(HEADING, AXIS, LINES, Level("目标", 80))


def small():
    return panel(HEADING, AXIS, LINES, 80)


PICTURES = [bars, curve, small]


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in fromstring(svg).iter("text")]


def told(svg: str) -> list[str]:
    """What marks are called, which is where their numbers stand."""
    return [title.text or "" for mark in fromstring(svg).iter("path") for title in mark.iter("title")]


def of_class(svg: str, classes: str) -> list[Element]:
    return [one for one in fromstring(svg).iter() if one.get("class") == classes]


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_has_no_style_no_script_and_no_address(draw):
    elements = list(fromstring(draw()).iter())

    assert {one.tag for one in elements} <= {"svg", "title", "desc", "defs", "pattern", "rect", "path", "line", "text"}
    assert [one for one in elements for name in one.attrib if name in ("style", "href", "stroke")] == []
    assert not re.search(r"://|xmlns|javascript|#[0-9a-f]{3}", draw())


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_is_named_and_told_to_who_does_not_see_it(draw):
    svg = fromstring(draw())
    ids = {one.get("id"): one.text for one in svg.iter() if one.get("id")}

    assert svg.get("role") == "img"
    assert [ids[name] for name in svg.get("aria-labelledby", "").split()] == ["各轮次", "共 3 轮。"]
    assert all(name.startswith("by-round-") for name in ids)


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_is_the_same_bytes_each_time(draw):
    assert draw() == draw()


@pytest.mark.parametrize("draw", PICTURES)
def test_whatever_is_filled_with_a_pattern_finds_it(draw):
    svg = draw()
    used = re.findall(r"url\(#([a-z-]+)\)", svg)

    assert set(used) == {one.get("id") for one in fromstring(svg).iter("pattern")}


def test_a_bar_tells_every_count_but_none_of_zero():
    assert told(bars()) == ["第13届第5轮 · 已完成 60", "第13届第5轮 · 正在整改 20", "第13届第4轮 · 已完成 10"]


def test_bars_are_as_long_as_what_they_count():
    lengths = [float(one.get("d", "").split("h")[1].split("v")[0]) for one in fromstring(bars()).iter("path")
               if one.get("class", "").startswith("part ") and list(one)]  # fmt: skip

    assert lengths[0] / lengths[1] == pytest.approx(3, abs=0.01)
    assert lengths[0] / lengths[2] == pytest.approx(6, abs=0.05)


def test_the_legend_names_the_parts_that_are_there():
    assert {"已完成", "正在整改"} <= set(texts(bars()))
    assert "逾期" not in texts(bars())


def test_statuses_differ_in_black_and_white():
    drawn = {status: [(one.tag, one.get("class"), one.get("d")) for one in pattern("x", "closed", form)]
             for status, form in FORMS.items()}  # fmt: skip

    assert [pair for pair in combinations(drawn, 2) if drawn[pair[0]] == drawn[pair[1]]] == []


@pytest.mark.parametrize(
    "name", ["一个非常非常长的单位名称直到一行放不下为止还要更长一点", "Responsibility for Party governance, all"]
)
def test_a_long_name_goes_on_in_the_next_line_and_nothing_is_cut(name):
    svg = stacked_bars(HEADING, PARTS, [Bar(name, (3, 2, 1), "已完成 3/6"), BARS[0]])
    lines = texts(svg)[3 : texts(svg).index("已完成 3/6")]

    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert max(width(line, 13) for line in lines) + width("已完成 3/6", 13) < 320


def test_everything_drawn_lies_on_the_sheet():
    for draw in PICTURES:
        svg = fromstring(draw())
        wide, high = (float(part) for part in svg.get("viewBox", "").split()[2:])
        for text in svg.iter("text"):
            x, long = float(text.get("x", "")), width(text.text or "", float(text.get("font-size", "")))
            start = x - {"end": long, "middle": long / 2}.get(text.get("text-anchor", ""), 0)
            assert (start >= 0, start + long <= wide, float(text.get("y", "")) <= high) == (True, True, True), text.text


def test_a_name_is_inert_wherever_it_stands():
    svg = stacked_bars(Heading("x", HOSTILE, HOSTILE), PARTS, [Bar(HOSTILE, (1, 1, 1), HOSTILE), BARS[0]])

    assert fromstring(svg).findtext("title") == HOSTILE
    assert not re.search(r"<script|<!--|[\[`{]", svg)
    assert HOSTILE in "".join(texts(svg))


def test_chinese_is_marked_as_such_on_an_english_page():
    heading = Heading("x", "Units", "Two units.", "en")
    svg = fromstring(stacked_bars(heading, [Part("closed", "Completed", "solid")], [Bar("古山社区", (3,), "3/3")]))

    assert [one.text for one in svg.iter("text") if one.get("lang") == "zh-CN"] == ["古山社区"]
    assert [one.get("lang") for one in svg.iter("text") if one.text == "Completed"] == [None]


@pytest.mark.parametrize(
    "bar", [Bar("甲", (0, 0, 0), "0/0"), Bar("", (1, 0, 0), ""), Bar("甲", (99999, 1, 0), "99999/100000")]
)
def test_one_bar_is_drawn_whatever_it_counts(bar):
    svg = stacked_bars(HEADING, PARTS, [bar])

    assert len(told(svg)) == sum(count > 0 for count in bar.counts)


def test_a_line_carries_its_last_count_and_its_dots_the_numbers_of_the_table():
    assert {"已反馈 60", "已完成 60", "目标 80"} <= set(texts(curve()))
    assert told(curve()) == [
        "2023年12月 · 已反馈 60", "2024年12月 · 已反馈 60", "2023年12月 · 已完成 33", "2024年12月 · 已完成 60",
    ]  # fmt: skip


def test_a_line_ends_on_the_day_and_the_level_goes_on():
    drawn = of_class(curve(), "line closed")[1].get("d", "")
    level = of_class(curve(), "level")[1]
    left = float(re.findall(r"translate\(([0-9.]+)", level.get("transform", ""))[0])
    right = left + float(level.get("x2", ""))

    assert float(re.findall(r"L([0-9.]+),", drawn)[-1]) == pytest.approx(left + (right - left) * 23 / 35, abs=0.2)


def test_years_are_written_below_and_months_where_there_are_few():
    few = over_time(HEADING, Axis(MONTHS[:8]), [Line("closed", "已完成", (1, 2, 3))])

    assert [text for text in texts(curve()) if re.match("20..", text)] == ["2023", "2024", "2025"]
    assert [text for text in texts(few) if text.startswith("20")] == ["2023-01", "2023-07"]


def test_counts_below_five_have_no_halves_on_their_axis():
    svg = over_time(HEADING, AXIS, [Line("closed", "已完成", (0, 1, 2))])

    assert [text for text in texts(svg) if "." in text] == []


def test_a_small_picture_has_no_text_and_the_scale_it_is_given():
    def highest(most: int) -> float:
        return min(
            float(y)
            for y in re.findall(
                r",([0-9.]+)", of_class(panel(HEADING, AXIS, LINES, most), "line closed")[0].get("d", "")
            )
        )

    assert texts(small()) == []
    assert highest(60) == 4
    assert highest(120) == pytest.approx(28, abs=0.1)


@pytest.mark.parametrize(
    "element",
    [
        Element("script"),
        Element("path", {"style": "x"}),
        Element("path", {"d": 'M0" x="'}),
        Element("path", {"onclick": "x"}),
        Element("rect", {"fill": "url(http://x)"}),
    ],
)
def test_a_drawing_with_anything_else_in_it_is_refused(element):
    with pytest.raises(ValueError, match="of a chart"):
        picture(element)


def test_things_that_do_not_fit_go_on_in_the_next_row():
    assert placed([("a", 40), ("b", 40), ("c", 40)], 100) == [("a", 0, 0), ("b", 40, 0), ("c", 0, 1)]
    assert wrapped("甲乙丙，丁", 10, 30) == ["甲乙", "丙，丁"]
