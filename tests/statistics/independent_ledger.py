"""A ledger read with nothing but PyYAML, and items folded from their logs: the first half of the independent count.

Written from docs/data-model.md. Every scalar stays text, so days compare as ISO text. A fold this simple trusts the
log to be legal; `inspection check` says whether it is.
"""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import yaml

OPEN_CLOCK = {"not_started", "in_progress", "basically_done"}


class Book:
    """The records of a ledger by path, and what day it is."""

    def __init__(self, files, day):
        self.day = day
        self.files = files
        self.district = self.files.get("district.yaml", {})
        self.units = self.folder("units")
        self.policies = self.folder("policy")
        self.checklists = self.folder("checklists")
        self.rounds = {key.split("/")[1]: one for key, one in self.files.items() if key.endswith("/round.yaml")}
        self.inspections = {
            (key.split("/")[1], Path(key).stem): one
            for key, one in self.files.items()
            if key.startswith("rounds/") and not key.endswith("/round.yaml")
        }
        self.problems = {Path(key).stem: one for key, one in self.files.items() if key.startswith("problems/")}
        self.letters = {Path(key).stem: one for key, one in self.files.items() if key.startswith("letters/")}
        self.plans = {year: {"year": year, **plan} for year, plan in self.folder("plan").items()}

    def folder(self, name):
        return {Path(key).stem: one for key, one in self.files.items() if key.startswith(f"{name}/")}

    def policy(self, day):
        days = sorted(self.policies)
        return self.policies[max((one for one in days if one <= day), default=days[0])]

    def term(self):
        begun = [one for one in self.district.get("terms", []) if one["began"] <= self.day]
        return max(begun, key=lambda one: one["began"], default=None)

    def works(self, day):
        notice = self.files.get(f"calendar/{day.year}.yaml")
        known = 2004 <= day.year <= last_known_year()
        if notice is not None and (notice["status"] == "official" or not known):
            text = day.isoformat()
            return text in notice.get("work", []) or (day.weekday() < 5 and text not in notice.get("off", []))
        return chinese_calendar.is_workday(day) if known else day.weekday() < 5

    def deadline(self, name, start):
        """The last day of the policy's period `name` that starts on the ISO day `start`."""
        length = self.policy(start)["deadlines"][name]
        day = date.fromisoformat(start)
        if length.endswith("wd"):
            for _ in range(int(length[:-2])):
                day = self.working(day + timedelta(days=1))
            return day.isoformat()
        end = day + timedelta(days=int(length[:-1])) if length.endswith("d") else months_later(day, int(length[:-1]))
        return self.working(end).isoformat()

    def working(self, day):
        while not self.works(day):
            day += timedelta(days=1)
        return day


def files_in(folder):
    """Every record by its path below the folder, all scalars as text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return {
        path.relative_to(folder).as_posix(): corrected(yaml.load(path.read_text("utf-8"), loader))
        for path in sorted(Path(folder).rglob("*.yaml"))
    }


def last_known_year():
    from chinese_calendar.constants import holidays

    return max(day.year for day in holidays)


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def corrected(record):
    """Where the old value of a correction still stands, read the new one."""
    record = record or {}
    for one in sorted(record.get("corrections", []), key=lambda one: one["date"]):
        node = record
        *path, last = one["path"].split("/")[1:]
        for step in path:
            node = node[int(step)] if isinstance(node, list) else node[step]
        key = int(last) if isinstance(node, list) else last
        if node[key] == one["was"]:
            node[key] = one["is"]
    return record


def problem_items(book, problem_id):
    """The problem's items that exist on the day, each with where it stands."""
    problem = book.problems[problem_id]
    inspection = book.inspections.get((problem_id.rpartition("-")[0], problem["unit"]), {})
    stand = []
    for item in problem.get("items", []):
        born = problem["found"]
        if item["kind"] == "immediate":
            notice = book.letters.get(item.get("notice"), {})
            born = min((one["date"] for one in notice.get("log", []) if one["action"] == "issue"), default=born)
        elif "plan" in inspection:
            born = inspection["plan"]["submitted"]
        if born <= book.day:
            stand.append((item, fold(item, born, book.day)))
    return stand


