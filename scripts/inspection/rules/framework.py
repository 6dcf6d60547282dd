"""What a rule is: a code, what it weighs, its documentation, and a function from the context to sightings."""

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.policies import NotInLedgerError, calendar_of, policy_on
from inspection.derive.provenance import Provenance
from inspection.finding import Severity, Words
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.policy import Policy
from inspection.model.problems import Item, Problem
from inspection.model.record import Record
from inspection.rules.pages import Page, page
from inspection.rules.speech import Named, Speech, unnamed
from inspection.workdays import Calendar

FAMILIES = {
    "YML": 6, "SCH": 5, "EXC": 1, "REF": 5, "COV": 3, "RND": 11, "TEA": 8, "TAL": 4, "CHK": 4, "INS": 10, "EVA": 3,
    "PRB": 4, "LIF": 13, "DUE": 8, "CMN": 4, "LTR": 3, "VIS": 2, "CLU": 2, "PRV": 8, "PUB": 3, "CHG": 8,
}  # fmt: skip
"""Every family of rules and its highest number, those to come included: a policy may already name them."""

CODES = tuple(f"{family}{number:02}" for family, highest in FAMILIES.items() for number in range(1, highest + 1))
"""Every code there is or will be; codes are never renumbered and never reused."""

FIXED = ("YML", "SCH", "PRV", "CHG")
"""Families whose severity no policy sets."""


class Sight(Enum):
    """How far a rule looks for what it says of a record; nothing beyond can change its word.

    What it said once stands until something within its sight changes: that is what lets a check remember.
    """

    RECORD = "record"
    """The record alone; neither another one nor the day."""
    INSPECTION = "inspection"
    """One unit's inspection in one round, its problems, and all records that are neither problem nor inspection."""
    ROUND = "round"
    """The same for all inspections of one round."""
    LEDGER = "ledger"
    """Everything."""


class Context(Speech):
    """What the rules look at.

    Args:
        head: The ledger to be judged; it holds a district and at least one policy.
        today: The day in the district's time zone.
        base: The ledger it is compared with, where there is one.
        broken: Paths of the files that hold no good record (the loader's findings name them); what they are is not
            missing.
        named: Says what people call a category code, if it knows.
        contents: Git's name of each file's content, by path; without them nothing judged is remembered.
        provenance: What Git knows of the facts of `head`, where history was asked.
        outside: Paths outside the ledger that differ from the base, relative to the repository.
    """

    def __init__(
        self,
        head: Ledger,
        today: date,
        base: Ledger | None = None,
        broken: frozenset[str] = frozenset(),
        named: Named = unnamed,
        contents: Mapping[str, str] = MappingProxyType({}),
        provenance: Provenance | None = None,
        outside: frozenset[str] = frozenset(),
    ) -> None:
        """Keep the facts; what is derived from them is computed when a rule first asks."""
        super().__init__(head, today, named)
        self.base = base
        self.broken = broken
        self.contents = contents
        self.alone: dict[str, Any] = {}
        """What a family found in a record alone, by its path."""
        self.provenance = provenance
        self.outside = outside

    def narrowed(self, paths: Container[str]) -> "Context":
        """Return the same with only the records at these paths, sharing what was found out about them already.

        An item's life and what is in a record alone are the same in every context that holds an inspection, its
        problems and the records beside them.
        """
        one = Context(self.head.only(paths), self.today, self.base, self.broken, self.named)
        one.alone = self.alone
        one.lives = self.lives.within(one.head)
        one.calendar = self.calendar
        return one

    @cached_property
    def lives(self) -> Lives:
        """The lives of all items as of today; whose word counts in them only the district knows."""
        if self.head.district is None:
            raise NotInLedgerError("no district")
        return Lives(self.head, self.today)

    @cached_property
    def policy(self) -> Policy:
        """The policy in force today."""
        return policy_on(self.head, self.today)

    @cached_property
    def calendar(self) -> Calendar:
        """The working calendar with the ledger's own notices."""
        return calendar_of(self.head)

    def items(self) -> Iterator[tuple[Problem, int, Item]]:
        """Yield the items whose lives can be judged, each with its problem and its place.

        A unit that is not in the register has no kind, so no duties, and no unit above it; that it is missing is said
        once, and not again for every step its duties would have allowed.
        """
        return (one for one in self.head.items() if one[0].unit in self.head.units)

    def inspections(self) -> Iterator[Inspection]:
        """Yield the inspections whose duties can be judged: those of units that are in the register."""
        return (one for one in self.head.inspections.values() if one.unit in self.head.units)

    def rounds_unread(self) -> frozenset[str]:
        """Return the rounds of which a problem could not be read, so that their problems cannot be counted."""
        return frozenset(path.split("/")[1] for path in self.broken if path.startswith("problems/"))

    @cached_property
    def lived(self) -> list[tuple[Problem, int, Item, Life]]:
        """The same items, each with its life as of today."""
        return [
            (problem, place, item, life)
            for problem in self.head.problems.values()
            if problem.unit in self.head.units
            for place, (item, life) in enumerate(zip(problem.items, self.lives.of_all(problem), strict=True))
        ]

    @cached_property
    def handed_on(self) -> list[tuple[Problem, int, Item]]:
        """The items whose log names a problem they are withdrawn into, rightly or not."""
        return [
            (problem, place, item)
            for problem, place, item in self.head.items()
            if [entry for entry in item.log if entry.into or (entry.set and "into" in entry.set)]
        ]


