"""One look at each record for all the privacy rules."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TypeVar

from inspection.finding import Severity, Words
from inspection.model.record import Record
from inspection.rules.framework import Context
from inspection.rules.privacy.detect import BY_NAME, DETECTIONS, Detection
from inspection.rules.privacy.folding import folded
from inspection.rules.privacy.texts import Text, said_in, texts_of

R = TypeVar("R", bound=Record)

_HARMLESS = ""
"""Where `Context.alone` keeps the harmless texts; no record has this path."""

_BETWEEN = "\x1f"
"""Between the texts of a record; no YAML that was read holds it."""


_ALIKE = [list(kind) for _, kind in groupby(DETECTIONS, key=lambda one: (one.worth, one.in_public))]
"""The detections, together those that the same texts are worth the time of; PRV06 looks at every text."""


class Suspicion(NamedTuple):
    """What a detector found in one text of a record; it holds nothing of the text.

    Attributes:
        name: The detection: a rule's code, or `PRV02L`.
        pointer: JSON Pointer to the text.
        public: Whether anybody may come to read the text.
    """

    name: str
    pointer: str
    public: bool

    @property
    def severity(self) -> Severity:
        """What it weighs: names and addresses are errors where the public reads; landlines and posts never are."""
        if self.name in {"PRV02L", "PRV08"} or (self.name in {"PRV06", "PRV07"} and not self.public):
            return Severity.WARNING
        return Severity.ERROR

    @property
    def said(self) -> Words:
        """The sentence about the record: the field and what it holds, never the text."""
        field = self.pointer.removeprefix("/")
        zh, en = ("公开文字", "public text") if self.public else ("文字", "text")
        what = BY_NAME[self.name].what
        return Words(f"{zh} `{field}` 里有{what.zh}（内容不予显示）", f"{en} `{field}` holds {what.en} (not shown)")


class Harmless(NamedTuple):
    """Texts in which nothing was found: much of what an office writes it writes again and again."""

    said: set[str]
    published: set[str]


def scan(record: Record, harmless: Harmless | None = None) -> Iterator[Suspicion]:
    """Yield what the detectors find in a record, one suspicion per detection and text.

    It depends on the record alone, so it may be kept with it.

    Args:
        record: Any record.
        harmless: What was read before and need not be read again; it grows.
    """
    said, published = said_in(record)
    if harmless is not None:
        said = [text for text in said if text not in harmless.said]
        published = [text for text in published if text not in harmless.published]
    whole, public = folded(_BETWEEN.join(said)), folded(_BETWEEN.join(published))
    worth = [one for kind in _ALIKE if kind[0].may_find(public if kind[0].in_public else whole) for one in kind]
    if not any(BY_NAME["PRV06"].detector(whole)):
        worth.remove(BY_NAME["PRV06"])
    if worth:
        for text in texts_of(record):
            plain = folded(text.read)
            for one in worth:
                if _concerns(one, text) and one.may_find(plain) and any(one.detector(plain)):
                    yield Suspicion(one.name, text.pointer, text.public)
    elif harmless is not None:
        harmless.said.update(said)
        harmless.published.update(published)


def _concerns(one: Detection, text: Text) -> bool:
    """Return whether a text is looked at: a contact is there to name the office's own telephone and address."""
    if text.contact and one.name in {"PRV02L", "PRV07"}:
        return False
    return text.public or not one.in_public


def suspicions(context: Context, name: str, records: Iterable[R]) -> Iterator[tuple[R, Suspicion]]:
    """Yield what one detection found in records of `head`, each of which is read through once for all detections."""
    known = context.alone
    harmless: Harmless = known.setdefault(_HARMLESS, Harmless(set(), set()))
    for record in records:
        found = known.get(record.path)
        if found is None:
            found = known[record.path] = tuple(scan(record, harmless))
        for one in found:
            if one.name == name:
                yield record, one
