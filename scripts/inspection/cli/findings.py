"""Findings, printed in the form that was asked for."""

import shutil
import sys
from collections.abc import Iterator
from typing import NamedTuple

from inspection.cli.excerpts import PRIVATE, Excerpts
from inspection.cli.session import Session
from inspection.finding import Finding, Words
from inspection.report import as_json, github, sarif, terminal, text
from inspection.report.located import Located, summary
from inspection.rules.registry import RULES

FORMS = ("text", "github", "sarif", "json")
_DISTRIBUTION = "inspection-as-code"


class Outcome(NamedTuple):
    """What a check came to.

    Attributes:
        session: The ledger and the day.
        shown: The findings asked for.
        found: All findings of the ledger, whether asked for or not.
    """

    session: Session
    shown: list[Finding]
    found: list[Finding]


def printed(outcome: Outcome, form: str, *, everything: bool) -> Iterator[str]:
    """Yield what is printed, in one of `FORMS`.

    Args:
        outcome: What the check came to.
        form: On a terminal `text` shows the lines in question and no flood of one code; in a file or pipe it is plain.
        everything: Whether a terminal is to show every finding.
    """
    session, language = outcome.session, outcome.session.language
    located = session.located(outcome.shown)
    counts = summary(outcome.shown, sum(1 for _ in session.ledger.records()))
    today = session.today.isoformat()
    if form == "json":
        yield as_json.document(located, counts, today)
        return
    if form == "sarif":
        yield sarif.document(located, rule_pages(), _version(), today, language)
        return
    if form == "github":
        yield from github.lines(located, language)
    elif sys.stdout.isatty():
        yield from _on_a_terminal(outcome, located, everything=everything)
    else:
        yield from text.lines(located, language)
    yield text.closing(counts, language)


def rule_pages() -> list[sarif.RulePage]:
    """Return every rule as its page tells of it, in the order of the registry."""
    return [sarif.RulePage(one.code, one.name, one.severity, one.timed, *map(Words, one.zh, one.en)) for one in RULES]


def _on_a_terminal(outcome: Outcome, located: list[Located], *, everything: bool) -> Iterator[str]:
    session = outcome.session
    private = session.located([one for one in outcome.found if one.code.startswith(PRIVATE)])
    width = shutil.get_terminal_size().columns
    most = None if everything else terminal.MOST_OF_A_CODE
    return terminal.lines(located, session.language, Excerpts(session.source, private).of, width, most)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:  # run from its folder, without being installed
        return "0"
