"""Every kind of page of the two sites, and the page of the demonstration ledger that shows most of it.

The tests visit these pages and the gallery (`make gallery`) pictures them, so a new kind of page is one row here.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """One kind of page.

    Attributes:
        name: A short name, that of its pictures.
        path: Where it is below the root of the site, or of its edition.
        zh: What one sees there.
    """

    name: str
    path: str
    zh: str
    en: str


def public_kinds(site: Path) -> list[Kind]:
    round_, above = _fullest(site, "rounds/*/"), _fullest(site, "units/*/")
    unit = _fullest(site, "units/*/", _is_single)
    notice = _fullest(site, "notices/*/")
    retracted = _fullest(site, "notices/*/", _is_retracted)
    return [
        Kind("overview", "index.html", "概览：多少问题，多少整改完，多少逾期，是否在好转", "how much, put right, late"),
        Kind("rounds", "rounds/index.html", "轮次清单", "the rounds"),
        Kind("round", round_, "一轮：被巡察单位、指标、共性问题、通报", "a round, its units and figures"),
        Kind("units", "units/index.html", "单位：按类型和乡镇（街道）筛选，或看全表", "the units, filtered or all"),
        Kind("unit-above", above, "一个街道：本级和所辖单位", "a subdistrict, itself and what is below it"),
        Kind("unit", unit, "一个单位：问题、状态、逐月情况", "a unit: problems, statuses, month by month"),
        Kind("problems", "problems/index.html", "问题：筛选、搜索、排序、下载", "filter, search, sort, download"),
        Kind("problems-more", "problems/page-2/index.html", "不用脚本时的第二页清单", "the plain list's second page"),
        *_problems(site),
        Kind("common-problems", "common-problems/index.html", "共性问题：已公布的，按单位类型汇总", "by kind of unit"),
        Kind("notices", "notices/index.html", "通报清单", "the notices"),
        Kind("notice", notice, "一份通报，可打印，附二维码", "a notice, for paper too, with its QR code"),
        Kind("notice-sheet", notice.replace("/index", "/sheet/index"), "公开栏大字版", "the same for a village board"),
        Kind("notice-retracted", retracted, "撤回的通报只留说明", "a notice taken back leaves a note"),
        Kind("figures", "figures/index.html", "指标：每个数字的算法、n 和 N", "every figure, its formula, n and N"),
        Kind("rules", "rules/index.html", "规则清单", "the rules"),
        Kind("rule", "rules/lif05/index.html", "一条规则：查什么、为什么、怎么改", "a rule: what, why, instead"),
        Kind("data", "data/index.html", "开放数据：CSV、JSON、Parquet", "open data"),
        Kind("data-dictionary", "data/dictionary/index.html", "开放数据的字段说明", "what its columns mean"),
        Kind("about", "about/index.html", "说明：联系方式、用词、怎么提出异议", "contact, words, how to object"),
    ]


def _problems(site: Path) -> Iterator[Kind]:
    problems = _table(site, "problems")
    reopened = {move["problem"] for move in _table(site, "moves") if move["action"] == "reopen"}
    closed = {one["address"] for one in problems if one["status"] == "closed"}
    late = {one["address"] for one in problems if one["overdue"]}
    for name, chosen, zh, en in (
        ("problem-closed", closed - reopened, "一个已完成的问题：承诺、核验、结果", "promised, verified, closed"),
        ("problem-overdue", late, "一个逾期的问题", "a problem that is late"),
        ("problem-reopened", reopened, "一个核查后重新整改的问题", "a problem that was opened again"),
    ):
        yield Kind(name, _fullest(site, "problems/r*/", lambda page, those=chosen: page.parent.name in those), zh, en)


def office_kinds(site: Path) -> list[Kind]:
    inspection, round_ = _fullest(site, "stages/*/*/"), _fullest(site, "stages/*/")
    return [
        Kind("board", "index.html", "看板：亮灯件数，最急的二十件", "the lamps, and what is most urgent"),
        Kind("board-red", "board/red/index.html", "一种灯的清单", "all items of one lamp"),
        Kind("board-review", "board/review/index.html", "待审核的事项", "what waits for review"),
        Kind("board-units", "board/units/index.html", "按责任单位", "by leading unit"),
        Kind("board-unit", _fullest(site, "board/units/*/"), "一个责任单位的事项", "the items of one unit"),
        Kind("board-posts", "board/posts/index.html", "按责任岗位，各有期限日历", "by post, with calendars"),
        Kind("board-body", _fullest(site, "board/bodies/*/"), "一个审核单位的事项", "the items of one reviewing body"),
        Kind("waiting", "waiting/index.html", "谁在等谁", "who waits for whom"),
        Kind("waiting-one", _fullest(site, "waiting/*/"), "一家的全部待办", "all that one body has to do"),
        Kind("item", _fullest(site, "items/*/", _is_verified), "报告的和核实的分两栏", "reported beside verified"),
        Kind("stages", "stages/index.html", "各轮各环节", "the stages of every round"),
        Kind("stages-round", round_, "一轮的各环节", "the stages of a round"),
        Kind("stages-inspection", inspection, "一个单位的各环节", "the stages of an inspection"),
        Kind("registers", "registers/index.html", "登记目录", "the registers"),
        Kind("common", "registers/common/index.html", "共性问题四张清单", "common problems, the four lists"),
        Kind(
            "common-one",
            _fullest(site, "registers/common/c*/"),
            "一个共性问题的逐家自查",
            "a common problem, unit by unit",
        ),
        Kind("common-matrix", "registers/common/matrix/index.html", "单位与共性问题对照", "units by common problems"),
        Kind("letters", "registers/letters/index.html", "函件", "letters"),
        Kind("visits", "registers/visits/index.html", "督查回访", "visits"),
        Kind("people", "registers/people/index.html", "人员", "people"),
        Kind("round-registers", "registers/rounds/index.html", "巡察轮次：有什么、缺什么", "rounds: what is missing"),
        Kind("round-register", _fullest(site, "registers/rounds/*/"), "一轮缺什么、哪天到期", "what a round lacks"),
        Kind("plan", "registers/plan/index.html", "计划与覆盖", "plan and coverage"),
        Kind("checklists", "registers/checklists/index.html", "清单：每个方面查出多少", "what each aspect found"),
        Kind("all-figures", "registers/figures/index.html", "全部指标", "every figure"),
        Kind("assessment", "registers/assessment/index.html", "年度考核", "the yearly assessment"),
        Kind("quality", "registers/quality/index.html", "数据质量", "the quality of the data"),
        Kind("quality-rule", "registers/quality/due01/index.html", "一条规则发现的问题", "what one rule found"),
        Kind("departures", "registers/quality/departures/index.html", "例外登记", "the register of departures"),
    ]


def _table(site: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((site / "data" / "v1" / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def _fullest(site: Path, folders: str, fits: Any = lambda _: True) -> str:
    """Return the path of the longest page among some: what does not fit shows where there is most."""
    pages = [page for page in sorted(site.glob(f"{folders}index.html")) if fits(page)]
    return max(pages, key=lambda page: page.stat().st_size).relative_to(site).as_posix()


def _is_single(page: Path) -> bool:
    return "所辖单位" not in page.read_text(encoding="utf-8")


def _is_retracted(page: Path) -> bool:
    return "<title>通报已撤回" in page.read_text(encoding="utf-8")


def _is_verified(page: Path) -> bool:
    return "verified" in page.read_text(encoding="utf-8")
