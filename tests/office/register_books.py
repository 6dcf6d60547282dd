"""What the registers are computed from, for the tests: of the demonstration on a day, and of a small ledger."""

from datetime import date
from functools import cache
from pathlib import Path

from inspection.derive.statistics import statistics
from inspection.labelling import load as load_labels
from inspection.office.books import Books
from inspection.office.cells import Clock, Link, Ref, Several, State
from inspection.office.desk import Desk
from inspection.office.words import Words
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree
from inspection.rules.framework import Context
from inspection.rules.judge import judge

HOME = Path(__file__).resolve().parents[2]
TODAY = date(2024, 12, 31)


@cache
def labels():
    return load_labels()


@cache
def demonstration():
    return load(WorkingTree(HOME / "ledger"), Schemas.in_folder(HOME / "schemas")).ledger


@cache
def demonstrated(day=TODAY):
    return books_of(demonstration(), day)


def desk_of(ledger, day):
    context = Context(ledger, day)
    return Desk(context, Words(ledger, labels(), day), findings=tuple(judge(context)))


def books_of(ledger, day):
    desk = desk_of(ledger, day)
    figures = statistics(ledger, day, lives=desk.lives)
    return Books(desk.lives, figures, desk.words.labels, desk.findings)


def rows(table):
    """Return the rows as plain values by the keys of their columns."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(plainly, row), strict=True)) for row in table.rows]


def plainly(cell):
    """Return a cell as a test reads it: the words in Chinese, ids, days left."""
    match cell:
        case Several():
            return [plainly(one) for one in cell.cells]
        case State() | Link():
            return cell.words.zh
        case Clock():
            return cell.left
        case Ref():
            return cell.id
    return getattr(cell, "zh", cell)


def marks(table, key):
    """Return the marks of the states in a column."""
    place = [column.key for column in table.columns].index(key)
    return [row[place].mark for row in table.rows if isinstance(row[place], State)]
