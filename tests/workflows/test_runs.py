"""The workflows run for real: a good pull request, a bad one, a form, a night, a publication."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workflows.fake_forge import TOKEN, FakeForge, served
from tests.workflows.forms import SIGNERS, filled
from tests.workflows.git_server import git_served
from tests.workflows.running import REPOSITORY, Clone, git, repository
from tests.workflows.test_forms import PROBLEM, REPORT

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).resolve().parents[2]
REVIEWED = "ledger/problems/R13-02/R13-02-0004.yaml"
AGREED = """\
      - {date: 2024-12-27, action: agree, by: discipline, how: on_site}
      - {date: 2024-12-30, action: close, by: office, how: documents}
"""
OWN_WORD = "      - {date: 2024-12-27, action: close, by: wutong-village, how: on_site}\n"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with program and ledger, owners written."""
    folder = tmp_path_factory.mktemp("forge")
    office = (
        '  - {role: office, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample09", from: 2024-01-01, account: yz}\n'
    )
    repository(folder / "served" / "yunzhu" / "ledger.git", SIGNERS + office)
    return folder / "served"


@pytest.fixture
def clone(origin: Path, tmp_path: Path) -> Iterator[Clone]:
    """A clone in which the workflows run; what is pushed goes to a copy of the repository."""
    shutil.copytree(origin, tmp_path / "served")
    with git_served(tmp_path / "served", TOKEN) as address, served(FakeForge()) as forge:
        yield Clone(tmp_path / "clone", f"{address}/{REPOSITORY}.git", forge)


def pull_request(clone: Clone, change: dict[str, str]) -> dict[str, object]:
    """Push a branch that adds lines to files, and the version of it that is merged; return the event."""
    bare = clone.folder.parent / "served" / f"{REPOSITORY}.git"
    work = clone.folder.parent / "work"
    git(clone.folder.parent, "clone", "-q", str(bare), str(work))
    git(work, "checkout", "-q", "-b", "change")
    for path, lines in change.items():
        with (work / path).open("a", encoding="utf-8") as file:
            file.write(lines)
    git(work, "commit", "-q", "-a", "-m", "ledger: Record what happened")
    git(work, "push", "-q", "origin", "HEAD:refs/pull/7/merge", "HEAD:refs/pull/7/head")
    head = {"ref": "change", "sha": git(work, "rev-parse", "HEAD"), "repo": {"full_name": REPOSITORY}}
    clone.forge.put(REPOSITORY, "销号", "", number=7, pull_request={}, head=head)
    base = {"ref": "main", "sha": git(work, "rev-parse", "origin/main")}
    return {"pull_request": {"number": 7, "head": head, "base": base}, "repository": {"private": True}}


def test_a_good_pull_request_passes_and_is_told_in_one_comment(clone: Clone) -> None:
    event = pull_request(clone, {REVIEWED: AGREED})

    judged = clone.run("pull_request", "ledger.yml", event)

    assert judged.passed, judged.said
    changes = (clone.artefacts / "told" / "changes.md").read_text("utf-8")
    assert "R13-02-0004" in changes
    assert json.loads((clone.artefacts / "told" / "check.sarif").read_text("utf-8"))["version"] == "2.1.0"
    pages = [path.name for path in (clone.artefacts / "preview").rglob("*.html")]
    assert "index.html" in pages

    finished = {"workflow_run": {"id": 1, "event": "pull_request", "conclusion": "success", "head_sha": sha(event)}}
    told = clone.run("workflow_run", "comment.yml", {**finished, "repository": {"private": True}})
    assert told.passed, told.said
    (comment,) = clone.forge.below(REPOSITORY, 7)
    assert comment == f"<!-- inspection:changes:7 -->\n{changes}"


def sha(event: dict) -> str:
    return event["pull_request"]["head"]["sha"]


def test_a_bad_pull_request_fails_at_its_line_judged_by_the_program_of_the_base(clone: Clone) -> None:
    lax = "RULES = ()\n"
    event = pull_request(clone, {REVIEWED: OWN_WORD, "scripts/inspection/rules/registry.py": lax})

    judged = clone.run("pull_request", "ledger.yml", event)

    assert not judged.passed
    assert "LIF" in judged.said, judged.said
    assert f"file={REVIEWED},line=" in judged.said, judged.said


def test_where_forges_differ_the_comment_is_written_by_the_same_run(clone: Clone) -> None:
    git(clone.folder, "config", "user.name", "office")
    event = pull_request(clone, {REVIEWED: AGREED})

    judged = clone.run("pull_request", "ledger.yml", event, home=".gitea")

    assert "本次变更" in clone.forge.below(REPOSITORY, 7)[0], judged.said


def test_a_form_becomes_a_pull_request_and_a_wrong_one_a_word(clone: Clone) -> None:
    good = clone.forge.put("yunzhu/intake", "报告进展：", filled("report", **REPORT), author="yz-qinglan")
    wrong = clone.forge.put("yunzhu/intake", "报告进展：", filled("report", **REPORT), author="yz-wutong")

    done = clone.run(
        "schedule",
        "intake.yml",
        {},
        "--var",
        "INSPECTION_INTAKE=yunzhu/intake",
        "-s",
        f"INSPECTION_INTAKE_TOKEN={TOKEN}",
    )

    assert done.passed, done.said
    assert "已转巡察办核对" in clone.forge.below("yunzhu/intake", good["number"])[0]
    assert "不归这个账号的单位办理" in clone.forge.below("yunzhu/intake", wrong["number"])[0]
    (pull,) = clone.forge.open(REPOSITORY)
    bare = clone.folder.parent / "served" / f"{REPOSITORY}.git"
    assert "居民代表会议已经召开" in git(bare, "show", f"{pull['head']['ref']}:{PROBLEM}")


def test_a_night_opens_issues_once_and_reminds(clone: Clone) -> None:
    channel = clone.forge.address.removeprefix("http://")
    district = clone.folder / "ledger" / "district.yaml"
    district.write_text(district.read_text("utf-8").replace("today: 2024-12-31", "today: 2025-09-01"), "utf-8")
    git(clone.folder, "commit", "-q", "-a", "-m", "ledger: A later day")
    bare = clone.folder.parent / "served" / f"{REPOSITORY}.git"
    git(clone.folder, "push", "-q", str(bare), "HEAD:main")
    secret = ("-s", f"INSPECTION_NOTIFY_URLS=qinglan-community=json://{channel}/channel/q")

    first = clone.run("schedule", "overdue.yml", {}, *secret)
    assert first.passed, first.said
    once = [one["title"] for one in clone.forge.open(REPOSITORY)]
    asked = len(clone.forge.asked)
    second = clone.run("schedule", "overdue.yml", {}, *secret)

    assert second.passed, second.said
    assert "逾期：青岚社区党总支（4 项）" in once
    assert len(clone.forge.asked) == asked
    assert [one["message"].splitlines()[0] for one in clone.forge.received] == [
        "截至 2025-09-01，逾期 4 项，最长 223 天。"
    ] * 2


def test_the_site_is_published_with_its_data_and_seal(clone: Clone) -> None:
    done = clone.run("push", "publish.yml", {"ref": "refs/heads/main", "repository": {"private": False}})

    assert done.passed, done.said
    assert "deployed" in done.said
    assert (clone.artefacts / "site" / "data" / "v1" / "seal.json").is_file()
    assert (clone.artefacts / "site" / "en" / "index.html").is_file()
