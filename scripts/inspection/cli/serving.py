"""A built site, served to this machine alone."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from inspection.cli.session import say
from inspection.errors import CannotRunError

PORT = 8000


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def serve_folder(folder: Path, language: str) -> None:
    """Serve the site to this machine alone until interrupted.

    Raises:
        CannotRunError: Another program has the port.
    """
    try:
        server = ThreadingHTTPServer(("127.0.0.1", PORT), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        raise CannotRunError(f"端口 {PORT} 已被占用，网站没有打开", f"port {PORT} is taken") from error
    with server:
        where = f"http://127.0.0.1:{PORT}/"
        say(f"请用浏览器打开 {where}，按 Ctrl+C 结束" if language == "zh" else f"open {where}; Ctrl+C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
