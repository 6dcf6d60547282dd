"""Parser events to plain data, and what strict YAML refuses in them.

The events are whatever has PyYAML's attributes (`value`, `anchor`, `tag`, `implicit`, `start_mark`); this module never
asks where they come from. It keeps its own stack, so depth costs nothing.
"""

import re
from typing import Any

from inspection.finding import Mark, Words
from inspection.read.fault import Fault, named
from inspection.read.scalars import MOST_DIGITS, is_text, resolve
from inspection.read.text import CONTROL, MOST_FAULTS, MOST_SCALAR_BYTES, character

MOST_DEPTH = 32
"""Mappings and lists within one another, the record itself counted."""

_RETURN = re.compile(r"\r")
_NO_KEY = object()
_REFUSED = object()


class _Mapping:
    __slots__ = ("data", "key", "marks")

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.key: object = _NO_KEY
        self.marks: dict[str, Any] = {}


class Builder:
    """Builds one record from events.

    Attributes:
        faults: `YML01` to `YML06`, in the order of the file.
        done: Whether the rest of the file need not be read.
    """

    def __init__(self, *, escapes: bool) -> None:
        """Begin a record; `escapes` says whether its text holds a backslash at all."""
        self.faults: list[Fault] = []
        self.done = False
        self._escapes = escapes
        self._stack: list[_Mapping | list[Any]] = []
        self._root: Any = None
        self._documents = 0
        self._in_key = 0

    def document(self, event: Any) -> None:
        """Begin a document: there must be one only."""
        self._documents += 1
        if self._documents > 1:
            message = Words("一份文件里有几份记录（---）", "several documents in one file (---)")
            self._fault("YML04", message, Words("一份文件只写一份记录", "write one record per file"), event)
            self.done = True

    def end_of_document(self, event: Any) -> None:
        """End a document: `...` is refused, because readers disagree on what may follow it."""
        if event.explicit:
            message = Words("记录以 ... 结束", "the record is ended by ...")
            self._fault("YML04", message, Words("删去 ... 这一行", "delete the line ..."), event)

    def alias(self, event: Any) -> None:
        """Refuse an alias, and go on as if nothing were there."""
        message = Words(f"{self._place().zh}用了别名（*）", f"{self._place().en}an alias (*)")
        mend = Words("把内容直接写出来", "write the value out")
        self._fault("YML03", message, mend, event)
        self._put(_REFUSED)

    def scalar(self, event: Any) -> None:
        """Take a scalar, as a key where one is due."""
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if len(text) * 4 > MOST_SCALAR_BYTES and len(text.encode("utf-8", "surrogatepass")) > MOST_SCALAR_BYTES:
            self._too_long(event)
        if self._escapes:
            control = CONTROL.search(text) or _RETURN.search(text)
            if control:
                self._escaped_control(control[0], event)
        plain = event.implicit[0]
        top = self._stack[-1] if self._stack else None
        if type(top) is _Mapping and top.key is _NO_KEY:
            self._key(top, text, plain, event)
        else:
            self._put(self._value(text, event) if plain else text)

    def start_mapping(self, event: Any) -> None:
        """Begin a mapping."""
        self._start(_Mapping(), event)

    def start_list(self, event: Any) -> None:
        """Begin a list."""
        self._start([], event)

    def end(self, _event: Any) -> None:
        """End the mapping or list begun last."""
        ended = self._stack.pop()
        if len(self._stack) == self._in_key:
            self._in_key = 0
        self._put(ended.data if type(ended) is _Mapping else ended)

    def finished(self) -> dict[str, Any] | None:
        """Return the record, or nothing when there are faults; a file that is no mapping is one."""
        if self.faults or isinstance(self._root, dict):
            return None if self.faults else self._root
        if self._root is None:
            message = Words("文件是空的", "the file is empty")
            mend = Words("写入记录，或删去文件", "write the record, or delete the file")
        else:
            message = Words("文件不是「字段: 值」的形式", "the file is not a mapping of keys to values")
            mend = Words("每一行写成「字段: 值」", "write lines of the form `key: value`")
        self.faults.append(Fault("YML04", message, mend, Mark(1, 1)))
        return None

    def _start(self, frame: _Mapping | list[Any], event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if self._stack:
            top = self._stack[-1]
            if not self._in_key and type(top) is _Mapping and top.key is _NO_KEY:
                self._in_key = len(self._stack)
                self._fault("YML05", Words("字段名不是文字", "a key that is not text"), _PLAIN_KEY, event)
        if len(self._stack) >= MOST_DEPTH:
            message = Words(f"嵌套超过 {MOST_DEPTH} 层", f"nested deeper than {MOST_DEPTH}")
            self._fault("YML05", message, Words("检查括号和缩进", "check brackets and indentation"), event)
            self.done = True
        self._stack.append(frame)

    def _put(self, value: Any) -> None:
        if not self._stack:
            self._root = value
            return
        top = self._stack[-1]
        if type(top) is not _Mapping:
            top.append(value)  # type: ignore[union-attr]
        elif top.key is _NO_KEY:
            top.key = _REFUSED
        else:
            if top.key is not _REFUSED:
                top.data[top.key] = value  # type: ignore[index]
            top.key = _NO_KEY

    def _key(self, mapping: _Mapping, text: str, plain: bool, event: Any) -> None:
        mapping.key = _REFUSED
        if plain and text == "<<":
            message = Words("用了合并键（<<）", "a merge key (<<)")
            self._fault("YML03", message, Words("把内容直接写出来", "write the keys out"), event)
        elif plain and not is_text(text):
            message = Words(
                "字段名不是文字，是数字、真假值或空的", "a key that is a number, a truth value or empty, not text"
            )
            self._fault("YML05", message, _PLAIN_KEY, event)
        elif text in mapping.marks:
            name, first = named(text), mapping.marks[text].line + 1
            message = Words(f"{name.zh}重复，前一次在第 {first} 行", f"{name.en} is a duplicate of line {first}")
            self._fault("YML02", message, Words("两处只留一处", "keep one of the two"), event)
        else:
            mapping.key = text
            mapping.marks[text] = event.start_mark

    def _value(self, text: str, event: Any) -> Any:
        try:
            return resolve(text)
        except OverflowError:
            message = Words(f"数字超过 {MOST_DIGITS} 位", f"a number of more than {MOST_DIGITS} digits")
            self._fault(
                "YML06", message, Words("检查这个数，是文字就加引号", "check it, or quote it if it is text"), event
            )
            return _REFUSED

    def _properties(self, event: Any) -> None:
        place = self._place()
        if event.anchor is not None:
            message = Words(f"{place.zh}用了锚点（&）", f"{place.en}an anchor (&)")
            mend = Words(
                "删去锚点，内容在每处都写出来", "delete the anchor and write the value out wherever it is needed"
            )
            self._fault("YML03", message, mend, event)
        if event.tag is not None:
            message = Words(f"{place.zh}用了标签（!）", f"{place.en}a tag (!)")
            mend = Words("删去标签；以 ! 开头的文字加引号", "delete the tag; quote text that begins with !")
            self._fault("YML03", message, mend, event)

    def _too_long(self, event: Any) -> None:
        place = self._place()
        message = Words(f"{place.zh}内容超过 64 KiB", f"{place.en}a value larger than 64 KiB")
        mend = Words("全文存档案室，这里只写要点", "keep the full text in the archive and its gist here")
        self._fault("YML06", message, mend, event)

    def _escaped_control(self, found: str, event: Any) -> None:
        place, name = self._place(), character(found)
        message = Words(
            f"{place.zh}用反斜杠写出的控制字符 {name}", f"{place.en}control character {name}, written with a backslash"
        )
        mend = Words("删去这个转义，或改用单引号", "delete the escape, or use single quotes")
        self._fault("YML01", message, mend, event)

    def _place(self) -> Words:
        top = self._stack[-1] if self._stack else None
        if type(top) is _Mapping and isinstance(top.key, str):
            name = named(top.key)
            return Words(f"{name.zh}的值：", f"value of {name.en}: ")
        return Words("", "")

    def _fault(self, code: str, message: Words, mend: Words, event: Any) -> None:
        mark = event.start_mark
        self.faults.append(Fault(code, message, mend, Mark(mark.line + 1, mark.column + 1)))
        if len(self.faults) >= MOST_FAULTS:
            self.done = True


_PLAIN_KEY = Words("写成文字；数字作字段名时加引号", "write a word; quote a key that is a number")
