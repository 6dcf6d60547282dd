"""The same on GitLab, which asks otherwise: issues, notes of merge requests, who wrote a form."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.workflows.fake_forge import TOKEN, FakeForge, Json, served
from tests.workflows.forms import SIGNERS, filled
from tests.workflows.test_forms import REPORT

from inspection.cli import main
from inspection.cli.base import TARGETS
from inspection.cli.gitlab import GitLab

PROJECT = "yunzhu/ledger"


class FakeGitLab(FakeForge):
    """A forge that takes GitLab's requests."""

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> tuple[int, Any]:
        found = re.fullmatch(
            r"/projects/yunzhu%2F(\w+)/(issues|merge_requests)(?:/(\d+))?(?:/(notes)(?:/(\d+))?)?", path
        )
        if found is None:
            return 404, {}
        if method != "GET":
            self.asked.append(f"{method} {path}")
        repository, what, number, notes, note = f"yunzhu/{found[1]}", *found.groups()[1:]
        if notes:
            every = self.comments.setdefault(f"{repository}/{what}/{number}", [])
            return self.noted(method, every, note, body)
        every = self.issues.setdefault(f"{repository}/{what}", [])
        if method == "POST":
            iid = self.number()
            every.append({"id": 9000 + iid, "iid": iid, "state": "opened", "author": {"username": "bot"}, **body})
            return 201, {**every[-1], "web_url": f"{self.address}/{iid}"}
        if method == "PUT":
            one = next(each for each in every if each["iid"] == int(number or 0))
            one.update({key: value for key, value in body.items() if key != "state_event"})
            one["state"] = "closed" if body.get("state_event") == "close" else one["state"]
            return 200, one
        if number:
            return 200, next(each for each in every if each["iid"] == int(number))
        return 200, [one for one in every if one["state"] == "opened"] if query["page"] == ["1"] else []

    def noted(self, method: str, every: list[Json], note: str | None, body: Json) -> tuple[int, Any]:
        if method == "POST":
            every.append({"id": self.number(), "author": {"username": "bot"}, "system": False, **body})
        elif method == "PUT":
            next(one for one in every if one["id"] == int(note or 0)).update(body)
        return 200, every if method == "GET" else every[-1]


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGitLab]:
    """A GitLab on this machine, and the environment of a pipeline there."""
    for name in (*TARGETS, "GITHUB_REPOSITORY", "GITHUB_API_URL", "GITHUB_EVENT_PATH", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with served(FakeGitLab()) as one:
        assert isinstance(one, FakeGitLab)
        monkeypatch.setenv("CI_API_V4_URL", one.address)
        monkeypatch.setenv("CI_PROJECT_PATH", PROJECT)
        monkeypatch.setenv("CI_PROJECT_VISIBILITY", "private")
        monkeypatch.setenv("INSPECTION_TOKEN", TOKEN)
        yield one


def issues(ledger: Path, today: str) -> int:
    return main(["issues", "--ledger", str(ledger), "--today", today, "--language", "zh"])


def test_issues_are_opened_once_updated_and_closed(ledger: Path, gitlab: FakeGitLab) -> None:
    issues(ledger, "2025-09-01")
    opened = list(gitlab.issues[f"{PROJECT}/issues"])
    asked = len(gitlab.asked)
    issues(ledger, "2025-09-01")
    assert len(gitlab.asked) == asked

    issues(ledger, "2025-09-02")
    assert any("逾期 64 天" in one["description"] for one in opened)
    issues(ledger, "2023-01-01")
    assert {one["state"] for one in gitlab.issues[f"{PROJECT}/issues"]} == {"closed"}
    assert len(gitlab.issues[f"{PROJECT}/issues"]) == len(opened)


def test_the_comment_stands_below_the_merge_request_and_not_the_issue_of_that_number(
    gitlab: FakeGitLab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI_MERGE_REQUEST_IID", "4")
    told = tmp_path / "changes.md"
    for text in ("一处", "两处"):
        told.write_text(text, encoding="utf-8")
        assert main(["comment", str(told), "--language", "zh"]) == 0

    assert list(gitlab.comments) == [f"{PROJECT}/merge_requests/4"]
    assert [one["body"] for one in gitlab.comments[f"{PROJECT}/merge_requests/4"]] == [
        "<!-- inspection:changes:4 -->\n两处"
    ]


def test_a_form_of_gitlab_is_read_with_its_author(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ledger / "ledger" / "signers.yaml").write_text(SIGNERS, encoding="utf-8")
    issue = {"iid": 3, "author": {"username": "yz-qinglan"}, "description": filled("report", **REPORT)}
    file = tmp_path / "issue.json"
    file.write_text(json.dumps(issue), encoding="utf-8")

    assert main(["intake", str(file), "--ledger", str(ledger), "--language", "zh"]) == 0
    assert "已登记：R13-02-0002/1 报告进展" in capsys.readouterr().out


@pytest.mark.parametrize(("visibility", "code"), [("private", 0), ("internal", 2), ("public", 2)])
def test_a_district_opens_issues_only_where_none_but_its_members_read(
    ledger: Path, gitlab: FakeGitLab, monkeypatch: pytest.MonkeyPatch, visibility: str, code: int
) -> None:
    district = ledger / "ledger" / "district.yaml"
    kept = [line for line in district.read_text("utf-8").splitlines() if not line.startswith("demonstration")]
    district.write_text("\n".join(kept) + "\n", encoding="utf-8")
    monkeypatch.setenv("CI_PROJECT_VISIBILITY", visibility)

    assert issues(ledger, "2025-09-01") == code
    assert bool(gitlab.asked) == (code == 0)


def test_a_merge_request_that_was_closed_is_told_from_one_that_was_merged(gitlab: FakeGitLab) -> None:
    gitlab.issues[f"{PROJECT}/merge_requests"] = [{"iid": 3, "state": "merged"}, {"iid": 4, "state": "closed"}]
    forge = GitLab(gitlab.address, PROJECT, TOKEN)

    assert [forge.was_merged(number) for number in (3, 4)] == [True, False]
