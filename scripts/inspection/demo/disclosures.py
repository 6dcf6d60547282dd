"""What the public is told of each problem, and what is withheld."""

from inspection.demo.findings import Found, Memory, into_order
from inspection.demo.places import Record

_REASONS = {
    "contracts": "trade_secret",
    "engineering": "trade_secret",
    "collective_assets": "mass_incident",
    "stability": "mass_incident",
    "subsidies": "privacy",
    "welfare_lists": "privacy",
    "finance": "open_case",
    "integrity": "open_case",
    "public_service": "public_opinion",
    "environment": "public_opinion",
    "policy_implementation": "state_secret",
}
"""Why a problem of a category is withheld; the rest are work secrets."""

_STANDING = ("已取得阶段性成效，将长期坚持", "阶段任务已完成，转入长期坚持", "已建立机制，将持续推进")


def publish(rows: list[Found], memory: Memory) -> None:
    """Give the problems their public texts and disclosure, as the publication is approved."""
    number = 0
    for row in rows:
        record, items = row.record, row.record.get("items", [])
        states = [_state(each) for each in items]
        if not record["in_feedback"] or not items or set(states) == {"withdraw"}:
            continue
        memory.judged += 1
        if _is_withheld(record, memory):
            reason = "privacy" if record["names_person"] else _REASONS.get(record["category"], "work_secret")
            into_order(record, {"disclosure": {"society": "withheld", "reason": reason}})
            continue
        number += 1
        public: Record = {"number": number, "title": row.title}
        if all(state in {"close", "sustain", "withdraw"} for state in states):
            public["result"] = row.result if "sustain" not in states else _STANDING[memory.judged % len(_STANDING)]
        into_order(record, {"public": public, "disclosure": {"society": "shown"}})


def _state(each: Record) -> str:
    """Return the action that decided where the item stands."""
    moves = [entry["action"] for entry in each.get("log", [])]
    return next((move for move in reversed(moves) if move in {"close", "sustain", "withdraw", "reopen"}), "open")


def _is_withheld(record: Record, memory: Memory) -> bool:
    """Return whether the problem is one of the few that are kept back."""
    rare = record["category"] == "policy_implementation" and memory.judged % 3 == 0
    return rare or memory.judged % 15 == 9 or (record["names_person"] and memory.judged % 2 == 1)
