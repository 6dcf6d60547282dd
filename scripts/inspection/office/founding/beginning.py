"""The records of an empty ledger: the district, its policy, its register, and what every ledger has once."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from inspection.emit import Number
from inspection.office.founding.unit_ids import stem
from inspection.office.writing.fields import Json

BASIS = "rectification-measures"
"""The id of the paper the first policy rests on: a placeholder until the office writes its own."""
TO_REPLACE = "（待替换）"
"""Stands before whatever the office must still write itself."""
POLICY_NOTE = (
    "# 这里的期限、人数、比例是给出的起点，不是本区的规定：逐项换成本区现行办法的规定。\n"
    "# basis 指的文件（ledger/papers/）也要换成本区的文件。改好以后删去这两行。\n"
)
"""Stands at the head of the first policy."""
FOUNDERS = {
    "office": ("inspection-office", "委巡察办", "party_committee", ("巡察办", "巡察工作领导小组办公室")),
    "discipline": ("district-discipline", "纪委监委机关", "party_committee", ("纪委监委机关", "纪委监委", "纪委")),
    "organization": ("organization-department", "委组织部", "party_committee", ("委组织部",)),
    "audit": ("audit-bureau", "审计局", "party_group", ("审计局",)),
    "petition": ("petition-bureau", "信访局", "party_group", ("信访局",)),
}
"""The five bodies every policy speaks of: the id of each, its name after 区 or 县, its form, and how a unit's name ends
that is this body already."""


class Facts(NamedTuple):
    """What an office says of itself when its ledger begins.

    Attributes:
        name: The district: 云渚区.
        office: The full name of its inspection office.
        term: The number of the committee's term.
        frozen: The day the base of coverage was fixed.
        site: Address of the public site, ending in a slash; empty when there is none yet.
        contact: Telephone, post and email, those that were given.
        name_en: The district in English, or nothing; likewise `office_en`.
    """

    name: str
    office: str
    term: int
    began: date
    ends: date
    frozen: date
    site: str = ""
    contact: Mapping[str, str] = {}
    name_en: str = ""
    office_en: str = ""


def records(facts: Facts, policy: Json, units: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    """Yield every record of the new ledger, by its path below `ledger/`.

    Args:
        facts: What the office says of itself.
        policy: A complete policy to start from; its basis becomes the placeholder.
        units: Records of units by id, the office's own register; the five bodies join it unless they stand in it.
    """
    bodies = {role: _body(role, units, facts) for role in FOUNDERS}
    yield "district.yaml", _district(facts, {role: identity for role, (identity, _) in bodies.items()})
    yield f"policy/{facts.began}.yaml", policy | {"basis": BASIS}
    yield f"papers/{BASIS}.yaml", _basis(facts)
    yield "signers.yaml", {"keys": []}
    yield "purges.yaml", {"purges": []}
    for identity, record in {**dict(bodies.values()), **units}.items():
        yield f"units/{identity}.yaml", record


def calendar(year: int) -> tuple[str, Json]:
    """Return the record of a year whose days off are not announced yet: those the law fixes by date, provisionally."""
    off = [f"{year}-{day}" for day in ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03")]
    notice = f"{TO_REPLACE}国务院办公厅关于 {year} 年部分节假日安排的通知"
    return f"calendar/{year}.yaml", {"notice": notice, "status": "provisional", "off": off}


def _district(facts: Facts, bodies: Mapping[str, str]) -> Json:
    term = {
        "number": facts.term,
        "began": facts.began.isoformat(),
        "ends": facts.ends.isoformat(),
        "base_frozen": facts.frozen.isoformat(),
        "target": Number("1.00"),
    }
    return {
        "name": _named(facts.name, facts.name_en),
        "office": _named(facts.office, facts.office_en),
        "timezone": "Asia/Shanghai",
        **({"site": {"url": facts.site, "licence": "CC-BY-4.0"}} if facts.site else {}),
        **({"contact": dict(facts.contact)} if facts.contact else {}),
        "bodies": dict(bodies),
        "terms": [term],
    }


def _named(zh: str, en: str) -> Json:
    return {"zh": zh, "en": en} if en else {"zh": zh}


def _basis(facts: Facts) -> Json:
    title = f"{TO_REPLACE}{facts.name}巡察整改工作办法：请换成本区现行文件的标题、文号和日期"
    return {"title": title, "date": facts.began.isoformat(), "kind": "rule", "issuer": "leading_group"}


def _body(role: str, units: Mapping[str, Json], facts: Facts) -> tuple[str, Json]:
    identity, name, form, endings = FOUNDERS[role]
    for known, record in units.items():
        if record["kind"] == "department" and stem(record["name"]).endswith(endings):
            return known, record
    level = facts.name[-1] if facts.name[-1] in "区县市旗" else "区"
    joined = {"joined": facts.began.isoformat(), "in_base": True}
    return identity, {"name": f"{level}{name}", "kind": "department", "body": form, **joined}
