"""Findings as lines for people: place, weight, code, what is wrong; below it how to mend it."""

from collections.abc import Iterable, Iterator

from inspection.finding import Severity
from inspection.report.located import Located, Summary

WEIGHT = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
HELP = {"zh": "改法：", "en": "help: "}
ACCEPTED = {"zh": "（已确认）", "en": " (acknowledged)"}


def lines(findings: Iterable[Located], language: str) -> Iterator[str]:
    """Yield two lines a finding, in `zh` or `en`; the first begins with `file:line:column`."""
    for finding, file, mark in findings:
        weight = WEIGHT[language][finding.severity] + (ACCEPTED[language] if finding.acknowledged else "")
        message = finding.message.in_language(language)
        yield f"{file}:{mark.line}:{mark.column}: {weight} {finding.code} {message}"
        yield f"  {HELP[language]}{finding.help.in_language(language)}"


def closing(counts: Summary, language: str) -> str:
    """Return the last line: how much was read, and what was found in it."""
    if language == "en":
        return (
            f"{counts.records} records: errors {counts.errors}, warnings {counts.warnings}, notes {counts.notes} "
            f"(by the day alone {counts.timed}, acknowledged {counts.acknowledged})"
        )
    return (
        f"共 {counts.records} 份记录：错误 {counts.errors}，警告 {counts.warnings}，提示 {counts.notes}"
        f"（其中随日期变化 {counts.timed}，已确认 {counts.acknowledged}）"
    )
