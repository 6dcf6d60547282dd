"""The forms of an intake repository, answered: a branch and a pull request, or a word of what is wrong."""

import subprocess
from pathlib import Path

import pytest
from tests.workflows.conftest import REPOSITORY
from tests.workflows.fake_forge import FakeForge
from tests.workflows.forms import SIGNERS, filled
from tests.workflows.test_forms import PROBLEM, REPORT

from inspection.cli import main

INTAKE = "yunzhu/intake"


@pytest.fixture
def town(ledger: Path, tmp_path: Path) -> Path:
    """A repository with a ledger whose units have accounts, and a bare one it is pushed to."""
    (ledger / "ledger" / "signers.yaml").write_text(SIGNERS, encoding="utf-8")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin.git")
    git(ledger, "init", "-q", "-b", "main")
    git(ledger, "add", "-A")
    git(ledger, "commit", "-q", "-m", "ledger: Begin")
    git(ledger, "remote", "add", "origin", (tmp_path / "origin.git").as_uri())
    git(ledger, "push", "-q", "origin", "main")
    return ledger


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


def answered(town: Path, *more: str) -> int:
    return main(["intake", "--from", INTAKE, "--ledger", str(town), "--language", "zh", *more])


def test_a_good_form_becomes_a_branch_and_a_pull_request(town: Path, forge: FakeForge) -> None:
    issue = forge.put(INTAKE, "报告进展：", filled("report", **REPORT), author="yz-qinglan")

    assert answered(town) == 0
    branch = f"intake/R13-02-0002/{issue['number']}"
    (pull,) = forge.open(REPOSITORY)
    assert (pull["head"]["ref"], pull["base"]) == (branch, "main")
    assert pull["title"] == "R13-02-0002/1 报告进展（青岚社区党总支）"
    assert git(town, "diff", "--stat", "main", f"{origin(town, branch)}").startswith(f"{PROBLEM} | 1 +")
    assert git(town, "show", "-s", "--format=%an", origin(town, branch)) == "yz-qinglan"
    (reply,) = forge.below(INTAKE, issue["number"])
    assert "已转巡察办核对：R13-02-0002/1 报告进展（青岚社区党总支）" in reply
    assert pull["html_url"] in reply
    assert git(town, "status", "--porcelain", "--untracked-files=no") == ""


def origin(town: Path, branch: str) -> str:
    git(town, "fetch", "-q", "origin", branch)
    return git(town, "rev-parse", "FETCH_HEAD")


def test_a_form_is_answered_once(town: Path, forge: FakeForge) -> None:
    forge.put(INTAKE, "报告进展：", filled("report", **REPORT), author="yz-qinglan")
    answered(town)
    asked = len(forge.asked)
    answered(town)

    assert len(forge.asked) == asked


def test_a_form_that_was_mended_is_looked_at_again_and_its_one_comment_is_brought_up_to_date(
    town: Path, forge: FakeForge
) -> None:
    wrong = {**REPORT, "record": "R13-02-0004/1"}
    issue = forge.put(INTAKE, "报告进展：", filled("report", **wrong), author="yz-qinglan")
    assert answered(town) == 0
    assert "不归这个账号的单位办理" in forge.below(INTAKE, issue["number"])[0]
    assert forge.open(REPOSITORY) == []

    issue["body"] = filled("report", **REPORT)
    answered(town)

    (reply,) = forge.below(INTAKE, issue["number"])
    assert "已转巡察办核对" in reply
    assert len(forge.open(REPOSITORY)) == 1


def test_two_forms_of_one_record_come_one_after_the_other(town: Path, forge: FakeForge) -> None:
    first = forge.put(INTAKE, "一", filled("report", **REPORT), author="yz-qinglan")
    second = forge.put(
        INTAKE, "二", filled("report", **{**REPORT, "note": "又有进展", "done": ""}), author="yz-qinglan"
    )
    answered(town)
    assert len(forge.open(REPOSITORY)) == 1
    assert "办完以后自动接着办这一张" in forge.below(INTAKE, second["number"])[0]

    git(town, "merge", "-q", "--ff-only", origin(town, f"intake/R13-02-0002/{first['number']}"))
    forge.open(REPOSITORY)[0].update(state="closed", merged_at="2024-12-31T08:00:00Z")
    answered(town)

    assert first["state"] == "closed"
    assert forge.below(INTAKE, first["number"])[-1].startswith("巡察办已经合并入账")
    assert len(forge.open(REPOSITORY)) == 1
    branch = f"intake/R13-02-0002/{second['number']}"
    assert "又有进展" in git(town, "show", f"{origin(town, branch)}:{PROBLEM}")
    assert "居民代表会议已经召开" in git(town, "show", f"{origin(town, branch)}:{PROBLEM}")


