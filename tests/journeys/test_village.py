"""A community submits an item for close-out by a form, is returned, tries again and is closed; the public looks on."""

import json
from pathlib import Path

import pytest
from tests.journeys.desk import Desk, Said, begun
from tests.workflows.forms import filled

pytestmark = pytest.mark.slow

ITEM, UNIT, ACCOUNT = "R13-04-0011/1", "congze-community", "yz-congze"
EVIDENCE = "票据凭证；补齐的票据；2025-01-10；fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"
RECEIPT = "票据凭证；退回款项的回单；2025-02-06；2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
KEY = (
    f'  - {{role: unit, unit: {UNIT}, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample01", '
    f"from: 2024-01-01, account: {ACCOUNT}}}\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The office's repository, in which the community has an account."""
    folder = tmp_path / "云渚"
    folder.mkdir()
    Desk(folder).done("demo", folder, "--units", "40", "--problems", "60")
    signers = folder / "ledger" / "signers.yaml"
    signers.write_text(signers.read_text(encoding="utf-8") + KEY, encoding="utf-8")
    return begun(folder)


def by_form(desk: Desk, today: str, account: str = ACCOUNT, **given: str) -> Said:
    """What comes of the form for close-out, as the forge hands it on."""
    issue = {"issue": {"number": 5, "user": {"login": account}, "body": filled("submit", **given)}}
    file = desk.folder.parent / "issue.json"
    file.write_text(json.dumps(issue), encoding="utf-8")
    return desk.typed("intake", file, "--today", today)


def on_the_site(desk: Desk, day: str) -> tuple[str, list[str]]:
    """What the public sees on a day: the status, and the steps told of it."""
    desk.done("site", "--today", day, "--as-of", day)
    data = desk.folder / "build" / "site" / "data" / "v1"
    address = f"r13-04-{UNIT}-1"
    (problem,) = [one for one in json.loads((data / "problems.json").read_text("utf-8")) if one["address"] == address]
    moves = [one for one in json.loads((data / "moves.json").read_text("utf-8")) if one["problem"] == address]
    return problem["status"], [f"{one['date']} {one['action']}" for one in moves]


def test_a_community_submits_is_returned_submits_again_and_is_closed(desk: Desk) -> None:
    submit = {"record": ITEM, "vouched": "社区党支部书记", "new_evidence": EVIDENCE}
    early = by_form(desk, "2025-01-16", date="2025-01-15", **submit)
    assert early.code == 1
    assert "措施 M2 没有完成" in early.out
    assert "措施 M2 已经做完的，请写在「已完成措施」里" in early.out
    assert by_form(desk, "2025-01-16", "yz-somebody", date="2025-01-15", **submit).code == 1
    assert desk.git("status", "--porcelain") == ""
    sent = by_form(desk, "2025-01-16", date="2025-01-15", done="M2", **submit)
    assert sent.out.startswith(f"已登记：{ITEM} 申请销号（淙泽社区党支部）\n")
    taken_in(desk, "2025-01-16")
    assert on_the_site(desk, "2025-01-31") == ("in_progress", [])

    returned = recorded(desk, "2025-02-05", "return", "--by", "office", "--note", "还缺退回款项的回单")
    assert "  现在是「正在整改」。\n" in returned
    assert by_form(desk, "2025-02-08", date="2025-02-08", **{**submit, "new_evidence": RECEIPT}).code == 0
    taken_in(desk, "2025-02-08")
    assert on_the_site(desk, "2025-02-28") == ("in_progress", [])

    alone = desk.typed("record", ITEM, "close", "--by", "office", "--how", "documents", "--today", "2025-03-03")
    assert alone.out.startswith("没有写入：事项 1 第 13 条（2025-03-03 销号）：政策要求")
    recorded(desk, "2025-03-04", "agree", "--by", "discipline", "--how", "on_site")
    closed = recorded(desk, "2025-03-06", "close", "--by", "office", "--how", "documents")
    assert "  现在是「已完成」。\n" in closed
    assert on_the_site(desk, "2025-03-31") == ("closed", ["2025-03 agree", "2025-03 close"])


def recorded(desk: Desk, day: str, *words: str) -> str:
    """Record on a day what the office did, and commit it; return what the command said."""
    said = desk.done("record", ITEM, *words, "--today", day)
    taken_in(desk, day)
    return said


def taken_in(desk: Desk, day: str) -> None:
    """Commit what was recorded; the check of that day has nothing to say of it."""
    desk.commit(f"ledger: {ITEM}")
    assert "错误 0，警告 0" in desk.done("check", "--base", "HEAD~1", "--strict", "--today", day)
