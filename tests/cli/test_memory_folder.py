"""Nobody can hand over a memory: what runs remember lies where no commit can put anything."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.workflows.running import git

from inspection.cli import main
from inspection.cli.memory_folder import NAME, memory_folder
from inspection.cli.writing import NOTE, settled
from inspection.rules.lifecycle import refused

PROJECT = Path(__file__).resolve().parents[2]
CLOSED = "ledger/problems/R13-02/R13-02-0004.yaml"
OWN_WORD = "      - {date: 2024-12-27, action: close, by: wutong-village, how: on_site}\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A repository whose head closes an item on the word of whoever led it."""
    home = tmp_path / "office"
    shutil.copytree(PROJECT / "tests" / "cases" / "base" / "ledger", home / "ledger")
    git(home.parent, "init", "-q", "-b", "main", str(home))
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "ledger: Begin")
    with (home / CLOSED).open("a", encoding="utf-8") as file:
        file.write(OWN_WORD)
    git(home, "commit", "-q", "-a", "-m", "ledger: Close")
    return home


def check(home: Path) -> int:
    return main(["check", "--ledger", str(home), "--base", "HEAD~1", "--language", "zh"])


def test_a_committed_memory_that_says_a_bad_record_is_good_is_not_believed(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as lax:
        lax.setattr(refused, "_refused", lambda *_: iter(()))
        assert check(office) == 0
    (forged,) = memory_folder(office / "ledger").glob("ledger-*")
    assert check(office) == 0, "what was forged would be believed by its own clone"
    for place in (office / ".cache" / forged.name, office / ".cache" / ("0" * 32) / forged.name):
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(forged, place)
    git(office, "add", "-f", ".cache")
    git(office, "commit", "-q", "--amend", "--no-edit")
    git(tmp_path, "clone", "-q", str(office), "base")
    capsys.readouterr()

    assert check(tmp_path / "base") == 1
    assert "LIF05" in capsys.readouterr().out


def test_a_committed_note_of_renames_to_come_moves_nothing(office: Path) -> None:
    record = office / CLOSED
    said = record.read_bytes()
    swapped = record.with_name(f".{record.name}.writing")
    swapped.write_bytes(b"unit: another\n")
    for place in (office / "ledger" / f".{NOTE}", office / "ledger" / NOTE, office / ".cache" / NOTE):
        place.parent.mkdir(exist_ok=True)
        place.write_text(f'["{CLOSED.removeprefix("ledger/")}"]', encoding="utf-8")

    settled(office / "ledger")

    assert (record.read_bytes(), swapped.exists()) == (said, True)


def test_every_clone_and_every_working_tree_draws_a_folder_of_its_own(office: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(office), "clone")
    git(office, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    homes = (office, tmp_path / "clone", tmp_path / "tree")

    drawn = [memory_folder(home / "ledger") for home in homes]

    assert [folder.parent for folder in drawn] == [home / ".cache" for home in homes]
    assert len({folder.name for folder in drawn}) == 3
    assert [memory_folder(home / "ledger") for home in homes] == drawn


def test_two_runs_at_once_draw_the_same_folder(office: Path) -> None:
    program = "import sys; from pathlib import Path; from inspection.cli.memory_folder import memory_folder as f; "
    command = [sys.executable, "-c", f"{program}print(f(Path(sys.argv[1])).name)", str(office / "ledger")]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "scripts")}

    def run(_: int) -> str:
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(run, range(4)))) == 1
    assert [path.name for path in (office / ".git").glob(f"{NAME}*")] == [NAME]


def test_without_git_what_is_remembered_lies_beside_the_ledger(tmp_path: Path) -> None:
    assert memory_folder(tmp_path / "ledger") == tmp_path / ".cache"


@pytest.mark.parametrize("held", ["", "../../elsewhere", "0" * 31])
def test_a_name_that_cannot_have_been_drawn_is_not_taken(office: Path, held: str) -> None:
    (office / ".git" / NAME).write_text(held, encoding="utf-8")

    folder = memory_folder(office / "ledger")

    assert folder.parent == office / ".cache"
    assert len(folder.name) == 32
