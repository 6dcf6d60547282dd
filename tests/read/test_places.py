"""Where findings stand: a file is read no further than they do."""

from pathlib import Path

import pytest

from inspection.finding import Mark
from inspection.read.document import positions
from inspection.read.files import content_id
from inspection.read.folder import WorkingTree
from inspection.read.text import MOST_BYTES

DATA = b"""\
# a comment
unit: hengzhou
items:
  - id: 1
    log: [{date: 2024-01-02, action: start}]
  - {id: 2, log: []}
amount: 5
"""


@pytest.mark.parametrize("pointer", ["", "/unit", "/items/0", "/items/0/log/0/action", "/items/1/id", "/amount"])
def test_a_wanted_place_is_the_one_the_whole_file_says(pointer):
    whole, found = positions(DATA), positions(DATA, {pointer})

    assert found.of(pointer) == whole.of(pointer)
    assert found.of(pointer, key=True) == whole.of(pointer, key=True)
    assert list(found.values)[-1] == pointer


def test_a_file_is_read_to_the_last_of_the_wanted_places():
    assert list(positions(DATA, {"/unit", "/items/0/id"}).values) == ["", "/unit", "/items", "/items/0", "/items/0/id"]


def test_a_wanted_place_that_is_not_there_is_the_nearest_part_of_it():
    assert positions(DATA, {"/items/0/due"}).of("/items/0/due") == Mark(4, 5)


@pytest.mark.parametrize("size", [0, 3, MOST_BYTES, MOST_BYTES + 10])
def test_a_file_that_grows_while_it_is_opened_is_read_to_its_end(tmp_path: Path, monkeypatch, size):
    import os

    data = b"x" * size
    (tmp_path / "a.yaml").write_bytes(data)
    tree = WorkingTree(tmp_path)
    (file,) = tree.files()
    told = os.fstat

    def before(opened):
        said = list(told(opened))
        said[6] = size // 2
        return os.stat_result(said)

    monkeypatch.setattr("inspection.read.folder.os.fstat", before)
    opened = tree.opened(file)

    assert opened.data == data[: MOST_BYTES + 1]
    if size <= MOST_BYTES:
        assert opened.content_id == content_id(data)
