"""The figures counted again from the files, with plain PyYAML and no code of the package.

Written from the definitions in docs/figures.md and docs/data-model.md, to be compared with `inspection statistics`.
By hand: python tests/statistics/independent_count.py ledger 2024-12-31
"""

import json
import sys
from calendar import monthrange
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.statistics.independent_ledger import Book, files_in, problem_items, status_of
from tests.statistics.independent_supervision import supervised

DONE = {"closed", "long_term", "basically_done"}
COUNTS = ("households", "of", "person_times", "issued", "returned", "documents")
RESULTS = ("pieces", "persons", "filed_pieces", "filed_persons", "handled", "sanctioned", "judicial")


def count(files, day):
    """Every figure of a ledger (see `files_in`) on the ISO day `day`."""
    book = Book(files, day)
    term = book.term()
    prefix = f"R{term['number']}-" if term else "no term"
    rounds = {key: one for key, one in book.rounds.items() if key.startswith(prefix)}
    inspections = {key: one for key, one in book.inspections.items() if key[0].startswith(prefix)}
    problems = [key for key, one in book.problems.items() if key.startswith(prefix) and one["found"] <= day]
    return {
        "as_of": day, "from": None, "to": None, "revision": None,
        **register(book, term, inspections),
        **of_rounds(book, rounds, inspections, problems),
        **of_problems(book, problems),
        **of_stages(book, inspections),
        **of_work(day, rounds, inspections),
        **of_outcomes(book, rounds, inspections, problems),
        **supervised(book, term, rounds, inspections, problems),
    }  # fmt: skip


def rate(part, whole):
    if not whole:
        return None
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def tally(values):
    counts = {}
    for value in values:
        if value is not None:
            counts[value] = counts.get(value, 0) + 1
    return counts


def site(book, key):
    """First and last day on site of an inspection."""
    span = book.inspections[key].get("onsite") or book.rounds.get(key[0], {}).get("onsite")
    return (span["from"], span["to"]) if span else ("9999", "9999")


def register(book, term, inspections):
    day = book.day
    here = [one for one in book.units.values() if one["joined"] <= day and one.get("left", "9999") >= day]
    base = {key: one["kind"] for key, one in book.units.items() if term and in_base(one, term, day)}
    full = [key for key, one in inspections.items() if one["reach"] == "full" and not looks_back(book, key[0])]
    covered = {
        key[1] for key in full if term["began"] <= site(book, key)[1] <= term["ends"] and site(book, key)[1] < day
    }
    begun = {
        key[1] for key in full if min(site(book, key)[0], book.rounds.get(key[0], {}).get("announced", "9999")) <= day
    }

    def covering(units):
        part = len(covered & set(units))
        return {"inspected": part, "base": len(units), "rate": rate(part, len(units))}

    ahead = len((covered | begun | foreseen(book, term)) & set(base))
    return {
        "units": {
            "total": len(here),
            "by_kind": tally(one["kind"] for one in here),
            "by_class": tally(one.get("class") for one in here),
            "by_type": tally(one.get("type") for one in here),
            "parents": len({one["parent"] for one in here if "parent" in one}),
        },
        "coverage": {
            **covering(base),
            "by_kind": {kind: covering([key for key in base if base[key] == kind]) for kind in set(base.values())},
        },
        "forecast": {"planned": ahead, "rate": rate(ahead, len(base))},
    }


def in_base(unit, term, day):
    frozen = term["base_frozen"]
    in_time = unit["joined"] <= frozen or bool(unit.get("base_reason"))
    return unit["in_base"] == "true" and unit["joined"] <= day and in_time and unit.get("left", "9999") >= frozen


def looks_back(book, round_):
    return book.rounds.get(round_, {}).get("kind") == "look_back"


def foreseen(book, term):
    """The units the term's yearly plans name, but where the ledger knows the visit will not cover them."""
    return {
        unit
        for plan in book.plans.values()
        for round_ in plan.get("rounds", [])
        for unit in round_.get("units", [])
        if term
        and round_["id"].startswith(f"R{term['number']}-")
        and not looks_back(book, round_["id"])
        and book.day <= last_day(f"{plan['year']}-{int(round_['quarter']) * 3:02}")
        and book.inspections.get((round_["id"], unit), {}).get("reach", "full") == "full"
    }


