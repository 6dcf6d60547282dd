"""Desks with small ledgers on them."""

from datetime import date
from functools import cache
from pathlib import Path

from tests.derive.making import PROBLEM, a_ledger, a_problem, an_item

from inspection.labelling import load as load_labels
from inspection.labels import Labels
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.words import Words
from inspection.rules.framework import Context

HOME = Path(__file__).resolve().parents[2]


@cache
def labels() -> Labels:
    return load_labels()


@cache
def templates() -> dict[str, str]:
    folders = (HOME / "site" / "office" / "pages", HOME / "site" / "office" / "templates")
    return {path.name: path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.md")}


def desk_with(ledger: Ledger, as_of: date, **other: object) -> Desk:
    return Desk(Context(ledger, as_of), Words(ledger, labels(), as_of), **other)


def desk_of(*problems: Problem, as_of: date, **other: object) -> Desk:
    return desk_with(a_ledger(*problems, **other), as_of)


def problems_of(*logs: list, **item: object) -> list[Problem]:
    """One problem for each log, numbered from that of the others' examples."""
    first = int(PROBLEM[-4:])
    return [
        a_problem(an_item(log, **item), identity=f"{PROBLEM[:-4]}{first + number:04}")
        for number, log in enumerate(logs)
    ]
