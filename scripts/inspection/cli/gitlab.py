"""GitLab's API, as far as it differs from GitHub's."""

import urllib.parse
from collections.abc import Iterator, Mapping
from typing import Any

from inspection.cli.forge import Forge, Posted


class GitLab(Forge):
    """One project on GitLab; its merge requests are what `Forge` calls pull requests.

    Comments are those of issues and, for the number of a merge request in continuous integration, of merge requests:
    both are counted by themselves there, so `merge_requests` says which are meant.
    """

    notes_of = "issues"

    @property
    def _home(self) -> str:
        return f"projects/{urllib.parse.quote(self._repository, safe='')}"

    def merge_requests(self) -> "GitLab":
        """Return the same project, its comments being those of merge requests."""
        other = GitLab(self._api, self._repository, self._token)
        other.notes_of = "merge_requests"
        return other

    def is_public(self) -> bool:
        """Return whether others than its members may read the project: everybody, or whoever has an account there."""
        return str(self._sent("GET", self._home)["visibility"]) != "private"

    def issues(self) -> list[Posted]:
        """Return the open issues."""
        return [_posted(one) for one in self._every(f"{self._home}/issues", state="opened")]

    def open_issue(self, title: str, body: str) -> Posted:
        """Open an issue."""
        return _posted(self._sent("POST", f"{self._home}/issues", {"title": title, "description": body}))

    def change_issue(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._sent("PUT", f"{self._home}/issues/{number}", {"title": title, "description": body})

    def close_issue(self, number: int) -> None:
        """Close an issue."""
        self._sent("PUT", f"{self._home}/issues/{number}", {"state_event": "close"})

    def comments(self, number: int) -> list[Posted]:
        """Return the comments of an issue or merge request, the oldest first."""
        listed = self._every(f"{self._home}/{self.notes_of}/{number}/notes", sort="asc")
        return [_posted(one) for one in listed if not one.get("system")]

    def comment(self, number: int, body: str) -> None:
        """Write below an issue or merge request."""
        self._sent("POST", f"{self._home}/{self.notes_of}/{number}/notes", {"body": body})

    def change_comment(self, number: int, comment: int, body: str) -> None:
        """Give a comment of an issue or merge request another text."""
        self._sent("PUT", f"{self._home}/{self.notes_of}/{number}/notes/{comment}", {"body": body})

    def open_pull(self, title: str, body: str, branch: str, base: str) -> Posted:
        """Ask that a branch be taken into another."""
        asked = {"title": title, "description": body, "source_branch": branch, "target_branch": base}
        return _posted(self._sent("POST", f"{self._home}/merge_requests", asked))

    def pulls(self) -> Iterator[tuple[Posted, str, str]]:
        """Yield the open merge requests, each with its branch and the commit at the head of it."""
        for one in self._every(f"{self._home}/merge_requests", state="opened"):
            yield _posted(one), one["source_branch"], one["sha"]

    def was_merged(self, number: int) -> bool:
        """Return whether a merge request was merged."""
        return str(self._sent("GET", f"{self._home}/merge_requests/{number}")["state"]) == "merged"


def _posted(one: Mapping[str, Any]) -> Posted:
    body = one.get("description") if "description" in one else one.get("body")
    author = (one.get("author") or {}).get("username", "")
    return Posted(one.get("iid", one["id"]), one.get("title") or "", body or "", author, one.get("web_url", ""))
