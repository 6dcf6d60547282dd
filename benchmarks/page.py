"""docs/performance.md, from results."""

from collections.abc import Mapping

from benchmarks.goals import Goal
from benchmarks.markdown import NONE, both, prose, table
from benchmarks.results import Result
from benchmarks.subjects import SUBJECTS
from inspection.finding import Words

_HEAD = ("目标 Goal", "要求 Required", "实测 Measured", "轮数 Rounds", "达到 Met")
_MET = {True: "是 yes", False: "**否 no**", None: "未测 not measured"}


def page(results: Mapping[str, Result]) -> str:
    """Return the page.

    Args:
        results: The last result of each subject that has one.
    """
    known = [(SUBJECTS[name], results[name]) for name in SUBJECTS if name in results]
    rows = [_goal(goal) for subject, result in known for goal in subject.goals(result)]
    parts = [prose("opening")]
    if rows:
        parts += ["## 目标 Goals\n", table(_HEAD, rows, left=1)]
    for subject, result in known:
        parts += [f"## {both(subject.title)}\n", _circumstances(result), subject.section(result)]
    minutes = sum(sum(row.seconds) for _, result in known for row in result.rows) / 60
    return "\n".join([*parts, prose("ending").replace("{minutes}", f"{minutes:.0f}")])


def _goal(goal: Goal) -> tuple[str, ...]:
    required = f"{'≥' if goal.least else '≤'} {goal.limit:g}{goal.unit}"
    measured = NONE if goal.measured is None else f"{goal.measured:,.2f}{goal.unit}"
    return both(goal.words), required, measured, str(goal.rounds or NONE), _MET[goal.met]


def _circumstances(result: Result) -> str:
    """Return the day, the machine and the peers of a run."""
    machine = result.machine
    memory = f"{machine.memory:.0f} GB"
    peers = [f"{name} {version}" for name, version in sorted(result.versions.items())]
    there = (f"Python {machine.python}", machine.system, *peers)
    words = Words(
        "，".join((result.day.isoformat(), f"{machine.cores} 核", f"内存 {memory}", *there)) + "。",
        ", ".join((result.day.isoformat(), f"{machine.cores} cores", f"{memory} of memory", *there)) + ".",
    )
    return f"{words.zh}\n\n{words.en}\n"
