"""`inspection publishable`: what may be put where anybody reads it."""

from pathlib import Path

import pytest
from tests.workflows.conftest import Event
from tests.workflows.fake_forge import FakeForge

from inspection.cli import main
from inspection.cli.border import MARK, MARKER

DEMONSTRATION = "demonstration: {today: 2024-12-31}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, as far as it is looked at."""
    for name in ("index.html", "data/v1/seal.json", "data/v1/datapackage.json"):
        place = tmp_path / "site" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("{}", encoding="utf-8")
    return tmp_path / "site"


def published(ledger: Path, site: Path) -> int:
    return main(["publishable", str(site), "--ledger", str(ledger), "--language", "zh"])


def of_a_district(ledger: Path) -> None:
    place = ledger / "ledger" / "district.yaml"
    place.write_text(place.read_text("utf-8").replace(DEMONSTRATION, ""), encoding="utf-8")


def test_a_whole_site_may_be_published(
    ledger: Path, site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)

    assert published(ledger, site) == 0
    assert capsys.readouterr().out == "可以发布\n"


@pytest.mark.parametrize("name", ["index.html", "data/v1/seal.json", "data/v1/datapackage.json"])
def test_a_site_without_its_data_or_seal_is_not(
    ledger: Path, site: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / name).unlink()

    assert published(ledger, site) == 2
    assert f"缺少 {name}" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "text"), [(MARKER, ""), ("a/page.html", f"<meta {MARK}>")])
def test_what_was_built_for_the_office_is_not(
    ledger: Path, site: Path, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")

    assert published(ledger, site) == 2
    assert "内部看板" in capsys.readouterr().err


def test_the_ledger_of_a_district_is_published_from_a_private_repository_alone(
    ledger: Path, site: Path, forge: FakeForge, event: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    of_a_district(ledger)
    event(repository={"private": True})
    assert published(ledger, site) == 0

    event(repository={"private": False})
    assert published(ledger, site) == 2
    assert "这个仓库不是私有的，里面却不是演示台账" in capsys.readouterr().err
    assert forge.asked == []


@pytest.mark.parametrize("private", [True, False])
def test_where_the_event_does_not_say_the_forge_is_asked(
    ledger: Path, site: Path, forge: FakeForge, event: Event, private: bool
) -> None:
    of_a_district(ledger)
    forge.private = private
    event(schedule="47 22 * * *")

    assert published(ledger, site) == (0 if private else 2)


def test_where_nobody_says_it_nothing_is_published(
    ledger: Path, site: Path, forge: FakeForge, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_a_district(ledger)
    event(schedule="47 22 * * *")
    monkeypatch.setenv("INSPECTION_TOKEN", "wrong")

    assert published(ledger, site) == 2
    assert forge.private
