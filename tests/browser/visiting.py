"""A built site served on this machine, and a window of a real browser that remembers what pages complained about."""

import fcntl
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
TELL_VIOLATIONS = (
    "addEventListener('securitypolicyviolation', "
    "one => console.error(`policy: ${one.violatedDirective} ${one.blockedURI} ${one.sample}`))"
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word, one connection for many files."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


class Site(NamedTuple):
    """A built site: where its files are, and its address on this machine, which ends with a slash."""

    folder: Path
    address: str

    def __truediv__(self, path: str) -> Path:
        return self.folder / path


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Quiet) -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Make a folder that the processes of one test run share: the first one makes it, the others wait for it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            fresh = folder.with_suffix(".fresh")
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            make(fresh)
            fresh.rename(folder)
    return folder


class Visit:
    """Pages of a site in one window, everything they complained about and every other host they asked."""

    def __init__(
        self,
        browser: Browser,
        site: Site,
        width: int,
        scheme: str = "light",
        *,
        scripts: bool = True,
        height: int = 900,
    ) -> None:
        self.site = site
        window = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
        self.context = browser.new_context(**window, java_script_enabled=scripts)
        self.context.add_init_script(TELL_VIOLATIONS)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: self._asked(request.url))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site.address, "data:", "blob:")):
            self.foreign.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(self.site.address + path)
        return self.page

    def close(self) -> None:
        self.context.close()
