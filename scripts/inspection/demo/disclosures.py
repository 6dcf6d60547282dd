"""What the public is told of each problem, and what is withheld."""

from inspection.demo.findings import Found, Memory, into_order
from inspection.demo.places import Record

_REASONS = (
    "privacy",
    "open_case",
    "work_secret",
    "trade_secret",
    "public_opinion",
    "mass_incident",
    "state_secret",
)


def publish(rows: list[Found], memory: Memory) -> None:
    """Give the problems their public texts and disclosure, as the publication is approved."""
    number = 0
    for row in rows:
        record, items = row.record, row.record.get("items", [])
        states = [{entry["action"] for entry in each.get("log", [])} for each in items]
        if not record["in_feedback"] or not items or all("withdraw" in state for state in states):
            continue
        memory.judged += 1
        if memory.judged % 14 == 9 or (record["names_person"] and memory.judged % 2):
            reason = "privacy" if record["names_person"] else _REASONS[memory.withheld % len(_REASONS)]
            memory.withheld += 1
            into_order(record, {"disclosure": {"society": "withheld", "reason": reason}})
            continue
        number += 1
        public: Record = {"number": number, "title": row.title}
        if all(state & {"close", "sustain", "withdraw"} for state in states):
            public["result"] = row.result
        into_order(record, {"public": public, "disclosure": {"society": "shown"}})
