"""The offices of the five practices, each built once."""

from functools import cache

import pytest
from tests.replays import notice, s0, s1, s2, s3, s4


@cache
def built(module):
    """Return a replay's office."""
    return module.replay()


@pytest.fixture(scope="session")
def offices():
    """Return the offices by name, built when they are first asked for."""
    made = {"S0": s0, "S1": s1, "S2": s2, "S3": s3, "S4": s4, "notice": notice}
    return lambda name: built(made[name])
