"""What an item's story reaches for: letters, the visit that will come, decision papers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from inspection.demo.books import Sheet, Shelf
from inspection.demo.days import TODAY, after, iso
from inspection.demo.places import Place, Record


@dataclass(slots=True)
class Coming:
    """A visit that will come to some units of a round.

    Attributes:
        sheet: Its record, numbered later.
        start: Its first day.
        end: Its last day.
        closed: Items of its units closed before it.
        found: What it found of items, other than ok.
    """

    sheet: Sheet
    start: date
    end: date
    closed: list[str] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Desk:
    """The office's desk while a round is written.

    Attributes:
        letters: The register of letters.
        visits: The visit that will come to each unit, by unit id.
        paper: Returns the id of the round's decision paper on withdrawals, which is made when first asked for.
        known: Ids of the units there are.
        round_name: The round in words.
        open_problem: A problem of the unit at hand that stays open, to withdraw others into.
        owner: The department competent for the problem at hand, if it may take the lead.
    """

    letters: Shelf
    visits: dict[str, Coming]
    paper: Callable[[date], str]
    known: frozenset[str]
    round_name: str
    open_problem: str | None = None
    owner: str | None = None

    def deputy(self, place: Place) -> str:
        """Return the post that takes over from the head."""
        return "分管负责人" if place.tag in "tdeh" else f"{place.words['org']}党组织副书记"

    def letter(self, day: date, record: Record, log: list[tuple[date, str, str, str | None]]) -> Sheet:
        """Keep a letter with as much of its log as has happened; one that was not issued yet is not kept."""
        entries: list[Record] = []
        for when, action, by, note in log:
            if when > TODAY:
                break
            entry: Record = {"date": iso(when), "action": action, "by": by}
            entries.append(entry | ({"note": note} if note else {}))
        written = record | {"log": entries}
        return self.letters.put(day, written) if entries else Sheet(day, written)

    def urge(self, place: Place, item: str, day: date) -> None:
        """Write an urging letter about an item that is overdue or was returned twice."""
        record: Record = {
            "kind": "urging",
            "number": f"云巡催〔{day.year}〕{item[4:].replace('/', '-')}号",
            "from": "office",
            "to": place.id,
            "copies": ["discipline"],
            "subject": "关于限期完成巡察整改事项的催办函",
            "origin": self.round_name,
            "problems": [item.split("/")[0]],
            "items": [item],
            "suggestions": ["查明原因、倒排时间", "限期完成整改并报送佐证材料"],
        }
        answered = after(day, 12)
        self.letter(
            day,
            record,
            [
                (day, "issue", "office", None),
                (after(day, 2), "receive", "unit", None),
                (answered, "reply", "unit", "已制定推进计划，逐项倒排时间"),
                (after(answered, 4), "accept", "office", None),
            ],
        )
