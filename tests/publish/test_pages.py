import html
import posixpath
import re
from datetime import date
from pathlib import PurePosixPath

from tests.publish.building import COMMIT, HOME, configuration, pages_of, view_of
from tests.publish.small import (
    AS_OF,
    CLOSING,
    OTHER,
    ROUND,
    UNIT,
    approve,
    inspection,
    item,
    ledger_of,
    problem,
    records,
)

STAMPED = {"index.md", "figures/index.md", "data/index.md", "about/index.md"}
LINK = re.compile(r"\]\(([^)\s]+)\)|(?<!language\"><a )href=\"([^\"]+)\"")


def made(data=None, as_of=AS_OF, language="zh"):
    return pages_of(ledger_of(approve(data or records())), as_of, language)


def test_every_record_the_public_knows_has_a_page():
    assert sorted(made()) == [
        "about/index.md", "common-problems/index.md", "data/dictionary/index.md", "data/index.md",
        "figures/index.md", "index.md", "notices/index.md",
        "notices/r13-05-gushan/index.md", "notices/r13-05-gushan/sheet/index.md", "notices/r13-05-lianhu/index.md",
        "notices/r13-05-lianhu/sheet/index.md", "problems/index.md", "problems/r13-05-gushan-1/index.md",
        "problems/r13-05-gushan-2/index.md", "problems/r13-05-lianhu-1/index.md", "rounds/index.md",
        "rounds/r13-05/index.md", "rules/index.md", "rules/lif05/index.md", "units/beizhou/index.md",
        "units/district-discipline/index.md", "units/gushan/index.md", "units/index.md",
        "units/inspection-office/index.md", "units/lianhu/index.md",
    ]  # fmt: skip


def test_only_four_pages_carry_the_day_and_the_commit():
    stamped = {path for path, text in made().items() if COMMIT[:12] in text or "2024年12月31日" in text}

    assert stamped == STAMPED


def test_the_pages_of_records_stay_the_same_when_only_days_go_by():
    data = approve(records())
    first, later = (pages_of(ledger_of(data), day) for day in (date(2024, 12, 30), AS_OF))

    assert {path for path in first if first[path] != later[path]} == STAMPED


IN_THE_NAVIGATION = {f"{name}/index.md" for name in ("rules", "about", "rounds", "units", "common-problems", "notices")}


def test_every_link_leads_to_a_page_and_every_page_is_led_to():
    pages = made()
    led = set()
    for path, text in pages.items():
        for target in map("".join, LINK.findall(text)):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), re.split("[#?]", target)[0]))
            page = page.replace(".html", ".md")
            if not page.endswith(".md"):  # open data and feeds; tests/publish/test_built_beside.py asks for these
                continue
            assert page in pages, f"{path}: {target}"
            led.add(page)

    assert set(pages) - led - IN_THE_NAVIGATION == set()


def test_what_the_overview_says_first_is_found_put_right_and_late():
    lead = next(line for line in made()["index.md"].splitlines() if "lead" in line)

    assert re.sub(r"<[^>]*>|\*", "", lead) == ("巡察反馈、应整改的 3 个问题中，已完成整改 1 个（33.3%），逾期 2 个。")


def test_the_first_figure_says_how_many_of_those_fed_back_are_to_be_rectified():
    gone = {"date": "2024-10-01", "action": "withdraw", "by": "leading_group", "paper": "decision"}
    data = records() | {f"problems/{ROUND}/R13-05-0004.yaml": problem(4, item(1, gone | {"into": "R13-05-0002"}))}
    said = "除去撤销的，应整改 3 个"

    assert said in made(approve(data))["index.md"]
    assert said not in made()["index.md"]


def test_the_overview_leads_to_what_is_late_and_to_each_category():
    page = made()["index.md"]
    shown = {key: set(re.findall(rf"index\.html\?{key}=([a-z_]+)", page)) for key in ("overdue", "category")}
    offered = set(re.findall(r'<option value="([a-z_]+)"', html.unescape(made()["problems/index.md"])))

    assert shown["category"]
    assert set().union(*shown.values()) <= offered


