"""The data dictionary: every field and code of the schemas on one Markdown page, Chinese first."""

import re
from collections.abc import Iterable, Iterator, Mapping

from inspection.labelling import load
from inspection.labels import Code, Field, Kind, Labels, Wording

_OPENING = """\
# 数据字典 Data dictionary

本页由 `schemas/` 生成，请勿手工修改；改动数据规范后运行 `make dictionary`。
可见范围：{visibilities}。

This page is generated from `schemas/` by `make dictionary`: do not edit it. Each record is one YAML file below
`ledger/`. A field in bold is required. An entry's field marked with actions is visible for entries of those actions
only. `*` stands for a free key.
"""
_ORDER = (
    "district", "policy", "calendar", "signers", "purges", "paper", "plan", "unit", "checklist", "person", "round",
    "inspection", "problem", "common", "self_check", "letter", "visit",
)  # fmt: skip
_FIELDS = ("字段 Field", "名称 Label", "类型 Type", "可见 Visible", "说明 Help")
_CODES = ("编码 Code", "名称 Label", "说明 Help")
_GROUPS = ("要点 Point", "名称 Label", "问题类别 Categories")


def dictionary(labels: Labels) -> str:
    """Return the page: kinds with their fields, then the lists of codes, then the category frameworks."""
    seen = [f"{_both(code.label)} `{name}`" for name, code in labels.codes["visibility"].items()]
    everywhere = _everywhere(labels)
    parts = [_OPENING.format(visibilities="；".join(seen)), "## 记录 Records\n"]
    parts += [_kind(labels, labels.kinds[name], everywhere) for name in sorted(labels.kinds, key=_position)]
    parts += ["### 每条记录都可以有 In any record\n", _table(_FIELDS, _rows(labels, everywhere))]
    parts += ["## 编码 Codes\n"]
    parts += [_vocabulary(name, words, labels.codes[name].values()) for name, words in labels.vocabularies.items()]
    parts += ["## 问题类别框架 Category frameworks\n"]
    parts += [_framework(labels, name) for name in labels.frameworks]
    return "\n".join(parts)


def _position(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _everywhere(labels: Labels) -> dict[str, Field]:
    """Return the fields that every kind of record has."""
    shared = set.intersection(*(set(fields.items()) for fields in labels.by_place.values()))
    first = next(iter(labels.by_place.values()))
    return {place: field for place, field in first.items() if (place, field) in shared}


def _kind(labels: Labels, kind: Kind, everywhere: Mapping[str, Field]) -> str:
    own = {place: field for _, place, field in labels.fields(kind.name) if place not in everywhere}
    heading = f"### {_both(kind.label)}\n\n`{kind.place}`\n\n{kind.help.zh} {kind.help.en}\n\n"
    return heading + _table(_FIELDS, _rows(labels, own))


def _rows(labels: Labels, fields: Mapping[str, Field]) -> Iterator[tuple[str, ...]]:
    """Yield a row per field; what lies below a field is shown once, and named where it comes again."""
    shown: dict[tuple[tuple[str, Field], ...], str] = {}
    hidden: list[str] = []
    for place, field in fields.items():
        if place.startswith(tuple(hidden)):
            continue
        above = f"{place}."
        below = tuple((each.removeprefix(above), inner) for each, inner in fields.items() if each.startswith(above))
        twin = shown.setdefault(below, place) if below else place
        if twin != place:
            hidden.append(above)
        yield _row(place, field, _form(labels, field), "" if twin == place else f"，同 as in `{twin}`")


def _row(place: str, field: Field, form: str, like: str) -> tuple[str, ...]:
    name = f"**`{place}`**" if field.required else f"`{place}`"
    visible = f"`{field.visibility}`" + (f" ({', '.join(field.actions)})" if field.actions else "")
    return name, _lines(field.label), form + like, visible, _lines(field.help)


def _form(labels: Labels, field: Field) -> str:
    words = _both(field.form)
    if field.vocabulary is not None:
        words = f"[{words}](#{_anchor(_title(field.vocabulary, labels.vocabularies[field.vocabulary]))})"
    if field.listed:
        words = f"列表 List: {words}"
    return f"{words} → `{field.ref}`" if field.ref else words


def _vocabulary(name: str, words: Wording, codes: Iterable[Code]) -> str:
    rows = ((f"`{code.code}`", _label(code), _lines(code.help) if code.help else "") for code in codes)
    return f"### {_title(name, words)}\n\n{_table(_CODES, rows)}"


def _title(vocabulary: str, words: Wording) -> str:
    return f"{_both(words)} `{vocabulary}`"


def _anchor(heading: str) -> str:
    """Return what forges make of a heading to link to it: lower case, no punctuation, hyphens for blanks."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _label(code: Code) -> str:
    if code.public is None:
        return _lines(code.label)
    return f"{_lines(code.label)}<br>公开 Public: {_both(code.public)}"


def _framework(labels: Labels, name: str) -> str:
    rows = (
        (
            f"`{group.code}`",
            _lines(group.label),
            "、".join(labels.code("category", each).zh for each in group.categories),
        )
        for group in labels.frameworks[name]
    )
    return f"### {_both(labels.code('framework', name))} `{name}`\n\n{_table(_GROUPS, rows)}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(_lines_of_table(heads, rows))


def _lines_of_table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}\n"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n"


def _both(words: Wording) -> str:
    return f"{words.zh} {words.en}"


def _lines(words: Wording) -> str:
    return f"{words.zh}<br>{words.en}"


if __name__ == "__main__":
    print(dictionary(load()), end="")
