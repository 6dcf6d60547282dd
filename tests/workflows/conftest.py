"""Forges of the tests, and an environment that says continuous integration runs there."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workflows.fake_forge import TOKEN, FakeForge, served

from inspection.cli.base import TARGETS

PROJECT = Path(__file__).resolve().parents[2]
REPOSITORY = "yunzhu/ledger"


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeForge]:
    """A forge on this machine, and the environment of a run there."""
    for name in (*TARGETS, "CI_API_V4_URL", "CI_PROJECT_URL", "CI_PROJECT_VISIBILITY", "GITHUB_EVENT_PATH"):
        monkeypatch.delenv(name, raising=False)
    with served(FakeForge()) as one:
        monkeypatch.setenv("GITHUB_API_URL", one.address)
        monkeypatch.setenv("GITHUB_SERVER_URL", one.address)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("INSPECTION_TOKEN", TOKEN)
        yield one


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The folder of a small ledger that is a demonstration."""
    shutil.copytree(PROJECT / "tests" / "cases" / "base" / "ledger", tmp_path / "town" / "ledger")
    return tmp_path / "town"


@pytest.fixture
def event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Event":
    """A function that lets an event have happened on the forge."""
    return Event(tmp_path / "event.json", monkeypatch)


class Event:
    """Writes what the forge says of an event."""

    def __init__(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._place = place
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(place))

    def __call__(self, **said: object) -> None:
        self._place.write_text(json.dumps(said), encoding="utf-8")
