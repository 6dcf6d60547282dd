"""`inspection overdue` and the self-checks of common problems that have not come."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.statistics.small import Small

from inspection.cli import main

Run = Callable[..., tuple[int, str]]
ISSUED = "2024-05-30"
"""Two months later, on 30 July, the self-checks are due."""


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """A town whose two villages were asked to examine themselves; one did, in time."""
    made = Small(tmp_path / "ledger")
    made.town()
    asked = {"title": "票据", "nature": "field", "issued": ISSUED, "addressees": ["village-1", "village-2"]}
    made.put("common/C13-03/common.yaml", **asked)
    made.put("common/C13-03/village-1.yaml", submitted="2024-07-10", found=2, measures=3, institutions=1)
    return made


@pytest.fixture
def run(small: Small, capsys: pytest.CaptureFixture[str]) -> Run:
    """Ask what is overdue on a day; get the exit code and what was printed."""

    def typed(day: str, *arguments: str) -> tuple[int, str]:
        small.ledger()
        asked = ["overdue", "--ledger", str(small.folder), "--today", day, "--language", "zh", *arguments]
        return main(asked), capsys.readouterr().out

    return typed


def test_a_self_check_that_does_not_come_is_overdue_after_its_own_clock(run: Run) -> None:
    assert run("2024-07-30") == (0, "逾期 0 项，共列 0 项\n")
    assert run("2024-07-31") == (
        1,
        "village-2（1）\n"
        "  C13-03/village-2  2024-07-30  逾期 1 天  自查  village-2  红  建议发提醒函\n"
        "逾期 1 项，共列 1 项\n",
    )


def test_a_self_check_that_came_later_was_owed_until_then(run: Run) -> None:
    listed = [row["item"] for row in json.loads(run("2024-07-09", "--within", "60", "--format", "json")[1])["rows"]]

    assert listed == ["C13-03/village-1", "C13-03/village-2"]
    assert "village-1" not in run("2024-07-10", "--within", "60")[1]


def test_a_self_check_climbs_the_ladder_as_an_item_does(small: Small, run: Run) -> None:
    log = [{"date": "2024-08-01", "action": "issue", "by": "office"}]
    letter = {"from": "office", "to": "village-2", "kind": "urging", "number": "1", "subject": "催办", "log": log}
    small.put("letters/2024/L2024-001.yaml", common="C13-03", reply_due="2024-08-15", **letter)

    assert "红  已发督办函 L2024-001，答复期限 2024-08-15" in run("2024-08-15")[1]
    assert "红  已发督办函 L2024-001，建议发约谈通知书" in run("2024-08-16")[1]


@pytest.mark.parametrize(
    ("by", "group"), [("unit", "village-2"), ("body", "village-2"), ("round", "C13-03"), ("post", "（未写责任岗位）")]
)
def test_a_self_check_stands_in_every_grouping(run: Run, by: str, group: str) -> None:
    (row,) = json.loads(run("2024-07-31", "--by", by, "--format", "json")[1])["rows"]

    assert (row["group"], row["clock"], row["colour"], row["days"]) == (group, "self_check", "red", -1)
