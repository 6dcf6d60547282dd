"""The lists of problems and of units, filtered and sorted in a real browser, and the search box."""

import csv
import gzip
import io
import json
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.browser.visiting import Quiet, made_once, served
from tests.publish.building import build
from tests.publish.town import town

pytestmark = pytest.mark.slow

OPTION = "#search-list [role=option]"
PROBLEMS = 120
MOST_AT_FIRST = 300_000
NOTHING_INLINE = "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:"


class Strict(Quiet):
    def end_headers(self):
        self.send_header("Content-Security-Policy", NOTHING_INLINE)
        super().end_headers()


@pytest.fixture(scope="module")
def site(shared):
    made = made_once(shared / "town", lambda fresh: build(town(24, PROBLEMS), date(2024, 12, 31), fresh))
    return made / "site"


@pytest.fixture(scope="module")
def home(site):
    with served(site) as place:
        yield place.address


@pytest.fixture
def visit(browser, home):
    """Open a page in a window of its own; returns the function from its path to the page."""
    contexts = []

    def opened(path, width=1280, *, scripts=True, address=home, prepare=None):
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        if prepare is not None:
            prepare(page)
        page.goto(address + path)
        return page

    yield opened
    assert [complaint for context in contexts for page in context.pages for complaint in page.complaints] == []
    for context in contexts:
        context.close()


def found(page, count):
    """Wait until the page says how many rows it found."""
    english = "/en/" in page.url
    none, some = ("Nothing fits.", f"{count} found.") if english else ("没有符合条件的记录。", f"找到 {count} 条。")
    expect(page.locator("form.explorer [role=status]")).to_have_text(some if count else none, timeout=30_000)


def late(site):
    return sum(row["overdue"] == "yes" for row in rows_of(site))


def column(page, number):
    return page.locator(f"tbody tr td:nth-child({number})").all_inner_texts()


def rows_of(site):
    """Return the rows of the index, codes looked up."""
    columns = json.loads((site / "data" / "v1" / "index-problems.json").read_text(encoding="utf-8"))
    plain = {
        key: [one["codes"][value] for value in one["values"]] if "codes" in one else one["values"]
        for key, one in columns.items()
    }
    return [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def test_at_first_visit_little_is_loaded_and_no_index(visit, site):
    loaded = []
    page = visit("problems/index.html", prepare=lambda one: one.on("response", lambda got: loaded.append(got)))
    page.wait_for_load_state("networkidle")
    assert sum(len(gzip.compress(one.body())) for one in loaded) < MOST_AT_FIRST
    assert [one.url for one in loaded if "/data/" in one.url] == []

    page.select_option("#explorer-overdue", "yes")
    found(page, late(site))
    assert sorted(one.url.rsplit("/", 1)[-1] for one in loaded if "/data/" in one.url) == [
        "index-problems.json", "index-units.json",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "word", "counted"), [("", "逾期", "正在整改（{}）"), ("en/", "Overdue", "In progress ({})")]
)
def test_overdue_problems_are_filtered_and_counted(visit, site, edition, word, counted):
    page = visit(f"{edition}problems/index.html")
    expected = [row for row in rows_of(site) if row["overdue"] == "yes"]
    page.select_option("#explorer-overdue", "yes")
    found(page, len(expected))
    started = sum(row["status"] == "in_progress" for row in expected)

    assert page.url.endswith("?overdue=yes")
    assert [word in status for status in column(page, 5)] == [True] * min(50, len(expected))
    assert page.locator("#explorer-status option[value=in_progress]").inner_text() == counted.format(started)


def test_text_is_found_character_by_character_in_titles_and_units(visit, site):
    page = visit("problems/index.html")
    page.fill("#explorer-q", "第3社区")
    own = [row for row in rows_of(site) if row["unit"] == "community-2"]
    found(page, len(own))
    assert set(column(page, 2)) == {"第3社区党总支"}

    page.fill("#explorer-q", "第３社区 公开")  # full-width, and a second word that its titles must hold
    found(page, sum("公开" in row["title"] for row in own))


def test_a_subdistrict_stands_for_all_below_it(visit, site):
    below = {"street-0", *(f"community-{number}" for number in range(8))}
    expected = sum(row["unit"] in below for row in rows_of(site))
    page = visit("problems/index.html")
    page.select_option("#explorer-unit", "street-0")
    found(page, expected)

    assert page.locator("#explorer-unit option:checked").inner_text() == f"第1街道党工委（{expected}）"
    assert {text[1] for text in column(page, 2)} <= set("12345678")


