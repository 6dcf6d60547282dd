"""The record of a round: who was asked, who went, what was heard, what came of it."""

from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso, month
from inspection.demo.groups import groups_of
from inspection.demo.inspections import audit_of
from inspection.demo.people import Roster
from inspection.demo.places import Record, Register
from inspection.demo.schedule import Visited

_WAYS = {
    "regular": "常规巡察，街村一体与直接巡社区相结合",
    "special": "专项巡察，以专项带社区",
    "cross": "交叉巡察，一托多",
    "flexible": "机动巡察，不固定时间",
    "elevated": "提级巡察，由区委直接巡村（社区）",
    "look_back": "巡察“回头看”",
    "roving": "镇街巡回驻点监督",
}
_BRIEFERS = ("discipline", "organization", "audit", "petition", "finance", "publicity")


def round_record(each: Visited, places: Register, roster: Roster, chance: Chance) -> Record:
    """Return the record of a round."""
    record: Record = {"kind": each.kind, "organizer": each.organizer, "phase": each.phase}
    if each.topic:
        record["topic"] = each.topic
        record["publication"] = _topic_published(each)
    if each.announced:
        record["announced"] = iso(each.announced)
    record["onsite"] = {"from": iso(each.start), "to": iso(each.end)}
    if each.begun:
        record["reported"] = iso(after(each.end, 10))
    record["checklists"] = checklists_of(each)
    record["plan"] = _plan(each)
    if not each.begun:
        return record
    record |= _prepared(each, chance)
    record |= _heard(each, chance)
    record["groups"] = groups_of(each, places, roster, chance)
    record |= _came_of_it(each, chance)
    return record


def checklists_of(each: Visited) -> list[str]:
    """Return the checklists a round pins: the common one, and one for each kind of unit it visits."""
    tags = {target.place.tag for target in each.targets}
    names = [("a", "agricultural"), ("u", "urban"), ("v", "village"), ("t", "town")]
    single = [f"{name}-{each.edition}" for tag, name in names if tag in tags]
    beside = ("talk", "documents", "finance") if each.kind in {"regular", "cross"} else ()
    return [f"common-{each.edition}", *single, *(f"{name}-{each.edition}" for name in beside)]


def _topic_published(each: Visited) -> Record:
    before = each.announced or each.start
    approved, published = after(before, -7), after(before, -1)
    return {"approved": iso(approved), "by": "leading_group", "published": iso(min(published, before))}


def _plan(each: Visited) -> Record:
    weeks = max(1, round((each.end - each.start).days / 7))
    return {
        "way": _WAYS[each.kind],
        "time": f"{weeks}周",
        "content": "四个聚焦",
        "channels": "走访座谈、查阅资料、问卷调查",
        "focus": each.topic or "三资管理、惠民补贴、为民服务",
    }