def of_rounds(book, rounds, inspections, problems):
    day = book.day
    entered = [one for one in rounds.values() if one["onsite"]["from"] <= day]
    reached = {key: one for key, one in inspections.items() if site(book, key)[0] <= day}
    modes = {}
    for key, one in reached.items():
        if "mode" in one:
            modes.setdefault(one["mode"], []).append(book.units[key[1]].get("parent"))
    further = {key for key, one in reached.items() if one["reach"] == "extended"}
    effective = {key: one for key, one in book.checklists.items() if one["effective"] <= day}
    replaced = {one.get("replaces") for one in effective.values()}
    kind_of = {unit: book.units[unit]["kind"] for _, unit in further}
    return {
        "rounds": {
            "total": len(entered),
            "by_kind": tally(one["kind"] for one in entered),
            "groups": sum(len(one.get("groups", [])) for one in entered),
        },
        "modes": {
            mode: {"inspections": len(above), "parents": len(set(above) - {None})} for mode, above in modes.items()
        },
        "extended": {
            "units": len(kind_of),
            "by_kind": tally(kind_of.values()),
            "bodies": len({inspections[key].get("extended_from") for key in further} - {None}),
            "problems": sum(round_and_unit(book, key) in further for key in problems),
        },
        "checklists": {
            key: {
                "aspects": len(one.get("aspects", [])),
                "items": sum(len(aspect.get("items", [])) for aspect in one.get("aspects", [])),
            }
            for key, one in effective.items()
            if key not in replaced
        },
    }


def round_and_unit(book, problem):
    return problem.rpartition("-")[0], book.problems[problem]["unit"]


def of_problems(book, problems):
    day = book.day
    standing = {key: problem_items(book, key) for key in problems}
    status = {key: status_of([one for _, one in items]) for key, items in standing.items()}
    kept = {key: [pair for pair in items if pair[1]["status"] != "withdrawn"] for key, items in standing.items()}
    fed_back = [
        key
        for key in problems
        if book.problems[key]["in_feedback"] == "true"
        and book.inspections.get(round_and_unit(book, key), {}).get("feedback", {}).get("date", "9999") <= day
    ]
    total = [key for key in fed_back if status[key] != "withdrawn"]
    by_status = tally(status[key] for key in total)
    closed = by_status.get("closed", 0)
    progressed = sum(by_status.get(one, 0) for one in DONE)
    reported = sum(
        bool(kept[key]) and all(one["status"] in DONE | {"submitted"} for _, one in kept[key]) for key in total
    )
    return {
        "problems": {
            "found": len(problems),
            "fed_back": len(fed_back),
            "withdrawn": len(fed_back) - len(total),
            "total": len(total),
            **{one: by_status.get(one, 0) for one in (*DONE, "in_progress", "not_started")},
            "overdue": sum(any(one["overdue"] for _, one in kept[key]) for key in total),
            "on_time": sum(status[key] == "closed" and all(one["on_time"] for _, one in kept[key]) for key in total),
            "prominent": sum(book.problems[key].get("prominent") == "true" for key in total),
            "by_category": tally(book.problems[key]["category"] for key in total),
            "by_nature": tally(book.problems[key]["nature"] for key in total),
        },
        "closure_rate": {"closed": closed, "total": len(total), "rate": rate(closed, len(total))},
        "progress_rate": {"progressed": progressed, "total": len(total), "rate": rate(progressed, len(total))},
        "self_reported_rate": {"self_reported": reported, "total": len(total), "rate": rate(reported, len(total))},
        "items": of_items(book, [pair for key in total for pair in kept[key]]),
        "immediate": of_immediate(kept, status),
    }


def of_items(book, pairs):
    day = book.day
    stand = [one for _, one in pairs]
    due = [one for item, one in pairs if item["due"] < day]
    on_time = sum(one["on_time"] for one in due)
    return {
        "total": len(pairs),
        "closed": sum(one["status"] == "closed" for one in stand),
        "due": len(due),
        "on_time": sum(one["on_time"] for one in stand),
        "on_time_rate": {"on_time": on_time, "due": len(due), "rate": rate(on_time, len(due))},
        "extended": sum(one["extended"] > 0 for one in stand),
        "returned": sum(one["returned"] > 0 for one in stand),
        "reopened": sum(one["reopened"] > 0 for one in stand),
        "overdue": sum(one["overdue"] for one in stand),
        "reviews_overdue": sum(bool(one["submit"]) and book.deadline("review", one["submit"]) < day for one in stand),
        "long_term_after_due": sum(one["status"] == "long_term" and one["sustained_late"] for one in stand),
    }


