"""A field of a record by its pointer, or by the words people call the parts of the way to it."""

from typing import Any

from inspection.errors import UsageError
from inspection.office.writing.fields import Field, Json, fields_of
from inspection.office.writing.typed import likened
from inspection.read.suggest import Option, nearest

_ADDED = frozenset({"acknowledged", "corrections"})
"""What is only ever added to is not corrected."""


def pointed(schema: Json, typed: str) -> tuple[str, Field]:
    """Return the JSON Pointer that was meant, and the field there.

    Args:
        schema: Of the record.
        typed: Such as `/feedback/date`, `feedback/date` or `反馈/反馈日期`; entries of lists from 0.

    Raises:
        UsageError: There is no such field; the message names the nearest or those there are.
    """
    made, field = "", Field("", schema, required=True)
    for part in [part for part in typed.split("/") if part]:
        field = _below(field, part)
        made += f"/{field.name}"
    return made, field


def _below(field: Field, part: str) -> Field:
    schema: Any = field.schema
    if schema.get("type") == "array":
        if not part.isdecimal():
            raise UsageError(
                f"「{field.label.zh}」有几项，后面写第几项，从 0 数起", f"{field.name} is a list: say which, from 0"
            )
        return Field(part, {**schema["items"], "title": field.label.zh}, required=True)
    known = fields_of(schema)
    like = likened(part)
    found = next((one for one in known if like in map(likened, (one.name, *one.label)) and like), None)
    if found is not None:
        return found
    free = next(iter(schema.get("patternProperties", {}).values()), None)
    if free is not None:
        return Field(part, free, required=True)
    options = [Option(one.name, one.label) for one in known if one.name not in _ADDED]
    near = nearest(part, options)
    if near is not None:
        raise UsageError(
            f"没有字段「{part}」，是不是「{near.label.zh}」（{near.word}）？", f"no field {part}: {near.word}?"
        )
    zh, en = "、".join(one.label.zh for one in options), ", ".join(one.word for one in options)
    raise UsageError(
        f"没有字段「{part}」" + (f"，可以是{zh}" if zh else ""), f"no field {part}" + (f": {en}" if en else "")
    )
