"""`inspection audit`, as it is typed; and histories no one here wrote."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.history.repositories import PATH, PROBLEM, REPORT, UNIT, Repository

from inspection.cli import main
from inspection.labelling import SCHEMAS

VALID = Draft202012Validator(json.loads((SCHEMAS / "output" / "audit.schema.json").read_text("utf-8")))
GUSHAN = "units/gushan-community.yaml"
DEMO = SCHEMAS.parent / "ledger"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A problem whose log is rewritten, and a unit that is deleted."""
    made = Repository(tmp_path / "云渚")
    made.commit({"district.yaml": "timezone: Asia/Shanghai\n", GUSHAN: UNIT, PATH: PROBLEM})
    made.commit({PATH: PROBLEM.replace("06-20", "06-19")}, "2024-06-22T10:00:00+0800", who="a|b\x1b")
    made.commit({GUSHAN: None}, "2024-06-23T10:00:00+0800")
    return made


def told(repository: Repository, capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> str:
    assert main(["audit", "--ledger", str(repository.folder), *arguments]) == code
    out = capsys.readouterr().out
    for number, commit in enumerate(repository.git("rev-list", "--reverse", "HEAD").split(), start=1):
        out = out.replace(commit, f"<commit {number}>").replace(commit[:10], f"commit-{number:03}")
    return out


def test_what_was_found_is_told_commit_by_commit(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(repository, capsys, "--language", "zh").splitlines() == [
        "commit-002 2024-06-22 a|b",
        f"  AUD07 {PATH}：{PATH} 不合格式，改动无法逐项核对",
        f"  CHG03 {PATH}：{PATH} 里已记的事实（2024-06-20 /items/0/log/0）不见了",
        "commit-003 2024-06-23 office",
        f"  CHG01 {GUSHAN}：{GUSHAN} 被删除",
        "已查 3 次提交、0 份记录：发现 3 处问题，涉及 2 次提交",
        "政策没有要求签名（`signing`），未判断由谁签名",
    ]


def test_the_dossier_names_every_commit_in_full(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(repository, capsys, "--format", "markdown", "--language", "en").splitlines()

    assert said[0] == "# Audit of the history"
    assert "- Head: `<commit 3>`" in said
    assert said[-1] == f"| `<commit 3>` | 2024-06-23 | office | CHG01 | {GUSHAN} | {GUSHAN} was deleted |"
    assert "| a\\|b |" in said[-2]


def test_what_is_printed_for_programs_keeps_its_schema(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--ledger", str(repository.folder), "--format", "json"]) == 1
    plain = json.loads(capsys.readouterr().out)

    assert not list(VALID.iter_errors(plain))
    assert [one["code"] for one in plain["findings"]] == ["AUD07", "CHG03", "CHG01"]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [("district.yaml", "不是公开过的封印（seal.json）\n"), ("no-such.json", "没有这个文件\n")],
)
def test_a_file_that_is_no_seal_is_refused_before_the_history_is_read(
    file: str, sentence: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["audit", "--ledger", str(repository.folder), "--published", str(repository.ledger / file)]

    assert main([*typed, "--language", "zh"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("inspection: ")
    assert said.endswith(sentence)
    assert len(said.splitlines()) == 1


def test_the_task_file_runs_without_installing(repository: Repository) -> None:
    script = SCHEMAS.parent / "scripts" / "audit.py"
    run = subprocess.run([sys.executable, script], cwd=repository.ledger, capture_output=True, check=False)

    assert run.returncode == 1
    assert "CHG01" in run.stdout.decode()


def test_a_repository_without_a_commit_has_nothing_to_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = Repository(tmp_path)
    empty.write({"district.yaml": "a: 1\n"})

    for command in (["audit"], ["changes", "HEAD"], ["statistics", "--at", "HEAD"]):
        assert main([*command, "--ledger", str(tmp_path), "--language", "zh"]) == 2
        assert capsys.readouterr().err == "inspection: 这个 Git 仓库还没有任何提交，没有历史\n"


def test_a_shallow_clone_is_audited_as_far_as_it_goes(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "2", f"file://{repository.folder}", str(clone))

    assert main(["audit", "--ledger", str(clone), "--language", "en"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in out if line.startswith("  ")] == ["CHG01"]
    assert out[-1].startswith("the history is cut off")


def octopus(made: Repository) -> None:
    for name in ("a", "b", "c"):
        made.git("checkout", "-q", "-b", name, "main")
        made.commit({f"units/{name}-bureau.yaml": UNIT})
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "-m", "data: Three", "a", "b", "c")


def submodule(made: Repository) -> None:
    made.git("update-index", "--add", "--cacheinfo", f"160000,{made.git('rev-parse', 'HEAD')},ledger/units")
    made.committed()


def names(made: Repository) -> None:
    (made.ledger / "units").mkdir(exist_ok=True)
    Path(str(made.ledger / "units" / "caf").encode().decode() + "\udce9.yaml").write_text(UNIT)
    made.commit({"units/古山.yaml": UNIT, "papers/a b\nc.yaml": UNIT})


def roots(made: Repository) -> None:
    made.git("checkout", "-q", "--orphan", "other")
    made.git("rm", "-rfq", ".")
    made.commit({"readme": "x"})
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "--allow-unrelated-histories", "-m", "data: Join", "other")


def criss_cross(made: Repository) -> None:
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: PROBLEM + REPORT})
    side = made.git("rev-parse", "HEAD")
    made.git("checkout", "-q", "main")
    made.commit({GUSHAN: UNIT})
    made.git("merge", "-q", "-m", "data: One", side)
    made.git("checkout", "-q", "side")
    made.git("merge", "-q", "-m", "data: Two", "main~1")
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "-m", "data: Three", "side")


def both_sides_in_one_record(made: Repository) -> None:
    made.commit({PATH: PROBLEM + "\n\n# 末尾\n"})
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: PROBLEM.replace("category", "# 注\ncategory") + "\n\n# 末尾\n"})
    made.git("checkout", "-q", "main")
    made.commit({PATH: PROBLEM + REPORT + "\n\n# 末尾\n"})
    made.git("merge", "-q", "-m", "data: Both", "side")