def test_a_subdistrict_shows_its_own_problems_and_those_of_its_communities_once():
    data = records()
    data[f"rounds/{ROUND}/beizhou.yaml"] = inspection()
    data[f"problems/{ROUND}/R13-05-0009.yaml"] = problem(1, item(), unit="beizhou")
    page = made(data)["units/beizhou/index.md"]

    assert "已公开问题 **4** 个：已完成 **1** 个（1/4，25.0%）" in page
    assert "其中本级：已公开问题 **1** 个：已完成 **0** 个（0/1，0.0%）" in page
    assert page.count("problems/r13-05-beizhou-1/index.html") == 1


def test_a_problem_s_page_tells_promise_month_verifier_and_how():
    lines = made()[f"problems/r13-05-{UNIT}-1/index.md"].splitlines()

    assert (
        '<p><span class="status closed">已完成</span> · 分阶段整改 · <span class="whole">最初期限 2024年8月</span></p>'
        in lines
    )
    assert "<tr><td>2024年9月<td>同意销号<td>纪检监察机关<td>现场核查" in lines
    assert "<tr><td>2024年9月<td>销号<td>巡察办<td>查阅资料" in lines


def test_a_submitted_item_counts_as_being_rectified_and_a_reopened_one_says_so():
    data = records()
    reopened = {"date": "2024-10-08", "action": "reopen", "by": "office", "order": "x", "due": "2025-03-01",
                "add": [{"id": "M9", "text": "新措施"}]}  # fmt: skip
    data[f"problems/{ROUND}/R13-05-0002.yaml"]["items"] = [item(1, *CLOSING[:2]), item(2, *CLOSING, reopened)]
    view = view_of(ledger_of(approve(data)), AS_OF)
    second = next(one for one in view.problems if (one.unit, one.number) == (UNIT, 2))

    assert [one.status for one in second.items] == ["in_progress", "reopened"]
    assert (second.status, second.overdue) == ("in_progress", False)


def test_the_list_of_problems_goes_on_after_two_hundred_rows():
    data = records()
    for number in range(3, 206):
        data[f"problems/{ROUND}/R13-05-{number + 1000}.yaml"] = problem(number, item(), unit=UNIT)
    pages = made(data)
    first, second = (
        pages[path].count("problems/r13-05-") for path in ("problems/index.md", "problems/page-2/index.md")
    )

    assert (first, second) == (200, 6)
    assert "problems/page-3/index.md" not in pages


def test_a_unit_that_left_says_so_and_where_it_went():
    data = records()
    data[f"units/{OTHER}.yaml"] |= {"left": "2024-11-30", "succeeded_by": UNIT}

    assert (
        "2024年11月30日撤出登记，并入[古山社区党总支](../../units/gushan/index.md)。"
        in made(data)["units/lianhu/index.md"]
    )


def test_units_in_a_circle_still_have_their_pages():
    data = records()
    data["units/beizhou.yaml"]["parent"] = UNIT
    pages = made(data)

    assert {f"units/{unit}/index.md" for unit in ("beizhou", UNIT, OTHER)} <= set(pages)


def test_the_district_s_own_words_are_used():
    data = records()
    data["policy/2021-09-28.yaml"]["labels"] = {"phased": {"zh": "分步整改"}}

    assert "· 分步整改 ·" in made(data)["problems/r13-05-gushan-1/index.md"]


def test_an_empty_ledger_still_makes_a_site():
    data = {path: record for path, record in records().items() if path.startswith(("district", "policy"))}
    pages = made(data)

    assert "目前没有已公开的问题。" in pages["problems/index.md"]
    assert "目前没有已公布的轮次。" in pages["rounds/index.md"]


def test_the_navigation_is_short_and_names_pages_that_are_made():
    nav = [next(iter(entry.values())) for entry in configuration()["nav"]]

    assert len(nav) <= 12
    assert set(nav) <= set(made())


def test_templates_have_no_way_around_the_escape():
    folders = ("pages", "templates")
    sources = {path: path.read_text(encoding="utf-8") for one in folders for path in (HOME / "site" / one).iterdir()}

    loose = [
        path.name for path, text in sources.items() if re.search(r"\|\s*(safe|e|escape)\b|autoescape|style=", text)
    ]
    assert loose == []
    assert {PurePosixPath(path.name).suffix for path in sources} == {".md"}
