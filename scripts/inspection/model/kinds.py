"""Where each kind of record lies."""

import re
from functools import lru_cache
from typing import NamedTuple

from inspection.model.district import CalendarYear, District, Paper, Plan, Purges, Signers
from inspection.model.inspections import Inspection
from inspection.model.matters import CommonProblem, Letter, SelfCheck, Visit
from inspection.model.policy import Policy
from inspection.model.problems import Problem
from inspection.model.record import Record
from inspection.model.rounds import Round
from inspection.model.units import Checklist, Person, Unit

_SLUG = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_ROUND = r"R[0-9]{1,3}-[0-9]{2}"
_COMMON = r"C[0-9]{1,3}-[0-9]{2}"
_YEAR = r"[0-9]{4}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

RESERVED = frozenset(
    {
        "unit", "parent", "head", "office", "group", "supervision_group", "discipline", "organization", "publicity",
        "audit", "petition", "finance", "rectification_office", "competent_department", "leader_in_charge",
        "leading_group", "five_person_group", "secretary", "committee", "round", "common", "true", "false", "null",
    }
)  # fmt: skip
"""Ids no unit, checklist or paper may have: role words, and names that mean something else."""


class Kind(NamedTuple):
    """A kind of record.

    Attributes:
        name: Its name, which is also its schema's: `schemas/<name>.schema.json`.
        path: What its path looks like below the ledger folder; the group `id` is the record's id, and the group
            `home`, where there is one, must agree with the id (a problem lies in its round's folder).
        struct: Its type.
        example: A path of the right form, for people.
    """

    name: str
    path: re.Pattern[str]
    struct: type[Record]
    example: str


KINDS = (
    Kind("district", re.compile(r"(?P<id>district)\.yaml"), District, "district.yaml"),
    Kind("signers", re.compile(r"(?P<id>signers)\.yaml"), Signers, "signers.yaml"),
    Kind("purges", re.compile(r"(?P<id>purges)\.yaml"), Purges, "purges.yaml"),
    Kind("policy", re.compile(rf"policy/(?P<id>{_DAY})\.yaml"), Policy, "policy/2021-09-28.yaml"),
    Kind("calendar", re.compile(rf"calendar/(?P<id>{_YEAR})\.yaml"), CalendarYear, "calendar/2027.yaml"),
    Kind("paper", re.compile(rf"papers/(?P<id>{_SLUG})\.yaml"), Paper, "papers/rectification-measures.yaml"),
    Kind("plan", re.compile(rf"plan/(?P<id>{_YEAR})\.yaml"), Plan, "plan/2024.yaml"),
    Kind("unit", re.compile(rf"units/(?P<id>{_SLUG})\.yaml"), Unit, "units/gushan-community.yaml"),
    Kind("checklist", re.compile(rf"checklists/(?P<id>{_SLUG})\.yaml"), Checklist, "checklists/common-2024.yaml"),
    Kind("person", re.compile(r"people/(?P<id>T-[0-9]{4,})\.yaml"), Person, "people/T-0042.yaml"),
    Kind("round", re.compile(rf"rounds/(?P<id>{_ROUND})/round\.yaml"), Round, "rounds/R13-05/round.yaml"),
    Kind(
        "inspection",
        re.compile(rf"rounds/{_ROUND}/(?P<id>{_SLUG})\.yaml"),
        Inspection,
        "rounds/R13-05/gushan-community.yaml",
    ),
    Kind(
        "problem",
        re.compile(rf"problems/(?P<home>{_ROUND})/(?P<id>(?P=home)-[0-9]{{4,}})\.yaml"),
        Problem,
        "problems/R13-05/R13-05-0137.yaml",
    ),
    Kind("common", re.compile(rf"common/(?P<id>{_COMMON})/common\.yaml"), CommonProblem, "common/C13-03/common.yaml"),
    Kind(
        "self_check",
        re.compile(rf"common/{_COMMON}/(?P<id>{_SLUG})\.yaml"),
        SelfCheck,
        "common/C13-03/gushan-community.yaml",
    ),
    Kind(
        "letter",
        re.compile(rf"letters/(?P<home>{_YEAR})/(?P<id>L(?P=home)-[0-9]{{3,}})\.yaml"),
        Letter,
        "letters/2024/L2024-011.yaml",
    ),
    Kind(
        "visit",
        re.compile(rf"visits/(?P<home>{_YEAR})/(?P<id>V(?P=home)-[0-9]{{3,}})\.yaml"),
        Visit,
        "visits/2024/V2024-003.yaml",
    ),
)


_BY_FOLDER = {
    folder: tuple(kind for kind in KINDS if kind.example.partition("/")[0] == folder)
    for folder in {kind.example.partition("/")[0] for kind in KINDS}
}


@lru_cache(1 << 16)
def kind_at(path: str) -> tuple[Kind, str] | None:
    """Return the kind and id of the record at a ledger-relative path, or nothing where no record may lie.

    A reserved word is no id of a unit, checklist, paper, inspection or self-check.
    """
    for kind in _BY_FOLDER.get(path.partition("/")[0], ()):
        match = kind.path.fullmatch(path)
        if match is not None and not (match["id"] in RESERVED and kind.name not in {"round", "common"}):
            return kind, match["id"]
    return None
