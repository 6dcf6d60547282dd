"""The register of units: organs, departments, townships and subdistricts, communities and villages."""

from collections.abc import Iterator
from itertools import islice

from inspection.demo.chance import Chance
from inspection.demo.names import TOWNS, place_names
from inspection.demo.places import LEADERS, WORDS, Place, Record, Register

BEGAN = "2021-09-28"
LEAST_UNITS = 28
_ORGANS = (
    ("inspection-office", "区委巡察办", False),
    ("district-discipline", "区纪委监委机关", False),
    ("organization-department", "区委组织部", True),
    ("publicity-department", "区委宣传部", True),
    ("audit-bureau", "区审计局", True),
    ("petition-bureau", "区信访局", True),
    ("finance-bureau", "区财政局", True),
)
_DEPARTMENTS = (
    ("agriculture-bureau", "区农业农村局", 0),
    ("civil-affairs-bureau", "区民政局", 3),
    ("housing-bureau", "区住建局", 1),
    ("education-bureau", "区教育局", 2),
    ("human-resources-bureau", "区人社局", 3),
    ("urban-management-bureau", "区城管局", 1),
    ("planning-bureau", "区规划资源局", 1),
    ("emergency-bureau", "区应急管理局", 4),
)
_OTHERS = (
    ("yunzhu-third-school", "云渚区第三实验学校党总支", "school", "general_branch", "s", "校党总支书记", 2),
    ("yunzhu-water-group", "云渚水务集团党委", "state_enterprise", "party_committee", "e", "公司党委书记", 1),
    ("yundi-cooperative", "沄荻股份经济合作社党支部", "stock_cooperative", "branch", "k", "合作社党支部书记", 0),
    ("yunzhu-rehabilitation-hospital", "云渚区康复医院党委", "hospital", "party_committee", "h", "院党委书记", 2),
)
_SHARES = (4, 5, 8, 8, 8, 7, 8, 7, 8, 6, 5, 5)
_SIZES = ("general_branch", "general_branch", "branch", "party_committee")
_BODIES = {"general_branch": "党总支", "branch": "党支部", "party_committee": "党委"}
_KEYS = (
    "name kind parent class type body code joined base_reason left succeeded_by in_base grade risks leader_in_charge "
    "territory"
)
_RISKS = ("leadership_gap", "subsidies", "large_assets", "disputes", "weak_party_work")


