import pytest
from tests.statistics.small import Small


@pytest.fixture
def small(tmp_path):
    """A town with two villages, their department, and one round."""
    ledger = Small(tmp_path / "ledger")
    ledger.town()
    return ledger
