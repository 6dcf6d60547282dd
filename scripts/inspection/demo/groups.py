"""The groups of a round and the people in them."""

from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso
from inspection.demo.people import Roster, Servant
from inspection.demo.places import Record, Register
from inspection.demo.schedule import Visited

_DUTIES = {
    "discipline": "党风廉政",
    "organization": "党的建设",
    "publicity": "意识形态",
    "finance": "财务收支",
    "audit": "工程项目",
    "petition": "信访矛盾",
    "civil_affairs": "惠民补贴",
    "agriculture": "三资管理",
    "other": "综合",
}


def groups_of(each: Visited, places: Register, roster: Roster, chance: Chance) -> list[Record]:
    """Return the groups of a round, units and members."""
    parts = _parts(each)
    if each.kind == "roving" and each.organizer != "office":
        return [_roving(each, number, units, places, roster, chance) for number, units in enumerate(parts, 1)]
    rows = []
    for number, (units, people) in enumerate(zip(parts, roster.cohort(each, len(parts)), strict=True), 1):
        rows.append(
            {
                "id": f"G{number}",
                "standing": number <= 2,
                "formation": _formation(each, len(parts)),
                "units": units,
                "members": _members(each, people, units, chance),
            }
        )
    roster.close(each)
    return rows


def _formation(each: Visited, groups: int) -> str:
    return "2+N" if each.kind in {"regular", "cross"} and groups >= 2 else "free"


def _parts(each: Visited) -> list[list[str]]:
    """Share the units out; a town stays with its communities, and a one-to-many group has more than one unit."""
    by_town: dict[str, list[str]] = {}
    for target in each.targets:
        town = (
            target.place.id if target.place.kind in {"township", "subdistrict"} else target.place.parent or "district"
        )
        together = (
            target.mode in {"integrated", "one_to_many"} or target.reach == "answering" or target.place.tag == "t"
        )
        by_town.setdefault(town if together else "spread", []).append(target.place.id)
    parts: list[list[str]] = []
    for units in by_town.values():
        count = max(1, round(len(units) / max(6, len(each.targets) // 24)))
        size = -(-len(units) // count)
        parts += [units[start : start + size] for start in range(0, len(units), size)]
    if len(parts) > 1 and len(parts[-1]) == 1:
        last = parts.pop()
        parts[-1] += last
    return parts


def _members(each: Visited, people: list[Servant], units: list[str], chance: Chance) -> list[Record]:
    opened = each.announced if each.announced and each.announced < each.start else each.start - timedelta(days=7)
    roles = ("leader", "deputy", *("member" for _ in range(len(people) - 3)), "liaison")
    return [_member(each, servant, role, opened, units, chance) for servant, role in zip(people, roles, strict=True)]


def _member(each: Visited, servant: Servant, role: str, opened: date, units: list[str], chance: Chance) -> Record:
    recusal: Record = {"post": "clear", "region": "clear", "duty": "clear", "declared": iso(opened), "from_units": []}
    others = [target.place.id for target in each.targets if target.place.id not in units]
    if others and chance.share(0.08):
        recusal |= {"region": "recused", "from_units": [chance.pick(others)]}
    signed = after(opened, 1)
    record: Record = {
        "person": servant.id,
        "role": role,
        "duty": _DUTIES[servant.system],
        "home": servant.home,
        "recusal": recusal,
        "pledges": {"discipline": iso(signed), "secrecy": iso(signed)},
        "trained": iso(after(opened, 2)),
    }
    if each.end <= TODAY:
        record["appraisal"] = chance.pick("AAABBBBC")
    return record


def _roving(each: Visited, number: int, units: list[str], places: Register, roster: Roster, chance: Chance) -> Record:
    """Return a township's own group: its discipline cadre, specialists, and discipline members of other villages."""
    town = each.organizer
    homes = [place.id for other in places.towns if other.id != town for place in places.grassroots[other.id]]
    people = [
        roster.local(each, "discipline", town, leads=True),
        roster.local(each, "discipline", "district-discipline", leads=True),
        roster.local(each, "finance", "finance-bureau"),
        roster.local(each, "civil_affairs", "civil-affairs-bureau"),
        roster.local(each, "audit", "audit-bureau"),
        *(roster.local(each, "discipline", home) for home in chance.some(homes, 7)),
    ]
    return {
        "id": f"G{number}",
        "standing": False,
        "formation": "1+2+N",
        "units": units,
        "members": _members(each, people, units, chance),
    }
