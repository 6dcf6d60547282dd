import os
import shutil
import subprocess
from pathlib import Path

import pytest

from inspection.errors import CannotRunError
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import Revision, Source, WorkingTree, locate, locate_around
from inspection.read.text import MOST_BYTES

FILES = {
    "district.yaml": b"name: a\n",
    "units/b.yaml": b"name: b\n",
    "units/a.yaml": b"name: a\n",
    "units/\xe5\x8f\xa4\xe5\xb1\xb1.yaml".encode("latin-1").decode(): b"x",
    "rounds/R13-05/round.yaml": b"",
    "rounds/R13-05/crlf.yaml": b"a: 1\r\n",
}


def git(folder: Path, *arguments: str) -> str:
    identity = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example",
    }
    run = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    return run.stdout.decode().strip()


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "data: A")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose ledger lies in a folder of it."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "core.autocrlf", "false")
    write(tmp_path / "ledger", FILES)
    (tmp_path / "README.md").write_text("a")
    commit(tmp_path)
    return tmp_path


def listing(source: Source) -> list[tuple[str, str, bytes, str | None]]:
    return [
        (file.path, file.content_id, file.data, file.fault and file.fault.message.en)
        for file in map(source.opened, source.files())
    ]


def test_a_folder_gives_its_files_in_order_with_the_ids_git_gives_them(repository: Path):
    found = listing(WorkingTree(repository / "ledger"))

    assert [path for path, *_ in found] == sorted(FILES)
    assert [data for _, _, data, _ in found] == [FILES[path] for path in sorted(FILES)]
    for path, content_id, _, fault in found:
        assert content_id == git(repository, "hash-object", "--no-filters", f"ledger/{path}")
        assert fault is None


def test_a_revision_gives_the_same_as_the_folder_it_was_made_of(repository: Path):
    assert listing(Revision(repository / "ledger", "HEAD")) == listing(WorkingTree(repository / "ledger"))


@pytest.mark.parametrize("name", ["HEAD", "main", "v1", "light", "HEAD^0", "refs/heads/main"])
def test_a_revision_is_whatever_git_takes(repository: Path, name: str):
    git(repository, "tag", "-a", "v1", "-m", "one")
    git(repository, "tag", "light")

    assert Revision(repository / "ledger", name).commit == git(repository, "rev-parse", "HEAD")


def test_a_short_id_is_a_revision(repository: Path):
    head = git(repository, "rev-parse", "HEAD")

    assert Revision(repository / "ledger", head[:7]).commit == head


def test_an_old_revision_is_read_as_it_was(repository: Path):
    write(repository / "ledger", {"units/a.yaml": b"name: changed\n"})
    commit(repository)

    assert Revision(repository / "ledger", "HEAD~1").read("units/a.yaml") == b"name: a\n"
    assert Revision(repository / "ledger", "HEAD").read("units/a.yaml") == b"name: changed\n"


def test_a_revision_before_the_ledger_is_an_empty_ledger(repository: Path):
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rq", "--cached", "ledger")
    git(repository, "commit", "-q", "-m", "home: A")
    revision = Revision(repository / "ledger", "empty")

    assert listing(revision) == []
    assert not revision.holds_ledger
    assert Revision(repository / "ledger", "main").holds_ledger


def test_a_ledger_that_is_the_whole_repository_is_read_at_a_revision(tmp_path: Path):
    git(tmp_path, "init", "-q")
    write(tmp_path, FILES)
    commit(tmp_path)

    assert listing(Revision(tmp_path, "HEAD")) == listing(WorkingTree(tmp_path))


def test_a_ledger_deleted_from_disk_is_read_at_a_revision(repository: Path):
    shutil.rmtree(repository / "ledger")

    assert [path for path, *_ in listing(Revision(repository / "ledger", "HEAD"))] == sorted(FILES)


@pytest.mark.parametrize("name", ["nowhere", "", "-x", "--all", "HEAD:ledger", "0" * 40, "deadbeef", "a b", "x\ny"])
def test_what_is_no_revision_stops_the_run_with_a_sentence(repository: Path, name: str):
    with pytest.raises(CannotRunError) as stopped:
        Revision(repository / "ledger", name)

    assert stopped.value.zh == f"没有这个版本：{name}。检查名称；如果历史没有取全，先运行 git fetch --unshallow"
    assert stopped.value.en == (
        f"there is no such revision: {name}; check the name, or fetch the whole history (git fetch --unshallow)"
    )


def test_a_revision_outside_a_repository_stops_the_run_with_a_sentence(tmp_path: Path):
    with pytest.raises(CannotRunError) as stopped:
        Revision(tmp_path, "HEAD")

    assert stopped.value.en == f"{tmp_path} lies in no Git repository and has no revisions"


def test_names_that_begin_with_a_dot_are_no_files(repository: Path):
    write(repository / "ledger", {".DS_Store": b"x", "units/.gitkeep": b"", ".hidden/a.yaml": b"x"})
    commit(repository)

    assert [path for path, *_ in listing(WorkingTree(repository / "ledger"))] == sorted(FILES)
    assert [path for path, *_ in listing(Revision(repository / "ledger", "HEAD"))] == sorted(FILES)


