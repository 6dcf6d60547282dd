from pathlib import Path

import pytest

from inspection.read.corrections import corrected
from inspection.read.loader import load
from inspection.read.places import Places
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree

UNIT = """\
name: {name}
kind: department
body: branch
joined: 2021-09-28
in_base: true
risks: [subsidies, disputes]
corrections:
"""


def correction(path, was, is_, date="2024-01-01"):
    return {"date": date, "path": path, "was": was, "is": is_, "why": "笔误", "by": "office"}


def read(folder: Path, schemas: Schemas, name: str, *entries: str):
    (folder / "units").mkdir(exist_ok=True)
    text = UNIT.format(name=name) + "".join(f"  - {{{entry}, why: 笔误, by: office}}\n" for entry in entries)
    (folder / "units" / "a.yaml").write_text(text, encoding="utf-8")
    found = load(WorkingTree(folder), schemas)
    places = Places(WorkingTree(folder))
    lines = [(tuple(places.of(f)), f.code, f.pointer, f.message.zh, f.message.en) for f in found.findings]
    return found.ledger.units.get("a"), lines


@pytest.mark.parametrize("written", ["甲", "乙"])
def test_a_correction_is_read_whether_or_not_the_value_was_changed_in_place(tmp_path, schemas, written):
    unit, lines = read(tmp_path, schemas, written, "date: 2024-01-01, path: /name, was: 甲, is: 乙")

    assert (unit.name, lines) == ("乙", [])


@pytest.mark.parametrize("written", ["甲", "乙", "丙"])
def test_corrections_of_one_value_follow_one_another_by_day(tmp_path, schemas, written):
    later = "date: 2024-02-01, path: /name, was: 乙, is: 丙"
    earlier = "date: 2024-01-01, path: /name, was: 甲, is: 乙"

    unit, lines = read(tmp_path, schemas, written, later, earlier)

    assert (unit.name, lines) == ("丙", [])


def test_a_value_that_is_neither_is_a_finding_at_the_last_correction_and_the_record_is_read(tmp_path, schemas):
    unit, lines = read(
        tmp_path,
        schemas,
        "丁",
        "date: 2024-01-01, path: /name, was: 甲, is: 乙",
        "date: 2024-02-01, path: /name, was: 乙, is: 丙",
    )

    assert unit.name == "丁"
    assert lines == [
        (
            (9, 5), "SCH01", "/corrections/1",
            "第 2 条更正：此处的值既不是原值（was），也不是新值（is）",
            "correction 2: the value there is neither `was` nor `is`",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/nowhere", "/name/x", "/risks/2", "/risks/-1", "/risks/00", "/risks/x", "/corrections/0/why"]
)
def test_a_path_that_leads_nowhere_is_a_finding_at_it(tmp_path, schemas, path):
    unit, lines = read(tmp_path, schemas, "甲", f"date: 2024-01-01, path: {path}, was: 甲, is: 乙")

    assert unit.name == "甲"
    assert lines == [
        (
            (8, 30), "SCH01", "/corrections/0/path",
            "第 1 条更正的位置（path）在记录里找不到", "the path of correction 1 leads nowhere",
        )
    ]  # fmt: skip


def test_a_path_in_another_form_is_a_finding(tmp_path, schemas):
    unit, lines = read(tmp_path, schemas, "甲", "date: 2024-01-01, path: feedback.date, was: 甲, is: 乙")

    assert unit is None
    assert [(place, code, pointer) for place, code, pointer, *_ in lines] == [((8, 30), "SCH01", "/corrections/0/path")]


def test_a_correction_that_makes_the_record_wrong_is_a_finding(tmp_path, schemas):
    unit, lines = read(tmp_path, schemas, "甲", "date: 2024-01-01, path: /joined, was: 2021-09-28, is: 2021-09-31")

    assert unit is None
    assert [(place, code, pointer) for place, code, pointer, *_ in lines] == [((4, 9), "SCH01", "/joined")]
    assert lines[0][3].startswith("更正之后：")
    assert lines[0][4].startswith("once corrected: ")


def test_an_entry_of_a_list_and_a_whole_list_can_be_corrected(tmp_path, schemas):
    unit, lines = read(
        tmp_path, schemas, "甲",
        "date: 2024-01-01, path: /risks/1, was: disputes, is: large_assets",
        "date: 2024-02-01, path: /risks, was: [subsidies, large_assets], is: [large_assets]",
    )  # fmt: skip

    assert (unit.risks, lines) == (("large_assets",), [])


def test_a_number_and_a_truth_value_are_not_the_same():
    data = {"a": 1, "corrections": [correction("/a", True, False)]}

    record, faults = corrected(data)

    assert record["a"] == 1
    assert [fault.pointer for fault in faults] == ["/corrections/0"]


def test_the_record_itself_is_not_changed():
    data = {"a": {"b/c": [1, 2]}, "corrections": [correction("/a/b~1c/0", 1, 3)]}

    record, faults = corrected(data)

    assert record["a"] == {"b/c": [3, 2]}
    assert data["a"] == {"b/c": [1, 2]}
    assert faults == ()


@pytest.mark.parametrize("path", ["/items/0/log/0/by", "/items/0/log/0", "/items/0/log"])
def test_an_item_s_log_is_not_corrected_from_outside(path):
    data = {
        "items": [{"log": [{"by": "unit"}]}],
        "corrections": [correction(path, "unit", "office"), correction("/items/0/logo", "a", "b")],
    }

    record, faults = corrected(data)

    assert record["items"] == data["items"]
    assert [(one.code, one.pointer, one.message.en) for one in faults] == [
        ("SCH01", "/corrections/0/path", "correction 1 reaches into an item's log, which is not corrected so"),
        ("SCH01", "/corrections/1/path", "the path of correction 2 leads nowhere"),
    ]
