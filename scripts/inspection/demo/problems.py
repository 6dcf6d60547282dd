"""Problems: what a group found in a unit, in words that vary, with the items born of it."""

from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.commons import common_of
from inspection.demo.days import after, iso, working_back
from inspection.demo.decks import Deck
from inspection.demo.desk import Desk
from inspection.demo.findings import Found, Memory, into_order
from inspection.demo.items import Ground, item, on_the_spot, tasks_of
from inspection.demo.notices import immediate_notice
from inspection.demo.places import Place, Record
from inspection.demo.schedule import Target, Visited
from inspection.demo.stages import Stages, came
from inspection.demo.stories import overdue
from inspection.demo.themes import THEMES, Theme, filled
from inspection.emit import Number

_BY_TAG: dict[str, tuple[Theme, ...]] = {
    tag: tuple(theme for theme in THEMES if tag in theme.fits.split()) for tag in "auvtdsekh"
}
_PRACTICAL = frozenset(
    {"engineering", "public_service", "environment", "stability", "subsidies", "welfare_lists", "collective_assets"}
)
"""Categories in which the competent department may take the lead."""
_WORKS = frozenset({"engineering", "contracts", "finance", "collective_assets"})
"""Categories that a special round on engineering projects looks at first."""


class Finder:
    """Finds a round's problems."""

    def __init__(self, each: Visited, desk: Desk, deck: Deck, memory: Memory, seed: int) -> None:
        """Take what all problems of the round share."""
        self._each = each
        self._desk = desk
        self._deck = deck
        self._memory = memory
        self._seed = seed
        self._count = 0
        self._noted: dict[str, str] = {}

    def problems(self, target: Target, stages: Stages) -> list[Found]:
        """Return the problems found in a unit."""
        chance = Chance(self._seed, f"{self._each.id}/{target.place.id}")
        themes = chance.shuffled(_BY_TAG[target.place.tag])
        if self._each.kind == "look_back":
            themes = self._again(target.place, themes)
        elif self._each.topic:
            themes.sort(key=lambda theme: theme.category not in _WORKS)
        self._desk.open_problem = None
        self._noted = {}
        rows = []
        for index in range(target.problems):
            self._count += 1
            name = f"{self._each.id}-{self._count:04d}"
            rows.append(self._problem(name, target.place, themes[index % len(themes)], stages))
        self._memory.before |= {(target.place.id, topic): name for topic, name in self._noted.items()}
        return rows

    def _again(self, place: Place, themes: list[Theme]) -> list[Theme]:
        """Put first what came back, then one other matter of a known category, then what is new."""
        before = self._memory.before
        same = [theme for theme in themes if (place.id, theme.key) in before][:2]
        known = [theme for theme in themes if theme not in same and (place.id, theme.category) in before]
        new = [theme for theme in themes if (place.id, theme.category) not in before]
        return [*same, *known[:1], *new, *known[1:]] if place.grassroots else [*same, *new, *known]

    def _problem(self, name: str, place: Place, theme: Theme, stages: Stages) -> Found:
        chance = Chance(self._seed, name)
        wording = chance.pick(theme.wordings)
        if theme.person and chance.share(0.2):
            wording = theme.person
        immediate = wording.quick and chance.share(0.45) and self._each.kind != "look_back"
        found = self._found(stages, chance, early=immediate)
        amount = _amount(theme, chance) if theme.money and "{wan}" in wording.found else 0
        values = _values(theme, place, found, amount, chance)
        ground = Ground(name, place, theme, wording, values, amount, stages, found, self._desk)
        owner = self._owner(theme, place)
        self._desk.owner = owner if theme.category in _PRACTICAL else None
        record = self._head(ground, chance)
        record["names_person"] = wording is theme.person
        if chance.share(0.045) and not immediate:
            record["prominent"] = True
        self._link(ground, owner, record, chance)
        if immediate:
            self._put_right(ground, record, chance)
        elif came(stages.plan):
            record["items"] = self._items(ground, record, chance)
        self._correct(record, stages)
        self._keep_open(name, record)
        into_order(record, {})
        return Found(name, record, filled(wording.title, values), filled(wording.result, values))

    def _found(self, stages: Stages, chance: Chance, *, early: bool) -> date:
        days = (stages.end - stages.start).days
        last = max(1, days - (16 if early and days > 20 else 8 if early else 2))
        return min(after(stages.start, chance.whole(1, last)), working_back(stages.end - timedelta(days=1)))

    def _head(self, ground: Ground, chance: Chance) -> Record:
        theme = ground.theme
        record: Record = {
            "unit": ground.place.id,
            "category": theme.category,
            "nature": "individual",
            "source": chance.pick(theme.sources),
            "found": iso(ground.found),
            "in_feedback": True,
            "statement": filled(ground.wording.found, ground.values) + "\n",
        }
        if chance.share(0.75):
            record["checked_by"] = f"common-{self._each.edition}/{theme.code}"
        if chance.share(0.7):
            record["basis"] = theme.basis
        if ground.amount:
            record["amount"] = Number(f"{ground.amount}.00")
        return record

    def _link(self, ground: Ground, owner: str | None, record: Record, chance: Chance) -> None:
        name, theme, place, stages = ground.problem, ground.theme, ground.place, ground.stages
        common = common_of(self._memory.shared, theme, stages.feedback)
        if common is not None and common.owner in self._desk.known:
            record["nature"], record["common"] = common.nature, common.id
            common.problems.append(name)
        elif chance.share(0.06) and owner:
            record["nature"] = chance.pick(("systemic", "industry", "field"))
            self._memory.suggest.setdefault(owner, []).append(name)
        before = self._memory.before
        earlier = before.get((place.id, theme.key)) or before.get((place.id, theme.category))
        if earlier:
            same = (place.id, theme.key) in before
            if same or self._memory.unlinked or self._each.kind != "look_back" or not place.grassroots:
                record["follows"] = earlier
            else:
                self._memory.unlinked += 1
                reason = "与前次问题类别相同，但事项、年度和责任人均不同，经研判不属于反弹"
                record["acknowledged"] = [_accepted("PRB03", after(stages.feedback, 2), reason)]
        self._noted[theme.category] = self._noted[theme.key] = name

    def _owner(self, theme: Theme, place: Place) -> str | None:
        fit = theme.owner in self._desk.known and theme.owner not in {place.id, "district-discipline"}
        return theme.owner if fit else None

    def _items(self, ground: Ground, record: Record, chance: Chance) -> list[Record]:
        count = 1 + chance.share(0.4) + chance.share(0.12)
        items = []
        for number, task in enumerate(tasks_of(ground, count, chance), 1):
            story = self._deck.deal(ground.stages.feedback)
            items.append(item(ground, number, task, story, Chance(self._seed, f"{ground.problem}/{number}")))
            if story is overdue:
                self._memory.overdue += 1
                if self._memory.overdue == 2:
                    reason = "因诉讼中止执行，领导小组已知悉，判决后一个月内完成"
                    record["acknowledged"] = [_accepted("DUE01", date(2024, 11, 20), reason)]
        return items

    def _correct(self, record: Record, stages: Stages) -> None:
        """Mend an amount that was written down wrongly, once in a while."""
        self._memory.amounts += "amount" in record
        day = after(stages.feedback, 3)
        if "amount" in record and self._memory.amounts % 40 == 7 and came(day):
            was = Number(f"{int(str(record['amount']).split('.')[0]) * 10}.00")
            mended: Record = {"date": iso(day), "path": "/amount", "was": was, "is": record["amount"]}
            record["corrections"] = [mended | {"why": "录入时多写一位数", "by": "office"}]

    def _put_right(self, ground: Ground, record: Record, chance: Chance) -> None:
        in_time = self._memory.carried > 0 or self._each.kind != "regular" or ground.stages.feedback > date(2023, 1, 1)
        self._memory.carried += not in_time
        made, issued = on_the_spot(ground, chance, in_time=in_time)
        letter = immediate_notice(self._desk, ground, issued, self._each)
        letter.name_in(made, "notice")
        record["in_feedback"] = chance.share(0.4) or not in_time
        record["items"] = [made]
        if not in_time:
            reason = "材料需现场以外的单位出具，巡察组离开后三日内补齐"
            record["acknowledged"] = [_accepted("LIF09", after(ground.stages.end, 4), reason)]

    def _keep_open(self, name: str, record: Record) -> None:
        logs = [entry["action"] for each in record.get("items", []) for entry in each.get("log", [])]
        if self._desk.open_problem is None and logs and "withdraw" not in logs and "notice" not in record["items"][0]:
            self._desk.open_problem = name


def _amount(theme: Theme, chance: Chance) -> int:
    least, most = theme.money or (0, 0)
    step = 100 if most < 100_000 else 1_000 if chance.share(0.5) else 100
    return chance.whole(least // step, most // step) * step


def _values(theme: Theme, place: Place, found: date, amount: int, chance: Chance) -> dict[str, str]:
    values = {slot: str(chance.whole(*bounds)) for slot, bounds in theme.slots.items()}
    year = found.year - chance.whole(1, 2)
    values |= {"year": str(year), "month": f"{year}年{chance.whole(1, 12)}月"}
    values["wan"] = f"{amount / 10_000:g}万元" if amount >= 10_000 else f"{amount}元"
    return values | dict(place.words)


def _accepted(rule: str, day: date, reason: str) -> Record:
    return {"rule": rule, "date": iso(day), "by": "office", "reason": reason}
