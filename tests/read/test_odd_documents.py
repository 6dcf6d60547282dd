import time

import pytest
from tests.read.odd_documents import odd_documents
from tests.read.reference import read

from inspection.read.document import positions
from inspection.read.loader import load
from inspection.read.parsing import parse
from inspection.read.places import Places
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree
from inspection.read.text import MOST_BYTES

DOCUMENTS = dict(odd_documents())
UNIT = "name: 古山社区党总支\nkind: department\nbody: branch\njoined: 2021-09-28\nin_base: true\n"


def test_there_are_more_than_300_odd_documents_and_no_two_are_the_same():
    assert len(DOCUMENTS) > 300
    assert len(set(DOCUMENTS.values())) == len(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_odd_document_is_read_as_the_reference_reads_it_or_found_at_a_place_within_it(name):
    data = DOCUMENTS[name]

    parsed = parse(data)

    if parsed.data is not None:
        assert parsed.faults == ()
        assert typed(parsed.data) == typed(read(data))
    else:
        assert parsed.faults != ()
        assert [fault for fault in parsed.faults if not lies_within(fault.mark, data)] == []


def typed(value):
    """A value with the types of all its parts, so that `1`, `True` and `"1"` differ."""
    if isinstance(value, dict):
        return [(key, typed(each)) for key, each in value.items()]
    if isinstance(value, list):
        return ["list", *map(typed, value)]
    return type(value).__name__, value


def lies_within(mark, data):
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return 1 <= mark.line <= len(lines) and 1 <= mark.column <= len(lines[mark.line - 1]) + 1


def test_what_is_read_is_in_part_read_and_in_part_refused():
    read_well = [name for name, data in DOCUMENTS.items() if parse(data).data is not None]

    assert 200 < len(read_well) < len(DOCUMENTS) - 200


def test_no_odd_document_takes_a_second():
    slow = {}
    for name, data in DOCUMENTS.items():
        began = time.process_time()
        parse(data)
        slow[name] = time.process_time() - began

    assert {name: seconds for name, seconds in slow.items() if seconds > 1.0} == {}


@pytest.mark.parametrize("name", [name for name, data in DOCUMENTS.items() if parse(data).data is not None])
def test_every_value_of_a_good_document_has_a_place(name):
    found = positions(DOCUMENTS[name])

    assert [pointer for pointer in pointers(parse(DOCUMENTS[name]).data, "") if pointer not in found.values] == []


def pointers(value, place):
    yield place
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in members:
        yield from pointers(each, f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}")


def test_odd_files_hide_no_good_file_and_each_is_found(tmp_path, schemas: Schemas):
    units = tmp_path / "units"
    units.mkdir()
    for number, data in enumerate(DOCUMENTS.values()):
        (units / f"odd-{number}.yaml").write_bytes(data)
        (units / f"good-{number}.yaml").write_text(UNIT, encoding="utf-8")

    loaded = load(WorkingTree(tmp_path), schemas)

    assert [unit for unit in loaded.ledger.units if unit.startswith("odd")] == []
    assert len(loaded.ledger.units) == len(DOCUMENTS)
    assert {finding.path for finding in loaded.findings} == {f"units/odd-{n}.yaml" for n in range(len(DOCUMENTS))}
    assert {finding.code[:3] for finding in loaded.findings} == {"YML", "SCH"}


def test_every_finding_in_an_odd_file_can_be_given_a_place(tmp_path, schemas: Schemas):
    units = tmp_path / "units"
    units.mkdir()
    small = {f"odd-{n}": data for n, data in enumerate(DOCUMENTS.values()) if len(data) < 2000}
    for stem, data in small.items():
        (units / f"{stem}.yaml").write_bytes(data)
    source = WorkingTree(tmp_path)
    places = Places(source)

    findings = load(source, schemas).findings

    assert [f for f in findings if not lies_within(places.of(f), source.read(f.path))] == []


def test_of_a_file_too_large_one_byte_more_than_the_limit_is_enough():
    assert parse(b"a" * (MOST_BYTES + 1)).faults[0].code == "YML06"
    assert parse(b"a: 1\n" + b"#" * (MOST_BYTES - 5)).data == {"a": 1}
