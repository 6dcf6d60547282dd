import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.office.writing_desk import LEDGER

from inspection.office.writing.splice import Add, CannotSpliceError, Put, applied, fresh, spliced
from inspection.read.parsing import parse

FILES = sorted(LEDGER.rglob("*.yaml"))
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Zl", "Zp"))
    | st.sampled_from("甲乙，。:#'\"-[]{}&*|>%@ "),
    max_size=20,
)
VALUES = st.recursive(
    TEXT | st.integers(0, 10**6) | st.booleans() | st.sampled_from(["2024-03-18", "0777", "yes", "一行\n两行\n", "E1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["date", "by"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def read(text):
    found = parse(text.encode())
    assert found.faults == ()
    return found.data


def holders(data, at=()):
    if isinstance(data, dict | list):
        yield at, data
        for key, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from holders(inner, (*at, key))


def leaves(data, at=()):
    if isinstance(data, dict | list):
        for key, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(inner, (*at, key))
    else:
        yield at


def as_written(text, form):
    return {"lf": text, "crlf": text.replace("\n", "\r\n"), "open": text.rstrip("\n")}[form]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.sampled_from(["lf", "crlf", "open"]), st.data())
def test_whatever_is_added_to_any_file_is_read_back_and_all_that_stood_there_stays(path, form, data):
    text = as_written(path.read_bytes().decode(), form)
    record = read(text)
    place, holder = data.draw(st.sampled_from(list(holders(record))))
    keys = list(holder) if isinstance(holder, dict) else []
    edit = Add(
        place, None if isinstance(holder, list) else "fresh", data.draw(VALUES), keys[: data.draw(st.integers(0, 3))]
    )

    new = spliced(text, edit)

    applied(record, edit)
    assert read(new) == record
    start = next((n for n, (one, other) in enumerate(zip(text, new, strict=False)) if one != other), len(text))
    rest = len(text) - start
    assert text == new[:start] + (new[-rest:] if rest else "")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), st.sampled_from(["lf", "crlf", "open"]), st.data())
def test_a_value_exchanged_leaves_what_stands_before_and_behind_it(path, form, data):
    text = as_written(path.read_bytes().decode(), form)
    record = read(text)
    edit = Put(data.draw(st.sampled_from(list(leaves(record)))), data.draw(VALUES))

    new = spliced(text, edit)

    applied(record, edit)
    assert read(new) == record


ENTRY = {"date": "2024-05-01", "by": "unit"}
SHOWN = "{date: 2024-05-01, by: unit}"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("log: []\n", f"log: [{SHOWN}]\n"),
        ("log: [ ]\n", f"log: [{SHOWN} ]\n"),
        ("log: [{date: 2024-04-01, by: office}]\n", f"log: [{{date: 2024-04-01, by: office}}, {SHOWN}]\n"),
        ("log: [{a: [1, {b: [2]}]}] # 尾注\n", f"log: [{{a: [1, {{b: [2]}}]}}, {SHOWN}] # 尾注\n"),
        ("log: [\n  {a: 1}, # 一\n  {a: 2}, # 二\n]\n", f"log: [\n  {{a: 1}}, # 一\n  {{a: 2}}, {SHOWN}, # 二\n]\n"),
        ("log:\n- {a: 1}\n# 尾注\n", f"log:\n- {{a: 1}}\n- {SHOWN}\n# 尾注\n"),
        ("log:\n    -   {a: 1} # 这一条\nnext: 1\n", f"log:\n    -   {{a: 1}} # 这一条\n    - {SHOWN}\nnext: 1\n"),
        ("log:\n  - a: 1\n    b: 2\n", "log:\n  - a: 1\n    b: 2\n  - date: 2024-05-01\n    by: unit\n"),
        (
            "log:\n  - a: |\n      文字\n\n# 尾\n",
            "log:\n  - a: |\n      文字\n\n  - date: 2024-05-01\n    by: unit\n# 尾\n",
        ),
        ("log:\r\n  - {a: 1}\r\n", f"log:\r\n  - {{a: 1}}\r\n  - {SHOWN}\r\n"),
        ("log:\n  - {a: 1}", f"log:\n  - {{a: 1}}\n  - {SHOWN}\n"),
    ],
)
def test_an_entry_is_written_as_its_neighbours_are(text, new):
    edit = Add(("log",), None, ENTRY)

    assert spliced(text, edit) == new
    record = copy.deepcopy(read(text))
    applied(record, edit)
    assert read(new) == record


@pytest.mark.parametrize(
    ("text", "key", "before", "new"),
    [
        ("a: 1 # 一\nc: 3\n", "b", ["a"], "a: 1 # 一\nb: 2\nc: 3\n"),
        ("c: 3\n", "b", ["a"], "c: 3\nb: 2\n"),
        ("m: {a: 1, c: 3}\n", "b", ["a"], "m: {a: 1, b: 2, c: 3}\n"),
        ("m: {}\n", "b", [], "m: {b: 2}\n"),
        ("m:\n  - a: 1\n    c: 3\n  - a: 4\n", "b", ["a"], "m:\n  - a: 1\n    b: 2\n    c: 3\n  - a: 4\n"),
    ],
)
def test_a_field_goes_where_the_schema_has_it(text, key, before, new):
    holder = () if not text.startswith("m") else ("m", 0) if "-" in text else ("m",)

    assert spliced(text, Add(holder, key, 2, before)) == new


def test_what_a_comment_keeps_from_an_empty_list_is_refused():
    with pytest.raises(CannotSpliceError):
        spliced("log: [ # 还没有\n]\n", Add(("log",), None, ENTRY))


def test_a_new_file_has_the_fields_in_the_order_of_the_schema():
    assert fresh({"b": "x", "a": "甲\n乙\n"}, ["a", "b"]) == "a: |\n  甲\n  乙\nb: x\n"
