import json
from fnmatch import fnmatch
from pathlib import Path

import pytest
from tests.schemas.schema_files import KINDS

HOME = Path(__file__).parents[2]
PLACES = {
    "ledger/district.yaml": "district",
    "ledger/policy/2021-09-28.yaml": "policy",
    "ledger/calendar/2027.yaml": "calendar",
    "ledger/signers.yaml": "signers",
    "ledger/purges.yaml": "purges",
    "ledger/papers/measures.yaml": "paper",
    "ledger/plan/2024.yaml": "plan",
    "ledger/units/shang-village.yaml": "unit",
    "ledger/checklists/village-2024.yaml": "checklist",
    "ledger/people/T-0042.yaml": "person",
    "ledger/rounds/R13-05/round.yaml": "round",
    "ledger/rounds/R13-05/shang-village.yaml": "inspection",
    "ledger/problems/R13-05/R13-05-0137.yaml": "problem",
    "ledger/common/C13-03/common.yaml": "common",
    "ledger/common/C13-03/shang-village.yaml": "self_check",
    "ledger/letters/2024/L2024-011.yaml": "letter",
    "ledger/visits/2024/V2024-003.yaml": "visit",
}


def mapping():
    settings = json.loads((HOME / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return settings["yaml.schemas"]


def applies(globs, place):
    """An editor takes the last pattern that fits; one with `!` takes the file away again."""
    fitting = [
        glob for glob in ([globs] if isinstance(globs, str) else globs) if fnmatch(place, glob.removeprefix("!"))
    ]
    return bool(fitting) and not fitting[-1].startswith("!")


@pytest.mark.parametrize("place", PLACES)
def test_an_editor_finds_the_one_schema_of_a_record(place):
    assert [schema for schema, globs in mapping().items() if applies(globs, place)] == [
        f"./schemas/{PLACES[place]}.schema.json"
    ]


def test_every_schema_is_mapped():
    assert sorted(mapping()) == [f"./schemas/{kind}.schema.json" for kind in KINDS]


def test_the_extension_that_reads_schemas_is_recommended():
    extensions = json.loads((HOME / ".vscode" / "extensions.json").read_text(encoding="utf-8"))

    assert extensions["recommendations"] == ["redhat.vscode-yaml"]
