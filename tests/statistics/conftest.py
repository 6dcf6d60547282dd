import pytest
from tests.statistics.small import Small


@pytest.fixture
def small(tmp_path):
    """A town with two villages, their department, and one round."""
    ledger = Small(tmp_path / "ledger")
    ledger.unit("inspection-office", "department", in_base=False)
    ledger.unit("district-discipline", "department", in_base=False)
    ledger.unit("qinghe-town", "township")
    ledger.unit("village-1")
    ledger.unit("village-2")
    ledger.round("R13-05")
    return ledger
