import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.derive.drawing import draw
from inspection.derive.lives import Lives
from inspection.derive.status import Status
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree

HOME = Path(__file__).parents[2]
SEED = "3f2a9c1d" * 5
seeds = st.text("0123456789abcdef", min_size=40, max_size=40)


@pytest.fixture(scope="module")
def lives():
    ledger = load(WorkingTree(HOME / "ledger"), Schemas.in_folder(HOME / "schemas")).ledger
    return Lives(ledger, date(2024, 12, 31))


@settings(max_examples=40, deadline=None)
@given(seed=seeds, name=st.sampled_from(["R13-01", "R13-03", "R13-05"]))
def test_as_many_are_drawn_as_the_policy_asks_for_and_each_unit_has_its_part(lives, seed, name):
    made = draw(lives, lives.ledger.rounds[name], seed)

    assert len(made.drawn) == -(-made.closed // 10)
    for one in made.strata:
        assert set(one.drawn) <= set(one.closed)
        assert 0 <= len(one.drawn) - len(one.closed) // 10 <= 1


def test_only_closed_items_of_the_round_are_drawn_from(lives):
    made = draw(lives, lives.ledger.rounds["R13-03"], SEED)
    closed = [
        f"{problem.id}/{item.id}"
        for problem, _, item in lives.ledger.items()
        if problem.round == "R13-03" and lives.of(problem, item).status is Status.CLOSED
    ]

    assert sorted(item for one in made.strata for item in one.closed) == sorted(closed)


def test_anybody_with_a_hash_can_repeat_the_draw(lives):
    made = draw(lives, lives.ledger.rounds["R13-03"], SEED)

    for one in made.strata:
        lots = {item: hashlib.sha256(f"{SEED} {item}".encode()).hexdigest() for item in one.closed}
        assert set(one.drawn) == set(sorted(one.closed, key=lambda item, lots=lots: lots[item])[: len(one.drawn)])


def test_another_seed_draws_others(lives):
    round_ = lives.ledger.rounds["R13-03"]

    assert draw(lives, round_, SEED).drawn == draw(lives, round_, SEED).drawn
    assert draw(lives, round_, SEED).drawn != draw(lives, round_, "0" * 40).drawn


def test_a_round_without_closed_items_has_nothing_to_draw(lives):
    assert draw(lives, lives.ledger.rounds["R13-07"], SEED).drawn == ()