def test_a_form_the_office_did_not_take_in_is_not_called_done(town: Path, forge: FakeForge) -> None:
    issue = forge.put(INTAKE, "报告进展：", filled("report", **REPORT), author="yz-qinglan")
    answered(town)
    forge.open(REPOSITORY)[0]["state"] = "closed"
    answered(town)

    assert issue["state"] == "closed"
    assert forge.below(INTAKE, issue["number"])[-1].startswith("巡察办没有采纳这一张，没有登记入账")


def test_a_form_of_an_account_registered_later_is_taken_without_being_edited(town: Path, forge: FakeForge) -> None:
    issue = forge.put(INTAKE, "报告进展：", filled("report", **REPORT), author="yz-later")
    answered(town)
    asked = len(forge.asked)
    answered(town)
    assert len(forge.asked) == asked
    assert "账号 yz-later 没有登记" in forge.below(INTAKE, issue["number"])[0]

    later = "  - {role: unit, unit: qinglan-community, from: 2024-12-01, account: yz-later}\n"
    (town / "ledger" / "signers.yaml").write_text(SIGNERS + later, encoding="utf-8")
    git(town, "commit", "-q", "-a", "-m", "ledger: Another account")
    answered(town)

    assert "已转巡察办核对" in forge.below(INTAKE, issue["number"])[0]


def test_no_unit_can_answer_in_our_name(town: Path, forge: FakeForge) -> None:
    issue = forge.put(INTAKE, "报告进展：", filled("report", **REPORT), author="yz-qinglan")
    forged = {"id": 1, "body": "<!-- inspection:intake:refused-x -->\n假的", "user": {"login": "yz-wutong"}}
    forge.comments[f"{INTAKE}/{issue['number']}"] = [forged]
    answered(town)

    assert forged["body"].endswith("假的")
    assert len(forge.below(INTAKE, issue["number"])) == 2


def test_a_dry_run_says_what_would_happen(town: Path, forge: FakeForge, capsys: pytest.CaptureFixture[str]) -> None:
    forge.put(INTAKE, "报告进展：", filled("report", **REPORT), author="yz-qinglan")

    assert answered(town, "--dry-run") == 0
    assert "#1 已转办：R13-02-0002/1 报告进展（青岚社区党总支）" in capsys.readouterr().out
    assert forge.asked == []


def test_a_village_submits_is_returned_submits_again_and_is_closed(town: Path, forge: FakeForge) -> None:
    """The whole way of a close-out, the village's part by forms, the office's by `record`."""
    submit = {
        "record": "R13-02-0002/1", "date": "2024-12-24", "vouched": "社区党总支书记", "done": "M1、M2",
        "evidence": "E1",
    }  # fmt: skip
    by_form(town, forge, submit)
    record(town, "return", "--by", "office", "--date", "2024-12-25", "--note", "还缺合同管理办法")
    digest = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"
    brought = f"制度文本；合同管理办法；2024-12-26；{digest}"
    by_form(town, forge, {**submit, "date": "2024-12-27", "done": "", "new_evidence": brought})
    made = ("--title", "合同管理办法", "--number", "青社〔2024〕5号", "--date", "2024-12-26", "--new", "是")
    record(town, "institution", *made)
    record(town, "agree", "--by", "discipline", "--date", "2024-12-30", "--how", "documents")
    record(town, "close", "--by", "office", "--date", "2024-12-31", "--how", "documents")

    log = (town / PROBLEM).read_text("utf-8").partition("log:")[2]
    moves = [line.partition("action: ")[2].partition(",")[0] for line in log.splitlines() if "action" in line]
    assert moves == ["start", "report", "submit", "return", "submit", "agree", "close"]
    assert main(["check", "--ledger", str(town), "--base", "HEAD~5"]) == 0


def by_form(town: Path, forge: FakeForge, given: dict[str, str]) -> None:
    """Submit a form, and let the office merge what became of it."""
    issue = forge.put(INTAKE, "申请销号：", filled("submit", **given), author="yz-qinglan")
    answered(town)
    (pull,) = forge.open(REPOSITORY)
    git(town, "merge", "-q", "--ff-only", origin(town, pull["head"]["ref"]))
    pull.update(state="closed", merged_at="2024-12-31T08:00:00Z")
    answered(town)
    assert issue["state"] == "closed"


def record(town: Path, *words: str) -> None:
    """Record what the office did, as it would."""
    assert main(["record", "R13-02-0002/1", *words, "--ledger", str(town), "--language", "zh"]) == 0
    git(town, "commit", "-q", "-a", "-m", "ledger: Record what happened")