def _prepared(each: Visited, chance: Chance) -> Record:
    """Return what came before entry: consultations, meetings, briefings, announcements, training."""
    opened = each.announced if each.announced and each.announced < each.start else each.start - timedelta(days=7)
    units = [target.place.id for target in each.targets]
    asked = [{"with": body, "date": iso(after(opened, -12 + index))} for index, body in enumerate(_BRIEFERS[:4])]
    meetings = [
        {"kind": "mobilisation", "date": iso(after(opened, 1)), "with": ["discipline", "organization", "audit"]},
        {"kind": "joint", "date": iso(after(opened, 2)), "with": ["discipline", "audit"]},
        {"kind": "promotion", "date": iso(after(opened, 3))},
        {"kind": "dispatch", "date": iso(after(each.start, (each.end - each.start).days // 2))},
        {"kind": "consultation", "date": iso(after(each.end, 7)), "with": ["discipline", "organization", "petition"]},
    ]
    told = each.announced or each.start
    announcements = [
        {"channel": "new_media", "date": iso(told), "sheets": chance.whole(4, 16)},
        {"channel": "public_place", "date": iso(told), "sheets": len(units) * chance.whole(8, 20)},
    ]
    if any(target.place.tag == "v" for target in each.targets):
        announcements.append({"channel": "broadcast", "date": iso(after(told, 1))})
    return {
        "consultations": asked,
        "meetings": meetings,
        "briefings": _briefings(each, opened, units, chance),
        "announcements": announcements,
        "training": _training(opened, chance),
    }


def _briefings(each: Visited, opened: date, units: list[str], chance: Chance) -> list[Record]:
    briefings: list[Record] = [
        {"from": "discipline", "kind": "known_problems", "date": iso(after(opened, 1)), "units": units}
        | {"documents": chance.whole(40, 120)}
    ]
    for kind, audit in (("audit_problem_list", "audit_first"), ("big_data_report", "big_data")):
        some = [target.place.id for target in each.targets if audit_of(each, target) == audit]
        if some:
            day = iso(after(opened, 2))
            briefing: Record = {"from": "audit", "kind": kind, "date": day, "units": some}
            briefings.append(briefing | {"documents": chance.whole(8, 40)})
    day = iso(after(opened, 2))
    briefings += [
        {"from": body, "kind": "other", "date": day, "documents": chance.whole(5, 60)} for body in _BRIEFERS[1:4]
    ]
    return briefings


def _training(opened: date, chance: Chance) -> list[Record]:
    lessons = [
        ("巡察工作纪律与保密", "office", "own"),
        ("村级财务和项目审查", "audit", "own"),
        ("个别谈话和问题底稿", "discipline", chance.pick(("own", "city", "province"))),
    ]
    rows = []
    for index, (topic, body, level) in enumerate(lessons):
        counts = {"lecturers": 1 + chance.whole(0, 1), "person_times": chance.whole(24, 60)}
        rows.append({"date": iso(after(opened, index % 2 + 1)), "topic": topic, "by": body, "level": level, **counts})
    return rows


def _heard(each: Visited, chance: Chance) -> Record:
    """Return what people said on site: activities and matters."""
    units = len(each.targets)
    middle = after(each.start, max(2, (each.end - each.start).days // 3))
    audience = chance.pick(("owners", "residents", "villagers", "party_members"))
    households = units * chance.whole(12, 30)
    issued = units * chance.whole(25, 60)
    activities: list[Record] = [
        {"kind": "household_visit", "date": iso(middle), "households": households, "of": households + units * 2}
        | {"class": "all"},
        {"kind": "discussion", "date": iso(middle), "person_times": units * chance.whole(8, 20)},
        {"kind": "interview", "date": iso(middle), "person_times": units * chance.whole(6, 15)},
        {"kind": "questionnaire", "date": iso(middle), "audience": audience, "issued": issued}
        | {"returned": issued * chance.whole(82, 97) // 100},
        {"kind": "document_check", "date": iso(middle), "documents": units * chance.whole(30, 80)},
    ]
    matters, day = [], each.start
    while day <= min(each.end, TODAY):
        received = max(2, units * chance.whole(1, 3))
        to_problems, to_clues = received // 5, chance.whole(0, 2)
        counts = {"received": received, "answered": received, "to_clues": to_clues, "to_problems": to_problems}
        matters.append({"month": month(day), **counts})
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return {"activities": activities, "matters": matters}


def _came_of_it(each: Visited, chance: Chance) -> Record:
    """Return clues, outputs and the four tasks after the round."""
    record: Record = {"clues": _clues(each, chance)}
    if each.kind in {"regular", "cross"}:
        day = after(each.end, 80)
        titles = ("停车难", "路灯维修", "积水点改造", "办证往返多")
        outputs = [
            {
                "kind": "difficulty_solved",
                "date": iso(day),
                "quantity": chance.whole(3, 9),
                "title": chance.pick(titles),
            },
            {"kind": "special_report", "date": iso(after(each.end, 40)), "quantity": chance.whole(1, 4)},
        ]
        known = [output for output in outputs if str(output["date"]) <= iso(TODAY)]
        record["outputs"] = sorted(known, key=lambda output: str(output["date"]))
    after_days = {"analysed": 14, "assigned": 20, "followed": 62, "used": 84}
    days = {name: after(each.end, gap) for name, gap in after_days.items()}
    record["after"] = {name: iso(day) for name, day in days.items() if day <= TODAY}
    return record


def _clues(each: Visited, chance: Chance) -> list[Record]:
    transferred = after(each.end, -2) if each.kind != "roving" else each.end
    rows = []
    for level in ("village", "above") if each.kind in {"regular", "special"} else ("village",):
        pieces = chance.whole(2, 7)
        persons = pieces + chance.whole(0, 2)
        filed = chance.whole(0, pieces // 2)
        steps = []
        for days, part in ((75, 1), (190, 2)):
            day = after(transferred, days)
            if day > TODAY:
                break
            done = min(filed, part) if part == 1 else filed
            handled = done + chance.whole(0, 1) if part == 1 else filed + 2
            sanctioned = 0 if part == 1 else chance.whole(0, filed)
            judicial = 0 if part == 1 else int(filed > 1 and chance.share(0.3))
            steps.append(
                {"date": iso(day), "filed": {"pieces": done, "persons": done}, "handled": handled}
                | {"sanctioned": sanctioned, "judicial": judicial}
            )
        row: Record = {"transferred": iso(transferred), "level": level, "to": "discipline", "pieces": pieces}
        rows.append(row | {"persons": persons} | ({"results": steps} if steps else {}))
    return rows
