"""`inspection notify`, with real channels on this machine: who is told what, and what nobody is told."""

import re
from pathlib import Path

import pytest
from tests.workflows.fake_forge import FakeForge

from inspection.cli import main
from inspection.read.parsing import parse

LATE = "2025-09-01"
TEXTS = re.compile(r"statement|task|note|responsible|title|subject|reason")


def sent(ledger: Path, *words: str) -> int:
    return main(["notify", "--ledger", str(ledger), "--today", LATE, "--language", "zh", *words])


def channels(monkeypatch: pytest.MonkeyPatch, forge: FakeForge, *lines: str) -> None:
    home = forge.address.removeprefix("http://")
    written = [re.sub(r"@(\w+)", rf"json://{home}/channel/\1", line) for line in lines]
    monkeypatch.setenv("INSPECTION_NOTIFY_URLS", "\n".join(written))


def test_each_unit_is_told_its_own_and_the_office_the_sums(
    ledger: Path, forge: FakeForge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    channels(monkeypatch, forge, "@sums", "qinglan-community=@qinglan", "wutong-village=@wutong")

    assert sent(ledger) == 0
    told = {one["to"]: one["message"] for one in forge.received}

    assert sorted(told) == ["/channel/qinglan", "/channel/sums", "/channel/wutong"]
    assert told["/channel/qinglan"].startswith(
        "截至 2025-09-01，逾期 4 项，最长 223 天。\n· 复查长期事项：逾期 1 项，最长 63 天\n"
    )
    assert "个单位，最长 " in told["/channel/sums"]
    assert told["/channel/sums"].endswith(f"详见：{forge.address}/yunzhu/ledger/issues")
    assert "已发 3 条提醒" in capsys.readouterr().out


def test_no_reminder_holds_a_text_a_name_or_an_id_of_the_ledger(
    ledger: Path, forge: FakeForge, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = [path.stem for path in sorted((ledger / "ledger" / "units").glob("*.yaml"))]
    channels(monkeypatch, forge, "@sums", *(f"{unit}=@{unit.replace('-', '')}" for unit in units))

    sent(ledger)
    said = "\n".join(f"{one['title']}\n{one['message']}" for one in forge.received)

    assert len(forge.received) > 1
    assert [text for text in texts_in(ledger / "ledger") if text in said] == []
    assert re.findall(r"[RCLV][0-9]+-[0-9]+|T-[0-9]+", said) == []


def texts_in(folder: Path) -> set[str]:
    """Every text of the ledger a reminder might repeat: whatever people wrote, and the names and ids of units."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, str) and re.search(r"[一-鿿]{3}|[a-z]-[a-z]", value):
            found.add(value.strip())

    for path in folder.rglob("*.yaml"):
        walk(parse(path.read_bytes()).data)
    return found


def test_channels_may_lie_in_a_file_outside_the_ledger(ledger: Path, forge: FakeForge, tmp_path: Path) -> None:
    file = tmp_path / "channels.yaml"
    home = forge.address.removeprefix("http://")
    file.write_text(f"urls:\n  - json://{home}/channel/q:\n      tag: qinglan-community\n", encoding="utf-8")

    assert sent(ledger, "--channels", str(file)) == 0
    assert [one["to"] for one in forge.received] == ["/channel/q"]


def test_a_dry_run_shows_the_messages_and_sends_none(
    ledger: Path, forge: FakeForge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    channels(monkeypatch, forge, "@sums")

    assert sent(ledger, "--dry-run") == 0
    assert "青岚社区党总支\n  巡察整改提醒\n  截至 2025-09-01，逾期 4 项" in capsys.readouterr().out
    assert forge.received == []


def test_a_channel_that_does_not_answer_is_told_without_its_address(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INSPECTION_NOTIFY_URLS", "qinglan-community=json://127.0.0.1:9/secret-key")

    assert sent(ledger) == 2
    said = capfd.readouterr()
    assert "没有发出：青岚社区党总支的渠道没有应答" in said.err
    assert "secret-key" not in said.out + said.err


@pytest.mark.parametrize("line", ["qinglan-community=nonsense://secret-key", "json://127.0.0.1/a\nsecret-key"])
def test_a_line_that_is_no_channel_stops_everything_and_is_not_shown(
    ledger: Path, forge: FakeForge, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], line: str
) -> None:
    monkeypatch.setenv("INSPECTION_NOTIFY_URLS", line)

    assert sent(ledger) == 2
    said = capfd.readouterr()
    assert "有的提醒渠道写法不对" in said.err
    assert "secret-key" not in said.out + said.err
    assert forge.received == []


def test_where_nothing_is_owed_nobody_is_reminded(
    ledger: Path, forge: FakeForge, monkeypatch: pytest.MonkeyPatch
) -> None:
    channels(monkeypatch, forge, "@sums")
    for kind in ("problems", "rounds", "letters", "common", "visits"):
        for path in (ledger / "ledger" / kind).rglob("*.yaml"):
            path.unlink()

    assert sent(ledger) == 0
    assert forge.received == []
