"""Findings as workflow commands of GitHub Actions, which become annotations of a pull request.

Whatever a finding says is data: `%` and line ends are escaped, in properties `:` and `,` too, so that no text can end a
command or begin another.
"""

from collections.abc import Iterable, Iterator

from inspection.finding import Severity
from inspection.report.located import Located
from inspection.report.text import ACCEPTED, HELP

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice", Severity.NONE: "notice"}
_IN_A_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_A_PROPERTY = _IN_A_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def lines(findings: Iterable[Located], language: str) -> Iterator[str]:
    """Yield one command a finding, in `zh` or `en`: its place, its code as title, what is wrong and how to mend it."""
    for finding, file, mark in findings:
        title = finding.code + (ACCEPTED[language] if finding.acknowledged else "")
        properties = {"file": file, "line": str(mark.line), "col": str(mark.column), "title": title}
        said = f"{finding.message.in_language(language)}\n{HELP[language]}{finding.help.in_language(language)}"
        places = ",".join(f"{name}={value.translate(_IN_A_PROPERTY)}" for name, value in properties.items())
        yield f"::{_COMMAND[finding.severity]} {places}::{said.translate(_IN_A_MESSAGE)}"