def fold(item, born, day):
    """Where an item stands on a day: status, due day, and how often things happened to it."""
    here = {
        "status": "not_started", "before": "not_started", "submit": None, "last_submit": None, "spans": [],
        "dues": [(born, item["due"])], "extended": 0, "returned": 0, "reopened": 0, "sustained_late": False,
    }  # fmt: skip
    for entry in log_of(item, day):
        step(here, entry)
    here["due"] = due_on(here, day)
    here["overdue"] = here["status"] in OPEN_CLOCK and here["due"] < day
    here["on_time"] = here["status"] == "closed" and not here["reopened"] and here["last_submit"] <= item["due"]
    return here


def log_of(item, day):
    """The entries up to the day by date then place, as the corrections up to the day leave them."""
    log = [dict(entry) for entry in item.get("log", [])]
    order = sorted((entry["date"], place) for place, entry in enumerate(log) if entry["date"] <= day)
    gone = set()
    for _, place in reversed(order):
        entry = log[place]
        if entry["action"] == "correct" and place not in gone:
            if entry.get("void") == "true":
                gone.add(int(entry["entry"]) - 1)
            else:
                log[int(entry["entry"]) - 1].update(entry["set"])
    left = [(entry["date"], place) for place, entry in enumerate(log) if entry["date"] <= day and place not in gone]
    return [log[place] for _, place in sorted(left)]


def step(here, entry):
    action = entry["action"]
    if action in {"return", "close", "sustain"} and here["submit"]:
        here["spans"].append((here["submit"], entry["date"]))
        here["submit"] = None
    if action == "start" or (action == "report" and here["status"] == "not_started"):
        here["status"] = "in_progress"
    elif action == "submit":
        here.update(before=here["status"], status="submitted", submit=entry["date"], last_submit=entry["date"])
    elif action == "sustain":
        sustain(here, entry)
    elif action in {"achieve", "close", "withdraw"}:
        here["status"] = {"achieve": "basically_done", "close": "closed", "withdraw": "withdrawn"}[action]
    else:
        set_back(here, entry)


def set_back(here, entry):
    if entry["action"] == "return":
        here.update(status=here["before"], returned=here["returned"] + 1)
    elif entry["action"] == "reopen":
        here.update(status="in_progress", reopened=here["reopened"] + 1)
        here["dues"].append((entry["date"], entry["due"]))
    elif entry["action"] == "extend":
        here["extended"] += 1
        here["dues"].append((entry["date"], entry["until"]))


def sustain(here, entry):
    came_from = here["before"] if here["status"] == "submitted" else here["status"]
    if came_from != "long_term":
        here["sustained_late"] = entry["date"] > due_on(here, entry["date"])
    here["status"] = "long_term"


def due_on(here, day):
    """The due day set last, moved later by the days under review since then."""
    since, due = here["dues"][-1]
    spans = here["spans"] + ([(here["submit"], day)] if here["submit"] else [])
    days = 0
    for start, end in spans:
        first, last = max(start, since), min(end, day)
        if last > first:
            days += (date.fromisoformat(last) - date.fromisoformat(first)).days
    return (date.fromisoformat(due) + timedelta(days=days)).isoformat()


def status_of(standing):
    """A problem's status from its items' standings; a submitted item ranks as the status it came from."""
    ranks = [one["before"] if one["status"] == "submitted" else one["status"] for one in standing]
    if not ranks:
        return "not_started"
    left = {rank for rank in ranks if rank != "withdrawn"}
    if not left:
        return "withdrawn"
    if left == {"closed"}:
        return "closed"
    if left <= {"closed", "long_term"}:
        return "long_term"
    if left <= {"closed", "long_term", "basically_done"}:
        return "basically_done"
    return "not_started" if left == {"not_started"} else "in_progress"
