import csv
import hashlib
import io
import json
import re
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from frictionless import validate
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.building import labels, view_of
from tests.publish.small import AS_OF, ROUND, UNIT, approve, item, ledger_of, problem, records
from tests.publish.test_withheld import withheld
from tests.publish.town import town

from inspection.cli.open_tables import open_data_beside
from inspection.publish.data.tables import tables
from inspection.publish.data.texts import guarded, unguarded

EVIL = ("=cmd|'/c calc'!A0", "+86", "-1", "@SUM(A1)", "'=1+1", " =1", "'plain", "＝1", "a=b", "\t=1")


def made_of(ledger, folder, day=AS_OF):
    folder.mkdir(parents=True, exist_ok=True)
    files = open_data_beside(view_of(ledger, day), labels(), folder, folder / "none")()
    return files, {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """A whole district's data: its folder, what was said to be written, and the bytes by name."""
    folder = tmp_path_factory.mktemp("data")
    files, contents = made_of(town(24, 120), folder)
    return folder, files, contents


def rows_of(contents, table):
    return json.loads(contents[f"{table}.json"], parse_float=Decimal)


def package_of(contents):
    return json.loads(contents["datapackage.json"])


def test_the_package_is_valid_and_so_is_every_row_against_its_schema(district):
    folder, files, _ = district
    report = validate(str(folder / "datapackage.json"))

    assert report.flatten(["name", "type", "rowNumber", "fieldName"]) == []
    assert {(task.name, task.type) for task in report.tasks if task.type == "table"} == {
        (file.table, "table") for file in files
    }
    assert len(report.tasks) == len(files) == 27


def test_a_row_that_breaks_its_schema_is_refused(district, tmp_path):
    _, _, contents = district
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    broken = contents["items.csv"].replace(b",phased,", b",phase,", 1).replace(b"r13-01-", b"r13-77-", 1)
    (tmp_path / "items.csv").write_bytes(broken)
    found = {kind for _, kind in validate(str(tmp_path / "datapackage.json")).flatten(["name", "type"])}

    assert {"constraint-error", "foreign-key"} <= found


def test_the_package_says_size_and_sum_of_every_file(district):
    _, files, contents = district
    said = {one["path"]: (one["bytes"], one["hash"]) for one in package_of(contents)["resources"]}
    real = {name: (len(one), f"sha256:{hashlib.sha256(one).hexdigest()}") for name, one in contents.items()}

    assert said == {name: one for name, one in real.items() if name != "datapackage.json"}
    assert {file.name: (file.size, f"sha256:{file.sha256}") for file in files} == said


def test_titles_are_said_in_chinese_and_in_english(district):
    tabular = [one for one in package_of(district[2])["resources"] if one["format"] == "csv"]
    fields = [field for one in tabular for field in one["schema"]["fields"]]

    assert [one for one in (*tabular, *fields) if not (one["title"] and one["title_en"] and one["description"])] == []
    assert {field["title_en"] for field in fields if field["title_en"] and not field["title_en"].isascii()} == set()


def test_the_three_formats_hold_the_same_rows(district):
    folder, files, contents = district
    for table in {file.table for file in files}:
        rows = rows_of(contents, table)
        text = contents[f"{table}.csv"].decode("utf-8-sig")
        from_csv = [tuple(map(printed, map(unguarded, row))) for row in csv.reader(io.StringIO(text, newline=""))]
        assert from_csv[1:] == [tuple(map(printed, row.values())) for row in rows]
        assert {tuple(row) for row in rows} <= {from_csv[0]}
        with duckdb.connect() as database:
            columns = database.sql(f"SELECT * FROM '{folder / table}.parquet'")
            names = tuple(columns.columns)
            from_parquet = [tuple(map(printed, row)) for row in columns.fetchall()]
        assert (names, from_parquet) == (from_csv[0], from_csv[1:])


def printed(cell):
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, date):
        return cell.isoformat()
    number = cell is not None and re.fullmatch(r"[0-9]+(\.[0-9]+)?", str(cell))
    return f"{Decimal(cell).normalize():f}" if number else cell or ""


def test_parquet_has_types(district):
    with duckdb.connect() as database:
        described = database.sql(f"DESCRIBE FROM '{district[0] / 'problems.parquet'}'").fetchall()
        units = database.sql(f"DESCRIBE FROM '{district[0] / 'units.parquet'}'").fetchall()
    types = {name: form for name, form, *_ in (*described, *units)}

    assert (types["number"], types["overdue"], types["joined"]) == ("INTEGER", "BOOLEAN", "DATE")


def test_the_same_view_gives_the_same_bytes(district, tmp_path):
    assert made_of(town(24, 120), tmp_path)[1] == district[2]


def test_csv_begins_with_a_mark_and_ends_lines_as_spreadsheets_do(district):
    content = district[2]["problems.csv"]

    assert content.startswith(b"\xef\xbb\xbfaddress,round,unit,")
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + len(rows_of(district[2], "problems"))


