"""The records of the replays: plain bodies in which only what a figure counts differs from one to the next."""

from datetime import date, timedelta

from inspection.office.writing import Fact, New

SHA = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"


def day(first, after=0):
    """Return an ISO day some days after another."""
    return (date.fromisoformat(first) + timedelta(days=after)).isoformat()


def shares(whole, parts):
    """Return a number in so many whole parts, as equal as they can be."""
    return [whole * (place + 1) // parts - whole * place // parts for place in range(parts)]


def round_(name, entered, left, **more):
    """Return a new round of the office."""
    body = {
        "kind": "regular",
        "organizer": "office",
        "announced": day(entered, -7),
        "onsite": {"from": entered, "to": left},
        "groups": [{"id": "G1", "standing": True, "formation": "free", "units": [], "members": []}],
    }
    return New("round", body | more, name)


def inspection(round_name, unit, *, reach="full", **more):
    """Return a new inspection."""
    return New("inspection", {"reach": reach, **more}, f"{round_name}/{unit}")


def fed_back(given, number, problems, *, opinions=None, **more):
    """Return the feedback of that number in its year: given, signed for, copied; so many problems on the paper."""
    later = day(given, 1)
    return {
        "date": given,
        "paper": {
            "number": f"云巡反〔{given[:4]}〕{number}号",
            "sha256": SHA,
            "problems": problems,
            "opinions": problems if opinions is None else opinions,
        },
        "by": "group",
        "given": {"unit": given, "head": given},
        "signed": {"unit": later, "head": later, "leader_in_charge": later},
        "copied": {"discipline": later, "organization": later, "parent": later},
        **more,
    }


def planned(submitted, *, deviations=0, opinions=0):
    """Return a plan that two bodies accepted, after one return where it had deviations."""
    returned = {
        "by": ["office", "discipline"],
        "date": day(submitted, 2),
        "decision": "return",
        "deviations": deviations,
        "opinions": opinions,
    }
    return {"submitted": submitted, "reviews": [*([returned] if deviations else []), _accepted(day(submitted, 7))]}


def met(held):
    """Return a special life meeting whose papers were accepted."""
    return {"kind": "organizational_life", "held": held, "liaison_present": True, "reviews": [_accepted(day(held, 7))]}


def reported(on):
    """Return a report of the unit and its head that was accepted."""
    return {"submitted": on, "head_submitted": on, "reviews": [_accepted(day(on, 7))]}


def _accepted(on):
    return {"by": ["office", "discipline"], "date": on, "decision": "accept", "deviations": 0, "opinions": 0}


def problem(round_name, unit, found, *items, in_feedback=True, **more):
    """Return a new problem; the number is the tool's."""
    body = {
        "unit": unit,
        "category": "collective_assets",
        "nature": "individual",
        "source": "documents",
        "found": found,
        "in_feedback": in_feedback,
        "statement": "台账登记不全，公示不及时。",
        "names_person": False,
        "items": list(items),
    }
    return New("problem", body | more, home=round_name)


def item(unit, due, *log, **more):
    """Return an item of one unit, with the piece of evidence its submission names."""
    evidence = (
        [
            {
                "id": "E1",
                "kind": "document",
                "title": "公示材料",
                "date": log[0]["date"],
                "sha256": SHA,
                "kept_at": "档案室",
            }
        ]
        if log
        else []
    )
    return {
        "kind": "phased",
        "task": "补齐台账并公示",
        "due": due,
        "lead": unit,
        "responsible": "党组织书记",
        "evidence": evidence,
        "log": list(log),
        **more,
    }


def started(on):
    """Return an entry: rectification began."""
    return {"date": on, "action": "start", "by": "unit"}


def submitted(on):
    """Return an entry: submitted for close-out."""
    return {"date": on, "action": "submit", "by": "unit", "vouched": "党组织书记", "evidence": ["E1"]}


def closed(on, *, first="office", last="discipline"):
    """Return the two entries that close an item."""
    return (
        {"date": on, "action": "agree", "by": first, "how": "on_site"},
        {"date": on, "action": "close", "by": last, "how": "documents"},
    )


def done(unit, due, began, handed_in, judged, **more):
    """Return an item started, submitted and closed."""
    return item(unit, due, started(began), submitted(handed_in), *closed(judged), **more)


def letter(kind, to, *, suggestions=1, **more):
    """Return a new letter of the office, with so many suggestions."""
    body = {
        "kind": kind,
        "from": "office",
        "to": to,
        "subject": "关于整改共性问题的函",
        "origin": "巡察发现的问题",
        "causes": "制度缺失",
        "suggestions": [f"第{place}条建议" for place in range(1, suggestions + 1)],
    }
    return New("letter", body | more)


def issued(names, on):
    """Return the acts that send letters out on a day, numbered in their order."""
    return [
        Fact(name, "issue", {"date": on, "by": "office", "number": f"云巡办〔{on[:4]}〕{name[-3:]}号"})
        for name in names
    ]
