"""A ledger of a few records, written as files so that the program and the independent count both read it."""

from datetime import date
from pathlib import Path

import yaml
from tests.statistics.independent_count import count
from tests.statistics.independent_ledger import files_in

from inspection.derive.statistics import statistics
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree

SCHEMAS = Schemas.in_folder(Path(__file__).resolve().parents[2] / "schemas")
SHA = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

DISTRICT = """
name: {zh: 云渚区}
office: {zh: 云渚区委巡察工作领导小组办公室}
timezone: Asia/Shanghai
bodies: {office: inspection-office, discipline: district-discipline}
terms:
  - {number: 12, began: 2016-09-28, ends: 2021-09-27, base_frozen: 2016-12-31, target: 1.00}
  - {number: 13, began: 2021-09-28, ends: 2026-09-27, base_frozen: 2021-12-31, target: 1.00}
"""
POLICY = """
basis: measures
framework: four_focuses
deadlines: {signatures: 5wd, plan: 15wd, life_meeting: 1m, concentrated: 3m, report: 3m, continued_report: 3m,
  evaluation: 1m, review: 10wd, extension: 5wd, reopen: 10wd, self_check: 2m, letter_receipt: 5wd, letter_reply: 30d,
  clue_report: 3m, publication_period: 15wd, visit_result: 10wd, after_round: 3m, matters: 60d, handover: 20wd,
  revisit: 12m, resample: 12m, second_rectification: 1m}
duties:
  default: &duty
    given: [unit, head]
    signed: [unit, head, leader_in_charge]
    copied: [discipline, organization]
    papers: [plan, life_meeting, report, head_report]
    life_meeting: democratic_life
    reviews: {bodies: [office, discipline, organization], count: 2}
    closing: {bodies: [office, discipline, organization], count: 2}
  village: {<<: *duty, copied: [parent], papers: [plan, report]}
closing_on_site: {bodies: [group], count: 1}
publication_by: leading_group
signing: none
extensions: {most: 2, beyond: 12m, beyond_by: leading_group}
staffing: {discipline_cadres: 8, auditors: 1, audit_lessons: 1, deputies: [1, 2]}
formations: {}
pool: {admit_after_rounds: 2, second_rounds: 2}
limits: {onsite: {regular: 60d}, integrated_communities: 5, silence: 30d, backdating: 30d, recurrence: 24m,
  common_from: 3, checklist_age: 12m, long_term_check: 12m, returns: 2}
warn: {green: 20d, yellow: 10d}
sample: 0.10
grades: {excellent: 90, good: 80, fair: 60, poor: 0}
small_count: 3
mean_units: 5
"""


class Small:
    """Records by path, each a change to a plain one of its kind."""

    def __init__(self, folder):
        """Begin with a district, two terms and a policy, and no unit."""
        self.folder = folder
        self.files = {"district.yaml": plain(DISTRICT), "policy/2016-09-28.yaml": plain(POLICY)}

    def put(self, path, **record):
        """Add a record as it is."""
        self.files[path] = record

    def unit(self, name, kind="village", **more):
        """Add a unit of the base."""
        unit = {"name": name, "kind": kind, "body": "branch", "joined": "2016-09-28", "in_base": True}
        if kind in ("village", "community"):
            unit["parent"] = "qinghe-town"
        self.put(f"units/{name}.yaml", **(unit | more))

    def town(self):
        """Add a town with two villages, the office, discipline, and one round on site from 4 March to 30 April 2024."""
        self.unit("inspection-office", "department", in_base=False)
        self.unit("district-discipline", "department", in_base=False)
        self.unit("qinghe-town", "township")
        self.unit("village-1")
        self.unit("village-2")
        self.round("R13-05")

    def round(self, name, **more):
        """Add a regular round, on site from 4 March to 30 April 2024."""
        plain_round = {
            "kind": "regular", "organizer": "office", "onsite": {"from": "2024-03-04", "to": "2024-04-30"},
            "announced": "2024-02-26", "groups": [],
        }  # fmt: skip
        self.put(f"rounds/{name}/round.yaml", **(plain_round | more))

    def inspection(self, unit, round_="R13-05", **more):
        """Add a full inspection without feedback."""
        self.put(f"rounds/{round_}/{unit}.yaml", **({"reach": "full"} | more))

    def problem(self, number, *items, round_="R13-05", **more):
        """Add a problem found on 18 March 2024, in feedback, with its items."""
        problem = {
            "unit": "village-1", "category": "collective_assets", "nature": "individual", "source": "documents",
            "found": "2024-03-18", "in_feedback": True, "statement": "账目未公开", "names_person": False,
            "items": list(items),
        }  # fmt: skip
        self.put(f"problems/{round_}/{round_}-{number:04}.yaml", **(problem | more))

    def ledger(self):
        """Write the records out and read them with the program; nothing may be wrong with them."""
        for path, record in self.files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(yaml.dump(record, Dumper=NoAliases, allow_unicode=True), encoding="utf-8")
        loaded = load(WorkingTree(self.folder), SCHEMAS)
        assert not loaded.findings, [(one.path, one.pointer, one.message.en) for one in loaded.findings]
        return loaded.ledger

    def figures(self, day):
        """Return the plain figures on an ISO day, which the independent count must agree with."""
        plain_figures = statistics(self.ledger(), date.fromisoformat(day)).plain()
        again = count(files_in(self.folder), day)
        assert plain_figures == again, {
            key: (one, again[key]) for key, one in plain_figures.items() if one != again[key]
        }
        return plain_figures


def plain(text):
    """Return YAML as plain data with days as text, anchors resolved."""
    return yaml.load(text, TextDays)


class NoAliases(yaml.SafeDumper):
    """A writer that repeats what occurs twice."""

    def ignore_aliases(self, _data):
        """Never refer back."""
        return True


class TextDays(yaml.SafeLoader):
    """A reader that leaves days alone."""


TextDays.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def item(number, *log, **more):
    """Return a phased item of village-1, due 20 August 2024, with its log."""
    plain_item = {
        "id": number, "kind": "phased", "task": "公开账目", "due": "2024-08-20", "lead": "village-1",
        "evidence": [{"id": "E1", "kind": "document", "title": "公示", "date": "2024-07-01", "sha256": SHA}],
        "log": list(log),
    }  # fmt: skip
    return plain_item | more


def start(day="2024-06-20"):
    """Return an entry: rectification began."""
    return {"date": day, "action": "start", "by": "unit"}


def submit(day):
    """Return an entry: submitted for review."""
    return {"date": day, "action": "submit", "by": "unit", "vouched": "书记", "evidence": ["E1"]}


def closing(day):
    """Return the two entries that close a submitted item."""
    return (
        {"date": day, "action": "agree", "by": "discipline", "how": "on_site"},
        {"date": day, "action": "close", "by": "office", "how": "documents"},
    )


def closed(number, submitted, day, **more):
    """Return an item closed on a day."""
    return item(number, start(), submit(submitted), *closing(day), **more)


def feedback(day="2024-05-20", **more):
    """Return feedback given on a day, signed and copied two days later."""
    later = (date.fromisoformat(day)).replace(day=int(day[-2:]) + 2).isoformat()
    given = {
        "date": day, "by": "group", "paper": {"number": "1", "problems": 1, "opinions": 4},
        "given": {"unit": day, "head": day},
        "signed": {"unit": later, "head": later, "leader_in_charge": later},
        "copied": {"discipline": later, "organization": later, "parent": later},
    }  # fmt: skip
    return given | more
