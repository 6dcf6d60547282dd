"""The district, its calendar, signers, purges, papers and yearly plans."""

from decimal import Decimal
from typing import Literal

from msgspec import field

from inspection.model.record import Body, Day, Part, Record


class Name(Part, frozen=True, kw_only=True):
    """A name in Chinese and, where there is one, in English."""

    zh: str
    en: str | None = None


class PublicSite(Part, frozen=True, kw_only=True):
    """Where the public site lies and under which licence its data are given."""

    url: str
    licence: str


class Contact(Part, frozen=True, kw_only=True):
    """How the public reaches the office."""

    telephone: str | None = None
    post: str | None = None
    email: str | None = None


class Term(Part, frozen=True, kw_only=True):
    """A term of the district's Party committee.

    Attributes:
        base_frozen: The day the coverage base was fixed.
        target: The share of the base to be covered, 0 to 1.
        plan: The paper that plans the term.
    """

    number: int
    began: Day
    ends: Day
    base_frozen: Day
    target: Decimal
    plan: str | None = None


class Establishment(Part, frozen=True, kw_only=True):
    """How many discipline cadres the district had on a day: the denominator of "have served"."""

    date: Day
    discipline_cadres: int


class Demonstration(Part, frozen=True, kw_only=True):
    """Only in a demonstration ledger: the day commands take as today."""

    today: Day


class District(Record, frozen=True, kw_only=True):
    """The district (`district.yaml`)."""

    name: Name
    office: Name
    timezone: str
    site: PublicSite | None = None
    contact: Contact | None = None
    bodies: dict[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    establishment: tuple[Establishment, ...] = ()
    demonstration: Demonstration | None = None


class CalendarYear(Record, frozen=True, kw_only=True):
    """One year's notice of days off (`calendar/<year>.yaml`)."""

    notice: str
    status: Literal["provisional", "official"]
    off: tuple[Day, ...] = ()
    work: tuple[Day, ...] = ()


class Key(Part, frozen=True, kw_only=True):
    """A signing key or an account of a body, or both, and the days it is valid on."""

    role: Body
    unit: str | None = None
    key: str | None = None
    from_: Day = field(name="from")
    until: Day | None = None
    account: str | None = None


class Signers(Record, frozen=True, kw_only=True):
    """Whose keys sign for which body (`signers.yaml`)."""

    keys: tuple[Key, ...] = ()


class Purge(Part, frozen=True, kw_only=True):
    """A rewriting of history that the leading group decided; `old` and `new` are commit ids."""

    date: Day
    by: Body
    reason: str
    old: str
    new: str


class Purges(Record, frozen=True, kw_only=True):
    """The only rewriting of history an audit accepts (`purges.yaml`)."""

    purges: tuple[Purge, ...] = ()


class Paper(Record, frozen=True, kw_only=True):
    """A paper the office or the leading group issued (`papers/`)."""

    title: str
    number: str | None = None
    date: Day
    kind: Literal["rule", "plan", "guideline", "handbook", "report", "feedback", "decision"]
    issuer: Body
    copies: int | None = None


class PlannedRound(Part, frozen=True, kw_only=True):
    """A round the year's plan foresees, and the units it is to reach."""

    id: str
    quarter: int
    organizer: Body
    units: tuple[str, ...] = ()


class Plan(Record, frozen=True, kw_only=True):
    """A year's plan (`plan/<year>.yaml`)."""

    rounds: tuple[PlannedRound, ...] = ()
