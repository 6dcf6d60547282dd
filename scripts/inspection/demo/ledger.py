"""The whole demonstration ledger, record by record."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from inspection.demo.books import Shelf
from inspection.demo.chance import Chance
from inspection.demo.checklists import checklist_records
from inspection.demo.commons import common_records, shared_problems
from inspection.demo.days import after
from inspection.demo.decks import Deck
from inspection.demo.desk import Desk
from inspection.demo.disclosures import publish
from inspection.demo.district import decision_paper, paper_records, single_records
from inspection.demo.findings import Memory
from inspection.demo.inspections import inspection
from inspection.demo.notices import others, suggestions, under_way
from inspection.demo.people import Roster
from inspection.demo.places import Record, Register
from inspection.demo.plans import plan_records
from inspection.demo.policy import policy_records
from inspection.demo.problems import Finder
from inspection.demo.register import register, unit_records
from inspection.demo.rounds import round_record
from inspection.demo.schedule import Target, Visited, schedule
from inspection.demo.stages import came, stages
from inspection.demo.visits import filled_in, note_closed, planned
from inspection.emit import emit

UNITS = 110
PROBLEMS = 400
SEED = 13


def generate(units: int = UNITS, problems: int = PROBLEMS, seed: int = SEED) -> Iterator[tuple[str, Record]]:
    """Yield the records of a demonstration ledger: path relative to the ledger folder, and plain data.

    One round is held in memory at a time. The same arguments give the same records, everywhere.

    Args:
        units: How many units the register holds, at least `inspection.demo.register.LEAST_UNITS`.
        problems: How many problems the rounds found.
        seed: Another seed tells another story.

    Raises:
        ValueError: Too few or too many units.
    """
    places = register(units, seed)
    rounds = schedule(places, problems, seed)
    signing = [place.id for place in places.grassroots[places.towns[-1].id][:2]]
    yield from single_records(signing)
    yield from policy_records()
    yield from paper_records()
    yield from checklist_records()
    yield from unit_records(places)
    yield from plan_records(rounds, places)
    yield from _Teller(places, rounds, seed).told()


def write(directory: Path, units: int = UNITS, problems: int = PROBLEMS, seed: int = SEED) -> int:
    """Write a demonstration ledger to `directory/ledger`, and return how many files it has.

    Raises:
        ValueError: Too few or too many units.
        OSError: A file cannot be written.
    """
    root = directory / "ledger"
    made: set[Path] = set()
    count = 0
    for path, record in generate(units, problems, seed):
        target = root / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_text(emit(record), encoding="utf-8", newline="\n")
        count += 1
    return count


class _Teller:
    """Tells the rounds one after another."""

    def __init__(self, places: Register, rounds: list[Visited], seed: int) -> None:
        self._places = places
        self._rounds = rounds
        self._seed = seed
        self._roster = Roster(places, rounds, seed)
        self._letters = Shelf("letters", "L")
        self._visits = Shelf("visits", "V")
        self._memory = Memory(shared_problems())
        self._deck = Deck(Chance(seed, "stories"))
        self._known = frozenset(place.id for place in places.places)

    def told(self) -> Iterator[tuple[str, Record]]:
        for each in self._rounds:
            yield from self._round(each)
        yield from self._roster.records()
        chance = Chance(self._seed, "commons")
        yield from common_records(self._memory.shared, self._places, self._letters, chance)
        yield from self._letters.number()

    def _round(self, each: Visited) -> Iterator[tuple[str, Record]]:
        """Tell a round whole before handing any of it on: problems name letters and visits, which are numbered last."""
        papers: dict[str, Record] = {}
        desk = self._desk(each, papers)
        finder = Finder(each, desk, self._deck, self._memory, self._seed)
        record = round_record(each, self._places, self._roster, self._chance(each, "round"))
        told = [(f"rounds/{each.id}/round.yaml", record)]
        for index, target in enumerate(each.targets):
            told += self._unit(each, index, target, desk, finder)
        self._round_letters(each, desk)
        filled_in(desk.visits, self._chance(each, "samples"))
        told += self._letters.number()
        told += self._visits.number()
        yield from told
        yield from ((f"papers/{name}.yaml", paper) for name, paper in papers.items())

    def _unit(
        self, each: Visited, index: int, target: Target, desk: Desk, finder: Finder
    ) -> Iterator[tuple[str, Record]]:
        chance = self._chance(each, f"stages/{target.place.id}")
        days = stages(each, index, chance)
        rows = finder.problems(target, days)
        if came(days.approved) and each.kind != "look_back":
            publish(rows, self._memory)
        note_closed(desk.visits.get(target.place.id), rows)
        yield f"rounds/{each.id}/{target.place.id}.yaml", inspection(each, index, target, days, rows, chance)
        for row in rows:
            yield f"problems/{each.id}/{row.id}.yaml", row.record

    def _chance(self, each: Visited, name: str) -> Chance:
        return Chance(self._seed, f"{each.id}/{name}")

    def _desk(self, each: Visited, papers: dict[str, Record]) -> Desk:
        def paper(day: date) -> str:
            name = f"withdrawals-{each.id.lower()}-{day.isoformat()}"
            title = f"关于第{int(each.id[-2:])}轮巡察部分整改事项撤销、并案的决定"
            number = f"云巡决〔{day.year}〕{each.id[-2:]}{len(papers) + 1:02d}号"
            papers.setdefault(name, decision_paper(title, number, day))
            return name

        visits = planned(each, self._visits, self._chance(each, "visits"))
        return Desk(self._letters, visits, paper, self._known, f"区委第{int(each.id[-2:])}轮巡察")

    def _round_letters(self, each: Visited, desk: Desk) -> None:
        inspected = [target.place for target in each.targets if target.reach == "full"]
        if each.kind == "roving":
            under_way(desk, each, inspected)
        day = after(each.end, each.gap + 12)
        if not came(day):
            self._memory.suggest.clear()
            return
        suggestions(desk, each, day, self._memory.suggest)
        others(desk, each, after(day, 20), inspected)
