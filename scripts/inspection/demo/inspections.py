"""The record of one unit's inspection: feedback, three reviews, evaluation, publication."""

from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso, working_back
from inspection.demo.findings import Found
from inspection.demo.judged import evaluation, mended, publication, responses
from inspection.demo.places import Place, Record
from inspection.demo.schedule import Target, Visited
from inspection.demo.stages import Stages, came

_INTENSITY = ("集体经济体量大", "矛盾反映较多", "资金项目集中", "上一轮问题较多")


def inspection(each: Visited, index: int, target: Target, stages: Stages, rows: list[Found], chance: Chance) -> Record:
    """Return the record of a unit in a round."""
    record = _entry(each, target, stages, chance)
    if target.reach == "answering" or not each.begun or not came(stages.feedback):
        return record
    place = target.place
    number = f"云巡反〔{stages.feedback.year}〕{int(each.id[-2:])}{index + 1:02d}号"
    record["feedback"] = _feedback(number, place, stages, rows, chance)
    if came(stages.plan):
        record["plan"] = _plan(place, stages, chance)
    if came(stages.meeting):
        record["life_meeting"] = _meeting(place, stages)
    if came(stages.report):
        record["report"] = _report(place, stages, chance)
    progress = _progress(stages, rows)
    if progress:
        record["progress"] = progress
    if chance.share(0.4) and came(after(stages.feedback, 14)):
        by = chance.pick(("five_person_group", "discipline", "leading_group"))
        record["talks"] = [{"date": iso(after(stages.feedback, 14)), "by": by, "kind": "reminder"}]
    if chance.share(0.12) and came(after(stages.report, 15)):
        record["handovers"] = [_handover(place, after(stages.report, 3))]
    if chance.share(0.3):
        record["activities"] = _activities(place, stages, chance)
    _judge(each, place, stages, rows, record, chance)
    return record


def _entry(each: Visited, target: Target, stages: Stages, chance: Chance) -> Record:
    record: Record = {"reach": target.reach}
    if target.extended_from:
        record["extended_from"] = target.extended_from
    if target.mode:
        record["mode"] = target.mode
    record["audit"] = audit_of(each, target)
    record["intensity"] = "quick" if each.kind == "roving" or chance.share(0.25) else "full"
    quick = "情况较好、矛盾较少，快进快出"
    record["intensity_reason"] = quick if record["intensity"] == "quick" else chance.pick(_INTENSITY)
    record["head"] = target.place.head
    record["onsite"] = {"from": iso(stages.start), "to": iso(stages.end)}
    return record


def audit_of(each: Visited, target: Target) -> str:
    """Return how the audit went with the inspection."""
    if each.kind in {"regular", "special"}:
        return ("sync", "audit_first", "big_data")[len(target.place.id) % 3]
    return "sync" if each.kind == "flexible" else "none"