def of_immediate(kept, status):
    at_once = {key: [one for item, one in items if item["kind"] == "immediate"] for key, items in kept.items()}
    some = [key for key, items in at_once.items() if items]
    return {
        "problems": len(some),
        "problems_closed": sum(status[key] == "closed" for key in some),
        "items": sum(len(items) for items in at_once.values()),
        "items_closed": sum(one["status"] == "closed" for items in at_once.values() for one in items),
    }


def of_stages(book, inspections):
    day = book.day
    names = ("feedback", "plan", "life_meeting", "report", "evaluation", "publication")
    stages = {name: {"done": 0, "due": 0, "by_kind": {}} for name in names}
    for key, one in inspections.items():
        if one.get("feedback", {}).get("date", "9999") > day:
            continue
        kind = book.units[key[1]]["kind"]
        for name, (due, done) in stage_days(book, key[1], one).items():
            if due:
                by_kind = stages[name]["by_kind"].setdefault(kind, {"done": 0, "due": 0})
                for counts in (stages[name], by_kind):
                    counts["due"] += 1
                    counts["done"] += done
    feedbacks = [one["feedback"] for one in inspections.values() if "feedback" in one]
    return {
        "stages": stages,
        "signatures": {
            "leader_in_charge": sum(one.get("signed", {}).get("leader_in_charge", "9999") <= day for one in feedbacks),
            "attended": sum(leader["date"] <= day for one in feedbacks for leader in one.get("attended", [])),
        },
        "reviews": {name: of_reviews(inspections, name, day) for name in ("plan", "life_meeting", "report")},
        "opinions": sum(int(one["paper"]["opinions"]) for one in feedbacks if "paper" in one and one["date"] <= day),
    }


def stage_days(book, unit, one):
    """For each stage whether it is due and whether it is done."""
    day, feedback = book.day, one["feedback"]
    duties = book.policy(feedback["date"])["duties"]
    duty = duties.get(book.units[unit]["kind"], duties["default"])
    papers = duty["papers"]
    report = one.get("report", {})
    accepted = [
        review["date"]
        for review in report.get("reviews", [])
        if review["decision"] == "accept" and review["date"] <= day
    ]
    evaluated = one.get("evaluation", {}).get("date", "9999") <= day
    notices = one.get("publication", {}).get("society", [])

    def late(clock, start=feedback["date"]):
        return book.deadline(clock, start) < day

    def had(value):
        return (value or "9999") <= day

    unit_reported = "report" not in papers or had(report.get("submitted"))
    head_reported = "head_report" not in papers or had(report.get("head_submitted"))
    return {
        "feedback": (
            late("signatures"),
            all(reached(book, unit, duty[name], feedback.get(name, {})) for name in ("given", "signed", "copied")),
        ),
        "plan": ("plan" in papers and late("plan"), had(one.get("plan", {}).get("submitted"))),
        "life_meeting": (
            "life_meeting" in papers and late("life_meeting"),
            had(one.get("life_meeting", {}).get("held")),
        ),
        "report": (bool({"report", "head_report"} & set(papers)) and late("report"), unit_reported and head_reported),
        "evaluation": (bool(accepted) and late("evaluation", min(accepted)), evaluated),
        "publication": (
            evaluated,
            any(
                had(notice.get("published")) and not had(notice.get("retracted", {}).get("date")) for notice in notices
            ),
        ),
    }


def reached(book, unit, bodies, days):
    """Whether every body has its day, bodies taken as the units they stand for."""
    stands_for = {**book.district.get("bodies", {}), "unit": unit, "parent": book.units[unit].get("parent", "parent")}
    had = {stands_for.get(body, body) for body, day in days.items() if day <= book.day}
    return {stands_for.get(body, body) for body in bodies} <= had


def of_reviews(inspections, paper, day):
    rows = [
        (key[1], review)
        for key, one in inspections.items()
        for review in one.get(paper, {}).get("reviews", [])
        if review["date"] <= day
    ]
    return {
        "organizations": len({unit for unit, _ in rows}),
        "deviations": sum(int(review.get("deviations", 0)) for _, review in rows),
        "opinions": sum(int(review.get("opinions", 0)) for _, review in rows),
    }


