import pytest
import yaml
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


WITHOUT = {"CHG08": "it is found in a whole history, never in a ledger: see tests/history"}
"""Rules that no pair of ledgers breaks, each with the reason."""


@pytest.mark.parametrize("code", [code for code in BY_CODE if code not in WITHOUT])
def test_a_rule_has_a_failing_and_a_passing_case(code):
    names = {case.name.split("-")[0] for case in CASES if case.code == code}

    assert names == {"failing", "passing"}


def test_every_case_is_of_a_rule():
    assert {case.code for case in CASES} - set(BY_CODE) == set()


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_has_its_whole_page_in_both_languages(code):
    pages = (BY_CODE[code].zh, BY_CODE[code].en)

    assert [part for page in pages for part in page if not part.endswith(("。", "."))] == []


def test_the_lines_are_there_in_english_too(tmp_path):
    case = next(one for one in CASES if str(one) == "PRB03-failing")

    assert check_case(case, tmp_path).printed("PRB03", "en") == (
        "ledger/problems/R13-02/R13-02-0006.yaml:2:11: warning PRB03 R13-02-0006 (2024-09-18) is of the unit and "
        "category of R13-01-0001 (2023-03-20), no more than 24m later, without `follows`\n"
        "  help: name the earlier problem in `follows`; if it is another matter, acknowledge the finding with the "
        "reason.\n"
    )


FREE_TEXT = {
    "statement", "task", "goal", "note", "reason", "text", "title", "subject", "origin", "causes", "suggestions",
    "responsible", "vouched", "head", "kept_at", "due_reason", "basis", "specialty", "base_reason",
}  # fmt: skip


@pytest.mark.parametrize("case", [case for case in CASES if case.fails], ids=str)
def test_no_finding_repeats_what_somebody_wrote_in_words(case, tmp_path):
    checked = check_case(case, tmp_path)
    said = "\n".join(text for one in checked.findings for text in (*one.message, *one.help))
    words = {text for path in tmp_path.rglob("*.yaml") for text in _free(path)}

    assert len(words) > 20
    assert [text for text in words if text in said] == []


def _free(path):
    try:
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return
    yield from _texts(record, "")


def _texts(value, key):
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, key)
    elif key in FREE_TEXT and len(value) > 3 and not value.isascii():
        yield value.strip()
