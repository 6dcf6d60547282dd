"""What the commits themselves say: their times, where they come from, and who changed the keys."""

from collections.abc import Iterator, Mapping
from datetime import date, tzinfo

from inspection.derive.policies import calendar_of, policy_on
from inspection.derive.roles import roles_of
from inspection.finding import Words
from inspection.history.caught import Caught, caught
from inspection.history.commits import Commit
from inspection.history.ledgers import Ledgers
from inspection.history.replay import Step
from inspection.history.signatures import Signatures
from inspection.history.signers import PATH
from inspection.model.district import Signers
from inspection.workdays import add

_KEEPERS = ("office", "leading_group")
"""Who keeps the list of keys."""


class Stamped:
    """Looks at commits, whatever they changed.

    Args:
        ledgers: Makes small ledgers out of trees.
        commits: All of them by their ids.
        zone: The district's time zone.
        signatures: For whom the commits are signed; nothing where signatures are not asked for.
    """

    def __init__(
        self, ledgers: Ledgers, commits: Mapping[str, Commit], zone: tzinfo, signatures: Signatures | None
    ) -> None:
        """Keep them."""
        self._ledgers = ledgers
        self._commits = commits
        self._zone = zone
        self._signatures = signatures

    def look(self, step: Step) -> Iterator[Caught]:
        """Yield what is wrong with a commit itself."""
        yield from self._times(step)
        if self._signatures is not None:
            yield from self._signed(step, self._signatures)

    def strange(self, step: Step, *, first: bool) -> Iterator[Caught]:
        """Yield a commit that brings records and no history, unless it is the first of all."""
        if not step.commit.parents and not first and step.changes:
            said = Words("这次提交没有上一个版本，却带来了记录", "the commit has no parent and brings records")
            yield caught("AUD08", step.commit, "", said)

    def _times(self, step: Step) -> Iterator[Caught]:
        commit = step.commit
        mine, written = commit.committer.seconds, commit.author.seconds
        for parent in (self._commits[one] for one in commit.parents if one in self._commits):
            before = parent.committer.seconds
            if mine is not None and before is not None and mine < before:
                name = parent.id[:10]
                said = Words(f"提交时间早于它的上一个版本 {name}", f"committed before its own parent {name}")
                yield caught("AUD04", commit, "", said)
        day, author = commit.committer.day(self._zone), commit.author.day(self._zone)
        if mine is None or day is None or written is None or author is None:
            yield caught("AUD05", commit, "", Words("提交没有可读的时间", "the commit has no readable time"))
            return
        if author != day and (author > day or self._late(step, author, day)):
            said = Words(f"作者时间 {author}，提交时间 {day}", f"written on {author}, committed on {day}")
            yield caught("AUD05", commit, "", said)

    def _late(self, step: Step, written: date, day: date) -> bool:
        """Return whether a commit was made longer after it was written than the policy allows a fact to wait."""
        rules = self._ledgers.rules(step.before)
        if not rules.policies:
            return False
        return day > add(written, policy_on(rules, written).limits.backdating, calendar_of(rules)).day

    def _signed(self, step: Step, signatures: Signatures) -> Iterator[Caught]:
        attested = signatures.of(step.commit)
        if signatures.mark(step.commit).state == "bad":
            yield caught("AUD09", step.commit, "", Words("签名与内容不符", "the signature is not of this commit"))
        old, new = (self._ledgers.record(PATH, tree.blob(PATH)) for tree in (step.before, step.after))
        if old == new or not isinstance(old, Signers):
            return
        rules = self._ledgers.rules(step.before)
        asked = bool(rules.policies) and any(one.signing != "none" for one in rules.policies)
        single = len(step.commit.parents) == 1
        if asked and single and not any(roles_of(rules, None).among(one, _KEEPERS) for one in attested.bodies):
            zh = "、".join(attested.bodies) or (attested.why.zh if attested.why else "")
            en = ", ".join(attested.bodies) or (attested.why.en if attested.why else "")
            said = Words(f"签名公钥由「{zh}」改动", f"the list of keys was changed by: {en}")
            yield caught("AUD10", step.commit, PATH, said)
        yield from _handed_on(step, old, new)


def _handed_on(step: Step, old: Signers, new: object) -> Iterator[Caught]:
    """Yield the keys that came to stand for another body, or on other days, than they did."""
    now = {one.key: one for one in new.keys} if isinstance(new, Signers) else {}
    for one in old.keys:
        after = now.get(one.key)
        if after is None or (after.role, after.unit, after.from_) != (one.role, one.unit, one.from_):
            name = one.unit or one.role
            said = Words(f"{name} 的一把密钥被删除或改属他人", f"a key of {name} is gone or stands for another")
            yield caught("AUD10", step.commit, PATH, said)
        elif one.until is not None and after.until != one.until:
            name = one.unit or one.role
            said = Words(f"{name} 的一把密钥的失效日被改动", f"the last day of a key of {name} was changed")
            yield caught("AUD10", step.commit, PATH, said)
