import re
from pathlib import Path

import pytest
from tests.read.small_schemas import SMALL

from inspection.read.document import positions
from inspection.read.parsing import parse
from inspection.read.schema import Schemas

SAID = Path(__file__).with_name("said")
UNIT = """\
name: 古山
kind: department
joined: 2021-09-28
in_base: true
items:
  - {id: 1, due: 2024-08-20, by: unit, action: ask, reason: policy}
"""
SMALL_SCHEMAS = Schemas(SMALL)


def cases(name):
    """The cases of a file: a line `=== TEXT`, the text escaped as in Python, then the lines that are said of it."""
    found = {}
    for line in (SAID / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            found[line.removeprefix("=== ")] = said = []
        else:
            said.append(line)
    return found


def unescaped(text):
    """Bytes of an escaped text; `xyz{40}` at its end stands for `z` forty times, `(gb18030)` before it for a codec."""
    codec, text = re.fullmatch(r"(?:\((\S+)\) )?(.*)", text).groups()
    text = re.sub(r"(.)\{([0-9]{2,})\}", lambda match: match[1] * int(match[2]), text)
    text = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r")
    text = re.sub(r"<U\+([0-9A-F]+)>", lambda match: chr(int(match[1], 16)), text)
    return text.encode(codec or "utf-8", "surrogatepass")


def said(faults, mark_of):
    """Two lines of each fault, Chinese and English: place, code, sentence, how to mend it."""
    for fault in faults:
        mark = mark_of(fault)
        yield f"{mark.line}:{mark.column} {fault.code} {fault.message.zh} | {fault.help.zh}"
        yield f"{mark.line}:{mark.column} {fault.code} {fault.message.en} | {fault.help.en}"


@pytest.mark.parametrize(("text", "expected"), cases("yaml.txt").items())
def test_what_is_wrong_with_yaml_is_said_at_its_place_in_both_languages(text, expected):
    faults = parse(unescaped(text)).faults

    assert list(said(faults, lambda fault: fault.mark)) == expected


@pytest.mark.parametrize(("change", "expected"), cases("schema.txt").items())
def test_what_is_wrong_with_a_record_is_said_at_its_place_in_both_languages(change, expected):
    written, instead = change.split(" -> ")
    data = UNIT.encode().replace(unescaped(written), unescaped(instead))
    found = positions(data)

    faults = SMALL_SCHEMAS.validate("unit", parse(data).data)

    assert data != UNIT.encode()
    assert list(said(faults, lambda fault: found.of(fault.pointer, key=fault.code == "SCH03"))) == expected


def test_a_good_record_has_nothing_wrong():
    assert SMALL_SCHEMAS.validate("unit", parse(UNIT.encode()).data) == ()


@pytest.mark.parametrize("key", ["name", "kind", "joined", "in_base", "items", "id", "due", "by", "action", "reason"])
def test_a_key_renamed_is_one_finding_at_the_key(key):
    data = UNIT.replace(f"{key}: ", f"{key}zz: ").replace(f"{key}:\n", f"{key}zz:\n").encode()
    found = positions(data)

    faults = SMALL_SCHEMAS.validate("unit", parse(data).data)

    assert [fault.code for fault in faults] == ["SCH03"]
    mark = found.of(faults[0].pointer, key=True)
    assert data.decode().splitlines()[mark.line - 1][mark.column - 1 :].startswith(f"{key}zz:")


def test_no_more_than_fifty_faults_are_told_of_one_file():
    assert len(parse(b"a: 1\n" * 1_000).faults) == 50
    assert len(SMALL_SCHEMAS.validate("unit", {f"x{number}": 1 for number in range(1_000)})) == 50


SECRET = "110101199003071234"
PRIVATE = "张某某 电话 13800000000"


@pytest.mark.parametrize(
    "text",
    [
        f"a: &{SECRET} b\n", f"a: *{SECRET}\n", f"a: !{SECRET} b\n", f"a: '{SECRET}\n", f"{SECRET}: b\n",
        f"{SECRET}x: b\n{SECRET}x: c\n", f"a: {SECRET}: b\n", f'a: "\\q{SECRET}"\n', f"a: [{SECRET}\n", f"{SECRET}\n",
        f"a: {SECRET}\x07\n", f"a: @{SECRET}\n",
    ],
)  # fmt: skip
def test_what_is_said_of_yaml_never_repeats_a_value(text):
    faults = parse(text.encode()).faults

    assert faults != ()
    assert SECRET not in repr(faults)


@pytest.mark.parametrize("key", UNIT and SMALL["unit.schema.json"]["properties"])
@pytest.mark.parametrize("secret", [SECRET, PRIVATE])
def test_what_is_said_of_a_record_never_repeats_a_private_value(key, secret):
    for value in (secret, [secret], {secret: secret}, [{"id": secret, "by": secret, "action": secret}]):
        faults = SMALL_SCHEMAS.validate("unit", {key: value})
        assert faults != ()
        assert secret not in repr([(fault.message, fault.help) for fault in faults])


def test_the_same_date_with_a_line_end_behind_it_is_no_date():
    faults = SMALL_SCHEMAS.validate("unit", {**parse(UNIT.encode()).data, "joined": "2021-09-28\n"})

    assert [(fault.code, fault.pointer) for fault in faults] == [("SCH01", "/joined")]
