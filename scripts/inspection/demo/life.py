"""The log of one rectification item, written entry by entry as the story goes, until today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso, working_back
from inspection.demo.desk import Desk
from inspection.demo.places import Place, Record
from inspection.demo.stages import Stages

NOTES = (
    "正在按计划推进",
    "已召开专题会议研究",
    "已与有关单位沟通协调",
    "资料正在整理核对",
    "已完成现场查勘",
    "已向群众征求意见",
    "进展正常，下月完成下一步",
)
RETURN_NOTES = (
    "佐证材料不全，照片没有注明时间和地点",
    "只有文字说明，缺少原始凭证",
    "整改面不够，举一反三未落实",
    "抽查群众知晓率不高，公示范围需扩大",
    "制度缺少落实记录，请补充执行情况",
)


class NotYetError(Exception):
    """The story reached a day that has not come."""


@dataclass(slots=True)
class Life:
    """An item in the making.

    Attributes:
        item: The item's record, whose log grows.
        ref: The item's id in full.
        place: The inspected unit.
        stages: The inspection's days.
        chance: The draws of this item.
        proofs: Evidence not used yet, as pairs of kind and title.
        amount: Yuan involved, or 0.
        rule: The title of the rule that an institution measure makes.
        closers: The bodies that may agree and close.
        due: The current due day.
        day: The day of the last entry.
        since: The day before which nothing can have been done.
        voucher: The post that vouches for the submission.
        desk: Where letters, visits and papers are kept.
        done: The measures done.
        added: The measures added on the way.
    """

    item: Record
    ref: str
    place: Place
    stages: Stages
    chance: Chance
    proofs: list[tuple[str, str]]
    amount: int
    rule: str
    closers: list[str]
    due: date
    day: date
    since: date
    voucher: str
    desk: Desk
    done: set[str] = field(default_factory=set)
    added: list[Record] = field(default_factory=list)

    def write(self, day: date, action: str, by: str, **more: object) -> Record:
        """Write an entry.

        Raises:
            NotYetError: The day has not come.
        """
        day = max(day, self.day)
        if day > TODAY:
            raise NotYetError
        self.day = day
        entry: Record = {"date": iso(day), "action": action, "by": by, **more}
        self.item["log"].append(entry)
        return entry

    def later(self, least: int, most: int) -> date:
        """Return a working day some days after the last entry."""
        return after(self.day, self.chance.whole(least, most))

    def start(self) -> None:
        """Begin within a week of the plan's acceptance."""
        notes = ("已成立专班", "已明确责任人和时限", "已召开部署会", None)
        note = self.chance.pick(notes)
        by = "parent" if self.place.grassroots and self.chance.share(0.06) else "unit"
        self.write(
            after(self.stages.accepted, self.chance.whole(1, 6)), "start", by, **({"note": note} if note else {})
        )

    def measures(self) -> list[Record]:
        """Return the measures not done yet."""
        return [measure for measure in (*self.item["measures"], *self.added) if measure["id"] not in self.done]

    def measure(self, words: str, kind: str, due: date) -> Record:
        """Return a further measure, to be added by an entry."""
        number = len(self.item["measures"]) + len(self.added) + 1
        added: Record = {"id": f"M{number}", "text": words, "due": iso(due), "type": kind}
        self.added.append(added)
        return added

    def work(self, until: date) -> None:
        """Report the measures done one after another, the last before `until`."""
        left = self.measures()
        for index, measure in enumerate(left):
            span = max(2, (until - self.day).days // (len(left) - index + 1))
            day = min(working_back(until), max(self.day, after(self.day, self.chance.whole(span // 2 + 1, span))))
            self.report_done(day, [measure])

    def report_done(self, day: date, measures: Sequence[Record]) -> None:
        """Report measures as done."""
        words = "、".join(measure["text"] for measure in measures[:1])
        names = [measure["id"] for measure in measures]
        self.write(day, "report", "unit", note=f"{words}，已完成", done=names)
        self.done.update(names)

    def prove(self, day: date, *, kind: str | None = None) -> str:
        """File a piece of evidence by the day, and return its id."""
        evidence = self.item["evidence"]
        wanted = [proof for proof in self.proofs if kind is None or proof[0] == kind]
        proof = wanted[0] if wanted else (kind or "document", "整改情况补充说明")
        if wanted:
            self.proofs.remove(proof)
        name = f"E{len(evidence) + 1}"
        filed = min(day, max(working_back(day - timedelta(days=self.chance.whole(1, 6))), self.since))
        evidence.append(
            {
                "id": name,
                "kind": proof[0],
                "title": proof[1],
                "date": iso(filed),
                "sha256": self.chance.hexadecimal(64),
                "kept_at": f"档案室 {filed.year}-{self.chance.whole(1, 480):03d}",
            }
        )
        return name

    def submit(self, day: date, by: str = "unit") -> None:
        """Hand the item in with evidence of all that is promised."""
        day = max(day, self.day)
        if day > TODAY:
            raise NotYetError
        fresh = (
            [self.prove(day)] if self.item["evidence"] else [self.prove(day) for _ in range(self.chance.whole(1, 2))]
        )
        self._bring(day)
        names = [each["id"] for each in self.item["evidence"]]
        self.write(day, "submit", by, vouched=self.voucher, evidence=names or fresh)

    def _bring(self, day: date) -> None:
        """Put down what the measures brought: rules, money, people held accountable."""
        types = {measure["type"] for measure in (*self.item["measures"], *self.added)}
        outcome: Record = self.item["outcome"]
        held = iso(max(working_back(day - timedelta(days=self.chance.whole(1, 9))), self.since))
        if "institution" in types and "institutions" not in outcome:
            number = f"{self.place.record['name'][0]}{self._office()}〔{held[:4]}〕{self.chance.whole(2, 38)}号"
            new = self.chance.share(0.7)
            outcome["institutions"] = [{"title": self.rule, "number": number, "date": held, "new": new}]
        if "recovery" in types and "money" not in outcome and self.amount:
            receipt = next((each for each in self.item["evidence"] if each["kind"] == "receipt"), None)
            name, paid = (receipt["id"], receipt["date"]) if receipt else (self.prove(day, kind="receipt"), "")
            paid = paid or self.item["evidence"][-1]["date"]
            yuan = self.amount if self.chance.share(0.6) else self.amount * self.chance.whole(4, 9) // 1000 * 100
            kind = self.chance.pick(("recovered", "recovered", "refunded"))
            outcome["money"] = [{"date": paid, "kind": kind, "yuan": max(yuan, 100), "receipt": name}]
        if "accountability" in types and "accountable" not in outcome:
            number = f"云纪〔{held[:4]}〕{self.chance.whole(3, 96)}号"
            persons = self.chance.whole(1, 2)
            organizations = int(self.chance.share(0.1))
            outcome["accountable"] = [
                {"date": held, "organizations": organizations, "persons": persons, "number": number}
            ]

    def _office(self) -> str:
        return {"community": "社", "village": "村", "department": "发"}.get(self.place.kind, "委发")

    def close(self) -> None:
        """Let two closing bodies agree, within the reviewers' time."""
        first, second = self.chance.shuffled(self.closers)[:2]
        hows = ("on_site", "documents", "interview")
        self.write(self.later(2, 5), "agree", first, how=self.chance.pick(hows))
        self.write(self.later(1, 4), "close", second, how=self.chance.pick(hows[:2]))

    def keep_talking(self) -> None:
        """Go on reporting where the story stopped in the middle of the work, as most units do."""
        actions = [entry["action"] for entry in self.item["log"]]
        settled = {"close", "withdraw", "sustain"} & set(actions) and "reopen" not in actions
        if actions and not settled and actions[-1] not in {"submit", "agree", "close"} and self.chance.share(0.75):
            self.talk_on()

    def talk_on(self) -> None:
        """Report at least monthly while the item is open, so that nobody takes silence for work."""
        while (TODAY - self.day).days > 24:
            self.write(self.later(18, 25), "report", "unit", note=self.chance.pick(NOTES))
