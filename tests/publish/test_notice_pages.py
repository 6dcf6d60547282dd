"""What stands on the pages of notices, on the sheets for a board, and among the common problems."""

import re

import pytest
from tests.publish.building import pages_of, view_of
from tests.publish.small import AS_OF, CLOSING, ROUND, UNIT, approve, item, ledger_of, problem, records
from tests.publish.town import ACHIEVE, SUSTAIN

from inspection.publish.notice_facts import lasting, organized

NOTICE, SHEET = "notices/r13-05-gushan/index.md", "notices/r13-05-gushan/sheet/index.md"
URL = "https://yunzhu.example/"


def ledger(url=URL):
    """A notice of four problems: closed, long-term, basically done, not started."""
    data = records()
    data["district.yaml"] |= {"contact": {"telephone": "000-5550-0100"}}
    if url:
        data["district.yaml"]["site"] = {"url": url, "licence": "CC-BY-4.0"}
    found = (
        problem(1, item(1, *CLOSING)),
        problem(2, item(1, *CLOSING), item(2, CLOSING[0], SUSTAIN, kind="long_term")),
        problem(3, item(1, CLOSING[0], ACHIEVE)),
        problem(4, item(1, due="2025-08-20")),
    )
    for number, made in enumerate(found, start=1):
        data[f"problems/{ROUND}/R13-05-000{number}.yaml"] = made
    society = data[f"rounds/{ROUND}/{UNIT}.yaml"]["publication"]["society"]
    society[0] |= {"until": "2024-10-31", "channels": ["website", "board"]}
    return ledger_of(approve(data))


@pytest.fixture(scope="module")
def chinese():
    return pages_of(ledger(), AS_OF)


@pytest.fixture(scope="module")
def english():
    return pages_of(ledger(), AS_OF, "en")


def test_a_notice_opens_with_who_was_inspected_when_and_who_approved_it(chinese, english):
    assert "经巡察工作领导小组2024年9月20日批准，现将整改进展情况予以公布" in chinese[NOTICE]
    assert "2024年5月，向该单位反馈了巡察意见" in chinese[NOTICE]
    assert "approved on 20 September 2024" in english[NOTICE]


def test_a_notice_says_how_rectification_was_organized(chinese):
    text = chinese[NOTICE]

    assert (
        "围绕公开的 4 个问题，确定整改事项 5 项：分阶段整改 4 项，长期整改 1 项；最初期限自2024年8月至2025年8月。"
        in text
    )
    assert "截至2024年9月，共核验 4 次：纪检监察机关 2 次，巡察办 2 次；其中查阅资料 2 次，现场核查 2 次。" in text


def test_the_totals_add_up_in_words_and_numbers(chinese, english):
    text = chinese[NOTICE]

    assert "公开问题 **4** 个：已完成 1 个，长期坚持 1 个，基本完成 1 个，未整改 1 个。" in text
    assert "公开问题 = 已完成 + 长期坚持 + 基本完成 + 正在整改 + 未整改，即 4 = 1 + 1 + 1 + 0 + 1。" in text
    assert "整改完成率 1 ÷ 4 = **25.00%**" in text
    assert "4 = 1 + 1 + 1 + 0 + 1." in english[NOTICE]


def test_each_problem_stands_with_what_was_promised_its_result_and_status(chinese):
    parts = re.split("^### ", chinese[NOTICE].split("## 三")[1].split("## 四")[0], flags=re.M)[1:]

    assert [part.split("]")[0] for part in parts] == [f"{number}. [公开标题{number}" for number in (1, 2, 3, 4)]
    assert [re.search('class="status ([a-z-]+)"', part)[1] for part in parts] == [
        "closed", "long-term", "basically-done", "not-started"
    ]  # fmt: skip
    assert "承诺：公开任务1（分阶段整改，最初期限2024年8月）" in parts[1]
    assert "承诺：公开任务2（长期整改" in parts[1]
    assert "结果：公开结果2" in parts[1]


def test_a_long_term_matter_says_since_when_on_whose_word_and_what_comes_next(chinese):
    part = chinese[NOTICE].split("## 四")[1].split("## 五")[0]

    assert "公开任务2（2024年8月经巡察办转为长期坚持）" in part
    assert "按约定日期复查" in part
    assert part.count("- ") == 1


