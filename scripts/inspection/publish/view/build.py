"""From a ledger and a day to the public view."""

from datetime import date

from inspection.derive.lives import Lives
from inspection.derive.policies import policy_on
from inspection.derive.statistics import statistics
from inspection.model.district import District
from inspection.model.inspections import Inspection, SocietyPublication
from inspection.model.ledger import Ledger
from inspection.model.policy import Policy
from inspection.model.problems import Problem
from inspection.publish.view.common_problems import public_commons
from inspection.publish.view.earlier import earlier_beside
from inspection.publish.view.figures import public_figures
from inspection.publish.view.gate import opened
from inspection.publish.view.half_years import A_SUM, public_half_years
from inspection.publish.view.known import known_to_the_public
from inspection.publish.view.notices import PublicNotice, RetractedNotice, notice
from inspection.publish.view.problems import month, shown
from inspection.publish.view.register import public_rounds, public_units
from inspection.publish.view.releases import month_ends
from inspection.publish.view.shapes import (
    LocalWord,
    PublicDistrict,
    PublicInspection,
    PublicProblem,
    PublicView,
)
from inspection.publish.view.term import public_term


def public_view(whole: Ledger, as_of: date, revision: str | None = None) -> PublicView:
    """Return what the public may know on a day.

    Args:
        whole: The whole ledger. It has a district and a policy.
        as_of: The day.
        revision: The commit the ledger was read at.

    Raises:
        LookupError: The ledger has no district or no policy.
    """
    ledger = known_to_the_public(whole, as_of)
    if ledger.district is None:
        raise LookupError("no district")
    earlier = earlier_beside(whole, as_of)
    lives, policy = Lives(ledger, as_of), policy_on(ledger, as_of)
    units = public_units(ledger, as_of)
    rounds = public_rounds(ledger, units, as_of)
    found = _by_inspection(ledger)
    inspections: list[PublicInspection] = []
    problems: list[PublicProblem] = []
    notices: list[PublicNotice | RetractedNotice | None] = []
    for key in [(round_.id, unit) for round_ in rounds.values() for unit in round_.units]:
        inspection, own = ledger.inspections[key], found.get(key, [])
        entry = opened(lives, inspection, own)
        made = notice(lives, inspection, entry)
        notices.append(made)
        retracted = made.retractions[-1].retracted if isinstance(made, RetractedNotice) else None
        inspections.append(_inspection(inspection, entry, retracted, as_of))
        if entry is not None:
            readable = [problem for problem in (shown(lives, one) for one in own) if problem is not None]
            problems.extend(sorted(readable, key=lambda one: one.number))
    figures = statistics(ledger, as_of, lives=lives).figures
    return PublicView(
        as_of=as_of,
        revision=revision,
        district=_district(ledger.district, policy),
        units=units,
        rounds=rounds,
        inspections=tuple(inspections),
        problems=tuple(problems),
        figures=public_figures(figures, month_ends(whole, as_of)),
        half_years=public_half_years(ledger, as_of, policy.small_count),
        earlier=earlier(),
        term=public_term(ledger, as_of, figures.get("coverage")),
        notices=tuple(one for one in notices if isinstance(one, PublicNotice)),
        retracted=tuple(one for one in notices if isinstance(one, RetractedNotice)),
        commons=public_commons(ledger, as_of, max(policy.small_count, A_SUM)),
    )


def _by_inspection(ledger: Ledger) -> dict[tuple[str, str], list[Problem]]:
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in ledger.problems.values():
        found.setdefault((problem.round, problem.unit), []).append(problem)
    return found


def _district(district: District, policy: Policy) -> PublicDistrict:
    site, contact = district.site, district.contact
    return PublicDistrict(
        name=district.name.zh,
        name_en=district.name.en,
        office=district.office.zh,
        office_en=district.office.en,
        url=site.url if site is not None else None,
        licence=site.licence if site is not None else None,
        telephone=contact.telephone if contact is not None else None,
        post=contact.post if contact is not None else None,
        email=contact.email if contact is not None else None,
        words={code: LocalWord(zh=name.zh, en=name.en) for code, name in policy.labels.items()},
    )


def _inspection(
    inspection: Inspection, entry: SocietyPublication | None, retracted: date | None, as_of: date
) -> PublicInspection:
    round_, unit, reach = inspection.round, inspection.unit, inspection.reach
    if entry is None or inspection.feedback is None:
        return PublicInspection(round=round_, unit=unit, reach=reach, retracted=retracted)
    onsite = inspection.onsite
    over = onsite is not None and onsite.to <= as_of
    return PublicInspection(
        round=round_,
        unit=unit,
        reach=reach,
        published=entry.published,
        mode=inspection.mode,
        began=onsite.from_ if onsite is not None and over else None,
        ended=onsite.to if onsite is not None and over else None,
        feedback=month(inspection.feedback.date),
    )
