"""The table of an item's moves told a second time, in another way: everything is found by walking the accepted entries.

It works on plain data in the world of `making`: a community under beizhou, closed by two of office, discipline and
parent; one policy. No corrections, and no code of the package.
"""

from datetime import date, timedelta
from typing import Any

Plain = dict[str, Any]

WORLD = {
    "office": "inspection-office", "discipline": "district-discipline", "organization": "organization-department",
    "audit": "audit-bureau", "parent": "beizhou",
}  # fmt: skip
OPEN = "not_started in_progress basically_done submitted"
GOING = "in_progress basically_done"
RUNNING = "not_started in_progress basically_done"
FROM = {
    "start": "not_started", "report": f"{RUNNING} long_term", "achieve": "in_progress", "submit": f"{GOING} long_term",
    "agree": "submitted", "return": "submitted", "close": "submitted", "sustain": f"{GOING} submitted long_term",
    "reopen": "closed long_term", "ask": RUNNING, "extend": OPEN, "refuse": OPEN, "replan": RUNNING, "assign": OPEN,
    "supervise": OPEN, "withdraw": RUNNING,
}  # fmt: skip
BY = {
    "start": "unit parent group", "report": "unit parent", "achieve": "unit parent", "submit": "unit parent group",
    "agree": "office discipline parent", "return": "office discipline parent audit",
    "close": "office discipline parent", "sustain": "office leading_group",
    "reopen": "office discipline leading_group", "ask": "unit parent", "extend": "office leading_group",
    "refuse": "office leading_group", "replan": "office parent", "assign": "office parent",
    "supervise": "office rectification_office discipline organization parent", "withdraw": "leading_group",
}  # fmt: skip
NEEDS = {
    "report": "note", "achieve": "note next", "submit": "evidence vouched", "agree": "how", "return": "note",
    "sustain": "reason check evidence", "reopen": "due add", "ask": "until reason", "extend": "until",
    "refuse": "note", "replan": "reason", "assign": "reason", "supervise": "how note", "withdraw": "paper into",
}  # fmt: skip
LOOKED = {"on_site", "documents", "interview"}
TO = {"start": "in_progress", "achieve": "basically_done", "submit": "submitted", "close": "closed",
      "sustain": "long_term", "reopen": "in_progress", "withdraw": "withdrawn"}  # fmt: skip
CODES = {
    ("agree", "how"): LOOKED, ("close", "how"): LOOKED,
    ("supervise", "how"): {"liaison", "division", "urging", "summary"},
    ("sustain", "reason"): {"institutional", "litigation", "historic", "construction"},
    ("ask", "reason"): {"litigation", "policy", "funding", "third_party", "history", "force_majeure", "other"},
}  # fmt: skip


def accepted(log: list[Plain], item: Plain) -> list[Plain]:
    """Return the entries that make a legal move, in the order they are read."""
    past: list[Plain] = []
    for entry in sorted(log, key=lambda one: one["date"]):
        if legal(past, entry, item):
            past.append(entry)
    return past


def status(past: list[Plain]) -> str:
    """Return where the item stands."""
    stack = ["not_started"]
    for entry in past:
        if entry["action"] == "return":
            stack.append(stack[-2])
        elif entry["action"] == "report" and stack[-1] == "not_started":
            stack.append("in_progress")
        elif entry["action"] in TO:
            stack.append(TO[entry["action"]])
    return stack[-1]


def due(past: list[Plain], item: Plain, day: date) -> date:
    """Return the current due day: count, day by day, what was spent under review since it was set."""
    last, since = item["due"], "0001-01-01"
    for entry in past:
        if entry["action"] in ("extend", "reopen"):
            last, since = entry["until" if entry["action"] == "extend" else "due"], entry["date"]
    current, begun = date.fromisoformat(last), None
    for entry in [*past, {"action": "end", "date": day.isoformat()}]:
        if begun is not None and entry["action"] in ("return", "close", "sustain", "end"):
            first = max(begun, since)
            stayed = date.fromisoformat(entry["date"]) - date.fromisoformat(first)
            current, begun = current + max(stayed, timedelta()), None
        if entry["action"] == "submit":
            begun = entry["date"]
    return current


def lead(past: list[Plain], item: Plain) -> str:
    """Return the unit that leads the item."""
    return [item["lead"], *(one["lead"] for one in past if one["action"] == "assign" and one.get("lead"))][-1]


