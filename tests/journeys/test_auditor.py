"""An auditor clones the ledger, audits it, and counts a published figure again by hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.journeys.desk import Desk

pytestmark = pytest.mark.slow

STEPS = {"start", "achieve", "submit", "return", "close", "sustain", "reopen", "withdraw"}
"""Actions that say where an item stands; the others leave it there."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The office's repository with its history, and the site it published."""
    folder = tmp_path_factory.mktemp("office") / "云渚"
    folder.mkdir()
    desk = Desk(folder)
    desk.done("demo", folder, "--units", "30", "--problems", "20", "--history")
    desk.done("site")
    return desk


@pytest.fixture
def auditor(office: Desk, tmp_path: Path) -> Desk:
    """A clone of the auditor's own."""
    office.git("clone", "-q", f"file://{office.folder}", tmp_path / "clone")
    return Desk(tmp_path / "clone")


def published(office: Desk, name: str) -> Path:
    return office.folder / "build" / "site" / "data" / "v1" / name


def test_an_auditor_clones_audits_and_holds_the_published_seal_against_the_history(office: Desk, auditor: Desk) -> None:
    said = auditor.done("audit", "--published", published(office, "seal.json"))

    commits = auditor.git("rev-list", "--count", "HEAD")
    assert said.startswith(f"已查 {commits} 次提交、")
    assert "没有发现问题" in said
    seal = json.loads(published(office, "seal.json").read_text("utf-8"))
    assert seal["head"]["commit"] == auditor.git("rev-parse", "HEAD")


def test_a_published_figure_is_counted_again_from_the_files_of_its_records(office: Desk, auditor: Desk) -> None:
    rows = json.loads(published(office, "figures.json").read_text("utf-8"))
    (closed,) = [row for row in rows if row["key"] == "problems.closed"]

    ids = auditor.done("statistics", "--explain", "problems.closed").split()

    fed_back = dict(problems(auditor.folder))
    by_hand = [path.stem for path, problem in fed_back.items() if all_closed(problem)]
    assert sorted(ids) == sorted(by_hand)
    assert (closed["n"], closed["of"]) == (len(by_hand), len(fed_back))


def problems(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The problems that were fed back, read by another reader than the program's."""
    for path in folder.glob("ledger/problems/*/*.yaml"):
        problem = yaml.safe_load(path.read_text(encoding="utf-8"))
        if problem["in_feedback"]:
            yield path, problem


def all_closed(problem: dict[str, Any]) -> bool:
    """Whether every item that was not withdrawn stands at `close`."""
    last = [[one["action"] for one in item.get("log", []) if one["action"] in STEPS] for item in problem["items"]]
    stand = [steps[-1] if steps else "" for steps in last]
    return {one for one in stand if one != "withdraw"} == {"close"}


def test_a_history_that_was_rewritten_after_it_was_published_is_found(office: Desk, auditor: Desk) -> None:
    auditor.git("reset", "-q", "--hard", "HEAD~1")
    (path, _), *_ = sorted(problems(auditor.folder), key=lambda one: one[0])
    path.write_text(path.read_text("utf-8").replace("names_person: false", "names_person: true"), encoding="utf-8")
    auditor.commit("data: 改动")

    said = auditor.typed("audit", "--published", published(office, "seal.json"))

    sealed = office.git("rev-parse", "HEAD")[:10]
    assert said.code == 1
    assert f"{sealed} 不在历史里\n  CHG08 " in said.out
