"""Progress on a terminal; a pipe hears nothing of it."""

import sys
import time
from collections.abc import Iterator

from inspection.read.files import File
from inspection.read.source import Source

_EVERY = 0.2
"""Seconds between two signs of life."""


def tell(zh: str, en: str, language: str) -> None:
    """Say what is going on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{en if language == 'en' else zh}\n")


class Count:
    """A count that grows on a terminal.

    Args:
        zh: What is counted, as `已写入 {} / {} 次提交`: done, and all there are.
        en: The same in English.
        language: `zh` or `en`.
    """

    def __init__(self, zh: str, en: str, language: str) -> None:
        """Show nothing yet."""
        self._words = en if language == "en" else zh
        self._said = time.monotonic()
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, whole: int) -> None:
        """Show how far it is, now and then."""
        if not self._shown or (done < whole and time.monotonic() - self._said < _EVERY):
            return
        self._said = time.monotonic()
        sys.stderr.write("\r\x1b[K" + (self._words.format(done, whole) if done < whole else ""))
        sys.stderr.flush()


class Counted:
    """A source that shows on a terminal how many of its files were read.

    Args:
        source: Where the bytes come from.
        language: `zh` or `en`.
    """

    def __init__(self, source: Source, language: str) -> None:
        """Show nothing yet."""
        self._source = source
        self._language = language

    def files(self) -> Iterator[File]:
        """Yield every file; see `Source.files`."""
        said, count = time.monotonic(), 0
        for count, file in enumerate(self._source.files(), start=1):
            if time.monotonic() - said > _EVERY:
                self._show(count)
                said = time.monotonic()
            yield file
        if count:
            self._wipe()

    def read(self, path: str) -> bytes:
        """Return one file's bytes; see `Source.read`."""
        return self._source.read(path)

    def _show(self, count: int) -> None:
        words = f"{count} files read" if self._language == "en" else f"已读取 {count} 份文件"
        sys.stderr.write(f"\r{words}")
        sys.stderr.flush()

    def _wipe(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
