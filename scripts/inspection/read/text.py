"""Bytes to text: what must be right before a YAML parser may look at a file.

Everything here is one pass of the regular-expression engine, so a hostile file is refused before anything slow or
recursive sees it.
"""

import re
from itertools import islice

from inspection.finding import Mark, Words
from inspection.read.fault import Fault

MOST_BYTES = 256 * 1024
"""The largest file that is read."""

MOST_SCALAR_BYTES = 64 * 1024
"""The longest single value, in bytes of UTF-8."""

MOST_FAULTS = 50
"""No more faults are told of one file; nobody mends the fifty-first first."""

BOM = "\ufeff"
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ud800-\udfff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
"""C0 and C1 controls, line and paragraph separators, marks that turn the writing direction, byte-order marks,
noncharacters and lone surrogates. A carriage return is another matter: it may be half a line end."""

LONE_RETURN = re.compile(r"\r(?!\n)")
_BREAK = re.compile(r"\r\n|\n|\r")
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*%")
_LFS = b"version https://git-lfs"
_SAVE_AS_UTF8 = Words("另存为 UTF-8（不带 BOM）", "save the file as UTF-8 without a byte-order mark")


def mark_at(text: str, index: int) -> Mark:
    """Return line and column of a character, both from 1. A line ends with LF, CRLF or CR."""
    line, start = 1, 0
    for match in _BREAK.finditer(text, 0, index):
        if match.end() <= index:
            line, start = line + 1, match.end()
    return Mark(line, index - start + 1)


def within(text: str, mark: Mark) -> Mark:
    """Return the mark, moved into the text when it lies behind its end, as that of a missing bracket does."""
    lines = _BREAK.split(text.rstrip())
    if mark.line <= len(lines):
        return Mark(mark.line, min(mark.column, len(lines[mark.line - 1]) + 1))
    return Mark(len(lines), len(lines[-1]) + 1)


def character(found: str) -> str:
    """Return the name of a character nobody can see, such as `U+0007`."""
    return f"U+{ord(found[0]):04X}"


def decode(data: bytes) -> tuple[str | None, list[Fault]]:
    """Return a file's text without a byte-order mark, and what is wrong with its bytes.

    Args:
        data: The whole file, or its first `MOST_BYTES + 1` bytes.

    Returns:
        The text, or nothing when a YAML parser must not see it; `YML01`, `YML03`, `YML04` and `YML06` faults.
    """
    first = Mark(1, 1)
    if len(data) > MOST_BYTES:
        return None, [_too_large(first)]
    if data.startswith(_LFS):
        return None, [_pointer_file(first)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start)]
    faults = [_byte_order_mark(first)] if text.startswith(BOM) else []
    text = text.removeprefix(BOM)
    if text.count("\0") * 3 > len(text):
        return None, [*faults, _nuls(mark_at(text, text.index("\0")))]
    controls = [_control(text, match) for match in islice(CONTROL.finditer(text), MOST_FAULTS)]
    controls += [_lone_return(text, match) for match in islice(LONE_RETURN.finditer(text), MOST_FAULTS)]
    if controls:
        return None, faults + controls
    directive = _DIRECTIVE.match(text)
    if directive:
        return None, [*faults, _directive(mark_at(text, directive.end() - 1))]
    return text, faults


def _too_large(mark: Mark) -> Fault:
    return Fault(
        "YML06",
        Words("文件超过 256 KiB", "the file is larger than 256 KiB"),
        Words(
            "一份文件只记一件事；附件存档案室，这里只记它的 sha256",
            "one file holds one matter; attachments stay in the archive, the ledger keeps their sha256",
        ),
        mark,
    )


def _pointer_file(mark: Mark) -> Fault:
    return Fault(
        "YML04",
        Words("文件是 Git LFS 的指针，不是台账", "the file is a Git LFS pointer, not a record"),
        Words("台账文件不要放进 Git LFS", "keep ledger files out of Git LFS"),
        mark,
    )


def _not_utf8(data: bytes, index: int) -> Fault:
    before = data[:index].decode("utf-8")
    mark = mark_at(before, len(before))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(
            "YML01", Words("不是 UTF-8 编码，像是 UTF-16", "not UTF-8; it looks like UTF-16"), _SAVE_AS_UTF8, mark
        )
    if before.isascii() and _is_gb18030(data):
        return Fault(
            "YML01", Words("不是 UTF-8 编码，像是 GB18030", "not UTF-8; it looks like GB18030"), _SAVE_AS_UTF8, mark
        )
    mend = Words(
        "文件可能损坏或没有存完：从原件重新保存为 UTF-8",
        "the file may be damaged or cut off: save it again as UTF-8 from the original",
    )
    return Fault("YML01", Words("此处的字节不是 UTF-8 编码", "a byte here is not UTF-8"), mend, mark)


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _nuls(mark: Mark) -> Fault:
    return Fault("YML01", Words("不是 UTF-8 编码，像是 UTF-16", "not UTF-8; it looks like UTF-16"), _SAVE_AS_UTF8, mark)


def _byte_order_mark(mark: Mark) -> Fault:
    return Fault(
        "YML01",
        Words("文件以字节顺序标记（BOM）开头", "the file begins with a byte-order mark"),
        _SAVE_AS_UTF8,
        mark,
    )


def _control(text: str, match: re.Match[str]) -> Fault:
    name = character(match[0])
    return Fault(
        "YML01",
        Words(f"含有控制字符 {name}", f"control character {name}"),
        Words("删去这个看不见的字符", "delete this invisible character"),
        mark_at(text, match.start()),
    )


def _lone_return(text: str, match: re.Match[str]) -> Fault:
    return Fault(
        "YML01",
        Words("回车符 U+000D 后面没有换行符", "a carriage return U+000D without a line feed"),
        Words("换行用 LF 或 CRLF", "end lines with LF or CRLF"),
        mark_at(text, match.start()),
    )


def _directive(mark: Mark) -> Fault:
    return Fault(
        "YML03",
        Words("文件以 % 指令开头", "the file begins with a % directive"),
        Words("删去以 % 开头的行和它后面的 ---", "delete the lines that begin with % and the --- after them"),
        mark,
    )
