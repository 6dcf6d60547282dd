"""`inspection issues` and `inspection comment`, against a forge on this machine."""

from pathlib import Path

import pytest
from tests.workflows.conftest import REPOSITORY, Event
from tests.workflows.fake_forge import FakeForge

from inspection.cli import main
from inspection.cli.comment import harmless

LATE = "2025-09-01"
PROBLEM = "ledger/problems/R13-02/R13-02-0004.yaml"
RETURNED = "      - {date: 2025-01-09, action: return, by: office, note: 凭证不全}\n"


def issues(ledger: Path, *words: str, today: str = LATE) -> int:
    return main(["issues", "--ledger", str(ledger), "--today", today, "--language", "zh", *words])


def titles(forge: FakeForge) -> list[str]:
    return sorted(one["title"] for one in forge.open(REPOSITORY))


def test_each_body_that_is_late_has_one_issue_with_ids_and_days_and_no_text(ledger: Path, forge: FakeForge) -> None:
    assert issues(ledger) == 0

    assert "逾期：青岚社区党总支（4 项）" in titles(forge)
    (one,) = [one for one in forge.open(REPOSITORY) if "青岚" in one["title"]]
    assert "| 整改 | R13-02-0002&#47;1 | 2025-06-30 | 逾期 63 天 |" in one["body"]
    assert "物业服务合同" not in one["body"]


def test_a_second_night_repeats_nothing(ledger: Path, forge: FakeForge) -> None:
    issues(ledger)
    once, asked = titles(forge), len(forge.asked)
    issues(ledger)

    assert titles(forge) == once
    assert len(forge.asked) == asked


def test_the_next_day_the_same_issues_are_brought_up_to_date(ledger: Path, forge: FakeForge) -> None:
    issues(ledger)
    numbers = [one["number"] for one in forge.open(REPOSITORY)]
    issues(ledger, today="2025-09-02")

    assert [one["number"] for one in forge.open(REPOSITORY)] == numbers
    assert any("逾期 64 天" in one["body"] for one in forge.open(REPOSITORY))


def test_what_is_no_longer_late_is_closed_with_a_word(ledger: Path, forge: FakeForge) -> None:
    issues(ledger, today="2025-01-10")
    assert titles(forge) == ["逾期：区委巡察办（1 项）", "逾期：区纪委监委机关（1 项）"]
    with (ledger / PROBLEM).open("a", encoding="utf-8") as file:
        file.write(RETURNED)
    issues(ledger, today="2025-01-10")

    assert titles(forge) == []
    closed = forge.issues[REPOSITORY][0]
    assert forge.below(REPOSITORY, closed["number"]) == ["已经没有逾期事项，本单自动关闭。"]


def test_issues_of_people_are_left_alone(ledger: Path, forge: FakeForge) -> None:
    theirs = forge.put(REPOSITORY, "逾期：青岚社区党总支（1 项）", "打印机坏了", author="clerk")
    issues(ledger)
    issues(ledger, today="2024-01-01")

    assert theirs["state"] == "open"
    assert theirs["body"] == "打印机坏了"


def test_a_public_repository_with_the_ledger_of_a_district_gets_no_issue(
    ledger: Path, forge: FakeForge, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.private = False
    district = ledger / "ledger" / "district.yaml"
    text = district.read_text(encoding="utf-8")
    district.write_text(text.replace("demonstration: {today: 2024-12-31}\n", ""), encoding="utf-8")

    assert issues(ledger) == 2
    assert "这个仓库不是私有的，里面却不是演示台账" in capsys.readouterr().err
    assert forge.asked == []


def test_a_wrong_token_is_told_in_a_sentence_without_it(
    ledger: Path, forge: FakeForge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INSPECTION_TOKEN", "wrong-token")

    assert issues(ledger) == 2
    said = capsys.readouterr().err
    assert "平台没有答应 GET repos/yunzhu/ledger/issues（401" in said
    assert "wrong-token" not in said
    assert forge.asked == []


def test_a_pull_request_has_one_comment_that_is_brought_up_to_date(
    forge: FakeForge, event: Event, tmp_path: Path
) -> None:
    event(pull_request={"number": 7})
    told = tmp_path / "changes.md"
    for text in ("## 本次变更：1 处", "## 本次变更：2 处", "## 本次变更：2 处"):
        told.write_text(text, encoding="utf-8")
        assert main(["comment", str(told), "--language", "zh"]) == 0

    assert forge.below(REPOSITORY, 7) == ["<!-- inspection:changes:7 -->\n## 本次变更：2 处"]
    assert len(forge.asked) == 2


def test_which_pull_request_a_finished_run_was_of_is_asked_of_the_forge(
    forge: FakeForge, event: Event, tmp_path: Path
) -> None:
    pull = forge.put(REPOSITORY, "第五轮", "", pull_request={}, head={"ref": "round", "sha": "a" * 40})
    told = tmp_path / "changes.md"
    told.write_text("本次变更", encoding="utf-8")
    for sha in ("a" * 40, "b" * 40):
        event(workflow_run={"head_sha": sha})
        assert main(["comment", str(told), "--language", "zh"]) == 0

    assert len(forge.below(REPOSITORY, pull["number"])) == 1
    assert len(forge.asked) == 1


def test_a_comment_somebody_else_made_up_calls_nobody_and_leads_nowhere() -> None:
    made_up = "<!-- x --><img src=https://a.example/x> [点这里](https://a.example) WWW.a.example @everybody <details>"

    said = harmless(made_up)

    assert "<!--" not in said
    assert "<img" not in said
    assert "](" not in said
    assert "://" not in said
    assert "@" not in said
    assert "WWW." not in said
    assert said.endswith("<details>")


def test_what_changes_writes_passes_as_it_is() -> None:
    honest = "## 本次变更\n\n<details><summary>青岚社区党总支（13）</summary>\n\n- 销号 \\[见 http:\\//a\n</details>\n"

    assert harmless(honest) == honest