def test_a_head_sorts_one_way_and_then_the_other(visit, site):
    months = sorted(row["due"] for row in rows_of(site))
    page = visit("problems/index.html")
    head = page.locator("th").filter(has_text="最初期限")
    head.get_by_role("button").click()
    found(page, PROBLEMS)
    assert (head.get_attribute("aria-sort"), page.locator("#explorer-sort").input_value()) == ("ascending", "due")
    assert column(page, 6) == [words(month) for month in months[:50]]

    head.get_by_role("button").click()
    page.locator("th[aria-sort=descending]").wait_for()
    assert column(page, 6) == [words(month) for month in months[::-1][:50]]


def words(month):
    return f"{month[:4]}年{int(month[5:])}月"


def test_fifty_rows_stand_on_a_page_and_the_rest_on_the_next(visit):
    page = visit("problems/index.html?sort=title")
    found(page, PROBLEMS)
    assert page.locator("tbody tr").count() == 50

    page.locator("nav.turner").get_by_role("button", name="下一页").click()
    page.locator("nav.turner").get_by_role("button", name="下一页").click()
    page.get_by_text("第 3 页，共 3 页").first.wait_for()
    assert page.locator("tbody tr").count() == PROBLEMS - 100
    assert page.url.endswith("?sort=title&page=3")


def test_an_address_brings_the_same_list_again(visit, site):
    first = visit("problems/index.html")
    first.select_option("#explorer-overdue", "yes")
    first.fill("#explorer-q", "社区")
    first.select_option("#explorer-sort", "-title")
    found(first, late(site))
    first.locator("th[aria-sort=descending]").wait_for()
    again = visit(first.url.split("/", 3)[3])
    found(again, late(site))

    assert again.locator("tbody").inner_text() == first.locator("tbody").inner_text()
    assert again.locator("#explorer-q").input_value() == "社区"


def test_the_back_button_undoes_one_choice_and_a_whole_word_at_once(visit, site):
    own = [row for row in rows_of(site) if row["unit"] == "community-2" and row["overdue"] == "yes"]
    page = visit("problems/index.html")
    page.select_option("#explorer-overdue", "yes")
    found(page, late(site))
    page.locator("#explorer-q").press_sequentially("第3社区")
    found(page, len(own))
    page.go_back()
    found(page, late(site))
    assert page.locator("#explorer-q").input_value() == ""

    page.go_back()
    found(page, PROBLEMS)
    assert page.locator("#explorer-overdue").input_value() == ""


def test_from_a_problem_one_comes_back_to_the_filtered_list(visit, site):
    page = visit("problems/index.html")
    page.select_option("#explorer-overdue", "yes")
    found(page, late(site))
    page.locator("tbody a").first.click()
    page.wait_for_url("**/problems/r13-*/index.html")
    page.go_back()
    found(page, late(site))

    assert page.locator("#explorer-overdue").input_value() == "yes"


def csv_of(page):
    with page.expect_download() as coming:
        page.locator("[data-csv]").click()
    with open(coming.value.path(), "rb") as file:
        raw = file.read()
    assert raw.startswith(b"\xef\xbb\xbf")
    return coming.value.suggested_filename, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_what_is_shown_is_taken_home_as_csv(visit, home, site):
    page = visit("problems/index.html?overdue=yes&sort=-title")
    found(page, late(site))
    name, (head, *lines) = csv_of(page)

    assert (name, len(lines)) == ("problems.csv", late(site))
    assert head == ["问题", "单位", "轮次", "类别", "状态", "最初期限", "逾期", "页面地址"]
    assert [line[0] for line in lines][:50] == column(page, 1)
    assert {line[6] for line in lines} == {"是"}
    assert (site / lines[0][7].removeprefix(home)).is_file()


def changed_title(title):
    """Return what makes a page read an index whose first title is another."""

    def route(one):
        columns = one.fetch().json()
        columns["title"]["values"][0] = title
        one.fulfill(json=columns)

    return lambda page: page.route("**/index-problems.json", route)


