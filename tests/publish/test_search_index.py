import json
from html import unescape

from tests.publish.building import said, view_of
from tests.publish.small import AS_OF, OTHER, ROUND, UNIT, approve, item, ledger_of, problem, records
from tests.publish.town import town

from inspection.publish.pages import site_pages
from inspection.publish.search_index import Titles, search_files
from inspection.publish.tallies import STATUSES


def made(ledger):
    """Return the pages of both languages, and the files of the index made beside them."""
    view = view_of(ledger, AS_OF)
    titles = {language: Titles() for language in ("zh", "en")}
    pages = {language: dict(noted.passing(site_pages(view, said(), language))) for language, noted in titles.items()}
    return pages, dict(search_files(view, {language: noted.entries for language, noted in titles.items()}))


def index_of(data=None, name="problems"):
    return read(made(ledger_of(approve(data or records())))[1], name)


def read(files, name):
    """Return a part of the index as columns of values, codes looked up."""
    columns = json.loads(files[f"data/v1/index-{name}.json"])
    return {
        key: [column["codes"][value] for value in column["values"]] if "codes" in column else column["values"]
        for key, column in columns.items()
    }


def test_a_row_says_what_the_list_says():
    assert index_of() == {
        "title": ["公开标题1", "公开标题2", "公开标题1"],
        "number": [1, 2, 1],
        "round": [ROUND.lower()] * 3,
        "unit": [UNIT, UNIT, OTHER],
        "category": ["collective_assets"] * 3,
        "status": ["closed", "in_progress", "in_progress"],
        "overdue": ["no", "yes", "yes"],
        "due": ["2024-08", "2024-08", "2024-08"],
    }


def test_every_problem_s_and_every_unit_s_page_is_found_by_its_row():
    pages, files = made(town(12, 30))
    rows, units = read(files, "problems"), read(files, "units")
    named = zip(rows["round"], rows["unit"], rows["number"], strict=True)
    led = {f"problems/{round_}-{unit}-{number}/index.md" for round_, unit, number in named}
    led |= {f"units/{unit}/index.md" for unit in units["id"]}

    assert led == {path for path in pages["zh"] if path.count("/") == 2 and path.startswith(("problems/r", "units/"))}


def test_every_other_page_is_found_by_its_title_in_both_languages():
    pages, files = made(town(12, 30))
    chinese, english = (read(files, f"pages-{language}") for language in ("zh", "en"))
    others = [path for path in pages["zh"] if path.count("/") < 2 or not path.startswith(("problems/", "units/"))]

    assert chinese["path"] == english["path"] == [f"{path.removesuffix('.md')}.html" for path in others]
    assert (chinese["title"][0], english["title"][0]) == ("概览", "Overview")
    assert (chinese["title"][2], english["title"][2]) == ("第13届第4轮", "Term 13, round 4")
    assert chinese["group"][:3] == ["pages", "pages", "rounds"]


def test_a_withheld_problem_leaves_no_trace():
    without, withheld = records(), records()
    hidden = problem(9, item(), unit=OTHER, shown=False, category="welfare_lists")
    withheld[f"problems/{ROUND}/R13-05-0009.yaml"] = hidden

    assert made(ledger_of(approve(withheld)))[1] == made(ledger_of(approve(without)))[1]


def test_nothing_is_in_the_index_that_no_page_shows():
    pages, files = made(town(12, 30))
    shown = unescape("\n".join(pages["zh"].values()))
    rows, units = read(files, "problems"), read(files, "units")

    assert [text for text in (*rows["title"], *units["name"]) if text not in shown] == []
    assert set(rows) == {"title", "number", "round", "unit", "category", "status", "overdue", "due"}
    assert set(units) == {"id", "name", "kind", "parent", "gone", "total", "own", "overdue", *STATUSES}


def test_a_unit_counts_what_is_below_it_and_stands_above_it():
    units = index_of(name="units")
    place = units["id"].index("beizhou")

    assert (units["total"][place], units["closed"][place], units["overdue"][place]) == (3, 1, 2)
    assert [units["id"][row] for row, parent in enumerate(units["parent"]) if parent == place] == [UNIT, OTHER]
    assert [parent for row, parent in enumerate(units["parent"]) if parent >= row] == []


def test_a_text_stands_in_the_index_as_it_shows():
    data = records()
    data[f"problems/{ROUND}/R13-05-0001.yaml"]["public"]["title"] = "账\u202e目\n <b>不清</b>"

    assert index_of(data)["title"][0] == "账 目 <b>不清</b>"


def test_only_what_is_used_is_among_the_codes():
    columns = json.loads(made(ledger_of(approve(records())))[1]["data/v1/index-problems.json"])

    assert columns["status"]["codes"] == ["closed", "in_progress"]
    assert columns["unit"]["codes"] == [UNIT, OTHER]


def test_a_page_opened_from_a_folder_is_given_the_same_by_a_script():
    _, files = made(ledger_of(approve(records())))
    for name in ("problems", "units", "pages-zh", "pages-en"):
        text = files[f"data/v1/index-{name}.json"].removesuffix("\n")

        assert files[f"data/v1/index-{name}.js"] == f'inspection.receive("{name}",{text});\n'


def test_an_empty_ledger_has_an_empty_index():
    data = {path: record for path, record in records().items() if path.startswith(("district", "policy"))}
    files = made(ledger_of(data))[1]

    assert {key: values for key, values in read(files, "problems").items() if values} == {}
    assert read(files, "units")["id"] == []