def of_work(day, rounds, inspections):
    def dated(name, records):
        return [entry for one in records for entry in one.get(name, []) if entry["date"] <= day]

    def total(entries, key):
        return sum(int(entry[key]) for entry in entries if key in entry)

    outputs = dated("outputs", rounds.values())
    acts = dated("activities", [*rounds.values(), *inspections.values()])
    lessons = dated("training", rounds.values())
    briefs = dated("briefings", rounds.values())
    months = [one for round_ in rounds.values() for one in round_.get("matters", []) if last_day(one["month"]) <= day]
    return {
        "outputs": {
            kind: total([one for one in outputs if one["kind"] == kind], "quantity")
            for kind in {one["kind"] for one in outputs}
        },
        "matters": {"received": total(months, "received"), "answered": total(months, "answered")},
        "activities": {
            kind: {
                name: total([one for one in acts if one["kind"] == kind], name)
                for name in COUNTS
                if any(name in one for one in acts if one["kind"] == kind)
            }
            for kind in {one["kind"] for one in acts}
        },
        "announcements": {"sheets": total(dated("announcements", rounds.values()), "sheets")},
        "briefings": {"batches": len(briefs), "documents": total(briefs, "documents")},
        "training": {
            "lessons": len(lessons),
            "lecturers": total(lessons, "lecturers"),
            "person_times": {
                level: total([one for one in lessons if one["level"] == level], "person_times")
                for level in {one["level"] for one in lessons}
            },
        },
    }


def last_day(month):
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]:02}"


def of_outcomes(book, rounds, inspections, problems):
    day = book.day
    transfers = [one for round_ in rounds.values() for one in round_.get("clues", []) if one["transferred"] <= day]

    def dated(name):
        items = (item for key in problems for item in book.problems[key].get("items", []))
        return [one for item in items for one in item.get("outcome", {}).get(name, []) if one["date"] <= day]

    yuan = dated("money")
    made = dated("institutions")
    held = dated("accountable")
    return {
        "clues": {
            **of_clues(transfers, day),
            "by_level": {
                level: of_clues([one for one in transfers if one["level"] == level], day)
                for level in {one["level"] for one in transfers}
            },
        },
        "money": {
            kind: str(sum((Decimal(one["yuan"]) for one in yuan if one["kind"] == kind), Decimal("0.00")))
            for kind in ("recovered", "refunded", "saved")
        },
        "institutions": {
            "new": sum(one["new"] == "true" for one in made),
            "revised": sum(one["new"] == "false" for one in made),
        },
        "accountable": {
            "organizations": sum(int(one["organizations"]) for one in held),
            "persons": sum(int(one["persons"]) for one in held),
        },
        "satisfaction": of_satisfaction(inspections, day),
    }


def of_clues(transfers, day):
    sums = dict.fromkeys(RESULTS, 0)
    for one in transfers:
        sums["pieces"] += int(one["pieces"])
        sums["persons"] += int(one["persons"])
        results = [result for result in one.get("results", []) if result["date"] <= day]
        if results:
            last = sorted(results, key=lambda result: result["date"])[-1]
            sums["filed_pieces"] += int(last["filed"]["pieces"])
            sums["filed_persons"] += int(last["filed"]["persons"])
            for name in ("handled", "sanctioned", "judicial"):
                sums[name] += int(last[name])
    return sums


def of_satisfaction(inspections, day):
    latest = {}
    for key, one in inspections.items():
        found = one.get("evaluation", {"date": "9999"})
        if found["date"] <= day and found["date"] >= latest.get(key[1], {"date": ""})["date"]:
            latest[key[1]] = found
    sums = [
        sum(Decimal(part["score"]) for part in one["indicators"]) for one in latest.values() if one.get("indicators")
    ]
    ballots = [one["ballots"] for one in latest.values() if "ballots" in one]
    content = sum(int(one["satisfied"]) + int(one["basically"]) for one in ballots)
    valid = sum(int(one["returned"]) - int(one.get("blank", 0)) - int(one.get("unknown", 0)) for one in ballots)
    mean = str((sum(sums) / len(sums)).quantize(Decimal("0.01"), ROUND_HALF_UP)) if sums else None
    return {"units": len(sums), "mean": mean, "satisfied": content, "valid": valid, "rate": rate(content, valid)}


if __name__ == "__main__":
    json.dump(count(files_in(sys.argv[1]), sys.argv[2]), sys.stdout, ensure_ascii=False, indent=2)
