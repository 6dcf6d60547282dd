"""An office in memory: what it records goes through the functions `inspection record` uses, and becomes files."""

import random
from copy import copy
from datetime import date
from pathlib import Path

from inspection.derive.figures.leaves import plain
from inspection.derive.grouped import grouped
from inspection.derive.statistics import statistics, statistics_of_period
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.office.writing import Before, New, write
from inspection.read.loader import assembled, load
from inspection.read.parsing import parse
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree
from inspection.rules.framework import Context

HOME = Path(__file__).resolve().parents[2]
SCHEMAS = Schemas.in_folder(HOME / "schemas")
BODIES = {
    "inspection-office": "区委巡察办",
    "district-discipline": "区纪委监委机关",
    "organization-department": "区委组织部",
    "audit-bureau": "区审计局",
}


class Office:
    """A district's ledger and the acts that make it.

    Args:
        today: The day everything is judged on.
        terms: The terms, as in the district's record.
    """

    def __init__(self, today, *terms):
        """Begin with the district, its policy, the paper it rests on, and the bodies themselves, outside the base."""
        self.today = date.fromisoformat(today)
        self.ledger = Ledger()
        self.files = {}
        self.warned = []
        began = terms[0]["began"]
        policy = parse((HOME / "ledger/policy/2021-09-28.yaml").read_bytes()).data
        self.record(
            New(
                "district",
                {
                    "name": {"zh": "云渚区"},
                    "office": {"zh": "云渚区委巡察工作领导小组办公室"},
                    "timezone": "Asia/Shanghai",
                    "site": {"url": "https://yunzhu.example/", "licence": "CC-BY-4.0"},
                    "contact": {
                        "telephone": "000-5550-0100",
                        "post": "云渚区政务中心 3 号信箱",
                        "email": "office@yunzhu.example",
                    },
                    "bodies": {
                        "office": "inspection-office",
                        "discipline": "district-discipline",
                        "organization": "organization-department",
                        "audit": "audit-bureau",
                    },
                    "terms": list(terms),
                    "demonstration": {"today": today},
                },
                "district",
            ),
            New("policy", policy | {"small_count": 0, "mean_units": 1}, began),
            New(
                "paper",
                {"title": "巡察整改工作办法", "date": began, "kind": "rule", "issuer": "leading_group"},
                "rectification-measures",
            ),
            *(unit(name, title, "department", joined=began, in_base=False) for name, title in BODIES.items()),
        )

    def record(self, *acts):
        """Write acts as a clerk would, and return the ids given; nothing may be refused and no rule broken."""
        context = Context(self.ledger, self.today)
        written = write(Before(context, SCHEMAS, lambda path: self.files.get(path, b"")), acts)
        if not written.ok:
            refused = [(one.act, one.said.zh, one.mend.zh) for one in written.refused]
            raise AssertionError([*refused, *((one.code, one.path, one.message.zh) for one in written.errors)][:9])
        self.files |= written.files
        self.ledger = written.ledger
        self.warned += written.warnings
        return [done.target.name for done in written.done]

    def statistics(self, as_of=None, since=None):
        """Return the figures of a day, or of a period that ends on it."""
        day = date.fromisoformat(as_of) if as_of else self.today
        if since is None:
            return statistics(self.ledger, day)
        return statistics_of_period(self.ledger, date.fromisoformat(since), day)

    def figures(self, as_of=None, since=None):
        """Return the same as plain data."""
        return self.statistics(as_of, since).plain()

    def by(self, *dimensions):
        """Return the plain figures of each group, by its names in the order of the dimensions."""
        groups = grouped(self.ledger, self.statistics(), dimensions)
        return {tuple(one.group.values()): {key: plain(each) for key, each in one.figures.items()} for one in groups}

    def shuffled(self, seed):
        """Return an office with the same records in a random order; a reader of files knows no other difference."""
        records = random.Random(seed).sample(list(self.ledger.records()), sum(1 for _ in self.ledger.records()))
        other = copy(self)
        other.ledger = assembled((kind_at(one.path)[0], one) for one in records)
        return other

    def read_back(self, folder):
        """Write the files, and return the ledger a reader finds in the folder."""
        for path, data in self.files.items():
            target = folder / "ledger" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        loaded = load(WorkingTree(folder / "ledger"), SCHEMAS)
        assert loaded.findings == ()
        return loaded.ledger


def term(number, began, ends):
    """Return a term whose base was frozen at the end of the year it began in."""
    return {"number": number, "began": began, "ends": ends, "base_frozen": f"{began[:4]}-12-31", "target": "1.00"}


def unit(name, title, kind, **more):
    """Return a new unit."""
    body = {"name": title, "kind": kind, "body": "branch", "joined": "2021-09-28", "in_base": True}
    return New("unit", body | more, name)


def villages(first, last, parent, **more):
    """Return numbered villages under a township: no real place is given an invented problem."""
    return [
        unit(f"village-{number:03}", f"第{number:03}村", "village", parent=parent, **more)
        for number in range(first, last + 1)
    ]


def communities(first, last, parent, **more):
    """Return numbered communities under a subdistrict."""
    return [
        unit(f"community-{number:03}", f"第{number:03}社区", "community", parent=parent, **more)
        for number in range(first, last + 1)
    ]
