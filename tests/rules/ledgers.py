"""The base ledger of the cases, loaded, and small changes to it."""

from datetime import date
from functools import cache

from msgspec.structs import replace
from tests.cases.cases import BASE, SCHEMAS

from inspection.finding import Finding
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.read.folder import WorkingTree
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.rules.framework import Context
from inspection.rules.judge import judge
from inspection.rules.registry import BY_CODE

TODAY = date(2024, 12, 31)


@cache
def base() -> Ledger:
    loaded = load(WorkingTree(BASE / "ledger"), Schemas.in_folder(SCHEMAS))
    assert loaded.findings == ()
    return loaded.ledger


def with_problems(*problems: Problem) -> Ledger:
    return replace(base(), problems=base().problems | {problem.id: problem for problem in problems})


def with_policy(**changes: object) -> Ledger:
    return replace(base(), policies=(replace(base().policies[0], **changes),))


def found(code: str, ledger: Ledger, today: date = TODAY, broken: frozenset[str] = frozenset()) -> list[Finding]:
    return judge(Context(ledger, today, broken=broken), [BY_CODE[code]])


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.path, one.pointer) for one in findings]
