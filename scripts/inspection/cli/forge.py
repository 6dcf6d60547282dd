"""The forge a repository lies on: issues, comments and pull requests by its API, told where by continuous integration.

GitHub, Gitea and Forgejo take the same requests; GitLab's are `inspection.cli.gitlab`.
"""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from inspection.errors import CannotRunError

SECONDS = 30
A_PAGE = 50


class Posted(NamedTuple):
    """An issue, a pull request or a comment.

    Attributes:
        number: What its own address needs: the number of an issue or pull request, the id of a comment.
        title: Empty for a comment.
        author: The account that wrote it.
        url: Where a person reads it.
    """

    number: int
    title: str
    body: str
    author: str
    url: str


class Forge:
    """One repository on GitHub, Gitea or Forgejo.

    Args:
        api: The address of the API, such as `https://api.github.com`.
        repository: `owner/name`.
        token: What opens it; it is sent to the API and nowhere else.
    """

    def __init__(self, api: str, repository: str, token: str) -> None:
        """Ask nothing yet."""
        self._api = api.rstrip("/")
        self._repository = repository
        self._token = token

    @property
    def _home(self) -> str:
        return f"repos/{self._repository}"

    def is_public(self) -> bool:
        """Return whether anybody may read the repository."""
        return not self._sent("GET", self._home)["private"]

    def issues(self) -> list[Posted]:
        """Return the open issues, pull requests left out."""
        listed = self._every(f"{self._home}/issues", state="open", type="issues")
        return [_posted(one) for one in listed if not one.get("pull_request")]

    def open_issue(self, title: str, body: str) -> Posted:
        """Open an issue."""
        return _posted(self._sent("POST", f"{self._home}/issues", {"title": title, "body": body}))

    def change_issue(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._sent("PATCH", f"{self._home}/issues/{number}", {"title": title, "body": body})

    def close_issue(self, number: int) -> None:
        """Close an issue."""
        self._sent("PATCH", f"{self._home}/issues/{number}", {"state": "closed"})

    def comments(self, number: int) -> list[Posted]:
        """Return the comments of an issue or pull request, the oldest first."""
        return [_posted(one) for one in self._every(f"{self._home}/issues/{number}/comments")]

    def comment(self, number: int, body: str) -> None:
        """Write below an issue or pull request."""
        self._sent("POST", f"{self._home}/issues/{number}/comments", {"body": body})

    def change_comment(self, number: int, comment: int, body: str) -> None:
        """Give a comment of an issue or pull request another text."""
        del number
        self._sent("PATCH", f"{self._home}/issues/comments/{comment}", {"body": body})

    def open_pull(self, title: str, body: str, branch: str, base: str) -> Posted:
        """Ask that a branch be taken into another."""
        asked = {"title": title, "body": body, "head": branch, "base": base}
        return _posted(self._sent("POST", f"{self._home}/pulls", asked))

    def pulls(self) -> Iterator[tuple[Posted, str, str]]:
        """Yield the open pull requests, each with its branch and the commit at the head of it."""
        for one in self._every(f"{self._home}/pulls", state="open"):
            yield _posted(one), one["head"]["ref"], one["head"]["sha"]

    def was_merged(self, number: int) -> bool:
        """Return whether a pull request was merged."""
        return bool(self._sent("GET", f"{self._home}/pulls/{number}").get("merged_at"))

    def _every(self, path: str, **query: str) -> Iterator[dict[str, Any]]:
        page = 1
        while True:
            asked = {**query, "per_page": str(A_PAGE), "limit": str(A_PAGE), "page": str(page)}
            got = self._sent("GET", f"{path}?{urllib.parse.urlencode(asked)}")
            yield from got
            if len(got) < A_PAGE:
                return
            page += 1

    def _sent(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self._api}/{path}", data, self._headers(), method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise _refused(method, path, f"{error.code} {error.reason}") from None
        except (OSError, ValueError) as error:
            raise _refused(method, path, type(error).__name__) from None

    def _headers(self) -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "User-Agent": "inspection-as-code",
        }


def forge_in(environment: Mapping[str, str], repository: str | None = None) -> Forge:
    """Return the forge that continuous integration runs on.

    Args:
        environment: Where continuous integration says where it runs.
        repository: Another repository on the same forge, `owner/name`.

    Raises:
        CannotRunError: It does not say so, or gives no token.
    """
    token = next((environment[name] for name in _TOKENS if environment.get(name)), "")
    lies = environment.get("GITHUB_REPOSITORY") or environment.get("CI_PROJECT_PATH")
    if not token or not lies:
        raise CannotRunError(
            "不知道仓库在哪个平台：需要环境变量 GITHUB_REPOSITORY（GitLab 为 CI_PROJECT_PATH）和 INSPECTION_TOKEN",
            "which forge is not known: GITHUB_REPOSITORY (CI_PROJECT_PATH on GitLab) and INSPECTION_TOKEN are needed",
        )
    if "CI_API_V4_URL" in environment:
        from inspection.cli.gitlab import GitLab

        return GitLab(environment["CI_API_V4_URL"], repository or lies, token)
    return Forge(environment.get("GITHUB_API_URL", "https://api.github.com"), repository or lies, token)


_TOKENS = ("INSPECTION_TOKEN", "GITHUB_TOKEN")


def link_in(environment: Mapping[str, str]) -> str:
    """Return where people find the repository, empty where continuous integration does not say."""
    if environment.get("CI_PROJECT_URL"):
        return environment["CI_PROJECT_URL"]
    server, repository = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    return f"{server}/{repository}" if server and repository else ""


def _posted(one: Mapping[str, Any]) -> Posted:
    author = (one.get("user") or {}).get("login", "")
    number = one.get("number", one["id"])
    return Posted(number, one.get("title") or "", one.get("body") or "", author, one.get("html_url", ""))


def _refused(method: str, path: str, why: str) -> CannotRunError:
    place = path.partition("?")[0]
    return CannotRunError(
        f"平台没有答应 {method} {place}（{why}）；请核对令牌的权限和网络",
        f"the forge refused {method} {place} ({why}); look at what the token may do, and at the network",
    )