def legal(past: list[Plain], entry: Plain, item: Plain) -> bool:
    """Return whether an entry makes a legal move after those before it."""
    action, leader = entry["action"], lead(past, item)

    def who(body: str) -> str:
        return leader if body == "unit" else WORLD.get(body, body)

    fit = status(past) in FROM[action].split() and who(entry["by"]) in map(who, BY[action].split())
    fit = fit and all(entry.get(need) for need in NEEDS.get(action, "").split())
    fit = fit and all(entry.get(name) in (*codes, None) for (one, name), codes in CODES.items() if one == action)
    measures = _measures(past, item)
    fit = fit and set(entry.get("done", [])) | set(entry.get("drop", [])) <= measures.keys()
    fit = fit and set(entry.get("evidence", [])) <= {one["id"] for one in item["evidence"]}
    return fit and _more(past, entry, item, who)


def _more(past: list[Plain], entry: Plain, item: Plain, who: Any) -> bool:
    action, rectifiers = entry["action"], {who("unit"), *item["partners"]}
    now = due(past, item, date.fromisoformat(entry["date"])).isoformat()
    if action in ("agree", "return", "close") and who(entry["by"]) in rectifiers:
        return False
    if action in ("close", "sustain"):
        submits = [
            place for place, one in enumerate(past) if one["action"] in ("submit", "return", "sustain", "reopen")
        ]
        since = past[submits[-1] :] if submits and past[submits[-1]]["action"] == "submit" else []
        agreed = [one["by"] for one in since if one["action"] == "agree"] + [entry["by"]]
        agreed += entry.get("agreed", []) if action == "sustain" else []
        closing = {who(body) for body in ("office", "discipline", "parent")} - rectifiers
        if len({who(body) for body in agreed} & closing) < 2:
            return False
    if action == "submit":
        pinned = {one["id"] for one in item["evidence"] if "sha256" in one}
        return set(entry["evidence"]) <= pinned and not left(past, item) - set(entry.get("done", []))
    if action == "sustain":
        bodies = {who(entry["by"]), *map(who, entry.get("agreed", []))}
        in_time = entry["date"] <= now or entry["by"] == "leading_group"
        return item["kind"] != "immediate" and in_time and not bodies & rectifiers and _check_fits(entry)
    if action == "report":
        return status(past) != "long_term" or "check" not in entry or _check_fits(entry)
    if action == "ask":
        return entry["date"] <= now
    if action in ("extend", "refuse"):
        return _asked(past) and (action == "refuse" or _reach(past, entry, item, now))
    return _named(past, entry, item)


def _named(past: list[Plain], entry: Plain, item: Plain) -> bool:
    action, added = entry["action"], [one["id"] for one in entry.get("add", [])]
    fresh = len(set(added)) == len(added) and not set(added) & _measures(past, item).keys()
    if action == "reopen":
        return fresh and bool(entry.get("visit") or entry.get("order")) and entry["due"] >= entry["date"]
    if action == "replan":
        return fresh and bool(added or entry.get("drop"))
    return action != "assign" or bool(entry.get("lead") or entry.get("responsible"))


def _check_fits(entry: Plain) -> bool:
    return bool(entry["date"] <= entry["check"] <= f"{int(entry['date'][:4]) + 1}{entry['date'][4:]}")


def _asked(past: list[Plain]) -> bool:
    ends = ("ask", "extend", "refuse", "close", "sustain", "withdraw")
    return next((one["action"] == "ask" for one in reversed(past) if one["action"] in ends), False)


def _reach(past: list[Plain], entry: Plain, item: Plain, now: str) -> bool:
    reopened = [place for place, one in enumerate(past) if one["action"] == "reopen"]
    start = past[reopened[-1]]["due"] if reopened else item["due"]
    count = sum(one["action"] == "extend" for one in past[reopened[-1] if reopened else 0 :])
    far = entry["until"] > f"{int(start[:4]) + 1}{start[4:]}" and entry["by"] != "leading_group"
    return bool(entry["until"] >= now and count < 2 and not far)


def _measures(past: list[Plain], item: Plain) -> Plain:
    added = [one for entry in past if entry["action"] in ("replan", "reopen") for one in entry.get("add", [])]
    return {one["id"]: one for one in [*item["measures"], *added]}


def left(past: list[Plain], item: Plain) -> set[str]:
    """Return the measures neither done nor dropped."""
    gone = {name for one in past if one["action"] in ("report", "achieve", "submit") for name in one.get("done", [])}
    gone |= {name for one in past if one["action"] == "replan" for name in one.get("drop", [])}
    return _measures(past, item).keys() - gone
