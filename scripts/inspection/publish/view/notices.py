"""Notices of rectification (整改进展情况通报) as the public knows them: one in force, or one that was taken back.

What a notice says of its problems is not repeated here: it is the view's problems of the same round and unit, which are
there only while the notice's gate is open.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from inspection.derive.lives import Lives
from inspection.derive.publications import decided, open_until
from inspection.model.inspections import Inspection, SocietyPublication
from inspection.model.ledger import Ledger


class PublicRetraction(Struct, frozen=True, kw_only=True):
    """A publication that was taken back.

    Attributes:
        by: A role word or a unit id.
        reason: Written to be public; the texts that were taken back are not repeated anywhere.
    """

    published: date
    retracted: date
    by: str
    reason: str


class PublicNotice(Struct, frozen=True, kw_only=True):
    """The notice of one unit's inspection, while its gate is open.

    Attributes:
        by: Who approved it, a role word or a unit id.
        until: The last day on which the public is asked to answer: that of the entry, else the policy's period.
        channels: Codes of `publication_channel`.
        earlier: Publications before this one that were taken back, the oldest first.
    """

    round: str
    unit: str
    approved: date
    by: str
    published: date
    until: date
    channels: tuple[str, ...] = ()
    earlier: tuple[PublicRetraction, ...] = ()

    @property
    def address(self) -> str:
        """The last part of its page's address: round and unit."""
        return f"{self.round.lower()}-{self.unit}"


class RetractedNotice(Struct, frozen=True, kw_only=True):
    """What is left of a notice that was taken back and not published again: that it was, and when.

    Attributes:
        retractions: At least one, the oldest first.
    """

    round: str
    unit: str
    retractions: tuple[PublicRetraction, ...]

    @property
    def address(self) -> str:
        """The address the notice had."""
        return f"{self.round.lower()}-{self.unit}"


def notice(
    lives: Lives, inspection: Inspection, entry: SocietyPublication | None
) -> PublicNotice | RetractedNotice | None:
    """Return the notice of an inspection on the day, what is left of it, or nothing where there never was one.

    Args:
        lives: The ledger the public knows of, and the day.
        inspection: The inspection.
        entry: The publication that opens its gate, or nothing while that is shut.
    """
    round_, unit = inspection.round, inspection.unit
    taken_back = tuple(_retractions(lives.ledger, inspection, lives.as_of))
    if entry is None or entry.published is None:
        return RetractedNotice(round=round_, unit=unit, retractions=taken_back) if taken_back else None
    return PublicNotice(
        round=round_,
        unit=unit,
        approved=entry.approved,
        by=entry.by,
        published=entry.published,
        until=open_until(lives.ledger, entry, entry.published),
        channels=entry.channels,
        earlier=tuple(one for one in taken_back if one.published <= entry.published),
    )


def _retractions(ledger: Ledger, inspection: Inspection, as_of: date) -> Iterator[PublicRetraction]:
    """Yield what was taken back by the day of what the public could once read, the oldest first.

    An entry nobody was entitled to approve, or made before feedback, opened nothing and leaves nothing.
    """
    feedback, publication = inspection.feedback, inspection.publication
    if feedback is None or publication is None:
        return
    made = [(one, one.published, one.retracted) for one in publication.society]
    out = [(one, on, back) for one, on, back in made if on is not None and back is not None]
    for one, on, back in sorted(out, key=lambda each: each[1]):
        in_time = feedback.date <= back.date and one.approved <= on <= back.date <= as_of
        if in_time and decided(ledger, one.approved, one.by, inspection.unit):
            yield PublicRetraction(published=on, retracted=back.date, by=back.by, reason=back.reason)
