"""The yearly plans: the rounds that were, the round to come, and the units that are left for it."""

from collections.abc import Iterator
from datetime import date

from inspection.demo.places import Record, Register
from inspection.demo.schedule import Visited


def plan_records(rounds: list[Visited], places: Register) -> Iterator[tuple[str, Record]]:
    """Yield the plans of the years with rounds, and of the two years in which every unit left is reached."""
    years: dict[int, list[Record]] = {}
    for each in rounds:
        years.setdefault(each.start.year, []).append(_planned(each))
    reached = {target.place.id for each in rounds for target in each.targets if target.reach == "full"}
    left = [
        place.id
        for place in places.places
        if place.record["in_base"] and place.id not in reached and "left" not in place.record
    ]
    number = len(rounds)
    for year, some in ((2025, left[::2]), (2026, left[1::2])):
        number += 1
        if some:
            row = {"id": f"R13-{number:02d}", "quarter": 3 if year == 2025 else 2, "organizer": "office", "units": some}
            years.setdefault(year, []).append(row)
    for year, rows in sorted(years.items()):
        yield f"plan/{year}.yaml", {"rounds": rows}


def _planned(each: Visited) -> Record:
    units = [target.place.id for target in each.targets if target.reach == "full"]
    return {"id": each.id, "quarter": _quarter(each.start), "organizer": each.organizer, "units": units}


def _quarter(day: date) -> int:
    return (day.month + 2) // 3
