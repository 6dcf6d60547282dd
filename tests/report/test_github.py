import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import NASTY, finding, located

from inspection.finding import Severity, Words
from inspection.report import github

COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def command(**rest):
    one = finding("LIF05", rest.pop("severity", Severity.ERROR), rest.pop("path", "a.yaml"), **rest)
    (line,) = github.lines([located(one, 4, 2)], "en")
    return line


def read(line):
    """A command as the runner of GitHub reads it."""
    word, properties, message = COMMAND.fullmatch(line).groups()
    parts = dict(part.split("=", 1) for part in properties.split(","))
    return word, {name: _plain(value) for name, value in parts.items()}, _plain(message)


def _plain(value):
    for escaped, meant in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        value = value.replace(escaped, meant)
    return value


def test_a_text_cannot_end_a_command_or_begin_another():
    assert command(path=NASTY, message=Words(NASTY, NASTY)) == (
        "::error file=ledger/100%25%3A 甲%2C乙%0D%0A%3A%3Aerror file=x%3A%3A假的,line=4,col=2,title=LIF05"
        "::100%25: 甲,乙%0D%0A::error file=x::假的%0Ahelp: mend it"
    )


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")]
)
def test_a_note_is_a_notice(severity, word):
    assert command(severity=severity) == (
        f"::{word} file=ledger/a.yaml,line=4,col=2,title=LIF05::wrong%0Ahelp: mend it"
    )


def test_the_title_says_what_was_acknowledged():
    assert ",title=LIF05 (acknowledged)::" in command(severity=Severity.NOTE, acknowledged=True)


@given(st.text(st.sampled_from("%:,\r\n=甲A0253")), st.text(st.sampled_from("%:,\r\n=甲A0253")))
def test_whatever_the_texts_one_command_says_just_that(path, message):
    word, properties, said = read(command(path=path, message=Words(message, message)))

    assert word == "error"
    assert properties == {"file": f"ledger/{path}", "line": "4", "col": "2", "title": "LIF05"}
    assert said == f"{message}\nhelp: mend it"
