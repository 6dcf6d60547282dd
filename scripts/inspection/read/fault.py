"""What reading finds in one file's bytes, before it is known where the file lies.

A fault depends on the bytes and the schema alone, never on the path, so it may be kept beside the file's content.
"""

import re
from typing import Any, NamedTuple

from inspection.finding import Finding, Mark, Severity, Words

_NAME = re.compile(r"(?!.*\d{7})[\w-]{1,40}")
_CODE = re.compile(r"(?!.*[0-9]{9})[A-Za-z0-9_-]{1,40}")


class Fault(NamedTuple):
    """One thing wrong in a file.

    Attributes:
        code: The rule, `YML01` to `SCH05`.
        message: What is wrong.
        help: How to mend it.
        mark: The place, where the file is too broken for pointers.
        pointer: JSON Pointer into the record; for `SCH03` it names the key itself, else the value.
    """

    code: str
    message: Words
    help: Words
    mark: Mark | None = None
    pointer: str = ""

    def at(self, path: str) -> Finding:
        """Return the finding this fault is in the file at `path`, relative to the ledger folder."""
        return Finding(
            code=self.code,
            severity=Severity.ERROR,
            path=path,
            pointer=self.pointer,
            message=self.message,
            help=self.help,
            mark=self.mark,
        )


def named(key: str) -> Words:
    """Return a key as it may be printed: as it stands when it looks like a word, else only that there is one.

    A long or numeric key may hold what nobody may read, such as an identity number.
    """
    if _NAME.fullmatch(key):
        return Words(f"字段「{key}」", f"key `{key}`")
    return Words("此处的字段", "this key")


def quotable(value: object) -> str | None:
    """Return a value as it may be printed, or nothing where it may be private or huge.

    Only what looks like a code or a day is shown: up to 40 letters, digits, `_` and `-`, without long runs of digits.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) < 10**8:
        return str(value)
    if isinstance(value, str) and _CODE.fullmatch(value):
        return value
    return None


def pointer(parent: str, key: str | int) -> str:
    """Return the JSON Pointer of a member of the value at `parent` (RFC 6901)."""
    return f"{parent}/{str(key).replace('~', '~0').replace('/', '~1')}"


def name_of(path: tuple[str | int, ...], schema: dict[str, Any]) -> Words:
    """Return what a value is called: its key with the schema's label, an entry of a list by its place, from 1."""
    keys = [part for part in path if isinstance(part, str)]
    if not keys:
        return Words("记录", "the record")
    name, place = named(keys[-1]), path[-1]
    if isinstance(place, int):
        return Words(f"{name.zh}第 {place + 1} 项", f"entry {place + 1} of {name.en}")
    if "title" not in schema or "x-title-en" not in schema:
        return name
    return Words(f"{name.zh}（{schema['title']}）", f"{name.en} ({schema['x-title-en']})")


def shown(value: object) -> Words:
    """Return a value as the end of a sentence, nothing where it may not be printed; see `quotable`."""
    text = quotable(value)
    return Words("", "") if text is None else Words(f"：{text}", f": {text}")