def test_symbolic_links_are_never_followed_on_disk_nor_in_git(repository: Path):
    ledger = repository / "ledger"
    (ledger / "units" / "link.yaml").symlink_to(repository / "README.md")
    (ledger / "loop").symlink_to(ledger)
    (ledger / "broken.yaml").symlink_to("nowhere")
    commit(repository)

    for source in (WorkingTree(ledger), Revision(ledger, "HEAD")):
        faults = {path: fault for path, _, _, fault in listing(source) if fault}
        assert faults == dict.fromkeys(
            ["broken.yaml", "loop", "units/link.yaml"], "a symbolic link, which is never followed"
        )
        assert source.read("units/link.yaml") == b""


def test_a_nested_repository_is_never_entered(repository: Path):
    nested = repository / "ledger" / "units" / "nested"
    nested.mkdir()
    git(nested, "init", "-q")
    write(nested, {"c.yaml": b"x"})
    commit(nested)
    commit(repository)

    for source in (WorkingTree(repository / "ledger"), Revision(repository / "ledger", "HEAD")):
        faults = [(path, fault) for path, _, _, fault in listing(source) if fault]
        assert faults == [("units/nested", "this folder is another Git repository and is not read")]


def test_a_pipe_or_a_file_that_cannot_be_opened_is_a_finding(repository: Path, monkeypatch: pytest.MonkeyPatch):
    os.mkfifo(repository / "ledger" / "pipe.yaml")
    opened = os.open

    def refuse(path: str | Path, *arguments: int) -> int:
        if str(path).endswith("a.yaml"):
            raise PermissionError(path)
        return opened(path, *arguments)

    monkeypatch.setattr(os, "open", refuse)

    faults = [(path, fault) for path, _, _, fault in listing(WorkingTree(repository / "ledger")) if fault]

    assert faults == [("pipe.yaml", "the file cannot be opened"), ("units/a.yaml", "the file cannot be opened")]


def test_a_folder_that_cannot_be_listed_is_a_finding(repository: Path, monkeypatch: pytest.MonkeyPatch):
    scanned = os.scandir

    def refuse(path: bytes) -> object:
        if os.fsdecode(path).endswith("units"):
            raise PermissionError(path)
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refuse)

    faults = [(path, fault) for path, _, _, fault in listing(WorkingTree(repository / "ledger")) if fault]

    assert faults == [("units", "the folder cannot be opened")]


def test_a_name_that_cannot_be_printed_is_a_finding_and_printed_escaped(repository: Path):
    for name in (b"\xff.yaml", b"a\nb.yaml", b"\x1b[31m.yaml"):
        Path(os.fsdecode(os.path.join(os.fsencode(repository / "ledger"), name))).write_bytes(b"x")
    commit(repository)

    for source in (WorkingTree(repository / "ledger"), Revision(repository / "ledger", "HEAD")):
        faults = {path: fault for path, _, _, fault in listing(source) if fault}
        assert faults == dict.fromkeys(
            ["a\\nb.yaml", "\\xff.yaml", "\\x1b[31m.yaml"], "the file name holds characters that cannot be shown"
        )


def test_of_a_large_file_only_a_little_more_than_the_limit_is_kept(repository: Path):
    write(repository / "ledger", {"large.yaml": b"#" * 3_000_000, "next.yaml": b"a: 1\n"})
    commit(repository)

    for source in (WorkingTree(repository / "ledger"), Revision(repository / "ledger", "HEAD")):
        files = {file.path: source.opened(file) for file in source.files()}
        assert len(files["large.yaml"].data) == MOST_BYTES + 1
        assert files["large.yaml"].content_id == git(repository, "hash-object", "ledger/large.yaml")
        assert files["next.yaml"].data == b"a: 1\n"


def test_line_ends_git_converts_do_no_harm(repository: Path):
    git(repository, "config", "core.autocrlf", "true")
    write(repository / "ledger", {"units/c.yaml": b"a: 1\r\nb: 2\r\n"})
    commit(repository)

    assert WorkingTree(repository / "ledger").read("units/c.yaml") == b"a: 1\r\nb: 2\r\n"
    assert Revision(repository / "ledger", "HEAD").read("units/c.yaml") == b"a: 1\nb: 2\n"


def test_a_file_that_is_not_there_is_empty(repository: Path):
    assert WorkingTree(repository / "ledger").read("nowhere.yaml") == b""
    assert Revision(repository / "ledger", "HEAD").read("nowhere.yaml") == b""


def test_the_ledger_is_the_folder_itself_or_the_one_that_holds_it(repository: Path):
    for place in (repository, repository / "ledger"):
        assert locate(place) == repository / "ledger"


def test_the_ledger_around_a_place_is_the_nearest_above_it(repository: Path):
    deep = repository / "ledger" / "rounds" / "R13-05"

    assert locate_around(deep) == repository / "ledger"


def test_a_folder_without_a_ledger_stops_the_run_with_a_sentence(tmp_path: Path):
    with pytest.raises(CannotRunError) as stopped:
        locate(tmp_path)
    with pytest.raises(CannotRunError) as nowhere:
        locate(tmp_path / "nowhere")

    assert stopped.value.zh == f"这里没有台账：{tmp_path} 里既没有 district.yaml，也没有 ledger 文件夹"
    assert stopped.value.en == f"there is no ledger here: {tmp_path} holds neither district.yaml nor a folder ledger"
    assert nowhere.value.en == f"there is no such folder: {tmp_path / 'nowhere'}"


def test_a_ledger_is_the_same_on_disk_and_at_the_revision_it_was_committed_with(repository: Path, schemas: Schemas):
    folder = locate(repository)

    assert load(Revision(folder, "main"), schemas) == load(WorkingTree(folder), schemas)
