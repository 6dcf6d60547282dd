import pytest
from tests.cases.cases import cases, check, check_case, lay_out

from inspection.finding import Severity
from inspection.rules.registry import BY_CODE

CASES = cases()


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return check(lay_out(None, tmp_path_factory.mktemp("base")))


def test_the_base_is_clean(base):
    assert base.findings == []


@pytest.mark.parametrize("case", [case for case in CASES if case.fails], ids=str)
def test_a_failing_case_prints_its_lines_and_breaks_nothing_else(case, tmp_path):
    checked = check_case(case, tmp_path)
    other = [one for one in checked.findings if one.code != case.code and one.severity is Severity.ERROR]

    assert checked.printed(case.code) == case.expected
    assert case.expected.count(f" {case.code} ") >= 1
    assert other == []


@pytest.mark.parametrize("case", [case for case in CASES if not case.fails], ids=str)
def test_a_passing_case_has_no_finding_of_its_code(case, tmp_path):
    checked = check_case(case, tmp_path)

    assert checked.printed(case.code) == ""
    assert [one for one in checked.findings if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_has_a_failing_and_a_passing_case(code):
    names = {case.name.split("-")[0] for case in CASES if case.code == code}

    assert names == {"failing", "passing"}


def test_every_case_is_of_a_rule():
    assert {case.code for case in CASES} - set(BY_CODE) == set()


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_has_its_whole_page_in_both_languages(code):
    pages = (BY_CODE[code].zh, BY_CODE[code].en)

    assert [part for page in pages for part in page if not part.endswith(("。", "."))] == []
