"""A ledger with every field of every kind filled, each free text, number and day with a value found nowhere else.

The records are grown from the schemas, so a new field is in it the day it is written. What must fit together for the
gate to be open (ids, the policy's quorums, one item's log) is laid over them by hand.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tests.publish.building import HOME, labels

from inspection.derive.digest import society_digest
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree

Plain = Any
AS_OF = date(2026, 6, 30)

FOLDER = HOME / "schemas"
DOCUMENTS = {path.name: json.loads(path.read_bytes()) for path in FOLDER.glob("*.schema.json")}

FILES = (
    "district", "signers", "purges", "policy/2021-09-28", "calendar/2027", "papers/canary-paper", "plan/2024",
    "units/beizhou", "units/gushan", "units/inspection-office", "units/district-discipline", "checklists/canary-list",
    "people/T-9042", "people/T-9043", "rounds/R13-05/round", "rounds/R13-05/gushan", "rounds/R13-05/beizhou",
    "problems/R13-05/R13-05-9137", "problems/R13-05/R13-05-9138", "common/C13-93/common", "common/C13-93/gushan",
    "common/C13-93/beizhou", "letters/2024/L2024-911", "visits/2024/V2024-903",
)  # fmt: skip
HIDDEN_IDS = ("R13-05-91", "T-90", "C13-93", "L2024-911", "V2024-903", "canary-list")

_FORMS = {
    "unit_id": "gushan", "body": "office", "checklist_id": "canary-list", "paper_id": "canary-paper",
    "round_id": "R13-05", "problem_id": "R13-05-9137", "item_ref": "R13-05-9137/1", "common_id": "C13-93",
    "letter_id": "L2024-911", "visit_id": "V2024-903", "person_id": "T-9042", "group_id": "G1",
    "checklist_code": "B01", "checklist_item_ref": "canary-list/B01", "measure_id": "M1", "evidence_id": "E1",
    "rule_code": "QZX99", "pointer": "/nowhere",
}  # fmt: skip


class Leaf(NamedTuple):
    """One value of a record: its place, and who may see it."""

    path: str
    pointer: str
    value: Plain
    visibility: str
    coded: bool


class _Grower:
    """Fills a schema completely; every value it makes up is made once."""

    def __init__(self) -> None:
        self._made = 0
        self._days = 0

    def number(self) -> int:
        self._made += 1
        return self._made

    def day(self) -> date:
        """A day in a month of its own, so that the month alone betrays it."""
        self._days += 1
        return date(1900, 1, 1) + timedelta(days=32 * self._days)

    def grown(self, node: Plain, home: str, name: str = "") -> Plain:
        while "$ref" in node:
            file, _, pointer = node["$ref"].partition("#")
            home = file or home
            node, name = DOCUMENTS[home], pointer.rsplit("/", 1)[-1]
            for part in pointer.split("/")[1:]:
                node = node[part]
        if "properties" in node or "patternProperties" in node:
            grown = {key: self.grown(child, home) for key, child in node.get("properties", {}).items()}
            for pattern, child in node.get("patternProperties", {}).items():
                grown["QZX99" if "A-Z]{3}" in pattern else "office"] = self.grown(child, home)
            return grown
        if node.get("type") == "array":
            least = max(node.get("minItems", 1), 1 if "enum" in str(node["items"]) else 2)
            return [self.grown(node["items"], home) for _ in range(least)]
        return self._leaf(node, name)

    def _leaf(self, node: Plain, name: str) -> Plain:
        if "oneOf" in node:
            return node["oneOf"][0]["const"]
        if name in _FORMS:
            return _FORMS[name]
        if name in ("day", "month"):
            return self.day().isoformat()[: 10 if name == "day" else 7]
        made = self.number()
        if node.get("type") == "boolean":
            return True
        return self._number(made, name) if self._is_number(node, name) else self._text(made, name)

    @staticmethod
    def _is_number(node: Plain, name: str) -> bool:
        return name in ("yuan", "share", "score") or node.get("type") == "integer"

    @staticmethod
    def _number(made: int, name: str) -> Plain:
        if name == "share":
            return f"0.{70001 + made * 13}"
        if name in ("yuan", "score"):
            return f"{7300000 + made * 101}.37"
        return 1 if name in ("position", "quarter") else 7500000 + made * 101

    @staticmethod
    def _text(made: int, name: str) -> str:
        lengths = {"sha256": 64, "commit": 40, "digest": 32, "seed": 16, "division_code": 12}
        if name in lengths:
            return f"9{made:05}".rjust(lengths[name], "7")
        if name == "ssh_key":
            return f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{made:05}"
        return f"{1 + made}d" if name == "duration" else f"暗{made:05}语"


def grow() -> dict[str, Plain]:
    """Return every record as plain data by its path, without what makes the gate open."""
    grower = _Grower()
    records: dict[str, Plain] = {}
    for stem in FILES:
        path = f"{stem}.yaml"
        place = kind_at(path)
        assert place is not None, path
        document = f"{place[0].name}.schema.json"
        records[path] = grower.grown(DOCUMENTS[document], document)
    _fit(records)
    return records


def _fit(records: dict[str, Plain]) -> None:
    """Lay what must fit together over the records."""
    records["district.yaml"] |= {
        "timezone": "Asia/Shanghai",
        "site": {"url": "https://yunzhu.example/", "licence": "CC-BY-4.0"},
        "bodies": {"office": "inspection-office", "discipline": "district-discipline"},
        "terms": [
            {"number": 13, "began": "2021-09-28", "ends": "2026-09-27", "base_frozen": "2021-12-31", "target": 1}
        ],
    }
    policy = records["policy/2021-09-28.yaml"]
    policy["duties"]["default"] = policy["duties"].get("default") or next(iter(policy["duties"].values()))
    for duties in policy["duties"].values():
        duties["closing"] = {"bodies": ["office", "discipline"], "count": 2}
    policy |= {"publication_by": "leading_group", "small_count": 3, "mean_units": 2}
    for id_, parent in (("beizhou", None), ("gushan", "beizhou"), ("inspection-office", None)):
        unit = records[f"units/{id_}.yaml"]
        unit |= {"joined": "2021-09-28", "in_base": True}
        for key in ("left", "succeeded_by", "parent"):
            unit.pop(key)
        unit |= {"parent": parent} if parent else {}
    records["rounds/R13-05/round.yaml"] |= {
        "announced": "2024-02-26",
        "onsite": {"from": "2024-03-04", "to": "2024-04-30"},
        "publication": {"approved": "1899-01-02", "by": "leading_group", "published": "1899-01-03"},
    }
    for unit in ("gushan", "beizhou"):
        inspection = records[f"rounds/R13-05/{unit}.yaml"]
        inspection["reach"] = "full"
        inspection["onsite"] = {"from": "2024-03-04", "to": "2024-04-28"}
        entries = inspection["publication"]["society"]
        approved = {"by": "leading_group", "digest": "0" * 32}
        entries[0] |= approved | {"approved": "2024-02-01", "published": "2024-02-02"}
        entries[0]["retracted"] |= {"date": "2024-02-10"}
        entries[1] |= approved | {"approved": "2024-09-20", "published": "2024-09-25"}
        del entries[1]["retracted"]
    records["common/C13-93/common.yaml"]["publication"] |= {"by": "leading_group"}
    for number, unit in ((9137, "gushan"), (9138, "beizhou")):
        _fit_problem(records[f"problems/R13-05/R13-05-{number}.yaml"], unit)
    for person in ("T-9042", "T-9043"):
        for entry in records[f"people/{person}.yaml"]["log"]:
            entry |= {"action": "leave", "reason": "eliminated"}


def _fit_problem(problem: Plain, unit: str) -> None:
    problem |= {"unit": unit, "in_feedback": True, "disclosure": {"society": "shown"}}
    problem["public"]["number"] = 1
    for number, item in enumerate(problem["items"], start=1):
        item |= {"id": number, "kind": "phased", "lead": unit, "partners": []}
        measures = [f"M{place}" for place, _ in enumerate(item["measures"], start=1)]
        evidence = [f"E{place}" for place, _ in enumerate(item["evidence"], start=1)]
        for names, rows in ((measures, item["measures"]), (evidence, item["evidence"])):
            for name, row in zip(names, rows, strict=True):
                row["id"] = name
        item["log"] = [_refused(item["log"][0], "ask"), _refused(item["log"][1], "withdraw"), *_closing(number)]
        item["log"][3] |= {"evidence": evidence, "done": measures}


def _refused(entry: Plain, action: str) -> Plain:
    return {**entry, "by": "publicity", "action": action, "reason": "other"}


def _closing(number: int) -> list[Plain]:
    return [
        {"date": "2024-06-03", "action": "start", "by": "unit", "note": "暗手写起步语"},
        {"date": "2024-08-04", "action": "submit", "by": "unit", "vouched": "暗手写担保语"},
        {
            "date": f"2024-09-0{4 + number}",
            "action": "agree",
            "by": "discipline",
            "how": "on_site",
            "note": "暗手写核验语",
        },
        {"date": f"2024-09-1{4 + number}", "action": "close", "by": "office", "how": "documents"},
    ]


def written(records: dict[str, Plain], folder: Path, *, opened: bool) -> Ledger:
    """Write the records, have them read, and approve the texts of each inspection, or leave its gate shut."""
    ledger = _read(records, folder)
    if not opened:
        return ledger
    for unit in ("gushan", "beizhou"):
        digest = society_digest([one for one in ledger.problems.values() if one.unit == unit], {})
        records[f"rounds/R13-05/{unit}.yaml"]["publication"]["society"][-1]["digest"] = digest
    return _read(records, folder)


def _read(records: dict[str, Plain], folder: Path) -> Ledger:
    for path, record in records.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    loaded = load(WorkingTree(folder), Schemas.in_folder(FOLDER))
    assert loaded.broken == frozenset(), [finding.message.en for finding in loaded.findings]
    return loaded.ledger


def leaves(records: dict[str, Plain]) -> Iterator[Leaf]:
    """Yield every value of every record with who may see it."""
    for path, record in records.items():
        place = kind_at(path)
        assert place is not None
        for pointer, value, actions in _values(record, "", ""):
            field = labels().field(place[0].name, pointer)
            seen = "office" if field.actions and actions not in field.actions else field.visibility
            yield Leaf(path, pointer, value, seen, field.vocabulary is not None or field.ref is not None)


def _values(node: Plain, at: str, action: str) -> Iterator[tuple[str, Plain, str]]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _values(child, f"{at}/{key}", node.get("action", action))
    elif isinstance(node, list):
        for place, child in enumerate(node):
            yield from _values(child, f"{at}/{place}", action)
    else:
        yield at, node, action