def evil_ledger():
    data = records()
    for place, text in enumerate(EVIL):
        public = {"number": 10 + place, "title": text, "result": text}
        data[f"problems/{ROUND}/R13-05-1{place:03}.yaml"] = problem(10 + place, item(1), public=public)
    return ledger_of(approve(data))


def test_no_text_cell_begins_a_formula_and_json_holds_the_text_itself(tmp_path):
    _, contents = made_of(evil_ledger(), tmp_path)
    cells = list(csv.DictReader(io.StringIO(contents["problems.csv"].decode("utf-8-sig"), newline="")))
    titles = {int(row["number"]): row["title"] for row in cells if row["unit"] == UNIT}
    told = {row["number"]: row["title"] for row in rows_of(contents, "problems") if row["unit"] == UNIT}

    assert [one for one in titles.values() if one.strip()[:1] in set("=+-@＝＋－＠\t\r")] == []
    assert [told[10 + place] for place, _ in enumerate(EVIL)] == list(EVIL)
    assert {number: unguarded(cell) for number, cell in titles.items()} == told
    assert titles[10 + EVIL.index("a=b")] == "a=b"


@given(st.text(alphabet="'=+-@a \t\r\n＝", max_size=6))
def test_a_guarded_text_can_always_be_had_back(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text).lstrip(" ")[:1] not in set("=+-@＝\t\r\n") or not text.strip(" ")


def test_columns_bear_the_names_of_the_ledgers_fields():
    known = {place.replace(".", "_") for _, place, _ in labels().fields()}
    for table in tables(view_of(ledger_of(records()), AS_OF), labels()):
        for column in table.columns:
            if column.place:
                field = column.place.split(".", 1)[1].replace(".", "_")
                assert field in known
                assert field == column.name or field.endswith(f"_{column.name}")


def test_withheld_problems_change_no_byte_but_in_the_figures_of_the_district(tmp_path):
    without, with_ = withheld(3)
    _, bare = made_of(ledger_of(without), tmp_path / "bare")
    _, full = made_of(ledger_of(with_), tmp_path / "full")

    assert {name for name in bare if bare[name] != full[name]} == {
        "figures.csv", "figures.json", "figures.parquet", "datapackage.json",
    }  # fmt: skip
    told = [[one for one in package_of(contents)["resources"] if not one["path"].startswith("figures.")]
            for contents in (bare, full)]  # fmt: skip
    assert told[0] == told[1]


def test_months_stay_months(district):
    for table, column in (("inspections", "feedback_date"), ("items", "due"), ("moves", "date")):
        values = {row[column] for row in rows_of(district[2], table)} - {None}
        assert values
        assert {len(value) for value in values} == {len("2024-09")}


def test_figures_are_those_of_the_view_and_hidden_rows_hold_no_number(tmp_path):
    data = records()
    results = [{"date": "2024-05-10", "filed": {"pieces": 1, "persons": 1}, "handled": 0, "sanctioned": 0,
                "judicial": 0}]  # fmt: skip
    data[f"rounds/{ROUND}/round.yaml"]["clues"] = [
        {"transferred": "2024-04-29", "level": "village", "to": "discipline", "pieces": n, "persons": n,
         "results": results} for n in (8, 9)
    ]  # fmt: skip
    view = view_of(ledger_of(data), AS_OF)
    _, contents = made_of(ledger_of(data), tmp_path)
    figures = {row["key"]: row["n"] for row in rows_of(contents, "figures")}

    assert figures == {figure.key: figure.n for figure in view.figures}
    assert rows_of(contents, "half_years") == [
        {"half": "2024-1", "key": "clues", "shown": True, "pieces": 17, "persons": 17, "organizations": None},
        {"half": "2024-1", "key": "filed", "shown": False, "pieces": None, "persons": None, "organizations": None},
    ]
    assert b"2024-1,filed,false,,," in contents["half_years.csv"]


def test_a_table_that_holds_what_it_held_is_not_written_again(tmp_path):
    def made(name, data, old):
        folder = tmp_path / name
        folder.mkdir()
        files = open_data_beside(view_of(ledger_of(approve(data)), AS_OF), labels(), folder, tmp_path / old, memory)()
        return files, {path.name: path.read_bytes() for path in folder.iterdir()}

    def places(name):
        return {path.name: path.stat().st_ino for path in (tmp_path / name).glob("*.*")}

    memory, changed = tmp_path / "memory", records()
    changed[f"problems/{ROUND}/R13-05-0003.yaml"]["category"] = "finance"
    fresh = made("fresh", changed, "nowhere")

    made("first", records(), "nowhere")
    before = places("first")
    (tmp_path / "first" / "rounds.csv").write_bytes(b"another")
    again = made("again", changed, "first")
    taken = {name.split(".")[0] for name, place in places("again").items() if before[name] == place}

    assert again == fresh
    assert taken == {"units", "inspections", "items", "moves", "figures", "half_years", "codes"}
