from pathlib import Path

import pytest

from inspection.read.schema import Schemas

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    """The program's own schemas."""
    return Schemas.in_folder(HOME / "schemas")
