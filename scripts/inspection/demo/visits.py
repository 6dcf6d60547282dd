"""Visits of supervision: planned before the items' lives are told, filled in after."""

from collections.abc import Iterable
from datetime import date

from inspection.demo.books import Shelf
from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso
from inspection.demo.desk import Coming
from inspection.demo.findings import Found
from inspection.demo.places import Record
from inspection.demo.schedule import Visited

_KINDS = ("supervision", "return_visit", "unannounced", "spot_check", "evidence_check", "special")
_UNITS = 6
_METHODS = (
    ["field_visit", "discussion"],
    ["household_visit", "interview"],
    ["document_check", "field_visit"],
    ["questionnaire", "household_visit"],
)


def planned(each: Visited, shelf: Shelf, chance: Chance) -> dict[str, Coming]:
    """Return the visit that will come to each unit of the round, as far as it has come by today."""
    if each.kind == "look_back":
        return {}
    units = [
        target.place.id for target in each.targets if target.reach != "answering" and "left" not in target.place.record
    ]
    comings: dict[str, Coming] = {}
    for index in range(0, len(units), _UNITS):
        some = units[index : index + _UNITS]
        start = after(each.end, 172 + index // _UNITS * 3 % 60)
        end = after(start, 2)
        if after(end, 7) > TODAY:
            continue
        kind = _KINDS[(int(each.id[-2:]) - 1 + index // _UNITS) % len(_KINDS)]
        record: Record = {
            "kind": kind,
            "rounds": [each.id],
            "team": f"S{index // _UNITS % 3 + 1}",
            "units": some,
            "from": iso(start),
            "to": iso(end),
            "by": ["office", "discipline"],
            "methods": chance.pick(_METHODS),
        }
        if "household_visit" in record["methods"]:
            record["households"] = len(some) * chance.whole(5, 12)
        coming = Coming(shelf.put(start, record), start, end)
        comings |= dict.fromkeys(some, coming)
    return comings


def note_closed(coming: Coming | None, rows: Iterable[Found]) -> None:
    """Tell the visit which items of a unit were closed before it came."""
    if coming is None:
        return
    before = iso(coming.start)
    for row in rows:
        for each in row.record.get("items", []):
            if any(entry["action"] == "close" and entry["date"] < before for entry in each.get("log", [])):
                coming.closed.append(f"{row.id}/{each['id']}")


def filled_in(comings: dict[str, Coming], chance: Chance) -> None:
    """Draw the samples by lot, and write down what the visits found and to whom it was sent."""
    seen: set[int] = set()
    for coming in comings.values():
        if id(coming) in seen:
            continue
        seen.add(id(coming))
        record, found = coming.sheet.record, dict(coming.found)
        drawn = chance.some(coming.closed, max(2, -(-len(coming.closed) * 22 // 100)))
        if drawn:
            record["sample"] = {"seed": chance.hexadecimal(8), "drawn": drawn}
        checked = [*drawn, *(item for item in found if item not in drawn)]
        rows = [_checked(item, found.get(item)) for item in checked]
        if rows:
            record["checked"] = rows
        record["sent"] = _sent(coming.end)


def _checked(item: str, result: str | None) -> Record:
    if result is None:
        return {"item": item, "result": "ok"}
    notes = {
        "rebound": "问题反弹，同类情况再次出现",
        "false_closure": "佐证材料与现场不符",
        "partial": "整改面不够，部分未落实",
        "not_done": "措施停留在纸面",
    }
    return {"item": item, "result": result, "note": notes[result]}


def _sent(end: date) -> Record:
    return {"unit": iso(after(end, 3)), "discipline": iso(after(end, 3)), "leader_in_charge": iso(after(end, 5))}
