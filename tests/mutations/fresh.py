"""A problem added to the ledger, which shares its category with no other of its unit and round."""

from tests.mutations.town import Changes, Town, first


def problem_alone(town: Town, round_: str, unit: str, category: str = "") -> Changes:
    """Return a problem without items, outside the feedback, found on the round's last day on site."""
    problems = town.ledger.problems.values()
    taken = {one.category for one in problems if one.round == round_ or one.unit == unit}
    free = category or first(sorted({one.category for one in problems} - taken))
    last = max(one.id for one in problems if one.round == round_)
    path = f"problems/{round_}/{last[:-4]}{int(last[-4:]) + 1:04}.yaml"
    return {
        path: {
            "unit": unit,
            "category": free,
            "nature": "individual",
            "source": "documents",
            "found": town.ledger.rounds[round_].onsite.to.isoformat(),
            "in_feedback": False,
            "statement": "台账登记不全。",
            "names_person": False,
        }
    }