class Sighting(NamedTuple):
    """One place where a rule is broken.

    Attributes:
        path: The record's file, relative to the ledger folder.
        pointer: JSON Pointer to the field.
        message: The record, the field and the two facts that contradict.
        severity: Where the rule weighs differently by case.
        help: Where the mending is more particular than the rule's own "Instead".
    """

    path: str
    pointer: str
    message: Words
    severity: Severity | None = None
    help: Words | None = None


def see(
    record: Record, pointer: str, *, zh: str, en: str, severity: Severity | None = None, help: Words | None = None
) -> Sighting:
    """Return a sighting in a record; `pointer` is a JSON Pointer such as `/items/0/log/3/by`."""
    return Sighting(record.path, pointer, Words(zh, en), severity, help)


Look = Callable[[Context], Iterator[Sighting]]


class Rule(NamedTuple):
    """A rule.

    Attributes:
        code: Never renumbered, never reused.
        name: The function's name, which says what is wrong.
        severity: What it weighs before policy and acknowledgements.
        timed: Whether it depends on the day alone.
        practice: The practices it comes from (`S0` to `S4`).
        zh: Its page in Chinese.
        en: Its page in English.
        looks: What yields the sightings, each with how far it looks.
    """

    code: str
    name: str
    severity: Severity
    timed: bool
    practice: tuple[str, ...]
    zh: Page
    en: Page
    looks: tuple[tuple[Sight, Look], ...]

    def look(self, context: Context) -> Iterator[Sighting]:
        """Yield all its sightings."""
        for _, look in self.looks:
            yield from look(context)


def rule(
    code: str,
    severity: Severity,
    *,
    timed: bool = False,
    practice: str = "",
    sight: Sight = Sight.LEDGER,
    also: tuple[tuple[Sight, Look], ...] = (),
) -> Callable[[Look], Rule]:
    """Make a rule of a function; its docstring is the rule's page in both languages.

    The docstring holds six paragraphs: what is wrong, `Why: ...`, `Instead: ...`, then the same in Chinese: what,
    `为什么：...`, `怎么改：...`.

    Args:
        code: The rule's code.
        severity: What it weighs; a sighting may carry its own.
        timed: Whether it depends on the day alone (a *t* rule).
        practice: The practices it comes from, separated by blanks.
        sight: How far the function looks.
        also: Further functions of the same rule that look less far.

    Raises:
        ValueError: The docstring has another form.
    """

    def make(look: Look) -> Rule:
        en, zh = page(code, look.__doc__ or "")
        return Rule(code, look.__name__, severity, timed, tuple(practice.split()), zh, en, ((sight, look), *also))

    return make
