"""How a unit's rectification was judged and made public: evaluation, publication, responses."""

from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso, month
from inspection.demo.digest import digest_of, first_digest_of
from inspection.demo.findings import Found
from inspection.demo.places import Record
from inspection.demo.stages import Stages, came
from inspection.emit import Number

_INDICATORS = (
    ("责任落实", 20),
    ("整改措施", 20),
    ("问题解决", 20),
    ("预期效果", 20),
    ("长效机制", 10),
    ("群众评价", 10),
)


def evaluation(stages: Stages, fair: bool, chance: Chance) -> Record:
    """Return an evaluation: an anonymous survey that adds up, and six indicators."""
    issued = chance.whole(8, 40) * 5
    returned = issued - chance.whole(0, 4)
    blank, unknown = chance.whole(0, 2), chance.whole(0, 3)
    dissatisfied = chance.whole(3, 6) if fair else chance.whole(0, 2)
    basically = min(chance.whole(3, 14), returned - blank - unknown - dissatisfied)
    satisfied = returned - blank - unknown - dissatisfied - basically
    rows = []
    for name, weight in _INDICATORS:
        tenths = weight * (chance.whole(70, 78) if fair else chance.whole(93, 100)) // 10
        rows.append({"name": name, "weight": weight, "score": Number(f"{tenths // 10}.{tenths % 10}")})
    ballots = {"issued": issued, "returned": returned, "blank": blank, "unknown": unknown, "satisfied": satisfied}
    ballots |= {"basically": basically, "dissatisfied": dissatisfied}
    return {"date": iso(stages.evaluation), "anonymous": True, "ballots": ballots, "indicators": rows}


def mended(ballots: Record, stages: Stages) -> Record:
    """Return the correction of a number of ballots."""
    day = iso(after(stages.evaluation, 3))
    path = "/evaluation/ballots/issued"
    return {
        "date": day,
        "path": path,
        "was": ballots["issued"] + 10,
        "is": ballots["issued"],
        "why": "发放数多计一本",
        "by": "office",
    }


def publication(stages: Stages, rows: list[Found], chance: Chance) -> Record:
    """Return the publication so far; a part stays within the Party, one was taken back, one taken back and renewed."""
    if not came(stages.within):
        return {}
    approved, by = iso(stages.approved), "leading_group"
    record: Record = {"party": {"approved": approved, "by": by, "published": iso(stages.within)}}
    draw = chance.whole(1, 24)
    until = after(stages.society, 40)
    if draw <= 2 or not came(stages.society) or not any("public" in row.record for row in rows):
        return record
    entry: Record = {
        "approved": approved,
        "by": by,
        "digest": digest_of(rows),
        "published": iso(stages.society),
        "until": iso(until),
        "channels": ["website", chance.pick(("board", "new_media", "broadcast"))],
    }
    record["society"] = [entry]
    if draw in {3, 4} and came(after(stages.society, 20)):
        back = after(stages.society, 6)
        entry["digest"] = first_digest_of(rows) if draw == 4 else entry["digest"]
        entry["retracted"] = {"date": iso(back), "by": by, "reason": "个别表述不准确，撤回核实"}
        if draw == 4:
            again = after(back, 10)
            more = {"approved": iso(after(back, 6)), "by": by, "digest": digest_of(rows), "published": iso(again)}
            record["society"].append({**more, "until": iso(after(again, 40)), "channels": ["website", "board"]})
    return record


def responses(published: date, chance: Chance) -> list[Record]:
    """Return what citizens answered to the notice, for one month or two."""
    reports: list[Record] = []
    for months in (0, 1):
        day = published + timedelta(days=30 * months)
        if day.replace(day=1) >= TODAY.replace(day=1) or (months and chance.share(0.6)):
            break
        received = chance.whole(0, 5)
        upheld = min(received, chance.whole(0, 1))
        reports.append({"month": month(day), "received": received, "answered": received, "upheld": upheld})
    return reports
