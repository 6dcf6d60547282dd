"""Somebody at a desk: commands typed in a repository, as real processes, and what they said."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parents[2]


class Said(NamedTuple):
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


class Desk:
    """A folder in which somebody types."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def typed(self, *words: str | Path) -> Said:
        """Type `inspection` with these words."""
        return self._run([sys.executable, "-m", "inspection", *map(str, words), "--language", "zh"])

    def done(self, *words: str | Path) -> str:
        """Type a command that must come off; return what it printed."""
        said = self.typed(*words)
        assert said.code == 0, said
        return said.out

    def git(self, *words: str | Path) -> str:
        """Run Git as the office."""
        said = self._run(["git", *map(str, words)])
        assert said.code == 0, said
        return said.out.strip()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD")

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def _run(self, command: list[str]) -> Said:
        identity = {f"GIT_{who}_{what}": f"office{mail}" for who in ("AUTHOR", "COMMITTER")
                    for what, mail in (("NAME", ""), ("EMAIL", "@yunzhu.example"))}  # fmt: skip
        environment = {
            **os.environ, **identity, "PYTHONPATH": str(HOME / "scripts"), "PYTHONUTF8": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }  # fmt: skip
        ended = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return Said(ended.returncode, ended.stdout, ended.stderr)


def begun(folder: Path) -> Desk:
    """Put what lies in a folder under Git, private files and built ones left out."""
    desk = Desk(folder)
    (folder / ".gitignore").write_text("/private/\n/build/\n/.cache/\n", encoding="utf-8")
    desk.git("init", "-q", "-b", "main")
    desk.commit("ledger: Begin")
    return desk
