"""`datapackage.json`: what every file holds, so that programs read the tables without being told (Frictionless)."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from inspection.labels import Labels, Wording
from inspection.publish.data.shapes import Column, Reference, Shape, Table
from inspection.publish.view import PublicView

FOLDER = "data/v1"
"""Where the open data stands below the site's root; the address is stable."""


class Format(NamedTuple):
    """A format of files: what people call it, and its media type."""

    name: str
    media_type: str


FORMATS: Mapping[str, Format] = {
    "csv": Format("CSV", "text/csv"),
    "json": Format("JSON", "application/json"),
    "parquet": Format("Parquet", "application/vnd.apache.parquet"),
}
"""The formats of every table."""

_TITLE = Wording("{name}巡察整改公开数据", "Open data of inspection and rectification, {name}")
_HELP = Wording(
    "CSV 带字节顺序标记，可以直接用表格软件打开；可能被当作公式的文字前面加了一个撇号，JSON 和 Parquet 没有。",
    "CSV has a byte-order mark, for spreadsheets; a text one would run as a formula has an apostrophe in front. JSON "
    "and Parquet have neither.",
)


class Written(NamedTuple):
    """One file of a table, as it was written.

    Attributes:
        format: A key of `FORMATS`.
        size: Its bytes.
        sha256: 64 hexadecimal digits.
    """

    table: str
    format: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """Its name in the folder of the data."""
        return f"{self.table}.{self.format}"


def package(view: PublicView, tables: Iterable[Table], files: Iterable[Written], labels: Labels) -> bytes:
    """Return the description of the files as `datapackage.json`, the same bytes for the same view.

    Args:
        view: The public view the tables are of.
        tables: Its tables.
        files: What was written of them.
        labels: Titles and codes of the ledger's fields.
    """
    district = view.district
    shapes = {table.name: table.shape for table in tables}
    described = {
        "profile": "data-package",
        "name": "inspection",
        **_said(Wording(*(title.format(name=district.name) for title in _TITLE)), _HELP),
        "version": view.as_of.isoformat(),
        **({"revision": view.revision} if view.revision else {}),
        **({"homepage": district.url} if district.url else {}),
        **({"licenses": [{"name": district.licence}]} if district.licence else {}),
        "contributors": [{"title": district.office, "role": "publisher"}],
        "resources": [_resource(file, shapes[file.table], labels) for file in files],
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"


def _resource(file: Written, shape: Shape, labels: Labels) -> dict[str, Any]:
    resource = {
        "name": file.table if file.format == "csv" else f"{file.table}-{file.format}",
        "path": file.name,
        **_said(shape.title, shape.help),
        "format": file.format,
        "mediatype": FORMATS[file.format].media_type,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if (
        file.format != "csv"
    ):  # the same table again: readers of packages that know its format take the schema from there
        return {**resource, "type": "file", "profile": "data-resource", "table": file.table}
    return {**resource, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": _schema(shape, labels)}


def _schema(shape: Shape, labels: Labels) -> dict[str, Any]:
    pointing = {"foreignKeys": [_pointing(one, shape.name) for one in shape.references]} if shape.references else {}
    fields = [_field(column, labels) for column in shape.columns]
    return {"fields": fields, "primaryKey": list(shape.key), **pointing}


def _field(column: Column, labels: Labels) -> dict[str, Any]:
    vocabulary = column.vocabulary(labels)
    constraints: dict[str, Any] = {"required": True} if not column.optional else {}
    constraints |= {"enum": list(labels.codes[vocabulary])} if vocabulary else {}
    constraints |= {"pattern": column.pattern} if column.pattern else {}
    constraints |= {"minimum": column.least} if column.least is not None else {}
    return {
        "name": column.name,
        "type": column.type,
        **_said(column.titled(labels), column.help),
        **({"constraints": constraints} if constraints else {}),
    }


def _pointing(reference: Reference, own: str) -> dict[str, Any]:
    table = "" if reference.table == own else reference.table
    return {"fields": list(reference.columns), "reference": {"resource": table, "fields": list(reference.to)}}


def _said(title: Wording, help_: Wording) -> dict[str, str]:
    return {"title": title.zh, "title_en": title.en, "description": help_.zh, "description_en": help_.en}
