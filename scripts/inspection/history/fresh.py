"""A record that is new: what is said of it as a whole, and what of it is said apart."""

from collections.abc import Iterator

from inspection.derive.differences import Difference
from inspection.finding import Words
from inspection.history.clauses import added
from inspection.history.words import Speaker, joined
from inspection.model.district import CalendarYear, Paper, Plan
from inspection.model.inspections import Inspection
from inspection.model.matters import CommonProblem, Letter, SelfCheck, Visit
from inspection.model.policy import Policy
from inspection.model.problems import Problem
from inspection.model.record import Record
from inspection.model.rounds import Round
from inspection.model.units import Checklist, Person, Unit

_FRESH: dict[type[Record], tuple[Words, tuple[str, ...]]] = {
    Problem: (Words("新问题", "new problem"), ("category", "nature", "found")),
    Inspection: (Words("新增被巡察单位", "unit added to the round"), ("reach", "mode", "onsite")),
    Letter: (Words("新函件", "new letter"), ("kind", "number", "to")),
    Visit: (Words("新督查", "new visit"), ("kind", "from", "to", "units")),
    CommonProblem: (Words("新共性问题", "new common problem"), ("title", "owner", "issued")),
    SelfCheck: (Words("报送自查", "self-check"), ("submitted", "found", "measures")),
    Round: (Words("新轮次", "new round"), ("kind", "organizer", "onsite")),
    Unit: (Words("新单位", "new unit"), ("kind", "parent", "joined", "in_base")),
    Person: (Words("新增人员", "new person"), ("system", "home")),
    Paper: (Words("新文件", "new paper"), ("kind", "number", "date")),
    Policy: (Words("新政策", "new policy"), ("basis", "signing")),
    CalendarYear: (Words("新日历", "new calendar"), ("status",)),
    Plan: (Words("新计划", "new plan"), ("rounds",)),
    Checklist: (Words("新清单", "new checklist"), ("kind", "title", "effective")),
}
"""By kind, what a new record is called, and the keys that say what it is."""

_APART = (
    "acknowledged", "corrections", "feedback", "plan", "life_meeting", "report", "progress", "talks", "handovers",
    "evaluation", "again", "publication", "items", "checked", "reviews", "log",
)  # fmt: skip


def fresh_said(speaker: Speaker, record: Record) -> Words:
    """Return what a new record is."""
    what, names = _FRESH.get(type(record), (Words("新增", "added"), ()))
    keys = dict(zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True))
    said = [speaker.said(record, f"/{key}", getattr(record, keys[key])) for key in names]
    more = joined(said, Words("，", ", "))
    return Words(f"{what.zh}（{more.zh}）", f"{what.en} ({more.en})") if more.zh else what


def contents(record: Record) -> Iterator[Difference]:
    """Yield what a new record holds that is said apart: its items, entries, papers and publications."""
    for name in _APART:
        if hasattr(record, name) and not (name == "plan" and isinstance(record, Round)):
            yield from added(record, name, f"/{name}", ())
