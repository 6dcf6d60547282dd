import pytest
from tests.report.samples import GOLDEN, made

MADE = made()


@pytest.mark.parametrize("name", MADE)
def test_the_sample_findings_print_as_they_always_did(name):
    assert MADE[name] == (GOLDEN / name).read_bytes().decode("utf-8")


def test_every_golden_file_is_of_an_output():
    assert {path.name for path in GOLDEN.glob("check.*")} == set(MADE)
