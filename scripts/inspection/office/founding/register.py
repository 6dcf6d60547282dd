"""An office's own list of units as a register: whatever cannot be taken is named by sheet, row and column."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import NamedTuple

from inspection.errors import CannotRunError
from inspection.labels import Wording
from inspection.office.founding.unit_ids import body_in, spelled, stem
from inspection.office.founding.unit_rows import ID, Row, listed, rows_of
from inspection.office.spreadsheet.grid import Refusal, Sheet
from inspection.office.writing.fields import Field, Json, fields_of

_NEVER_LISTED = {"acknowledged", "corrections"}


class Unit(NamedTuple):
    """A unit: its id, what belongs in its file, and the row that says so."""

    id: str
    record: Json
    row: Row


class Register(NamedTuple):
    """What a file of units came to.

    Attributes:
        units: In the order of the rows.
        refusals: Every cell or row that cannot be taken, and why, in their order.
        unread: Headings of columns that mean nothing to a register of units.
    """

    units: tuple[Unit, ...]
    refusals: tuple[Refusal, ...]
    unread: tuple[str, ...]


def register(sheets: Iterable[Sheet], schema: Json, joined: str, district: str) -> Register:
    """Return the units of a workbook.

    Args:
        sheets: Its sheets; those with a column of names and one of kinds are lists of units.
        schema: The schema of a unit, references resolved.
        joined: The day a unit is in the register from where its row does not say, YYYY-MM-DD.
        district: The district's name, which ids leave out.

    Raises:
        CannotRunError: No sheet is a list of units.
    """
    fields = {one.name: one for one in fields_of(schema) if one.name not in _NEVER_LISTED}
    lists = [found for sheet in sheets if not sheet.hidden and (found := listed(sheet, fields))]
    if not lists:
        raise CannotRunError(
            "表里找不到单位清单：前 20 行里要有一行表头，写明「单位名称」和「单位类别」两列",
            "there is no list of units: a row among the first 20 must hold the headings 单位名称 and 单位类别",
        )
    refusals: list[Refusal] = []
    rows = [row for one in lists for row in rows_of(one, fields, refusals)]
    rows = [row for row in rows if _names_a_unit(row, fields, refusals)]
    refusals += _twice(rows)
    ids = _ids(rows, district, refusals)
    words = _words(rows, ids)
    units = [
        Unit(identity, _record(row, words, joined, fields, refusals), row)
        for row, identity in zip(rows, ids, strict=True)
    ]
    refusals.sort(key=lambda one: (one.place.sheet, one.place.row, one.place.column or 0))
    return Register(tuple(units), tuple(refusals), tuple(text for one in lists for text in one.unread))


def _names_a_unit(row: Row, fields: Mapping[str, Field], refusals: list[Refusal]) -> bool:
    for name in ("name", "kind"):
        if name not in row.values:
            label = fields[name].label
            refusals.append(Refusal(row.at(name), Wording(f"{label.zh}没有写", f"{name} is empty")))
    return bool(row.values.get("name") and row.values.get("kind"))


def _twice(rows: list[Row]) -> Iterator[Refusal]:
    first: dict[tuple[str, str | None], Row] = {}
    for row in rows:
        before = first.setdefault((row.values["name"], row.values.get("parent")), row)
        if before is not row:
            at = before.place.words()
            yield Refusal(row.at("name"), Wording(f"与{at.zh}是同一个单位，删去一行", f"the same unit as {at.en}"))


def _ids(rows: list[Row], district: str, refusals: list[Refusal]) -> list[str]:
    """Return the ids of the rows: given, or spelled; where two spell alike, with the unit above before it."""
    plain = [spelled(row.values["name"], row.values["kind"], district) for row in rows]
    often, taken = Counter(plain), {row.values[ID] for row in rows if row.values.get(ID)}
    given: set[str] = set()
    found = []
    for row, own in zip(rows, plain, strict=True):
        identity = row.values.get(ID)
        if identity is None:
            above = row.values.get("parent")
            longer = [f"{spelled(above, '', district)}-{own}"] if above else []
            wanted = longer if often[own] > 1 else [own]
            identity = next(
                one for one in chain(wanted, (f"{own}-{number}" for number in count(2))) if one not in taken
            )
            taken.add(identity)
        elif identity in given:
            refusals.append(Refusal(row.at(ID), Wording(f"单位编号 {identity} 写了两次", f"{identity} stands twice")))
        given.add(identity)
        found.append(identity)
    return found


def _words(rows: list[Row], ids: list[str]) -> Mapping[str, set[str]]:
    """Return the ids each name stands for: the full name, the name without the Party organization, the id itself."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row, identity in zip(rows, ids, strict=True):
        for word in (row.values["name"], stem(row.values["name"]), identity):
            words[word].add(identity)
    return words


def _record(
    row: Row, words: Mapping[str, set[str]], joined: str, fields: Mapping[str, Field], refusals: list[Refusal]
) -> Json:
    said = {name: value for name, value in row.values.items() if value is not None and name != ID}
    body = {"body": found} if (found := body_in(said["name"])) else {}
    record = {"joined": joined, "in_base": True, **body, **said}
    refusals += _refused(row, record, fields)
    if "parent" in record:
        above = words.get(record["parent"], set())
        if len(above) == 1:
            record["parent"] = next(iter(above))
        else:
            refusals.append(Refusal(row.at("parent"), _no_parent(record["parent"], above)))
    return {name: record[name] for name in fields if name in record}


def _refused(row: Row, record: Json, fields: Mapping[str, Field]) -> Iterator[Refusal]:
    if "body" not in record and "body" not in row.values:
        forms = "、".join(one.label.zh for one in fields["body"].codes)
        zh = f"看不出党组织形式：名称写到党组织（如 古山社区党总支），或加一列「党组织形式」，写 {forms}"
        yield Refusal(row.at("body"), Wording(zh, "the form of its Party organization is missing (column 党组织形式)"))


def _no_parent(name: str, above: set[str]) -> Wording:
    if above:
        ids = "、".join(sorted(above))
        return Wording(
            f"上级「{name}」有几个同名的单位，改写单位编号：{ids}", f"several units are called {name}: {ids}"
        )
    return Wording(f"表里没有叫「{name}」的单位，上级要先在表里有一行", f"no row is the unit {name}")
