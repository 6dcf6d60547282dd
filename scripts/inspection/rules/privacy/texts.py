"""The free texts of a record: every string that is no id, code, day or hash, with its pointer."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct, inspect

from inspection.model.record import Record

TEXTS: dict[str, tuple[str, ...]] = {
    "Acknowledgement": ("reason",),
    "Correction": ("was", "is_", "why"),
    "Name": ("zh", "en"),
    "District": ("timezone",),
    "PublicSite": ("url", "licence"),
    "Contact": ("telephone", "post", "email"),
    "CalendarYear": ("notice",),
    "Key": ("account",),
    "Purge": ("reason",),
    "RuleException": ("reason",),
    "Paper": ("title", "number"),
    "Unit": ("name", "base_reason", "leader_in_charge", "territory"),
    "Checklist": ("title",),
    "Aspect": ("name",),
    "ChecklistItem": ("text",),
    "Person": ("specialty",),
    "PersonEntry": ("note",),
    "Round": ("topic",),
    "RoundPlan": ("way", "time", "content", "channels", "focus"),
    "Training": ("topic",),
    "Member": ("duty",),
    "Output": ("title",),
    "Inspection": ("intensity_reason", "head"),
    "FeedbackPaper": ("number",),
    "Attendance": ("post",),
    "Handover": ("post",),
    "Indicator": ("name",),
    "Retraction": ("reason",),
    "Problem": ("statement", "basis"),
    "PublicTexts": ("title", "result"),
    "Item": ("task", "goal", "due_reason", "responsible"),
    "PublicItem": ("task",),
    "Measure": ("text",),
    "Evidence": ("title", "kept_at"),
    "Institution": ("title", "number"),
    "Accountable": ("number",),
    "Entry": ("note", "vouched", "reason", "responsible", "set"),
    "CommonProblem": ("title",),
    "Notified": ("post",),
    "Letter": ("number", "subject", "origin", "causes", "suggestions"),
    "Campaign": ("title",),
    "LetterEntry": ("note",),
    "Visit": ("team",),
    "Checked": ("note",),
}
"""By type, the fields that hold free text: those the schemas give neither a pattern nor a list of codes."""

PUBLIC = frozenset(
    {
        ("Name", "zh"), ("Name", "en"), ("PublicSite", "url"), ("PublicSite", "licence"), ("Contact", "telephone"),
        ("Contact", "post"), ("Contact", "email"), ("Paper", "title"), ("Paper", "number"), ("Unit", "name"),
        ("Round", "topic"), ("Retraction", "reason"), ("PublicTexts", "title"), ("PublicTexts", "result"),
        ("PublicItem", "task"), ("CommonProblem", "title"),
    }
)  # fmt: skip
"""The fields anybody may come to read: those the schemas call public or gated."""


POSTS = frozenset(
    {
        ("Unit", "leader_in_charge"), ("Member", "duty"), ("Inspection", "head"), ("Attendance", "post"),
        ("Handover", "post"), ("Item", "responsible"), ("Entry", "vouched"), ("Entry", "responsible"),
        ("Notified", "post"),
    }
)  # fmt: skip
"""The fields that ask for a post, in which people write the name of its holder."""


_NAMED = "姓名:"


class Text(NamedTuple):
    """One free text of a record.

    Attributes:
        pointer: JSON Pointer to it; inside a value of any form it points to the field that holds the value.
        said: The text itself, which no message may repeat.
        public: Whether anybody may come to read it.
        contact: Whether it says how to reach the office.
        post: Whether a post is asked for, where people write the name of its holder.
    """

    pointer: str
    said: str
    public: bool = False
    contact: bool = False
    post: bool = False

    @property
    def read(self) -> str:
        """The text as detectors should read it: a bare name in the place of a post is announced as one."""
        return _NAMED + self.said if self.post else self.said


class _Plan(NamedTuple):
    """What to look at in a type: `(attribute, key, public, post)` of texts, `(attribute, key)` of parts."""

    texts: tuple[tuple[str, str, bool, bool], ...]
    parts: tuple[tuple[str, str], ...]
    contact: bool


def said_in(record: Record) -> tuple[list[str], list[str]]:
    """Return the free texts of a record, and the public ones among them, without pointers, which is quicker."""
    found: tuple[list[str], list[str]] = ([], [])
    _gather(record, found)
    return found


def _gather(part: Struct, found: tuple[list[str], list[str]]) -> None:
    plan = _plan(type(part))
    for attribute, _, public, post in plan.texts:
        value = getattr(part, attribute)
        if value:
            if isinstance(value, str):
                said = [_NAMED + value if post else value]
            else:
                said = [one.said for one in _inside(value, "", public)]
            found[0].extend(said)
            if public:
                found[1].extend(said)
    for attribute, _ in plan.parts:
        value = getattr(part, attribute)
        if value:
            if isinstance(value, Struct):
                _gather(value, found)
            else:
                for each in value.values() if isinstance(value, dict) else value:
                    _gather(each, found)


def texts_of(record: Record) -> list[Text]:
    """Return the free texts of a record, in the order of its fields."""
    found: list[Text] = []
    _collect(record, "", found)
    return found


def _collect(part: Struct, pointer: str, found: list[Text]) -> None:
    plan = _plan(type(part))
    for attribute, key, public, post in plan.texts:
        value = getattr(part, attribute)
        if value:
            if isinstance(value, str):
                found.append(Text(f"{pointer}/{key}", value, public, plan.contact, post))
            else:
                found.extend(_inside(value, f"{pointer}/{key}", public))
    for attribute, key in plan.parts:
        value = getattr(part, attribute)
        if value:
            _descend(value, f"{pointer}/{key}", found)


def _descend(value: Any, pointer: str, found: list[Text]) -> None:
    if isinstance(value, Struct):
        _collect(value, pointer, found)
    else:
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            _collect(each, f"{pointer}/{key}", found)


def _inside(value: object, pointer: str, public: bool) -> Iterator[Text]:
    """Yield the texts in a list or in a value of any form; keys of the latter may be anything and are texts too."""
    if isinstance(value, tuple):
        yield from (Text(f"{pointer}/{place}", each, public) for place, each in enumerate(value))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield Text(pointer, key, public)
            yield from (Text(pointer, one.said, public) for one in _inside(each, pointer, public))
    elif isinstance(value, list):
        yield from (one for each in value for one in _inside(each, pointer, public))
    elif isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        yield Text(pointer, str(value), public)


@cache
def _plan(of: type[Struct]) -> _Plan:
    info = inspect.type_info(of)
    assert isinstance(info, inspect.StructType)
    name = of.__name__
    named = TEXTS.get(name, ())
    fields = {field.name: field for field in info.fields}
    texts = tuple((each, fields[each].encode_name, (name, each) in PUBLIC, (name, each) in POSTS) for each in named)
    parts = tuple(
        (one.name, one.encode_name) for one in info.fields if one.name not in named and _holds_parts(one.type)
    )
    return _Plan(texts, parts, name == "Contact")


def _holds_parts(kind: Any) -> bool:
    if isinstance(kind, inspect.UnionType):
        return any(_holds_parts(each) for each in kind.types)
    if isinstance(kind, inspect.VarTupleType):
        return _holds_parts(kind.item_type)
    if isinstance(kind, inspect.DictType):
        return _holds_parts(kind.value_type)
    return isinstance(kind, inspect.StructType)