def nothing_but_merges(made: Repository) -> None:
    made.git("checkout", "-q", "-b", "side")
    made.committed()
    made.git("checkout", "-q", "main")
    made.committed()
    made.git("merge", "-q", "-m", "data: Nothing", "side")


HONEST = [octopus, submodule, names, roots, criss_cross, both_sides_in_one_record, nothing_but_merges]


@pytest.mark.parametrize("write", HONEST)
def test_no_repository_breaks_it_and_an_honest_one_gives_no_finding(
    write: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Repository(tmp_path / "云渚")
    made.commit({"district.yaml": "timezone: Asia/Shanghai\n", PATH: PROBLEM})
    assert callable(write)
    write(made)

    assert main(["audit", "--ledger", str(made.folder), "--format", "json"]) == 0, capsys.readouterr()
    first = capsys.readouterr().out
    assert main(["audit", "--ledger", str(made.folder), "--format", "json"]) == 0
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("depth", ["1", "2", "3"])
@pytest.mark.parametrize("write", HONEST)
def test_nobody_is_blamed_for_what_a_shallow_clone_lacks(
    write: object, depth: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Repository(tmp_path / "云渚")
    made.commit({"district.yaml": "timezone: Asia/Shanghai\n", PATH: PROBLEM})
    assert callable(write)
    write(made)
    made.git("clone", "-q", "--depth", depth, f"file://{made.folder}", str(tmp_path / "clone"))

    assert main(["audit", "--ledger", str(tmp_path / "clone")]) == 0, capsys.readouterr()


def test_a_merge_that_drops_what_a_shallow_clone_holds_is_caught(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Repository(tmp_path / "云渚")
    made.commit({"district.yaml": "timezone: Asia/Shanghai\n", PATH: PROBLEM})
    made.committed()
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: PROBLEM + REPORT})
    made.git("checkout", "-q", "main")
    made.commit({GUSHAN: UNIT})
    made.git("merge", "-q", "-s", "ours", "-m", "data: Ours", "side")
    made.git("clone", "-q", "--depth", "3", f"file://{made.folder}", str(tmp_path / "clone"))

    assert main(["audit", "--ledger", str(tmp_path / "clone"), "--format", "json"]) == 1
    assert "AUD02" in {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}
