"""Where reminders go: channels of apprise, each with tags that say whose it is. The door of that library."""

import logging
from pathlib import Path

import apprise

from inspection.errors import CannotRunError

SUMS = ""
"""Whose the channels without a tag are: who gets the sums."""


class Channels:
    """The channels of everybody.

    Args:
        text: One channel a line, `address` or `tag=address`, as apprise writes configuration; the tag is the id of a
            unit or a role word, several have commas between them.
        file: The same as a file, outside the ledger, as text or as YAML.

    Raises:
        CannotRunError: The file cannot be read, or a line names no channel there is; no address is ever told.
    """

    def __init__(self, text: str = "", file: Path | None = None) -> None:
        """Read the configuration; what the library logs would tell addresses, so nothing of it is heard."""
        logging.getLogger("apprise").disabled = True
        logging.getLogger("apprise").handlers = [logging.NullHandler()]
        self._known: dict[str, apprise.Apprise] = {}
        for content, form in [*([(text, "text")] if text.strip() else []), *_in(file)]:
            self._add(content, form)

    def __contains__(self, whose: str) -> bool:
        """Whether anybody is reached for a unit or a body."""
        return whose in self._known

    def send(self, whose: str, title: str, body: str) -> bool:
        """Send a plain text to the channels of a body; return whether all of them took it."""
        return bool(self._known[whose].notify(title=title, body=body, body_format=apprise.NotifyFormat.TEXT))

    def _add(self, content: str, form: str) -> None:
        read = apprise.AppriseConfig()
        wanted = sum(_is_channel(line) for line in content.splitlines()) if form == "text" else 1
        if not read.add_config(content, format=form) or len(read.services()) < wanted:
            raise CannotRunError(
                "有的提醒渠道写法不对；一行一个，写成「单位编号=地址」，见 docs/workflows.md（含密钥，不予显示）",
                "a channel cannot be read; one a line, `unit=address`, see docs/workflows.md (not shown, it is secret)",
            )
        for service in read.services():
            for tag in service.tags or {SUMS}:
                self._known.setdefault(str(tag), apprise.Apprise()).add(service)


def _is_channel(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", ";"))


def _in(file: Path | None) -> list[tuple[str, str]]:
    if file is None:
        return []
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise CannotRunError(f"渠道文件 {file} 读不出来", f"the file of channels {file} cannot be read") from None
    return [(content, "yaml" if file.suffix in {".yaml", ".yml"} else "text")]