def register(units: int, seed: int) -> Register:
    """Return the register.

    Args:
        units: How many units there are, at least `LEAST_UNITS`.
        seed: The seed of the demonstration.

    Raises:
        ValueError: Too few units for a district, or more than there are names for.
    """
    if units < LEAST_UNITS:
        raise ValueError(f"a district needs at least {LEAST_UNITS} units, not {units}")
    departments = min(len(_DEPARTMENTS), max(3, units // 12))
    others = min(len(_OTHERS), max(1, units // 25))
    towns = min(len(TOWNS), max(3, units // 9)) if units < 250 else len(TOWNS)
    left = units - len(_ORGANS) - departments - others - towns
    chance = Chance(seed, "register")
    heads = tuple(_town(index) for index in range(towns))
    shares = _shared(left, towns)
    names = place_names(chance)
    below = {}
    for index, (town, count) in enumerate(zip(heads, shares, strict=True)):
        drawn = list(islice(names, count))
        if len(drawn) < count:
            raise ValueError(f"no names for {units} units")
        below[town.id] = tuple(_below(chance, town, index, number, *name) for number, name in enumerate(drawn, 1))
    _merge_and_found(below, heads)
    return Register(
        organs=tuple(_department(*organ[:2], 5, in_base=organ[2]) for organ in _ORGANS),
        departments=tuple(_department(*department, in_base=True) for department in _DEPARTMENTS[:departments]),
        towns=heads,
        others=tuple(_other(*other) for other in _OTHERS[:others]),
        grassroots=below,
    )


def _shared(total: int, towns: int) -> list[int]:
    """Share communities out; the first two subdistricts stay small enough for the integrated mode."""
    weights = _SHARES[:towns]
    small = [min(weight, max(1, total * weight // sum(weights))) for weight in weights[:2]]
    rest, wide = total - sum(small), weights[2:]
    shares = [rest * weight // sum(wide) for weight in wide]
    for index in range(rest - sum(shares)):
        shares[index % len(shares)] += 1
    return [*small, *shares]


def _department(unit: str, name: str, leader: int, *, in_base: bool) -> Place:
    committee = unit in {"inspection-office", "district-discipline", "organization-department", "publicity-department"}
    body = "party_committee" if committee else "party_group"
    record: Record = {"name": name, "kind": "department", "body": body, "joined": BEGAN, "in_base": in_base}
    return Place(unit, "d", "department", record, WORDS["d"], "党组书记", LEADERS[leader])


def _other(unit: str, name: str, kind: str, body: str, tag: str, head: str, leader: int) -> Place:
    record: Record = {"name": name, "kind": kind, "body": body, "joined": BEGAN, "in_base": True}
    return Place(unit, tag, kind, record, WORDS[tag], head, LEADERS[leader])


def _town(index: int) -> Place:
    name, unit, rank = TOWNS[index]
    subdistrict = rank == "街道"
    kind = "subdistrict" if subdistrict else "township"
    body, title = ("working_committee", "党工委") if subdistrict else ("party_committee", "党委")
    number = index + 1 if subdistrict else (100 if rank == "镇" else 200) + index + 1
    record: Record = {
        "name": f"{name}{rank}{title}",
        "kind": kind,
        "body": body,
        "code": f"990101{number:03d}000",
        "joined": BEGAN,
        "in_base": True,
    }
    return Place(unit, "t", kind, record, WORDS[rank], f"{rank}{title}书记", LEADERS[5])


def _below(chance: Chance, town: Place, index: int, number: int, name: str, spelling: str) -> Place:
    village = town.kind == "township" and number > 1
    body = chance.pick(_SIZES)
    kind, noun = ("village", "村") if village else ("community", "社区")
    record: Record = {"name": f"{name}{noun}{_BODIES[body]}", "kind": kind, "parent": town.id}
    tag = "v"
    if not village:
        tag = "a" if town.kind == "township" or (index * 5 + number) % 3 == 0 else "u"
        record |= {"class": "agricultural" if tag == "a" else "urban", "type": _type(tag, number)}
    record["body"] = body
    if number < 800:
        record["code"] = f"{town.record['code'][:9]}{number + 200 * village:03d}"
    record |= {"joined": BEGAN, "in_base": True, "grade": chance.pick(("general", "general", "attention", "key"))}
    if record["grade"] != "general":
        record["risks"] = chance.some(_RISKS, 1 + chance.share(0.3))
    leader = LEADERS[0] if tag in "av" else chance.pick(LEADERS[1:])
    record["leader_in_charge"] = leader
    if record.get("type") == "enclave":
        record["territory"] = "邻区"
    head = f"{noun}{_BODIES[body]}书记"
    return Place(f"{spelling}-{kind}", tag, kind, record, WORDS[tag], head, leader, town.id)


def _type(tag: str, number: int) -> str:
    plain = ("residents_only", "residents_only", "residents_only", "enclave")
    options = plain if tag == "a" else ("residents_only", "factory", "residents_only", "enclave")
    return options[number % len(options)]


def _merge_and_found(below: dict[str, tuple[Place, ...]], towns: tuple[Place, ...]) -> None:
    """Let one unit of the first town merge into another, and found one in the last town after the base was frozen."""
    first, last = below[towns[0].id], below[towns[-1].id]
    if len(first) > 1:
        first[-1].record.update(left="2023-06-30", succeeded_by=first[0].id)
    if len(last) > 1:
        last[-1].record.update(joined="2023-11-01", base_reason="2023 年行政村调整新设，区委同意纳入全覆盖范围")


def unit_records(places: Register) -> Iterator[tuple[str, Record]]:
    """Yield the units' records, keys in the order of the data model."""
    for place in places.places:
        yield f"units/{place.id}.yaml", {key: place.record[key] for key in _KEYS.split() if key in place.record}
