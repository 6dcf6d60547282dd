"""Commits made beside the files on disk, and pushed as a branch; the only place of the program that writes to Git."""

import base64
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from inspection.errors import CannotRunError

NOTHING: Mapping[str, str] = MappingProxyType({})


class Author(NamedTuple):
    """Who says what a commit holds; the mail leads nowhere."""

    name: str
    mail: str


class Branches:
    """The repository a ledger lies in, and where it is pushed to.

    Args:
        root: The ledger folder.
        token: What opens the remote repository, where its address begins with http; empty where Git knows by itself.
    """

    def __init__(self, root: Path, token: str = "") -> None:
        """Ask Git where the folder lies in its repository."""
        self._root = root
        self._token = token
        self._prefix = self._git("rev-parse", "--show-prefix")
        self._base = self._git("rev-parse", "HEAD")

    def commit(self, files: Mapping[str, bytes], message: str, author: Author) -> str:
        """Return the id of a commit upon HEAD in which some files of the ledger are new; nothing on disk changes.

        Args:
            files: Their bytes by path below the ledger folder.
            message: Of the commit.
            author: Who says it.
        """
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._git("read-tree", self._base, said=index)
            for path, data in files.items():
                blob = self._git("hash-object", "-w", "--stdin", data=data)
                self._git("update-index", "--add", "--cacheinfo", f"100644,{blob},{self._prefix}{path}", said=index)
            tree = self._git("write-tree", said=index)
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _said(author)}
        sign = ["-S"] if self._git("config", "--default", "false", "--type", "bool", "commit.gpgsign") == "true" else []
        return self._git("commit-tree", tree, "-p", self._base, *sign, data=message.encode(), said=who)

    def push(self, commit: str, branch: str) -> None:
        """Let a branch of `origin` be at a commit, wherever it was before."""
        self._git("push", "--quiet", "--force", "origin", f"{commit}:refs/heads/{branch}", said=self._opening())

    def _opening(self) -> dict[str, str]:
        if not self._token:
            return {}
        said = base64.b64encode(f"x-access-token:{self._token}".encode()).decode()
        return {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "http.extraheader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {said}",
        }

    def _git(self, *words: str, data: bytes = b"", said: Mapping[str, str] = NOTHING) -> str:
        whole = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **said}
        try:
            done = subprocess.run(
                ["git", *words], cwd=self._root, env=whole, input=data, capture_output=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            raise CannotRunError(
                f"git {words[0]} 没有成功：台账要在 Git 仓库里，推送要有 origin 和写权限的令牌",
                f"git {words[0]} failed: the ledger must lie in a Git repository, and pushing needs origin and a token",
            ) from None
        return done.stdout.decode("utf-8", "replace").strip()


def _said(author: Author) -> list[tuple[str, str]]:
    clean = {ord(mark): None for mark in "<>\n\r\0"}
    return [("NAME", author.name.translate(clean) or "intake"), ("EMAIL", author.mail.translate(clean))]
