"""Real Git repositories whose every date and name is given."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from inspection.history.ancestry import Ancestry
from inspection.history.lineage import lineages
from inspection.history.revisions import Revisions
from inspection.history.trail import Trail, trails

UNIT = (
    "name: 古山社区党总支\nkind: community\nparent: beizhou\nbody: general_branch\njoined: 2021-09-28\nin_base: true\n"
)
PROBLEM = """\
unit: gushan-community
category: collective_assets
found: 2024-03-18
statement: 村集体 3 处经营性房产出租未公开招租，合同到期后未重新签订。
items:
  - id: 1
    due: 2024-08-20
    task: 对 3 处房产重新公开招租并补签合同
    log:
      - {date: 2024-06-20, action: start, by: unit, note: 已成立专班}
"""
REPORT = "      - {date: 2024-07-15, action: report, by: unit, note: 合同清理完毕}\n"
SUBMIT = "      - {date: 2024-08-16, action: submit, by: unit, evidence: [E1]}\n"
PATH = "problems/R13-05/R13-05-0137.yaml"


class Repository:
    """A repository with a ledger folder; each commit says when and by whom."""

    def __init__(self, folder: Path, *options: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.ledger = folder / "ledger"
        self.git("init", "-q", "-b", "main", *options)
        self.git("config", "core.autocrlf", "false")
        self.git("config", "commit.gpgsign", "false")

    def git(self, *arguments: str, when: str = "2024-06-21T10:00:00+0800", who: str = "office", **more: bytes) -> str:
        mail = f"{who}@yunzhu.example"
        environment = {
            **os.environ,
            "GIT_AUTHOR_NAME": who, "GIT_AUTHOR_EMAIL": mail, "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_NAME": who, "GIT_COMMITTER_EMAIL": mail, "GIT_COMMITTER_DATE": when,
            "GIT_CONFIG_GLOBAL": os.devnull,
        }  # fmt: skip
        run = subprocess.run(
            ["git", *arguments], cwd=self.folder, check=True, capture_output=True, env=environment, **more
        )
        return run.stdout.decode().strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        for path, text in files.items():
            target = self.ledger / path
            if text is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(
        self, files: Mapping[str, str | bytes | None], when: str = "2024-06-21T10:00:00+0800", **more: str
    ) -> str:
        self.write(files)
        self.git("add", "-A")
        return self.committed(when, **more)

    def committed(self, when: str = "2024-06-21T10:00:00+0800", message: str = "data: A", **more: str) -> str:
        self.git("commit", "-q", "--allow-empty", "-m", message, when=when, **more)
        return self.git("rev-parse", "HEAD")

    def trails(self, rev: str = "HEAD") -> dict[str, Trail]:
        """Every record's trail, by its path."""
        return trails_of(Revisions(self.ledger, rev))


def trails_of(revisions: Revisions) -> dict[str, Trail]:
    commits = list(revisions.commits())
    return {one.path: one for one in trails(revisions, lineages(revisions, commits), Ancestry(commits))}


def first(trail: Trail) -> dict[str, str]:
    """The first commit of every fact, by its pointer."""
    return {one.fact.pointer: one.commit.id for one in trail.facts}
