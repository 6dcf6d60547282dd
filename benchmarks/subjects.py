"""What is measured: each subject's name, how it is measured and what is said about it, in the order of the page."""

from collections.abc import Callable
from typing import NamedTuple

from benchmarks import checking, checking_page, history, history_page, site_page, site_tasks
from benchmarks.goals import Goal
from benchmarks.plan import Plan
from benchmarks.results import Result
from inspection.finding import Words


class Subject(NamedTuple):
    """One subject.

    Attributes:
        title: The heading of its section.
        measure: Does the work.
        goals: What its figures must be.
        section: What the page says about them, in Markdown, below the heading.
    """

    title: Words
    measure: Callable[[Plan], Result]
    goals: Callable[[Result], list[Goal]]
    section: Callable[[Result], str]


SUBJECTS = {
    "checking": Subject(Words("检查", "Checking"), checking.measure, checking_page.goals, checking_page.section),
    "history": Subject(Words("历史", "History"), history.measure, history_page.goals, history_page.section),
    "site": Subject(Words("网站", "The site"), site_tasks.measure, site_page.goals, site_page.section),
}
