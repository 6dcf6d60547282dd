"""How each kind of record came to be: the day, the body, and what only other records can tell."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from inspection.demo.days import TODAY, after
from inspection.demo.history.dated import BEGAN, Birth, Known, Pointer, day_of, earliest
from inspection.demo.history.problem_births import problem_born
from inspection.demo.places import Record

_LAST_PLANS = after(TODAY, -11)
"""The day on which what lies wholly in the coming years was planned."""
_NOTICED = after(TODAY, -43)
"""The day on which the calendar of the year after next was put down."""


def birth(path: str, records: Mapping[str, Record]) -> Birth:
    """Return how the record at a path came to be."""
    record, born = records[path], _born(path, records)
    told, before = dict(born.told), dict(born.before)
    for place, row in enumerate(record.get("corrections", ())):
        mended = tuple(row["path"].split("/")[1:])
        told[mended] = told["corrections", place] = Known(day_of(row["date"]), row["by"], f"{path}/{place}")
        before[mended] = row["was"]
    return replace(born, told=told, before=before)


def _born(path: str, records: Mapping[str, Record]) -> Birth:
    record, folders = records[path], path.split("/")
    match folders:
        case ["problems", round_, _]:
            return problem_born(record, round_, records)
        case ["rounds", round_, "round.yaml"]:
            return _round(record)
        case ["rounds", round_, name]:
            return _inspection(record, records[f"rounds/{round_}/round.yaml"], name.removesuffix(".yaml"), round_)
        case ["letters", *_]:
            return _letter(record, path)
        case ["common", _, name] if name != "common.yaml":
            day = day_of(record["submitted"])
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
                told["succeeded_by",] = Known(day_of(record["left"]), "office")
            day = day_of(record["joined"])
        case ["papers", _] | ["people", _] | ["common", *_]:
            day = earliest(record) or BEGAN
            told |= _announced(record)
        case ["checklists", _]:
            day = day_of(record["effective"])
        case ["plan", name]:
            day = min(after(date(int(name[:4]), 1, 10), 0), _LAST_PLANS)
        case ["policy", name]:
            day = after(day_of(name.removesuffix(".yaml")), -7)
        case ["calendar", _]:
            day = _NOTICED
        case ["district.yaml"]:
            day = BEGAN
            for place, term in enumerate(record["terms"]):
                paper = records[f"papers/{term['plan']}.yaml"]
                told["terms", place, "plan"] = Known(after(day_of(paper["date"]), 1), "office")
        case _:
            day = BEGAN
    return Birth(Known(max(day, BEGAN), "office"), told)


def entered(round_: Record) -> date:
    """Return the day on which the groups and the units of a round were put down."""
    named = earliest(round_.get("groups", []))
    return named or earliest(round_) or _LAST_PLANS


def _round(record: Record) -> Birth:
    told = _announced(record)
    opened, judged = entered(record), day_of(record.get("reported", record["onsite"]["to"]))
    body = record["organizer"]
    told["groups",] = Known(opened, body)
    for place, group in enumerate(record.get("groups", [])):
        for number, _ in enumerate(group["members"]):
            told["groups", place, "members", number, "appraisal"] = Known(judged, body)
    return Birth(Known(earliest(record) or _LAST_PLANS, body), told)


def _announced(record: Record) -> dict[Pointer, Known]:
    """Return when the publication of a title was put down: approval and publication in one."""
    if "publication" not in record:
        return {}
    return {("publication",): Known(day_of(record["publication"]["published"]), "leading_group")}


def _inspection(record: Record, round_: Record, unit: str, name: str) -> Birth:
    told: dict[Pointer, Known] = {}
    for place, entry in enumerate(record.get("publication", {}).get("society", [])):
        told["publication", "society", place] = Known(
            day_of(entry["approved"]), "leading_group", f"{name}/{unit}/{place}"
        )
    first = Known(entered(round_), round_["organizer"], f"{name}/units")
    return Birth(first, told, matter=unit, one_hand=False, with_round=True)


def _letter(record: Record, path: str) -> Birth:
    day = day_of(record["log"][0]["date"])
    joint = path.rsplit("/", 1)[1].removesuffix(".yaml") if record["kind"] == "immediate_notice" else ""
    told: dict[Pointer, Known] = {}
    if "campaign" in record:
        told["campaign",] = Known(day_of(record["campaign"]["from"]), "unit")
    return Birth(Known(day, record["from"], joint), told, matter=record["to"], one_hand=False)


def _visit(record: Record) -> Birth:
    done = Known(day_of(record["to"]), "office")
    told: dict[Pointer, Known] = {(key,): done for key in ("households", "sample", "checked")}
    return Birth(Known(day_of(record["from"]), "office"), told)
