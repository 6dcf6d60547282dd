"""How each kind of record came to be: the day, the body, and what only other records can tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from inspection.demo.days import TODAY, after
from inspection.demo.digest import first_wording
from inspection.demo.history.dated import Known, Pointer, earliest
from inspection.demo.places import Record

BEGAN = date(2021, 9, 28)
"""The first day of the ledger: the term began."""
_LAST_PLANS = after(TODAY, -11)
"""The day on which what lies wholly in the coming years was planned."""
_NOTICED = after(TODAY, -43)
"""The day on which the calendar of the year after next was put down."""


@dataclass(frozen=True, slots=True)
class Birth:
    """How a record came to be.

    Attributes:
        first: The day and the body.
        told: Parts of which only other records, or the kind of record, can tell.
        matter: The unit whose matter the record is, or nothing for the district's own.
        set_apart: Whether the record must never change together with others: policy and calendar.
        one_hand: Whether one body writes all of it, whoever is named in it.
        with_round: Whether it was born with its round, before the unit's matter began.
        before: What stood in the place of a part before that part became known: values put right later.
    """

    first: Known
    told: Mapping[Pointer, Known] = field(default_factory=dict)
    matter: str = ""
    set_apart: bool = False
    one_hand: bool = True
    with_round: bool = False
    before: Mapping[Pointer, object] = field(default_factory=dict)


def birth(path: str, records: Mapping[str, Record]) -> Birth:
    """Return how the record at a path came to be."""
    record, born = records[path], _born(path, records)
    told, before = dict(born.told), dict(born.before)
    for place, row in enumerate(record.get("corrections", ())):
        mended = tuple(row["path"].split("/")[1:])
        told[mended] = told["corrections", place] = Known(_day(row["date"]), row["by"], f"{path}/{place}")
        before[mended] = row["was"]
    return replace(born, told=told, before=before)


def _born(path: str, records: Mapping[str, Record]) -> Birth:
    record, folders = records[path], path.split("/")
    match folders:
        case ["problems", round_, _]:
            return _problem(record, round_, records)
        case ["rounds", round_, "round.yaml"]:
            return _round(record)
        case ["rounds", round_, name]:
            return _inspection(record, records[f"rounds/{round_}/round.yaml"], name.removesuffix(".yaml"), round_)
        case ["letters", *_]:
            return _letter(record, path)
        case ["common", _, name] if name != "common.yaml":
            day = _day(record["submitted"])
            return Birth(Known(day, "unit"), matter=name.removesuffix(".yaml"), one_hand=False)
        case ["visits", *_]:
            return _visit(record)
        case _:
            return _standing(folders, record, records)


def _standing(folders: list[str], record: Record, records: Mapping[str, Record]) -> Birth:
    told: dict[Pointer, Known] = {}
    match folders:
        case ["units", _]:
            if "left" in record:
                told["succeeded_by",] = Known(_day(record["left"]), "office")
            day = _day(record["joined"])
        case ["papers", _] | ["people", _] | ["common", *_]:
            day = earliest(record) or BEGAN
            told |= _announced(record, "office")
        case ["checklists", _]:
            day = _day(record["effective"])
        case ["plan", name]:
            day = min(after(date(int(name[:4]), 1, 10), 0), _LAST_PLANS)
        case ["policy", name]:
            day = after(_day(name.removesuffix(".yaml")), -7)
        case ["calendar", _]:
            day = _NOTICED
        case ["district.yaml"]:
            day = BEGAN
            for place, term in enumerate(record["terms"]):
                paper = records[f"papers/{term['plan']}.yaml"]
                told["terms", place, "plan"] = Known(after(_day(paper["date"]), 1), "office")
        case _:
            day = BEGAN
    apart = folders[0] in {"policy", "calendar"}
    return Birth(Known(max(day, BEGAN), "office"), told, set_apart=apart)


def entered(round_: Record) -> date:
    """Return the day on which the groups and the units of a round were put down."""
    named = earliest(round_.get("groups", []))
    return named or earliest(round_) or _LAST_PLANS


def _round(record: Record) -> Birth:
    told = _announced(record, record["organizer"])
    opened, judged = entered(record), _day(record.get("reported", record["onsite"]["to"]))
    body = record["organizer"]
    told["groups",] = Known(opened, body)
    for place, group in enumerate(record.get("groups", [])):
        for number, _ in enumerate(group["members"]):
            told["groups", place, "members", number, "appraisal"] = Known(judged, body)
    return Birth(Known(earliest(record) or _LAST_PLANS, body), told)


def _announced(record: Record, body: str) -> dict[Pointer, Known]:
    """Return when the publication of a title was put down: approval and publication in one."""
    if "publication" not in record:
        return {}
    return {("publication",): Known(_day(record["publication"]["published"]), body)}


def _inspection(record: Record, round_: Record, unit: str, name: str) -> Birth:
    told: dict[Pointer, Known] = {}
    for place, entry in enumerate(record.get("publication", {}).get("society", [])):
        told["publication", "society", place] = Known(
            _day(entry["approved"]), "leading_group", f"{name}/{unit}/{place}"
        )
    first = Known(entered(round_), round_["organizer"], f"{name}/units")
    return Birth(first, told, matter=unit, one_hand=False, with_round=True)


def _problem(record: Record, round_: str, records: Mapping[str, Record]) -> Birth:
    unit = record["unit"]
    inspection = records[f"rounds/{round_}/{unit}.yaml"]
    told: dict[Pointer, Known] = {}
    before: dict[Pointer, object] = {}
    if "common" in record:
        told["common",] = Known(_day(records[f"common/{record['common']}/common.yaml"]["issued"]), "office")
    if "disclosure" in record:
        shown = _disclosed(inspection, f"{round_}/{unit}")
        told["public",] = told["disclosure",] = shown
    notices = inspection.get("publication", {}).get("society", [])
    if record.get("public", {}).get("number") == 1 and len(notices) > 1:
        told["public", "title"] = Known(_day(notices[1]["approved"]), "leading_group", f"{round_}/{unit}/1")
        before["public", "title"] = first_wording(record["public"]["title"])
    for place, item in enumerate(record.get("items", [])):
        told["items", place] = _item_born(item, inspection, records)
        told |= _money(item, ("items", place))
    return Birth(Known(_day(record["found"]), "group"), told, matter=unit, one_hand=False, before=before)


def _disclosed(inspection: Record, name: str) -> Known:
    publication = inspection.get("publication", {})
    if "society" in publication:
        return Known(_day(publication["society"][0]["approved"]), "leading_group", f"{name}/0")
    day = _day(publication["party"]["approved"]) if publication else TODAY
    return Known(day, "leading_group", f"{name}/0")


def _item_born(item: Record, inspection: Record, records: Mapping[str, Record]) -> Known:
    if "notice" not in item:
        return Known(_day(inspection["plan"]["submitted"]), "unit")
    notice = item["notice"]
    letter = records[f"letters/{notice[1:5]}/{notice}.yaml"]
    return Known(_day(letter["log"][0]["date"]), letter["from"], notice)


def _money(item: Record, pointer: Pointer) -> dict[Pointer, Known]:
    """Return when money was put down: with its receipt, which is filed after the evidence before it."""
    told: dict[Pointer, Known] = {}
    filed, last = {}, BEGAN
    for proof in item.get("evidence", ()):
        filed[proof["id"]] = last = max(last, _day(proof["date"]))
    for place, row in enumerate(item.get("outcome", {}).get("money", ())):
        told[(*pointer, "outcome", "money", place)] = Known(max(_day(row["date"]), filed[row["receipt"]]), "unit")
    return told


def _letter(record: Record, path: str) -> Birth:
    day = _day(record["log"][0]["date"])
    joint = path.rsplit("/", 1)[1].removesuffix(".yaml") if record["kind"] == "immediate_notice" else ""
    told: dict[Pointer, Known] = {}
    if "campaign" in record:
        told["campaign",] = Known(_day(record["campaign"]["from"]), "unit")
    return Birth(Known(day, record["from"], joint), told, matter=record["to"], one_hand=False)


def _visit(record: Record) -> Birth:
    done = Known(_day(record["to"]), "office")
    told: dict[Pointer, Known] = {(key,): done for key in ("households", "sample", "checked")}
    return Birth(Known(_day(record["from"]), "office"), told)


def leads(problem: Record) -> Iterator[tuple[Pointer, str]]:
    """Yield which unit led an item when an entry of its log was written."""
    for place, item in enumerate(problem.get("items", [])):
        lead = item["lead"]
        for number, entry in enumerate(item.get("log", [])):
            yield ("items", place, "log", number), lead
            lead = entry.get("lead", lead)


def _day(text: object) -> date:
    return date.fromisoformat(str(text))
