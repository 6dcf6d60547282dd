"""A forge on this machine alone: it keeps issues, comments and pull requests, and takes what the real ones take."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlparse

TOKEN = "of-the-test"
BOT = "ledger-bot"

Json = dict[str, Any]


class FakeForge:
    """What lies on the forge, by repository; `asked` is every request that changed something."""

    def __init__(self, private: bool = True) -> None:
        self.private = private
        self.issues: dict[str, list[Json]] = {}
        self.comments: dict[str, list[Json]] = {}
        self.asked: list[str] = []
        self.received: list[Json] = []
        self.address = ""
        self._number = 0

    def number(self) -> int:
        self._number += 1
        return self._number

    def put(self, repository: str, title: str, body: str, author: str = BOT, **more: Any) -> Json:
        number = self.number()
        url = f"{self.address}/{repository}/{'pull' if 'pull_request' in more else 'issues'}/{number}"
        one = {
            "id": 1000 + number, "number": number, "title": title, "body": body, "state": "open", "html_url": url,
            "user": {"login": author}, **more,
        }  # fmt: skip
        self.issues.setdefault(repository, []).append(one)
        return one

    def open(self, repository: str) -> list[Json]:
        return [one for one in self.issues.get(repository, []) if one["state"] == "open"]

    def below(self, repository: str, number: int) -> list[str]:
        return [one["body"] for one in self.comments.get(f"{repository}/{number}", [])]

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> tuple[int, Any]:
        found = re.fullmatch(r"/repos/([^/]+/[^/]+)(.*)", path)
        if found is None:
            return 404, {}
        repository, rest = found[1], found[2]
        if method != "GET":
            self.asked.append(f"{method} {rest}")
        for shape, act in _ROUTES.items():
            way = re.fullmatch(shape, f"{method} {rest}")
            if way is not None:
                return act(self, repository, way.groups(), body, query)
        return 404, {}


def _list(forge: FakeForge, repository: str, _way: Any, _body: Json, query: dict[str, list[str]]) -> tuple[int, Any]:
    return 200, _page(forge.open(repository), query)


def _open(forge: FakeForge, repository: str, _way: Any, body: Json, _query: Any) -> tuple[int, Any]:
    return 201, forge.put(repository, body["title"], body["body"])


def _change(forge: FakeForge, repository: str, way: Any, body: Json, _query: Any) -> tuple[int, Any]:
    one = next(each for each in forge.issues[repository] if each["number"] == int(way[0]))
    one.update(body)
    return 200, one


def _notes(forge: FakeForge, repository: str, way: Any, _body: Json, query: dict[str, list[str]]) -> tuple[int, Any]:
    return 200, _page(forge.comments.get(f"{repository}/{way[0]}", []), query)


def _note(forge: FakeForge, repository: str, way: Any, body: Json, _query: Any) -> tuple[int, Any]:
    one = {"id": forge.number(), "body": body["body"], "user": {"login": BOT}, "html_url": ""}
    forge.comments.setdefault(f"{repository}/{way[0]}", []).append(one)
    return 201, one


def _renote(forge: FakeForge, _repository: str, way: Any, body: Json, _query: Any) -> tuple[int, Any]:
    every = [one for many in forge.comments.values() for one in many]
    one = next(each for each in every if each["id"] == int(way[0]))
    one.update(body)
    return 200, one


def _pulls(forge: FakeForge, repository: str, _way: Any, _body: Json, query: dict[str, list[str]]) -> tuple[int, Any]:
    return 200, _page([one for one in forge.open(repository) if "pull_request" in one], query)


def _pull(forge: FakeForge, repository: str, _way: Any, body: Json, _query: Any) -> tuple[int, Any]:
    head = {"ref": body["head"], "sha": ""}
    return 201, forge.put(repository, body["title"], body["body"], pull_request={}, head=head, base=body["base"])


def _one(forge: FakeForge, repository: str, way: Any, _body: Json, _query: Any) -> tuple[int, Any]:
    return 200, next(one for one in forge.issues[repository] if one["number"] == int(way[0]))


def _whether(forge: FakeForge, _repository: str, _way: Any, _body: Json, _query: Any) -> tuple[int, Any]:
    return 200, {"id": 1, "private": forge.private}


_ROUTES = {
    r"GET ": _whether,
    r"GET /issues": _list,
    r"POST /issues": _open,
    r"PATCH /issues/(\d+)": _change,
    r"GET /issues/(\d+)/comments": _notes,
    r"POST /issues/(\d+)/comments": _note,
    r"PATCH /issues/comments/(\d+)": _renote,
    r"GET /pulls": _pulls,
    r"GET /pulls/(\d+)": _one,
    r"POST /pulls": _pull,
}


def _page(every: list[Json], query: dict[str, list[str]]) -> list[Json]:
    size, page = int(query["per_page"][0]), int(query["page"][0])
    return every[size * (page - 1) : size * page]


@contextmanager
def served(forge: FakeForge) -> Iterator[FakeForge]:
    """Serve a forge on loopback; whatever is posted to `/channel/...` is a reminder that came in."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked = urlparse(self.path)
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
            if asked.path.startswith("/channel/"):
                forge.received.append({"to": asked.path, **body})
                status, said = 200, {}
            elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
                status, said = 401, {}
            else:
                status, said = forge.answer(self.command, asked.path, parse_qs(asked.query), body)
            data = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing of each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
