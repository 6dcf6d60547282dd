"""What a change is compared with: the commit it shares with the branch it wants to enter."""

from collections.abc import Mapping
from pathlib import Path

from inspection.errors import CannotRunError
from inspection.read.source import merge_base

AUTO = "auto"
"""As `--base`: find it in what continuous integration says of the pull request, else take the commit before."""

TARGETS = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "CHANGE_TARGET")
"""Variables that name what a pull request wants to enter: of GitHub, Gitea and Forgejo; of GitLab; of Jenkins."""


def base_commit(folder: Path, base: str, head: str | None, environment: Mapping[str, str]) -> str | None:
    """Return the full id of the commit a change is compared with.

    Args:
        folder: The ledger folder.
        base: A revision, or `auto`.
        head: The revision that is looked at; nothing for the files on disk, which belong to HEAD.
        environment: Where continuous integration says what a pull request wants to enter.

    Returns:
        The merge base; nothing for `auto` where no pull request is named and no commit came before.

    Raises:
        CannotRunError: There is no such revision, or no history in common.
    """
    tip = head or "HEAD"
    if base != AUTO:
        return merge_base(folder, base, tip)
    target = next((environment[name] for name in TARGETS if environment.get(name)), None)
    if target is None:
        return _found(folder, f"{tip}^1", tip)
    return _found(folder, f"origin/{target}", tip) or merge_base(folder, target, tip)


def _found(folder: Path, base: str, head: str) -> str | None:
    try:
        return merge_base(folder, base, head)
    except CannotRunError:
        return None
