"""A problem added to the ledger, which shares its category with no other of its unit."""

from tests.mutations.town import Changes, Town, first


def problem_alone(town: Town, round_: str, unit: str, category: str = "") -> Changes:
    """Return a problem without items, outside the feedback, found on the round's last day on site."""
    known = [one for one in town.ledger.problems.values() if one.round == round_]
    path = f"problems/{round_}/{round_}-{max(int(one.id[-4:]) for one in known) + 1:04}.yaml"
    return {
        path: {
            "unit": unit,
            "category": category or _rare(town, round_, unit),
            "nature": "individual",
            "source": "documents",
            "found": town.ledger.rounds[round_].onsite.to.isoformat(),
            "in_feedback": False,
            "statement": "台账登记不全。",
            "names_person": False,
        }
    }


def _rare(town: Town, round_: str, unit: str) -> str:
    """Return a category the unit never had, and too few units of the round for it to look like a common problem."""
    problems = town.ledger.problems.values()
    own = {one.category for one in problems if one.unit == unit}
    return first(
        category
        for category in sorted({one.category for one in problems} - own)
        if len(units_with(town, round_, category)) + 1 < town.context.policy.limits.common_from
    )


def units_with(town: Town, round_: str, category: str) -> set[str]:
    """Return the units of a round that have problems of a category in no common problem."""
    problems = (one for one in town.ledger.problems.values() if one.round == round_ and one.common is None)
    return {one.unit for one in problems if one.category == category}
