"""Values of the ledger as an office says them, in both languages; never a text that a privacy rule flags."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct

from inspection.derive.differences import as_plain
from inspection.finding import Words
from inspection.history.hidden import Hidden
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.model.record import Record

_TRUTH = {True: Words("是", "yes"), False: Words("否", "no")}


class Wording(Protocol):
    """The same in Chinese and in English."""

    @property
    def zh(self) -> str:
        """In Chinese."""

    @property
    def en(self) -> str:
        """In English."""


class Field(Protocol):
    """What the schemas say of one field."""

    @property
    def label(self) -> Wording:
        """What people call it."""

    @property
    def vocabulary(self) -> str | None:
        """The list its code comes from."""

    @property
    def ref(self) -> str | None:
        """The kind of record its value names."""


class Labels(Protocol):
    """What people call fields and codes; handed in, so that this room reads no schema."""

    def field(self, kind: str, place: str) -> Field:
        """Return the field at a place; KeyError where there is none."""

    def code(self, vocabulary: str, code: str) -> Wording:
        """Return the label of a code; KeyError where there is none."""


class Speaker:
    """Says values of one change.

    Args:
        labels: The words of the schemas.
        ledger: Names the units; where a unit left the ledger, the older one.
        older: The ledger before the change.
    """

    def __init__(self, labels: Labels, ledger: Ledger, older: Ledger) -> None:
        """Keep what values are said by."""
        self._labels = labels
        self.ledger = ledger
        self.older = older
        self.hidden = Hidden((ledger, older))
        self._units: dict[str, str] = {}

    def label(self, record: Record, pointer: str) -> Words:
        """Return what people call the field at a pointer, within what it lies in."""
        kind, parts, said = _kind(record), pointer.split("/")[1:], []
        for end in range(1, len(parts) + 1):
            name = parts[end - 1]
            if name.isdecimal() or name == "-" or (name == "items" and kind == "problem"):
                continue
            field = self._field(kind, "/" + "/".join(parts[:end]))
            said.append(Words(field.label.zh, field.label.en) if field is not None else Words(name, name))
        return joined(said, Words(" · ", " · "))

    def value(self, record: Record, pointer: str, value: Any) -> Words:
        """Return a value of the field at a pointer in words: codes and bodies by their labels, units by name."""
        field = self._field(_kind(record), pointer)
        if isinstance(value, tuple | list):
            return joined([self._one(field, each) for each in value], Words("、", ", "))
        return self._one(field, value)

    def part(self, record: Record, pointer: str, part: Struct) -> Words:
        """Return a part field by field: what is set, with its label; parts within lists are only counted."""
        fields = zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True)
        said = [self.said(record, f"{pointer}/{key}", getattr(part, name)) for name, key in fields if key != "sha256"]
        return joined(said, Words("，", ", "))

    def said(self, record: Record, pointer: str, value: Any) -> Words:
        """Return a field's label and value; nothing where it is not set."""
        if value is None or value is False or value in ((), {}):
            return Words("", "")
        label, holds = self._label(record, pointer), self._held(record, pointer, value)
        return Words(f"{label.zh} {holds.zh}", f"{label.en} {holds.en}")

    def _held(self, record: Record, pointer: str, value: Any) -> Words:
        """Return a field's value, or how many parts it holds."""
        if isinstance(value, Struct):
            return self.part(record, pointer, value)
        if isinstance(value, tuple) and value and isinstance(value[0], Struct):
            return Words(f"{len(value)} 条", str(len(value)))
        if isinstance(value, Mapping):
            return Words(f"{len(value)} 项", str(len(value)))
        return self.value(record, pointer, value)

    def code(self, vocabulary: str, code: str | None) -> Words:
        """Return the label of a code, or the code itself."""
        try:
            word = self._labels.code(vocabulary, code or "")
        except KeyError:
            return Words(code or "", code or "")
        return Words(word.zh, word.en)

    def body(self, body: str | None) -> Words:
        """Return what people call a body: a role by its label, a unit by its name."""
        role = self.code("role", body)
        return role if role.zh != body else self.unit(body)

    def bodies(self, bodies: Iterable[str]) -> Words:
        """Return several bodies."""
        return joined([self.body(one) for one in bodies], Words("、", ", "))

    def unit(self, unit: str | None) -> Words:
        """Return a unit's name, in English its id."""
        known = self.ledger.units.get(unit or "") or self.older.units.get(unit or "")
        if known is None:
            return Words(unit or "", unit or "")
        if known.id not in self._units:
            self.hidden.look_at(known)
            self._units[known.id] = self.safe(known.name).zh
        return Words(self._units[known.id], known.id)

    def safe(self, text: str) -> Words:
        """Return a text as it may be said; see `Hidden.safe`."""
        return self.hidden.safe(text)

    def _one(self, field: Field | None, value: Any) -> Words:
        if isinstance(value, bool):
            return _TRUTH[value]
        if not isinstance(value, str):
            text = str(as_plain(value))
            return Words(text, text)
        if field is not None and field.vocabulary:
            return self.code(field.vocabulary, value)
        if field is not None and field.ref in ("body", "unit"):
            return self.body(value)
        return self.safe(value)

    def _label(self, record: Record, pointer: str) -> Words:
        field = self._field(_kind(record), pointer)
        name = pointer.rpartition("/")[2]
        return Words(field.label.zh, field.label.en) if field is not None else Words(name, name)

    def _field(self, kind: str, pointer: str) -> Field | None:
        try:
            return self._labels.field(kind, pointer.removesuffix("/-"))
        except KeyError:
            return None


def joined(parts: Iterable[Words], between: Words) -> Words:
    """Return several pieces as one, in each language."""
    kept = [one for one in parts if one.zh]
    return Words(between.zh.join(one.zh for one in kept), between.en.join(one.en for one in kept))


def _kind(record: Record) -> str:
    place = kind_at(record.path)
    return place[0].name if place is not None else ""
