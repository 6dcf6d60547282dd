"""What the public may know, as types of its own.

Codes stay codes: their words are the pages' business. Days appear only where the ledger makes them public; everything
that is shown to the month is a text `YYYY-MM`. No field holds an id of a problem, an item or a person.
"""

from datetime import date

from msgspec import Struct

from inspection.publish.view.common_problems import PublicCommonProblem
from inspection.publish.view.district_shapes import PublicEarlier, PublicFigure, PublicHalfYear, PublicTerm
from inspection.publish.view.notices import PublicNotice, RetractedNotice


class LocalWord(Struct, frozen=True, kw_only=True):
    """A district's own word for a code."""

    zh: str
    en: str | None = None


class PublicDistrict(Struct, frozen=True, kw_only=True):
    """The district, its office, and how to reach it.

    Attributes:
        name_en: The name in English, where there is one; so with the office.
        url: Where the site is served, or nothing.
        words: The district's own words for codes, by code.
    """

    name: str
    name_en: str | None = None
    office: str
    office_en: str | None = None
    url: str | None = None
    licence: str | None = None
    telephone: str | None = None
    post: str | None = None
    email: str | None = None
    words: dict[str, LocalWord] = {}


class Gone(Struct, frozen=True, kw_only=True):
    """A unit has left the register: its last day, and the unit it went into where there is one."""

    day: date
    into: str | None = None


class PublicUnit(Struct, frozen=True, kw_only=True):
    """A unit of the register.

    Attributes:
        parent: The unit above; always one of the view's units.
        family: The unit itself and every unit below it: what its page sums over.
    """

    id: str
    name: str
    kind: str
    body: str
    class_: str | None = None
    type: str | None = None
    joined: date
    in_base: bool
    gone: Gone | None = None
    parent: str | None = None
    family: tuple[str, ...] = ()


class PublicRound(Struct, frozen=True, kw_only=True):
    """A round that was announced, or a flexible one that is over.

    Attributes:
        topic: Only by the round's own publication.
        units: The units it reached, in the order of the register.
    """

    id: str
    kind: str
    topic: str | None = None
    announced: date | None = None
    began: date
    ended: date
    units: tuple[str, ...] = ()


class PublicInspection(Struct, frozen=True, kw_only=True):
    """One unit in a round. Beyond that it was reached, everything waits for the gate.

    Attributes:
        published: The day of the publication in force, when the gate is open; the rest is nothing while it is shut.
        retracted: The day the publication was taken back, while nothing was published after it.
        feedback: The month feedback was given, `YYYY-MM`.
    """

    round: str
    unit: str
    reach: str
    published: date | None = None
    retracted: date | None = None
    mode: str | None = None
    began: date | None = None
    ended: date | None = None
    feedback: str | None = None


class PublicMove(Struct, frozen=True, kw_only=True):
    """Who verified what and how: an agreement, a close-out, a turn to long-term, a reopening.

    Attributes:
        month: `YYYY-MM`.
        by: A role word or a unit id.
    """

    month: str
    action: str
    by: str
    how: str | None = None


class PublicItem(Struct, frozen=True, kw_only=True):
    """One rectification item as the public reads it.

    Attributes:
        number: Counts the problem's items that are not withdrawn, from 1.
        status: A code of `public_status`; a submitted item counts as being rectified.
        due: The month of the first deadline, `YYYY-MM`.
        overdue: Whether the unit's clock runs and its current due day has passed.
    """

    number: int
    kind: str
    task: str
    status: str
    due: str
    overdue: bool
    moves: tuple[PublicMove, ...] = ()


class PublicProblem(Struct, frozen=True, kw_only=True):
    """A problem whose gate is open.

    Attributes:
        number: Its number within the notice, which is part of its address.
        status: A code of `public_status`.
    """

    round: str
    unit: str
    number: int
    title: str
    result: str | None = None
    category: str
    nature: str
    status: str
    overdue: bool
    items: tuple[PublicItem, ...] = ()

    @property
    def address(self) -> str:
        """The last part of its page's address: round, unit and number, never a ledger id."""
        return f"{self.round.lower()}-{self.unit}-{self.number}"


class PublicView(Struct, frozen=True, kw_only=True):
    """Everything the public may know on a day.

    Attributes:
        revision: The commit the ledger was read at, or nothing.
        units: By id, in the order of the tree: a unit, then those below it.
        rounds: By id, the latest first.
        inspections: In the order of rounds, then units.
        problems: In the order of rounds, then units, then numbers.
        notices: Those in force, in the order of the inspections.
        retracted: What is left of those taken back and not published again.
        commons: The common problems released by a publication of their own.
        earlier: How the district stood half a year before, where that lies in the same term.
    """

    as_of: date
    revision: str | None
    district: PublicDistrict
    units: dict[str, PublicUnit]
    rounds: dict[str, PublicRound]
    inspections: tuple[PublicInspection, ...]
    problems: tuple[PublicProblem, ...]
    figures: tuple[PublicFigure, ...]
    half_years: tuple[PublicHalfYear, ...]
    term: PublicTerm | None = None
    notices: tuple[PublicNotice, ...] = ()
    retracted: tuple[RetractedNotice, ...] = ()
    commons: tuple[PublicCommonProblem, ...] = ()
    earlier: PublicEarlier | None = None
