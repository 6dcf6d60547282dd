"""The public pages of the replays show the figures `inspection statistics --public` prints, and no others."""

import json
import re

import pytest
from tests.publish.building import pages_of

from inspection.cli import main
from inspection.derive.statistics import statistics

ROW = re.compile(
    r'<td id="figure-([\w-]+)">.*?</td><td><strong>(.*?)</strong>.*?</td><td data-label="n"[^>]*>(.*?)</td>'
    r'<td data-label="N"[^>]*>(.*?)</td>'
)


def shown(page):
    """Return n and N of each row of the page of figures, by its anchor."""
    return {anchor: (n.replace(",", ""), of.replace(",", "")) for anchor, _, n, of in ROW.findall(page)}


def printed(folder, capsys):
    """Return the same as the command prints it."""
    assert main(["statistics", "--public", "--format", "json", "--ledger", str(folder / "ledger")]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    return {re.sub("[._]", "-", key): one for key, one in figures.items()}


@pytest.mark.parametrize("name", ["S0", "S1", "S2", "S3", "S4", "notice"])
def test_the_figures_of_the_pages_are_those_of_the_command(offices, tmp_path, capsys, name):
    office = offices(name)
    ledger = office.read_back(tmp_path)
    on_page = shown(pages_of(ledger, office.today)["figures/index.md"])
    told = printed(tmp_path, capsys)

    assert statistics(ledger, office.today).plain() == office.figures()
    assert len(on_page) > 30
    assert on_page == {key: (one["n"] or "—", one["of"] or "—") for key, one in told.items()}


def test_the_notice_says_what_was_published(offices):
    office = offices("notice")
    pages = pages_of(office.ledger, office.today)
    notice = pages["notices/r13-01-town-1/index.md"]

    for figure in ("697", "688", "98.71%"):
        assert figure in notice
