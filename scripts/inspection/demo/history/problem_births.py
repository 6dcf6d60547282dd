"""How a problem came to be: found by the group, planned by the unit, made public by the leading group."""

from collections.abc import Iterator, Mapping

from inspection.demo.days import TODAY
from inspection.demo.digest import first_wording
from inspection.demo.history.dated import BEGAN, Birth, Known, Pointer, day_of
from inspection.demo.places import Record


def problem_born(record: Record, round_: str, records: Mapping[str, Record]) -> Birth:
    """Return how a problem of a round came to be."""
    unit = record["unit"]
    inspection = records[f"rounds/{round_}/{unit}.yaml"]
    told: dict[Pointer, Known] = {}
    before: dict[Pointer, object] = {}
    if "common" in record:
        told["common",] = Known(day_of(records[f"common/{record['common']}/common.yaml"]["issued"]), "office")
    if "disclosure" in record:
        shown = _disclosed(inspection, f"{round_}/{unit}")
        told["public",] = told["disclosure",] = shown
    notices = inspection.get("publication", {}).get("society", [])
    if record.get("public", {}).get("number") == 1 and len(notices) > 1:
        told["public", "title"] = Known(day_of(notices[1]["approved"]), "leading_group", f"{round_}/{unit}/1")
        before["public", "title"] = first_wording(record["public"]["title"])
    for place, item in enumerate(record.get("items", [])):
        told["items", place] = _item_born(item, inspection, records)
        told |= _money(item, ("items", place))
    return Birth(Known(day_of(record["found"]), "group"), told, matter=unit, one_hand=False, before=before)


def _disclosed(inspection: Record, name: str) -> Known:
    publication = inspection.get("publication", {})
    if "society" in publication:
        return Known(day_of(publication["society"][0]["approved"]), "leading_group", f"{name}/0")
    day = day_of(publication["party"]["approved"]) if publication else TODAY
    return Known(day, "leading_group", f"{name}/0")


def _item_born(item: Record, inspection: Record, records: Mapping[str, Record]) -> Known:
    if "notice" not in item:
        return Known(day_of(inspection["plan"]["submitted"]), "unit")
    notice = item["notice"]
    letter = records[f"letters/{notice[1:5]}/{notice}.yaml"]
    return Known(day_of(letter["log"][0]["date"]), letter["from"], notice)


def _money(item: Record, pointer: Pointer) -> dict[Pointer, Known]:
    """Return when money was put down: with its receipt, which is filed after the evidence before it."""
    told: dict[Pointer, Known] = {}
    filed, last = {}, BEGAN
    for proof in item.get("evidence", ()):
        filed[proof["id"]] = last = max(last, day_of(proof["date"]))
    for place, row in enumerate(item.get("outcome", {}).get("money", ())):
        told[(*pointer, "outcome", "money", place)] = Known(max(day_of(row["date"]), filed[row["receipt"]]), "unit")
    return told


def leads(problem: Record) -> Iterator[tuple[Pointer, str]]:
    """Yield which unit led an item when an entry of its log was written."""
    for place, item in enumerate(problem.get("items", [])):
        lead = item["lead"]
        for number, entry in enumerate(item.get("log", [])):
            yield ("items", place, "log", number), lead
            lead = entry.get("lead", lead)
