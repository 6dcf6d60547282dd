"""The gate: what must hold before anything of an inspection is shown to society."""

from collections.abc import Iterable
from datetime import date

from inspection.derive.digest import society_digest
from inspection.derive.lives import Lives
from inspection.derive.publications import decided
from inspection.model.inspections import Inspection, SocietyPublication
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.model.record import PlainPublication
from inspection.model.rounds import Round


def publication_in_force(ledger: Ledger, inspection: Inspection, as_of: date) -> SocietyPublication | None:
    """Return the newest entry approved by the policy's body, published and not retracted on the day."""
    entries = inspection.publication.society if inspection.publication is not None else ()
    standing = [
        (entry.published, place, entry)
        for place, entry in enumerate(entries)
        if entry.published is not None
        and entry.approved <= entry.published <= as_of
        and not (entry.retracted is not None and entry.retracted.date <= as_of)
        and decided(ledger, entry.approved, entry.by, inspection.unit)
    ]
    return max(standing, key=lambda one: one[:2])[2] if standing else None


def opened(lives: Lives, inspection: Inspection, problems: Iterable[Problem]) -> SocietyPublication | None:
    """Return the publication that opens an inspection's gate on the day, or nothing while it is shut.

    Two shown problems with one number shut it too: the number is their address.

    Args:
        lives: The items' lives as of the day.
        inspection: The inspection.
        problems: The problems it found.
    """
    if inspection.feedback is None or inspection.feedback.date > lives.as_of:
        return None
    entry = publication_in_force(lives.ledger, inspection, lives.as_of)
    if entry is None:
        return None
    found = list(problems)
    numbers = [one.public.number for one in found if one.public is not None and disclosed(one)]
    if len(numbers) != len(set(numbers)):
        return None
    texts = society_digest(found, {problem.id: lives.withdrawn(problem) for problem in found})
    return entry if entry.digest == texts else None


def disclosed(problem: Problem) -> bool:
    """Return whether the problem itself may be shown to society; no disclosure means withheld."""
    return problem.disclosure is not None and problem.disclosure.society == "shown"


def round_exists(round_: Round, as_of: date) -> bool:
    """Return whether the public knows of a round."""
    known = round_known_from(round_)
    return known is not None and known <= as_of


def round_known_from(round_: Round) -> date | None:
    """Return the day the public knows of a round from: its announcement, of a flexible one its last day on site."""
    return round_.onsite.to if round_.kind == "flexible" else round_.announced


def title_released(ledger: Ledger, publication: PlainPublication | None, as_of: date) -> bool:
    """Return whether a publication of its own releases a round's topic or a common problem's title."""
    if publication is None or not publication.approved <= publication.published <= as_of:
        return False
    return decided(ledger, publication.approved, publication.by)
