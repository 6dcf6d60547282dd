"""Visits, common problems, letters, people and departures, counted from the files: part of the independent count."""

import math
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.statistics.independent_ledger import log_of, months_later, problem_items

NEVER = "9999"


def supervised(book, term, rounds, inspections, problems):
    """Count these figures from the files of a book."""
    since = term["began"] if term else NEVER
    return {
        **of_visits(book, since),
        "common": of_commons(book, term, inspections, problems),
        "letters": of_letters(book, since),
        "people": of_people(book, since, rounds),
        "departures": of_departures(book, problems),
    }


def of_visits(book, since):
    visits = {key.split("/")[-1]: one for key, one in book.files.items() if key.startswith("visits/")}
    ended = [one for one in visits.values() if since <= one["to"] <= book.day]
    units = {}
    for one in ended:
        units.setdefault(one["kind"], set()).update(one.get("units", []))
    looks = [(one, look) for one in ended for look in one.get("checked", [])]
    drawn = [look for one, look in looks if look["item"] in one.get("sample", {}).get("drawn", [])]
    found = sum(look["result"] == "false_closure" for look in drawn)
    low, high = wilson(found, len(drawn))
    return {
        "visits": {
            "total": len(ended),
            "by_kind": {kind: sum(one["kind"] == kind for one in ended) for kind in {one["kind"] for one in ended}},
            "units_by_kind": {kind: len(names) for kind, names in units.items() if names},
            "teams": len({one["team"] for one in ended if "team" in one}),
            "checked": len(looks),
            "results": {
                result: sum(look["result"] == result for _, look in looks)
                for result in {look["result"] for _, look in looks}
            },
        },
        "false_closure_rate": {
            "found": found, "drawn": len(drawn), "rate": shown(found / len(drawn)) if drawn else None,
            "low": low, "high": high,
        },
    }  # fmt: skip


def wilson(found, drawn):
    if not drawn:
        return None, None
    z, share = 1.959963984540054, found / drawn
    root = z * math.sqrt(share * (1 - share) / drawn + z * z / (4 * drawn * drawn))
    middle, scale = share + z * z / (2 * drawn), 1 + z * z / drawn
    return shown(max((middle - root) / scale, 0)), shown(min((middle + root) / scale, 1))


def shown(share):
    return str((Decimal(repr(share)) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP))


def of_commons(book, term, inspections, problems):
    folders = {key.split("/")[1]: one for key, one in book.files.items() if key.endswith("/common.yaml")}
    prefix = f"C{term['number']}-" if term else "no term"
    commons = {key: one for key, one in folders.items() if key.startswith(prefix) and one["issued"] <= book.day}
    checks = {
        tuple(key.removesuffix(".yaml").split("/")[1:]): one
        for key, one in book.files.items()
        if key.startswith("common/") and key.split("/")[1] in commons and not key.endswith("/common.yaml")
    }
    came = {key: one for key, one in checks.items() if one.get("submitted", NEVER) <= book.day}
    asked = {
        (key, unit): book.deadline("self_check", one["issued"])
        for key, one in commons.items()
        for unit in one.get("addressees") or base_on(book, term, one["issued"])
    }
    latest = set()
    for key in commons:
        seen = {name.rpartition("-")[0] for name in problems if book.problems[name].get("common") == key}
        latest.add(max(((book.rounds[one]["onsite"]["to"], one) for one in seen), default=None))

    def total(name):
        return sum(int(one.get(name, 0)) for one in came.values())

    return {
        "total": len(commons),
        "batches": len(latest - {None}),
        "addressed": len(asked),
        "submitted": len(came),
        "completed": sum(completed(one, book.day) for one in came.values()),
        "late": sum(came[key]["submitted"] > due if key in came else due < book.day for key, due in asked.items()),
        "found": total("found"),
        "measures": total("measures"),
        "institutions": total("institutions"),
        "cases": sum(int(one.get("cases", {}).get("pieces", 0)) for one in came.values()),
        "persons": sum(int(one.get("cases", {}).get("persons", 0)) for one in came.values()),
        "before_inspection": sum(
            all(
                one["submitted"] < (found.get("onsite") or book.rounds[round_]["onsite"])["from"]
                for (round_, unit), found in inspections.items()
                if unit == key[1]
            )
            for key, one in came.items()
        ),
    }


def base_on(book, term, day):
    frozen = term["base_frozen"]
    return [
        key
        for key, one in book.units.items()
        if one["in_base"] == "true"
        and one["joined"] <= day
        and (one["joined"] <= frozen or one.get("base_reason"))
        and one.get("left", NEVER) >= frozen
    ]


def completed(check, day):
    progress = {one["date"]: int(one["rectified"]) for one in check.get("progress", []) if one["date"] <= day}
    reviews = {one["date"]: one["decision"] for one in check.get("reviews", []) if one["date"] <= day}
    rectified = progress[max(progress)] if progress else 0
    return bool(reviews) and reviews[max(reviews)] == "accept" and rectified >= int(check.get("found", 0))


