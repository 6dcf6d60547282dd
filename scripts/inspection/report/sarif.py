"""Findings as SARIF 2.1.0, the form in which code scanners exchange what they find.

The run is written in one language; the other stands in `translations`, the place SARIF has for it, and in the
properties of each result.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from inspection.finding import Finding, Severity, Words
from inspection.report.located import Located

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "inspection/v1"

_TAGS = {"zh": "zh-CN", "en": "en"}
_OTHER = {"zh": "en", "en": "zh"}
_TITLE = {"zh": "巡察台账检查", "en": "Checks of an inspection ledger"}


class RulePage(NamedTuple):
    """A rule as its page tells of it.

    Attributes:
        code: The code findings carry.
        name: What is wrong, in words joined by underscores.
        severity: What it weighs before policy and acknowledgements.
        timed: Whether it depends on the day alone.
        what: What is wrong.
        why: Why it matters.
        instead: How to mend it.
    """

    code: str
    name: str
    severity: Severity
    timed: bool
    what: Words
    why: Words
    instead: Words


def document(findings: Iterable[Located], rules: Sequence[RulePage], version: str, today: str, language: str) -> str:
    """Return one SARIF log with one run.

    Args:
        findings: In the order they are shown.
        rules: Every rule there is.
        version: The program's version.
        today: The day judged by, `YYYY-MM-DD`.
        language: `zh` or `en`: the language of the run; the translations are in the other.
    """
    driver = {"name": "inspection", "version": version} | _texts(rules, language)
    driver["rules"] = [_rule(one, language) | _weight(one) for one in rules]
    translation = {"name": "inspection", "associatedComponent": {"name": "inspection"}, "contents": ["localizedData"]}
    run = {
        "tool": {"driver": driver},
        "language": _TAGS[language],
        "translations": [translation | _texts(rules, _OTHER[language])],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "properties": {"today": today},
        "results": _results(findings, {one.code: place for place, one in enumerate(rules)}, language),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def fingerprint(finding: Finding) -> str:
    """Return what stays the same while a finding's line moves: a hash of code, path, pointer and message.

    The message of a timed finding counts days and changes with each; it is left out.
    """
    message = "" if finding.timed else finding.message.en
    said = "\0".join((finding.code, finding.path, finding.pointer, message))
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()


def _texts(rules: Sequence[RulePage], language: str) -> dict[str, Any]:
    return {
        "language": _TAGS[language],
        "shortDescription": {"text": _TITLE[language]},
        "rules": [_rule(one, language) for one in rules],
    }


def _rule(one: RulePage, language: str) -> dict[str, Any]:
    what, why, instead = (words.in_language(language) for words in (one.what, one.why, one.instead))
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": what},
        "fullDescription": {"text": why},
        "help": {"text": instead},
    }


def _weight(one: RulePage) -> dict[str, Any]:
    return {"defaultConfiguration": {"level": one.severity.value}, "properties": {"timed": one.timed}}


def _results(findings: Iterable[Located], places: dict[str, int], language: str) -> list[dict[str, Any]]:
    met: Counter[str] = Counter()
    results = []
    for one in findings:
        print_ = fingerprint(one.finding)
        met[print_] += 1
        results.append(_result(one, places, f"{print_}:{met[print_]}", language))
    return results


def _result(one: Located, places: dict[str, int], print_: str, language: str) -> dict[str, Any]:
    finding = one.finding
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in places:
        result["ruleIndex"] = places[finding.code]
    result |= {
        "level": finding.severity.value,
        "message": {"text": finding.message.in_language(language)},
        "locations": [_location(one)],
        "partialFingerprints": {FINGERPRINT: print_},
        "properties": {
            "message": finding.message._asdict(),
            "help": finding.help._asdict(),
            "timed": finding.timed,
        },
    }
    if finding.acknowledged:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted"}]
    return result


def _location(one: Located) -> dict[str, Any]:
    uri = quote(one.file.encode("utf-8", "surrogateescape"))
    artifact = {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    region = {"startLine": one.mark.line, "startColumn": one.mark.column}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if one.finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": one.finding.pointer}]
    return location
