"""A file of a ledger, wherever it comes from, and why one may not be readable at all."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from inspection.finding import Mark, Words
from inspection.read.fault import Fault


class File(NamedTuple):
    """One file of a ledger.

    Attributes:
        path: Posix, relative to the ledger folder, printable.
        content_id: Git's name of the content (SHA-1 of `blob <length>\\0` and the bytes), or `""` with a fault.
        data: The bytes; of a file larger than `text.MOST_BYTES` only one byte more than that.
        fault: Why it cannot be read at all.
    """

    path: str
    content_id: str
    data: bytes
    fault: Fault | None = None


class Source(Protocol):
    """Something a ledger can be read from."""

    def files(self) -> Iterator[File]:
        """Yield every file whose path has no part that begins with a dot, in the order of the paths."""
        ...

    def read(self, path: str) -> bytes:
        """Return one file's bytes, empty when it is not there.

        Args:
            path: As `files` gave it.
        """
        ...


def content_id(data: bytes) -> str:
    """Return the id Git gives a file of this content."""
    return hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def shown(path: bytes) -> str:
    """Return a path as it may be printed: UTF-8, with what is not, and what nobody can see, written as `\\x..`."""
    text = path.decode("utf-8", "backslashreplace")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def misplaced(message: Words, mend: Words) -> Fault:
    """Return a fault of a file or folder that has no place in a ledger."""
    return Fault("SCH05", message, mend, Mark(1, 1))


SYMBOLIC_LINK = misplaced(
    Words("符号链接，不读取", "a symbolic link, which is never followed"),
    Words("换成文件本身，或删去", "put the file itself here, or delete the link"),
)
NESTED_REPOSITORY = misplaced(
    Words("这个文件夹是另一个 Git 仓库，不读取", "this folder is another Git repository and is not read"),
    Words("把它移出台账", "move it out of the ledger"),
)
UNREADABLE_FOLDER = misplaced(
    Words("文件夹打不开", "the folder cannot be opened"),
    Words("检查权限，或把它移出台账", "check its permissions, or move it out of the ledger"),
)
UNPRINTABLE_NAME = misplaced(
    Words("文件名里有无法显示的字符", "the file name holds characters that cannot be shown"),
    Words("改名", "rename the file"),
)
UNREADABLE_FILE = Fault(
    "YML01",
    Words("文件打不开", "the file cannot be opened"),
    Words("检查权限，或另存一份", "check its permissions, or save it anew"),
    Mark(1, 1),
)