@pytest.mark.parametrize("title", ["=1+1", "＝1+1", "@SUM(A1)", " -2", "+8", "\t=1"])
def test_no_text_of_a_download_is_a_formula(visit, title):
    page = visit("problems/index.html?q=", prepare=changed_title(title))
    page.select_option("#explorer-sort", "title")
    found(page, PROBLEMS)
    _, lines = csv_of(page)

    assert [line[0] for line in lines if title in line[0]] == [f"'{title}"]


def test_quotes_and_commas_survive_the_download(visit):
    title = '“a”, "b"\r\nc'
    page = visit("problems/index.html?sort=round", prepare=changed_title(title))
    found(page, PROBLEMS)
    _, lines = csv_of(page)

    assert title in [line[0] for line in lines]


def test_a_text_of_the_ledger_is_never_markup(visit):
    title = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    page = visit("problems/index.html?q=onerror", prepare=changed_title(title))
    found(page, 1)
    page.fill("#search-input", "onerror")
    page.locator(OPTION).first.wait_for()

    assert column(page, 1) == [title]
    assert page.locator("main img, main td script, [role=option] img").count() == 0
    assert page.title().startswith("问题")


def test_everything_can_be_done_by_keyboard_alone(visit, site):
    page = visit("problems/index.html")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "explorer-q":
            break
    page.keyboard.type("社区")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "explorer-overdue"
    page.keyboard.press("ArrowDown")
    found(page, late(site))
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('sort')"):
            break
    page.keyboard.press("Enter")
    page.locator("th[aria-sort=ascending]").wait_for()

    assert page.evaluate("document.activeElement.textContent") == "问题"


def test_everything_is_cleared_at_once(visit):
    page = visit("problems/index.html?overdue=yes&q=第3&sort=title")
    page.locator("th[aria-sort]").wait_for()
    page.get_by_role("button", name="清除条件").click()
    found(page, PROBLEMS)

    assert (page.url.split("/")[-1], page.locator("th[aria-sort]").count()) == ("index.html", 0)


def test_without_scripts_there_is_the_plain_table_and_no_dead_form(visit):
    page = visit("problems/index.html?overdue=yes", scripts=False)

    assert (page.locator("tbody tr").count(), page.locator("form.explorer").is_visible()) == (PROBLEMS, False)
    assert page.get_by_role("link", name="单位", exact=True).first.is_visible()
    assert page.locator(".search").count() == 0


def test_without_the_index_the_table_stays_and_the_reader_is_told(visit):
    page = visit("problems/index.html", prepare=lambda one: one.route("**/data/**", lambda route: route.abort()))
    page.select_option("#explorer-overdue", "yes")
    page.get_by_text("索引没有载入").wait_for()

    assert page.locator("tbody tr").count() == PROBLEMS


def test_a_page_opened_from_a_folder_filters_and_searches(visit, site):
    page = visit("problems/index.html", address=f"{site.as_uri()}/")
    page.select_option("#explorer-overdue", "yes")
    found(page, late(site))
    page.fill("#search-input", "第3社区")
    page.locator(OPTION).first.click()

    assert page.locator("h1").inner_text() == "第3社区党总支"


def test_a_policy_that_allows_nothing_inline_is_enough(visit, site):
    with served(site, Strict) as place:
        page = visit("problems/index.html", address=place.address)
        page.complaints.clear()  # the theme has inline scripts, which their hashes are to allow
        page.select_option("#explorer-overdue", "yes")
        found(page, late(site))
        csv_of(page)
        page.fill("#search-input", "第3社区")
        page.locator(OPTION).first.wait_for()

        assert page.complaints == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["problems/index.html", "en/units/index.html"])
def test_nothing_moves_while_the_page_loads_and_axe_finds_nothing_after(visit, width, path):
    watch = "new PerformanceObserver(list => list.getEntries().forEach(one => moved += one.value))"
    observe = f"globalThis.moved = 0; {watch}.observe({{type: 'layout-shift', buffered: true}})"
    page = visit(path, width, prepare=lambda one: one.add_init_script(observe))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("moved") < 0.01

    if width < 1000:
        page.locator(".explorer summary").click()
    page.select_option("#explorer-kind", "community")
    found(page, PROBLEMS if "problems" in path else 26)
    if width < 1000:
        page.locator(".search-opener").click()
    page.fill("#search-input", "社区")
    page.locator(OPTION).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.locator("[role=option][aria-selected]").wait_for()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_telephone_the_choices_are_folded_behind_their_number(visit, site):
    page = visit("problems/index.html?overdue=yes&sort=title", 360)
    found(page, late(site))
    fold = page.locator(".explorer summary")
    expect(fold).to_have_text("条件和排序（已选 2 项）")
    assert page.locator("#explorer-q").is_visible()
    assert page.locator("#explorer-overdue").is_hidden()
    assert page.locator(".records tbody tr").first.bounding_box()["y"] < 740

    fold.click()
    page.select_option("#explorer-overdue", "")
    found(page, PROBLEMS)
    expect(fold).to_have_text("条件和排序（已选 1 项）")
    page.get_by_role("button", name="清除条件").click()
    expect(fold).to_have_text("条件和排序")