def _feedback(number: str, place: Place, stages: Stages, rows: list[Found], chance: Chance) -> Record:
    day = stages.feedback
    told = sum(1 for row in rows if row.record["in_feedback"])
    signed = {"unit": iso(day), "head": iso(after(day, chance.whole(0, 1)))}
    signed["leader_in_charge"] = iso(after(day, chance.whole(1, 2)))
    copied = {"discipline": iso(after(day, 1)), "organization": iso(after(day, 2))}
    if place.grassroots:
        copied["parent"] = iso(after(day, 2))
    record: Record = {
        "date": iso(day),
        "paper": {
            "number": number,
            "sha256": chance.hexadecimal(64),
            "problems": told,
            "opinions": max(1, told // 3),
        },
        "by": "group",
        "given": {"unit": iso(day), "head": iso(day)},
        "signed": signed,
        "copied": copied,
    }
    if chance.share(0.35):
        record["attended"] = [{"post": place.leader, "date": iso(day)}]
    if chance.share(0.2):
        record["lists"] = {"named_matters": iso(day)}
    elif chance.share(0.1):
        record["lists"] = {"accountability": iso(day)}
    return record


def _reviews(returned: date | None, accepted: date, bodies: list[str], chance: Chance) -> list[Record]:
    reviews: list[Record] = []
    if returned is not None and came(returned):
        faults = {"deviations": chance.whole(1, 7), "opinions": chance.whole(1, 5)}
        reviews.append({"by": bodies, "date": iso(returned), "decision": "return", **faults})
    if came(accepted):
        clean = {"deviations": 0, "opinions": 0}
        reviews.append({"by": bodies, "date": iso(accepted), "decision": "accept", **clean})
    return reviews


def _with_reviews(record: Record, reviews: list[Record]) -> Record:
    return record | ({"reviews": reviews} if reviews else {})


def _bodies(place: Place, chance: Chance) -> list[str]:
    if place.grassroots and chance.share(0.4):
        return ["office", "discipline", "parent"]
    return ["office", "discipline", "organization"]


def _plan(place: Place, stages: Stages, chance: Chance) -> Record:
    reviews = _reviews(stages.plan_returned, stages.accepted, _bodies(place, chance), chance)
    return _with_reviews({"submitted": iso(stages.plan)}, reviews)


def _meeting(place: Place, stages: Stages) -> Record:
    kind = "organizational_life" if place.grassroots else "democratic_life"
    record: Record = {"kind": kind, "held": iso(stages.meeting), "liaison_present": place.tag != "k"}
    reviewed = after(stages.meeting, 4)
    clean = {"date": iso(reviewed), "decision": "accept", "deviations": 0, "opinions": 0}
    return _with_reviews(record, [{"by": ["office", "organization"], **clean}] if came(reviewed) else [])


def _report(place: Place, stages: Stages, chance: Chance) -> Record:
    reviews = _reviews(stages.report_returned, stages.report_accepted, _bodies(place, chance), chance)
    submitted = iso(stages.report)
    return _with_reviews({"submitted": submitted, "head_submitted": submitted}, reviews)


def _progress(stages: Stages, rows: list[Found]) -> list[Record]:
    """Continued reports every three months while an item is open."""
    rest = max((_settled(row) for row in rows), default=stages.report)
    reports, day = [], working_back(stages.report + timedelta(days=84))
    while day <= min(TODAY, rest + timedelta(days=95)):
        reports.append({"date": iso(day), "by": "unit"})
        day = working_back(day + timedelta(days=84))
    return reports


def _settled(row: Found) -> date:
    """Return the day from which no item of the problem was open, today if one still is."""
    latest = date(2021, 9, 28)
    for each in row.record.get("items", []):
        log = each.get("log", [])
        moves = [entry for entry in log if entry["action"] in {"close", "sustain", "withdraw", "reopen"}]
        if not moves or moves[-1]["action"] == "reopen":
            return TODAY
        latest = max(latest, date.fromisoformat(moves[-1]["date"]))
    return latest


def _handover(place: Place, day: date) -> Record:
    signed = {"outgoing": iso(day), "incoming": iso(day), "witness": iso(after(day, 2))}
    return {"date": iso(day), "post": place.head, "signed": signed}


def _activities(place: Place, stages: Stages, chance: Chance) -> list[Record]:
    first = after(stages.start, 2)
    if not place.grassroots:
        talks = {"kind": "interview", "date": iso(first), "person_times": chance.whole(18, 60)}
        return [talks, {"kind": "document_check", "date": iso(first), "documents": chance.whole(60, 400)}]
    households = chance.whole(40, 220)
    visits: Record = {"kind": "household_visit", "date": iso(first), "households": households}
    visits |= {"of": households + chance.whole(0, 60), "class": chance.pick(("all", "low_income", "five_guarantee"))}
    return [visits, {"kind": "discussion", "date": iso(first), "person_times": chance.whole(12, 48)}]


def _judge(each: Visited, place: Place, stages: Stages, rows: list[Found], record: Record, chance: Chance) -> None:
    """Add the evaluation, what followed from it, the publication and the responses."""
    if each.kind == "look_back" or not came(stages.evaluation):
        return
    fair = place.id.startswith("y") and each.id.endswith("1") and place.grassroots
    record["evaluation"] = evaluation(stages, fair, chance)
    if fair:
        record["again"] = {"ordered": iso(after(stages.evaluation, 12)), "by": "leading_group", "because": "grade"}
    if chance.share(0.03):
        record["corrections"] = [mended(record["evaluation"]["ballots"], stages)]
    published = publication(stages, rows, chance)
    if published:
        record["publication"] = published
    society = published.get("society", [])
    if society and "retracted" not in society[-1]:
        answers = responses(date.fromisoformat(society[-1]["published"]), chance)
        if answers:
            record["responses"] = answers
