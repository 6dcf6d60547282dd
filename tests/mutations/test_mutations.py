"""Every rule finds its own way of breaking the demonstration ledger, and no other rule cries with it unnamed."""

import pytest
from tests.mutations.mutation import Mutation
from tests.mutations.table import MUTATIONS
from tests.mutations.town import town

from inspection.rules.registry import BY_CODE

WITHOUT = {"CHG08": "it is found in a whole history, never in a ledger: see tests/history"}
"""Rules no mutation of the demonstration breaks, each with the reason."""


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.code)
def test_a_mutation_is_found_by_its_rule_and_the_companions_it_names(mutation: Mutation) -> None:
    changes = mutation.make(town())
    brought = town().brought(changes, mutation.known(town()))
    at = [one.path for one in brought if one.code == mutation.code]

    assert sorted({one.code for one in brought}) == sorted({mutation.code, *mutation.companions}), [
        (one.code, one.path, one.pointer, one.message.en) for one in brought
    ]
    assert any(path.startswith(mutation.elsewhere) if mutation.elsewhere else path in changes for path in at)


def test_every_rule_has_one_mutation() -> None:
    assert [one.code for one in MUTATIONS] == [code for code in BY_CODE if code not in WITHOUT]
    assert set(WITHOUT) <= set(BY_CODE)


@pytest.mark.parametrize("code", ["YML01", "SCH05", "REF02", "TAL04", "LIF04"])
def test_reading_the_changed_files_alone_is_reading_the_whole_ledger(code: str) -> None:
    changes = next(one for one in MUTATIONS if one.code == code).make(town())

    assert sorted(town().brought(changes), key=repr) == sorted(town().brought_anew(changes), key=repr)


@pytest.mark.parametrize("path", ["district.yaml", "policy/2024-01-01.yaml", "rounds/R13-02/round.yaml"])
def test_a_record_read_and_written_again_brings_nothing(path: str) -> None:
    assert town().brought({path: town().data(path)}) == []