def of_letters(book, since):
    out = []
    for one in book.letters.values():
        told = sorted(
            (entry for entry in one.get("log", []) if entry["date"] <= book.day), key=lambda entry: entry["date"]
        )
        actions = {entry["action"]: entry["date"] for entry in told}
        if since <= actions.get("issue", "") and "withdraw" not in actions:
            out.append((one, told[-1]))
    return {
        "total": len(out),
        "by_kind": {kind: sum(one["kind"] == kind for one, _ in out) for kind in {one["kind"] for one, _ in out}},
        "suggestions": sum(len(one.get("suggestions", [])) for one, _ in out),
        "accepted": sum(last["action"] == "accept" for _, last in out),
        "overdue": sum(answer_due(book, one, last) < book.day for one, last in out),
        "campaigns": sum(one.get("campaign", {}).get("from", NEVER) <= book.day for one, _ in out),
    }


def answer_due(book, letter, last):
    if last["action"] == "issue":
        return book.deadline("letter_receipt", last["date"])
    if last["action"] == "receive":
        return letter.get("reply_due") or book.deadline("letter_reply", last["date"])
    return NEVER


def of_people(book, since, rounds):
    people = book.folder("people")
    pools = [pool(book, key, one) for key, one in people.items()]
    places = [
        (member["person"], people.get(member["person"], {}).get("system"))
        for one in rounds.values()
        if one["onsite"]["from"] <= book.day
        for group in one.get("groups", [])
        for member in group.get("members", [])
    ]
    systems = [system for _, system in places if system]
    posts = [one for one in book.district.get("establishment", []) if one["date"] <= book.day]
    logs = [[entry for entry in one.get("log", []) if entry["date"] <= book.day] for one in people.values()]
    return {
        **{f"{name}s": pools.count(name) for name in ("leader", "member", "specialist", "auditor")},
        "attached": sum(
            any(entry["action"] == "attach" and entry.get("until", NEVER) >= book.day for entry in log) for log in logs
        ),
        "eliminated": sum(
            any(entry.get("reason") == "eliminated" and entry["date"] >= since for entry in log) for log in logs
        ),
        "person_times": len(places),
        "person_times_by_system": {system: systems.count(system) for system in set(systems)},
        "discipline_served": len({person for person, system in places if system == "discipline"}),
        "discipline_total": int(max(posts, key=lambda one: one["date"])["discipline_cadres"]) if posts else None,
    }


def pool(book, name, person):
    turns = [entry for entry in person.get("log", []) if entry["action"] in {"admit", "leave"}]
    turns = sorted((entry for entry in turns if entry["date"] <= book.day), key=lambda entry: entry["date"])
    if turns and turns[-1]["action"] == "admit":
        return turns[-1]["pool"]
    left = turns[-1]["date"] if turns else ""
    served, needed, roles = 0, [], set()
    for one in sorted(book.rounds.values(), key=lambda one: one["onsite"]["to"]):
        members = [member for group in one.get("groups", []) for member in group.get("members", [])]
        mine = [member["role"] for member in members if member["person"] == name]
        if mine and left < one["onsite"]["to"] < book.day:
            served += 1
            roles.update(mine)
            policy = book.policy(one.get("announced", one["onsite"]["from"]))
            needed.append(served >= int(policy["pool"]["admit_after_rounds"]))
    if not any(needed):
        return None
    return "leader" if roles & {"leader", "deputy"} else "member"


def of_departures(book, problems):
    day = book.day
    records = list(book.files.values())
    logs = [(item, log_of(item, day)) for name in problems for item, _ in problem_items(book, name)]
    corrects = [entry for _, log in logs for entry in log if entry["action"] == "correct"]
    voided = sum(entry.get("void") == "true" for entry in corrects)
    stands = [stand for name in problems for _, stand in problem_items(book, name)]
    exceptions = book.policy(day).get("rules", {}).values() if book.policies else ()
    return {
        "acknowledged": sum(one["date"] <= day for record in records for one in record.get("acknowledged", [])),
        "exceptions": sum(one["until"] >= day for one in exceptions),
        "corrections": len(corrects)
        - voided
        + sum(one["date"] <= day for record in records for one in record.get("corrections", [])),
        "voided": voided,
        "withdrawn": sum(stand["status"] == "withdrawn" for stand in stands),
        "beyond_limit": sum(beyond(book, item["due"], log) for item, log in logs),
        "backdated": None,
    }


def beyond(book, due, log):
    count = 0
    for entry in log:
        reach = book.policy(entry["date"])["extensions"]["beyond"]
        start = date.fromisoformat(due)
        months = reach.endswith("m")
        last = months_later(start, int(reach[:-1])) if months else start + timedelta(days=int(reach[:-1]))
        if entry["action"] == "reopen":
            due = entry["due"]
        count += entry["action"] == "extend" and entry["until"] > last.isoformat()
    return count
