"""What a check says, for whoever types commands and fills in sheets: fields and actions by their labels.

A rule speaks to who writes YAML and names the keys written there. An office knows the words of the schemas, so the
labels stand first and the keys in brackets, for who must type one.
"""

import re
from collections.abc import Iterator

from inspection.finding import Finding, Words
from inspection.office.writing.fields import Json, below
from inspection.office.writing.named import words_of
from inspection.read.suggest import label_of

_QUOTED = re.compile(r" ?(（?)`([A-Za-z_.-]+|[a-z_]+(?:/[a-z0-9_]+)+)`(）?) ?")
_CODE = re.compile(r"[（(][a-z][a-z0-9_./-]*[）)]")
_BEGINS = re.compile(r"（[a-z][a-z0-9_-]*，")
_FIELD = re.compile(r"字段「([A-Za-z0-9_-]+)」(?:（([^）]*)）)?")


def spoken(said: Words, schema: Json, kind: str, pointer: str = "") -> Words:
    """Return a sentence with the labels of the fields and actions its Chinese names.

    Args:
        said: The sentence.
        schema: Of the record it is about.
        kind: The kind of that record.
        pointer: The place in the record it is about: of several fields of one name the nearest is meant.
    """

    def label(name: str) -> str:
        return next(_labels(name, schema, kind, pointer), "")

    def quoted(found: re.Match[str]) -> str:
        if found[1] and found[3]:  # its label stands before it
            return f"（{found[2]}）"
        if "/" in found[2]:
            return f"「{_way(schema, found[2].split('/'))}」"
        called = label(found[2])
        return f"{found[1]}「{called}」（{found[2]}）{found[3]}" if called else found[0]

    def field(found: re.Match[str]) -> str:
        called = found[2] or label(found[1])
        return f"「{called}」（{found[1]}）" if called else found[0]

    return Words(_QUOTED.sub(quoted, _FIELD.sub(field, said.zh)), said.en)


def finding_spoken(finding: Finding, schema: Json, kind: str) -> Finding:
    """Return a finding in such words; see `spoken`."""
    from msgspec.structs import replace

    message, mend = (spoken(one, schema, kind, finding.pointer) for one in (finding.message, finding.help))
    return replace(finding, message=message, help=mend)


def uncoded(zh: str) -> str:
    """Return a Chinese sentence without the codes in brackets, for who fills in cells and knows the labels alone."""
    return _BEGINS.sub("（", _CODE.sub("", zh))


def _way(schema: Json, parts: list[str]) -> str:
    """Return a way into a record in words: the labels of its fields, entries of lists by their place from 1."""
    words: list[str] = []
    names: list[str] = []
    for part in parts:
        if part.isdecimal():
            words[-1] += f"第 {int(part) + 1} 项"
            continue
        names.append(part)
        try:
            words.append(_named(schema, names) or part)
        except (KeyError, StopIteration):
            words.append(part)
    return "·".join(words)


def _named(schema: Json, names: list[str]) -> str:
    return label_of(below(schema, ".".join(names[:-1])).get("properties", {})[names[-1]]).zh


def _labels(name: str, schema: Json, kind: str, pointer: str) -> Iterator[str]:
    """Yield what a name may stand for, the likeliest first: a field around the place, an action, any field."""
    way = [part for part in pointer.split("/") if part and not part.isdecimal()]
    for length in range(len(way), -1, -1):
        try:
            found = _named(schema, [*way[:length], *name.split(".")])
        except (KeyError, StopIteration):
            continue
        if found:
            yield found
    yield from (words.zh for words in words_of("item" if kind == "problem" else kind, name))
    yield from _anywhere(name, schema)


def _anywhere(name: str, schema: Json) -> Iterator[str]:
    for key, inner in schema.get("properties", {}).items():
        if key == name and inner.get("title"):
            yield str(inner["title"])
        yield from _anywhere(name, inner.get("items", inner))
