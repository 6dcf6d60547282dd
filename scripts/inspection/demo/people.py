"""The people who serve, by pseudonym: drawn together for two rounds, and admitted to the pool after them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso
from inspection.demo.places import Record, Register
from inspection.demo.schedule import Visited

_SPECIALTIES = {
    "discipline": ("党的建设", "纪律审查", "案件审理", "作风监督"),
    "organization": ("组织建设", "干部人事"),
    "publicity": ("意识形态", "文字综合"),
    "finance": ("财务审查", "国资管理"),
    "audit": ("经济责任审计", "工程审计"),
    "petition": ("信访接待", "矛盾化解"),
    "civil_affairs": ("社会救助", "基层治理"),
    "agriculture": ("三资管理", "农村政策"),
    "other": ("项目管理", "法律事务"),
}
_HOMES = {
    "discipline": "district-discipline",
    "organization": "organization-department",
    "publicity": "publicity-department",
    "finance": "finance-bureau",
    "audit": "audit-bureau",
    "petition": "petition-bureau",
}
_SYSTEMS = (
    *("discipline" for _ in range(3)),
    *("audit", "finance", "organization", "petition", "discipline"),
    *("discipline" for _ in range(4)),
)
"""Where the members of a group come from; a group that goes alone is larger and has all twelve."""


@dataclass(slots=True)
class Servant:
    """Somebody who serves.

    Attributes:
        id: A pseudonym.
        system: Where they come from.
        specialty: What they know.
        home: Their unit.
        leads: Whether they lead groups.
        log: What happened in their service.
        selection: When they were chosen.
    """

    id: str
    system: str
    specialty: str
    home: str
    leads: bool
    log: list[Record] = field(default_factory=list)
    selection: Record = field(default_factory=dict)


class Roster:
    """Gives each round its people, and remembers them."""

    def __init__(self, places: Register, rounds: list[Visited], seed: int) -> None:
        """Know which townships stand apart from every round: their cadres may serve anywhere."""
        self._chance = Chance(seed, "people")
        busy = {target.place.id for each in rounds for target in each.targets}
        busy |= {target.place.parent or "" for each in rounds for target in each.targets}
        self._apart = [town.id for town in places.towns if town.id not in busy]
        self._servants: list[Servant] = []
        self._ready: dict[int, list[Servant]] = {}
        self._served: list[Servant] = []

    def cohort(self, each: Visited, groups: int) -> list[list[Servant]]:
        """Return the people of a round, by group: those of an earlier round once more, or new ones.

        A leader and a deputy come first in each group; a group that goes alone is larger.
        """
        size = 8 if groups > 1 else len(_SYSTEMS)
        people = self._ready.pop(size, [])[: groups * size]
        if len(people) == groups * size:
            self._served += people
        else:
            people = self._ready[size] = [self._drawn(each, index % size) for index in range(groups * size)]
        return [people[index * size : (index + 1) * size] for index in range(groups)]

    def local(self, each: Visited, system: str, home: str, *, leads: bool = False) -> Servant:
        """Return somebody who serves in a township's own round."""
        return self._servant(each, system, home, leads=leads)

    def _drawn(self, each: Visited, place: int) -> Servant:
        system = _SYSTEMS[place]
        home = _HOMES[system]
        if system == "discipline" and self._apart and self._chance.share(0.4):
            home = self._chance.pick(self._apart)
        return self._servant(each, system, home, leads=place < 2)

    def _servant(self, each: Visited, system: str, home: str, *, leads: bool) -> Servant:
        chance = self._chance
        chosen = each.start - timedelta(days=chance.whole(40, 60))
        servant = Servant(f"T-{len(self._servants) + 1:04d}", system, chance.pick(_SPECIALTIES[system]), home, leads)
        servant.selection = {
            "recommended": iso(after(chosen, 0)),
            "volunteered": iso(after(chosen, chance.whole(1, 3))),
            "vetted": iso(after(chosen, chance.whole(6, 9))),
        }
        if leads:
            servant.log.append({"date": iso(after(chosen, 12)), "action": "admit", "pool": "leader"})
        servant.log.append({"date": iso(after(chosen, 16)), "action": "second", "rounds": 2})
        self._servants.append(servant)
        return servant

    def close(self, each: Visited) -> None:
        """Admit those who have served their two rounds."""
        day = after(each.end, 30)
        served, self._served = self._served, []
        for servant in served:
            if not servant.leads and day <= TODAY:
                pool = {"audit": "auditor", "finance": "specialist"}.get(servant.system, "member")
                servant.log.append({"date": iso(day), "action": "admit", "pool": pool})

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield everybody's record, with the yearly eliminations, postings and trainings put in."""
        for index, servant in enumerate(self._servants):
            self._later(index, servant)
            servant.log.sort(key=lambda entry: str(entry["date"]))
            record: Record = {"system": servant.system, "specialty": servant.specialty, "home": servant.home}
            yield f"people/{servant.id}.yaml", record | {"selection": servant.selection, "log": servant.log}

    def _later(self, index: int, servant: Servant) -> None:
        last = date.fromisoformat(str(servant.log[-1]["date"]))
        day = after(last, 45 + index % 30)
        if index % 13 == 4:
            servant.log.append({"date": iso(after(last, 1)), "action": "train"})
        if servant.leads or servant.log[-1]["action"] == "second" or day > date(2024, 12, 20):
            return
        if index % 11 == 7:
            until = after(day, 365)
            servant.log.append({"date": iso(day), "action": "attach", "until": iso(until)})
        elif index % 11 in {3, 5}:
            reason = "eliminated" if index % 11 == 3 else "rotation"
            servant.log.append(
                {
                    "date": iso(after(date(min(2024, day.year + index // 11 % 2), 12, 10), 0)),
                    "action": "leave",
                    "reason": reason,
                }
            )
        elif index % 11 == 9:
            servant.log.append({"date": iso(day), "action": "suspend", "until": iso(after(day, 90))})
