import gc
import os
from decimal import Decimal
from pathlib import Path

import pytest

from inspection.model.kinds import KINDS, kind_at
from inspection.read.convert import converted
from inspection.read.fault import Fault
from inspection.read.loader import Loaded, load
from inspection.read.places import Places
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree

UNIT = "name: 古山社区党总支\nkind: department\nbody: branch\njoined: 2021-09-28\nin_base: true\n"


def loaded(folder: Path, files: dict[str, str], schemas: Schemas) -> Loaded:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return load(WorkingTree(folder), schemas)


def lines(found: Loaded, folder: Path) -> list[str]:
    places = Places(WorkingTree(folder))
    said = []
    for finding in found.findings:
        mark = places.of(finding)
        said.append(f"{finding.path}:{mark.line}:{mark.column} {finding.code} {finding.message.en} | {finding.help.en}")
    return said


def test_a_record_gets_its_path_and_id(tmp_path: Path, schemas: Schemas):
    unit = loaded(tmp_path, {"units/gushan.yaml": UNIT}, schemas).ledger.units["gushan"]

    assert (unit.path, unit.id, unit.name) == ("units/gushan.yaml", "gushan", "古山社区党总支")


def test_a_broken_file_is_a_finding_and_hides_no_other(tmp_path: Path, schemas: Schemas):
    files = {"units/a.yaml": UNIT, "units/b.yaml": UNIT + "name: 重复\n", "units/c.yaml": "", "units/d.yaml": UNIT}

    found = loaded(tmp_path, files, schemas)

    assert list(found.ledger.units) == ["a", "d"]
    assert found.broken == {"units/b.yaml", "units/c.yaml"}
    assert lines(found, tmp_path) == [
        "units/b.yaml:6:1 YML02 key `name` is a duplicate of line 1 | keep one of the two",
        "units/c.yaml:1:1 YML04 the file is empty | write the record, or delete the file",
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "units/Gushan.yaml",
            "no record may lie here, or its name is no id of its kind | it should be like units/gushan-community.yaml",
        ),
        ("units/a.yml", "no record may lie here, or its name is no id of its kind | rename it to .yaml"),
        ("units/office.yaml", "the file name is a reserved word | it should be like units/gushan-community.yaml"),
        (
            "problems/R13-05/R13-06-0001.yaml",
            "no record may lie here, or its name is no id of its kind"
            " | it should be like problems/R13-05/R13-05-0137.yaml",
        ),
        (
            "rounds/R13-05/a/b.yaml",
            "no record may lie here, or its name is no id of its kind"
            " | it should be like rounds/R13-05/round.yaml, rounds/R13-05/gushan-community.yaml",
        ),
    ],
)
def test_a_file_in_no_known_place_is_a_finding(tmp_path: Path, schemas: Schemas, path: str, said: str):
    found = loaded(tmp_path, {path: "a: [", "units/good.yaml": UNIT}, schemas)

    assert lines(found, tmp_path) == [f"{path}:1:1 SCH05 {said}"]
    assert list(found.ledger.units) == ["good"]


def test_a_file_in_an_unknown_folder_is_shown_every_place_there_is(tmp_path: Path, schemas: Schemas):
    found = loaded(tmp_path, {"notes.md": "a"}, schemas)

    assert [(finding.code, finding.pointer, finding.mark) for finding in found.findings] == [("SCH05", "", (1, 1))]
    assert [kind.example for kind in KINDS if kind.example not in found.findings[0].help.zh] == []


def test_what_cannot_be_read_is_a_finding_at_its_path(tmp_path: Path, schemas: Schemas):
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "a.yaml").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "units" / "b.yaml")

    found = load(WorkingTree(tmp_path), schemas)

    assert lines(found, tmp_path) == [
        "units/a.yaml:1:1 SCH05 a symbolic link, which is never followed"
        " | put the file itself here, or delete the link",
        "units/b.yaml:1:1 YML01 the file cannot be opened | check its permissions, or save it anew",
    ]


def test_every_kind_has_its_example_at_a_path_of_its_own():
    assert [kind_at(kind.example)[0].name for kind in KINDS] == [kind.name for kind in KINDS]


def test_the_collector_is_off_while_loading_and_as_before_afterwards(tmp_path: Path, schemas: Schemas):
    seen = []

    class Watching(WorkingTree):
        def files(self):
            seen.append(gc.isenabled())
            yield from super().files()

    load(Watching(tmp_path), schemas)
    assert (seen, gc.isenabled()) == ([False], True)

    gc.disable()
    try:
        load(Watching(tmp_path), schemas)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_is_on_again_after_a_failure(tmp_path: Path, schemas: Schemas):
    class Failing(WorkingTree):
        def files(self):
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        load(Failing(tmp_path), schemas)

    assert gc.isenabled()


def test_a_number_with_a_point_stays_exact(tmp_path: Path, schemas: Schemas):
    problem = (
        "unit: gushan\ncategory: finance\nnature: individual\nsource: documents\nfound: 2024-03-18\nin_feedback: true\n"
        "statement: a\nnames_person: false\namount: "
    )
    files = {
        f"problems/R13-05/R13-05-000{n}.yaml": f"{problem}{text}\n" for n, text in enumerate(["86400.10", "7", "0.07"])
    }

    found = loaded(tmp_path, files, schemas)

    assert lines(found, tmp_path) == []
    assert [str(each.amount) for each in found.ledger.problems.values()] == ["86400.10", "7", "0.07"]
    assert {type(each.amount) for each in found.ledger.problems.values()} == {Decimal}


def test_what_a_type_refuses_is_a_finding_at_its_pointer():
    kind, identity = kind_at("units/a.yaml")
    data = {"name": "a", "kind": "department", "body": "branch", "joined": "2021-02-30", "in_base": True}

    fault = converted(kind, identity, "units/a.yaml", data)

    assert isinstance(fault, Fault)
    assert (fault.code, fault.pointer) == ("SCH01", "/joined")
    assert (fault.message.en, fault.help.en) == (
        "a value of the wrong type or form",
        "check it against the data dictionary",
    )


def test_a_finding_at_a_missing_place_is_shown_at_the_nearest_part_of_it(tmp_path: Path, schemas: Schemas):
    text = UNIT + "risks:\n  - subsidies\n"
    found = loaded(tmp_path, {"units/a.yaml": text.replace("body: branch\n", "bady: branch\n")}, schemas)
    places = Places(WorkingTree(tmp_path))
    finding = found.findings[0]

    def place(pointer: str) -> tuple[int, int]:
        return places.of(Fault("REF01", finding.message, finding.help, pointer=pointer).at("units/a.yaml"))

    assert places.of(finding) == (3, 1)
    assert place("") == (1, 1)
    assert place("/name") == (1, 7)
    assert place("/risks/0") == (7, 5)
    assert place("/risks/0/a/b") == (7, 5)
    assert place("/risks/7") == (6, 1)
    assert place("/nowhere") == (1, 1)
