"""Progress on a terminal; a pipe hears nothing of it."""

import sys
import time

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