def test_a_notice_names_its_period_its_channels_and_whom_to_tell(chinese):
    part = chinese[NOTICE].split("## 五")[1]

    assert "公开期自2024年9月25日至2024年10月31日，渠道：政府网站、公开栏" in part
    assert "| 电话 | 000-5550-0100 |" in part


def test_a_sheet_has_three_numbers_and_three_lines(chinese):
    text = chinese[SHEET]

    assert re.findall("<strong>([^<]*)</strong>", text) == ["4", "1", "25.0%"]
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        "- 其余 3 个：长期坚持 1 个，基本完成 1 个，未整改 1 个（逾期 1 个）。",
        "- 2024年5月反馈，核验记录截至2024年9月。",
        "- 公开期至2024年10月31日，有意见请反映，电话 <span class='phone'>000-5550-0100。</span>",
    ]


def test_both_carry_one_code_that_leads_to_the_notice_in_their_language(chinese, english):
    codes = {re.search(' d="([^"]*)"', pages[path])[1] for pages in (chinese, english) for path in (NOTICE, SHEET)}

    assert len(codes) == 2
    assert "yunzhu&#46;example&#47;notices&#47;r13-05-gushan&#47;index&#46;html" in chinese[SHEET]
    assert "yunzhu&#46;example&#47;en&#47;notices&#47;r13-05-gushan&#47;index&#46;html" in english[SHEET]


@pytest.mark.parametrize("url", ["", "javascript:alert(1)"])
def test_without_an_address_there_is_no_code(url):
    pages = pages_of(ledger(url), AS_OF)

    assert [path for path in pages if "<svg" in pages[path] and path.startswith("notices/")] == []
    assert "扫码" not in pages[SHEET]


def test_the_list_names_the_latest_notice_first():
    data = records()
    data[f"rounds/{ROUND}/lianhu.yaml"]["publication"]["society"][0]["published"] = "2024-09-26"
    text = pages_of(ledger_of(approve(data)), AS_OF)["notices/index.md"]

    assert text.index("r13-05-lianhu/index.html") < text.index("r13-05-gushan/index.html")
    assert re.findall('data-label="(?:公开问题|已完成|完成率)">([^<]*)<', text)[3:] == ["2", "1", "50.0%"]


def test_a_notice_of_withheld_problems_alone_lists_none():
    data = records()
    for number in (1, 2):
        data[f"problems/{ROUND}/R13-05-000{number}.yaml"]["disclosure"] = {"society": "withheld", "reason": "privacy"}
    text = pages_of(ledger_of(approve(data)), AS_OF)[NOTICE]

    assert "本通报没有列出问题" in text
    assert "公开标题" not in text


def test_what_a_notice_counts_is_counted_over_its_problems_alone():
    problems = view_of(ledger(), AS_OF).problems
    own = [one for one in problems if one.unit == UNIT]

    assert (organized(own).items, len(lasting(own))) == (5, 1)
    assert (organized(()).items, organized(()).latest, lasting(())) == (0, None, [])


def common(data):
    publication = {"approved": "2024-06-20", "by": "leading_group", "published": "2024-06-25"}
    data["common/C13-03/common.yaml"] = {
        "title": "共性标题", "nature": "industry", "owner": "inspection-office", "issued": "2024-02-01",
        "addressees": [UNIT, "lianhu"], "publication": publication,
    }  # fmt: skip
    data["policy/2021-09-28.yaml"] |= {"small_count": 2}
    for unit, found in ((UNIT, 3), ("lianhu", 4)):
        data[f"common/C13-03/{unit}.yaml"] = {"submitted": "2024-04-01", "found": found, "institutions": found - 3}
    return pages_of(ledger_of(data), AS_OF)["common-problems/index.md"]


def test_a_common_problem_stands_with_its_owner_and_its_sums():
    text = common(records())

    assert "## 共性标题" in text
    assert "牵头治理：[区委巡察办](../units/inspection-office/index.md)" in text
    assert re.findall("<td[^>]*>([^<]*)</td>", text) == ["社区", "2", "2", "7", "0", "—"]
    assert "C13" not in text


def test_without_a_common_problem_the_page_says_so():
    assert "目前没有已公布的共性问题" in pages_of(ledger_of(records()), AS_OF)["common-problems/index.md"]
