"""The examples on the rules' pages are the failing cases, as `check` prints them."""

import json

import pytest
from tests.cases.examples import FILE, example, first_failing

EXAMPLES = json.loads(FILE.read_text(encoding="utf-8"))


def test_every_rule_with_a_failing_case_has_its_example():
    assert list(EXAMPLES) == sorted(first_failing())


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_is_what_the_check_prints_of_the_failing_case(code):
    case = first_failing()[code]

    assert EXAMPLES[code]["zh"] == [line.strip() for line in case.expected.splitlines()[:2]]


@pytest.mark.parametrize("code", ["CHG02", "LIF05", "PRV01", "SCH03", "YML03"])
def test_an_example_is_written_anew_as_it_is(code):
    assert example(first_failing()[code]) == EXAMPLES[code]


def test_no_example_repeats_what_must_not_be_in_a_ledger():
    assert {code for code, one in EXAMPLES.items() if code.startswith("PRV") and one["lines"]} == set()
