import json
from pathlib import Path

import pytest
from benchmarks.peers import LOCK, of_a_ledger, versions
from tests.house.tree import HOME


@pytest.fixture
def tasks(tmp_path):
    """What the peers do with the ledger of this repository, by name."""
    return {task.name: task for task in of_a_ledger(tmp_path / "bin", tmp_path / "cache", HOME)}


def test_check_jsonschema_is_given_every_file_of_the_ledger_once(tasks):
    files = [path.relative_to(HOME / "ledger").as_posix() for path in (HOME / "ledger").rglob("*.yaml")]
    given = [word for command in tasks["check-jsonschema"].commands for word in command.words[3:]]

    assert sorted(given) == sorted(files)
    assert {command.folder for command in tasks["check-jsonschema"].commands} == {HOME / "ledger"}


def test_a_kind_is_checked_by_its_schema_with_nothing_to_look_up(tasks):
    kinds = {}
    for command in tasks["check-jsonschema"].commands:
        _, _, schema, *files = command.words
        text = Path(schema).read_text(encoding="utf-8")
        kinds |= dict.fromkeys(files, (json.loads(text)["title"], '"$ref"' in text))

    assert kinds["district.yaml"] == ("区县", False)
    assert {kinds[file] for file in kinds if file.startswith("units/")} == {("单位", False)}


def test_yamllint_looks_at_the_whole_ledger(tasks):
    (command,) = tasks["yamllint"].commands

    assert (command.words[1:], command.folder) == (("-d", "relaxed", "."), HOME / "ledger")


def test_the_lock_pins_every_peer():
    assert set(versions()) == {"check-jsonschema", "doorstop", "yamllint"}
    assert all(f"{name}=={version} " in LOCK.read_text(encoding="utf-8") for name, version in versions().items())