def test_on_a_desk_the_choices_lie_open(visit):
    page = visit("en/units/index.html")

    assert page.locator("#explorer-kind").is_visible()
    assert page.locator(".explorer summary").is_hidden()


def test_texts_of_the_ledger_are_marked_as_chinese_on_english_pages(visit):
    page = visit("en/problems/index.html?sort=title")
    found(page, PROBLEMS)

    assert page.locator("tbody tr").first.locator("td").nth(0).locator("[lang=zh-CN]").count() == 1
    assert column(page, 3)[0].startswith("Term 13, round ")


def test_units_are_filtered_by_kind_subdistrict_and_name_and_sorted(visit):
    page = visit("units/index.html")
    page.select_option("#explorer-unit", "street-1")
    found(page, 9)
    page.select_option("#explorer-kind", "community")
    found(page, 8)
    assert page.locator("tbody .depth-1").count() == 0

    page.locator("th").nth(1).get_by_role("button").click()
    page.locator("th[aria-sort]").wait_for()
    counts = [int(text) for text in column(page, 2)]
    assert counts == sorted(counts)
    page.fill("#explorer-q", "第9社区")
    found(page, 1)
    assert column(page, 1) == ["第9社区党总支 社区 · 第2街道党工委"]


def test_the_list_of_units_is_the_same_with_and_without_scripts(visit):
    plain = visit("units/index.html", scripts=False).locator("tbody").inner_text()
    page = visit("units/index.html?q=")
    page.select_option("#explorer-sort", "name")
    page.locator("th[aria-sort]").wait_for()
    page.get_by_role("button", name="清除条件").click()
    page.locator("th[aria-sort]").wait_for(state="detached")

    assert page.locator("tbody").inner_text() == plain


def test_the_search_box_finds_units_rounds_problems_and_pages(visit):
    page = visit("about/index.html")
    box = page.get_by_role("combobox", name="搜索本站")
    groups = {}
    for text in ("第3社区", "第13届第2轮", "三会一课", "指标"):
        box.fill(text)
        page.locator(OPTION).filter(has_text=text).first.wait_for()
        groups[text] = page.locator("#search-list [role=group]").first.get_attribute("aria-label")

    assert groups == {"第3社区": "单位", "第13届第2轮": "轮次", "三会一课": "问题", "指标": "页面"}


def test_the_search_box_is_used_by_keyboard(visit):
    page = visit("en/index.html")
    box = page.get_by_role("combobox", name="Search the site")
    box.fill("第3社区")
    page.locator(OPTION).first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert (chosen.get_attribute("aria-selected"), chosen.inner_text()) == ("true", "第3社区党总支")

    box.press("Escape")
    assert (box.get_attribute("aria-expanded"), page.locator(OPTION).first.is_visible()) == ("false", False)
    box.fill("第3社区党")
    page.locator(OPTION).first.wait_for()
    box.press("Enter")
    page.wait_for_url("**/en/units/community-2/index.html")
    assert page.locator("h1").inner_text() == "第3社区党总支"


def test_more_problems_than_fit_are_seen_in_the_list(visit, site):
    page = visit("index.html")
    page.fill("#search-input", "三会一课")
    page.locator(OPTION).filter(has_text="在问题清单中查看全部").click()
    page.wait_for_url("**/problems/index.html?q=*")

    found(page, sum("三会一课" in row["title"] for row in rows_of(site)))


def test_what_is_not_there_is_said_not_to_be(visit):
    page = visit("index.html", 360)
    page.locator(".search-opener").click()
    page.fill("#search-input", "没有这个村")
    page.get_by_text("没有找到。").wait_for()
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.classList.contains('search-opener')")
