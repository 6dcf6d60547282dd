"""What was read once is not read again, and the cache never changes a verdict."""

import os
import random
import time
from pathlib import Path

import pytest

from inspection.demo import write
from inspection.read.cache import Cache
from inspection.read.loader import Loaded, load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree

SCHEMAS = Schemas.in_folder(Path(__file__).resolve().parents[2] / "schemas")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    write(tmp_path, 30, 20)
    broken = tmp_path / "ledger" / "units" / "broken-bureau.yaml"
    broken.write_text("name: 坏局\nkind: 部门\n", encoding="utf-8")
    return tmp_path / "ledger"


def read(ledger: Path, *, digest: str = SCHEMAS.digest) -> Loaded:
    cache = Cache(ledger.parent / ".cache", digest)
    loaded = load(WorkingTree(ledger), SCHEMAS, cache)
    cache.save(tidy=True)
    return loaded


def fresh(ledger: Path) -> Loaded:
    return load(WorkingTree(ledger), SCHEMAS)


def the_file(ledger: Path) -> Path:
    (only,) = (ledger.parent / ".cache").iterdir()
    return only


def test_records_come_back_equal(ledger):
    assert read(ledger) == fresh(ledger)
    assert read(ledger) == fresh(ledger)


def test_a_good_file_is_parsed_once_and_a_broken_one_each_time(ledger, monkeypatch):
    expected = read(ledger)
    seen = []
    monkeypatch.setattr("inspection.read.reading.parse", lambda data: seen.append(data) or pytest.fail("parsed again"))
    (ledger / "units" / "broken-bureau.yaml").unlink()

    assert read(ledger).ledger == expected.ledger
    assert seen == []


def settled(ledger: Path) -> Loaded:
    """Read the ledger, and let the cache believe that every file was written long before."""
    cache, tree = Cache(ledger.parent / ".cache", SCHEMAS.digest), WorkingTree(ledger)
    loaded = load(tree, SCHEMAS, cache)
    for file in tree.files():
        cache.identify(tree.opened(file), time.time_ns() + 60_000_000_000)
    cache.save()
    return loaded


def test_an_unchanged_file_is_not_even_opened(ledger, monkeypatch):
    expected = settled(ledger)
    (ledger / "units" / "broken-bureau.yaml").unlink()
    monkeypatch.setattr(WorkingTree, "opened", lambda _tree, file: pytest.fail(f"opened {file.path}"))

    assert read(ledger).ledger == expected.ledger


def test_a_file_just_written_is_opened_again_since_its_time_may_not_show_the_next_change(ledger):
    read(ledger)
    cache = Cache(ledger.parent / ".cache", SCHEMAS.digest)

    assert {cache.content_id(file) for file in WorkingTree(ledger).files()} == {""}


def test_a_change_that_keeps_size_and_time_is_seen(ledger):
    settled(ledger)
    unit = ledger / "units" / "inspection-office.yaml"
    before, text = unit.stat(), unit.read_text(encoding="utf-8")
    unit.write_text(text.replace("kind: department", "kind: departmant"), encoding="utf-8")
    os.utime(unit, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert (unit.stat().st_size, unit.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert "units/inspection-office.yaml" in read(ledger).broken


def test_a_changed_file_is_read_anew(ledger):
    read(ledger)
    unit = ledger / "units" / "inspection-office.yaml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("kind: department", "kind: depart"), encoding="utf-8")

    assert read(ledger) == fresh(ledger)
    assert "units/inspection-office.yaml" in read(ledger).broken


def test_a_file_moved_to_another_place_is_another_record(ledger):
    read(ledger)
    unit = ledger / "units" / "inspection-office.yaml"
    unit.rename(ledger / "units" / "other-office.yaml")

    assert read(ledger) == fresh(ledger)
    assert read(ledger).ledger.units["other-office"].path == "units/other-office.yaml"


def test_a_correction_that_fits_nothing_is_told_every_time(ledger):
    unit = ledger / "units" / "inspection-office.yaml"
    with unit.open("a", encoding="utf-8") as out:
        out.write("corrections: [{date: 2024-01-01, path: /name, was: 甲, is: 乙, why: 写错, by: office}]\n")

    assert [one.code for one in read(ledger).findings] == [one.code for one in read(ledger).findings]
    assert "SCH01" in {one.code for one in read(ledger).findings if one.path == "units/inspection-office.yaml"}


def test_other_schemas_know_nothing_of_it(ledger):
    read(ledger)
    first = the_file(ledger)
    read(ledger, digest="other")

    assert the_file(ledger) != first


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_to_the_cache_the_verdict_stands(ledger, seed):
    chance = random.Random(seed)
    expected = read(ledger)
    file = the_file(ledger)
    data = bytearray(file.read_bytes())
    if seed % 3 == 0:
        del data[chance.randrange(len(data)) :]
    elif seed % 3 == 1:
        for _ in range(chance.randrange(1, 50)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    else:
        data = bytearray(chance.randbytes(chance.randrange(200)))
    file.write_bytes(bytes(data))

    assert read(ledger) == expected
    assert read(ledger) == expected


def test_a_journal_grows_by_what_is_new_and_is_written_anew_where_most_is_out_of_use(ledger):
    settled(ledger)
    whole = the_file(ledger).stat().st_size
    unit = ledger / "units" / "inspection-office.yaml"
    text = unit.read_text(encoding="utf-8")

    unit.write_text(f"{text}# 0\n", encoding="utf-8")
    read(ledger)
    assert whole < the_file(ledger).stat().st_size < whole * 1.1

    for number in range(1, 80):
        unit.write_text(f"{text}# {number}\n", encoding="utf-8")
        read(ledger)
    assert read(ledger) == fresh(ledger)
    assert the_file(ledger).stat().st_size < whole * 1.1


def test_what_nobody_asked_for_is_kept_until_everything_was_asked_for(ledger):
    cache = Cache(ledger.parent / ".cache", SCHEMAS.digest)
    cache.keep("seen by a rule", b"nothing")
    cache.save()
    for number in range(80):
        cache = Cache(ledger.parent / ".cache", SCHEMAS.digest)
        cache.keep(f"{number}", b"")
        cache.save()
    assert Cache(ledger.parent / ".cache", SCHEMAS.digest).recall("seen by a rule") == b"nothing"

    cache = Cache(ledger.parent / ".cache", SCHEMAS.digest)
    cache.keep("at last", b"")
    cache.save(tidy=True)
    assert Cache(ledger.parent / ".cache", SCHEMAS.digest).recall("seen by a rule") is None
    assert Cache(ledger.parent / ".cache", SCHEMAS.digest).recall("at last") == b""


def test_where_nothing_can_be_written_the_ledger_is_read_all_the_same(ledger):
    (ledger.parent / ".cache").write_text("a file where the folder should be", encoding="utf-8")

    assert read(ledger) == fresh(ledger)
