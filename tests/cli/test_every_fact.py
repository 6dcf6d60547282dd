"""Every kind of record by `new`, every dated fact by `record`: a ledger of commands alone, and no other byte changed.

The commands stand in `every_fact.txt`. Whatever is made gets comments, Windows line ends and no last one before the
next fact goes into it.
"""

import shlex
from pathlib import Path

import pytest

from inspection.cli import main
from inspection.office.writing.actions import ACTIONS
from inspection.office.writing.births import USUAL
from inspection.office.writing.named import action_of
from inspection.office.writing.targets import target_of

HERE = Path(__file__).resolve().parent
POLICY = HERE.parent / "cases" / "base" / "ledger" / "policy" / "2021-09-28.yaml"
LINES = [
    line for line in (HERE / "every_fact.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]
BY_HAND_ALONE = {("plan", "fill"), ("calendar", "fill"), ("checklist", "fill"), ("policy", "fill"), ("signers", "fill"),
                 ("purges", "fill")}  # fmt: skip
"""They have no field that may stay empty."""


def contents(folder: Path) -> dict[str, str]:
    below = folder / "ledger"
    return {path.relative_to(below).as_posix(): path.read_bytes().decode() for path in below.rglob("*.yaml")}


def by_hand(text: str) -> str:
    """A new file as somebody left it: remarks, the line ends of Windows, and none behind the last line."""
    lines = [
        f"{line}  # 旁注" if line and line[0] != " " and line[-1] != "|" and ": " in line else line
        for line in text.splitlines()
    ]
    return "\r\n".join(["# 由办公室保管", *lines])


def keeps_all_of(old: str, new: str) -> bool:
    rest = iter(new)
    return all(letter in rest for letter in old)


@pytest.mark.slow
def test_every_kind_and_every_fact_is_written_and_no_other_byte_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ledger").mkdir()
    (tmp_path / "意见书.docx").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    written = set()

    for line in LINES:
        day, *words = shlex.split(line.removeprefix("!"))
        before = contents(tmp_path)
        code = main([*(str(POLICY) if word == "POLICY" else word for word in words), "--today", day])
        said = capsys.readouterr()
        assert code == int(line.startswith("!")), f"{line}\n{said}"
        after = contents(tmp_path)
        changed = [path for path in after if after[path] != before.get(path)]
        assert len(changed) == (not line.startswith("!")), line
        for path in changed:
            if path not in before:
                (tmp_path / "ledger" / path).write_bytes(by_hand(after[path]).encode())
            else:
                assert keeps_all_of(before[path], after[path]), line
                assert after[path].count("\n") == after[path].count("\r\n"), line
        if words[0] == "record":
            target = words[1].replace("古山社区党总支", "gushan-community").replace("旧社区党支部", "old-unit")
            kind = target_of(target, after).kind
            written.add((kind, action_of(kind, words[2]).name))
        else:
            written.add(("new", "unit" if words[1] == "单位" else words[1]))

    assert main(["check", "--today", "2024-12-31"]) == 0
    facts = {(kind, action.name) for kind, actions in ACTIONS.items() for action in actions}
    assert facts | {("new", kind) for kind in USUAL} == written | BY_HAND_ALONE
