"""What commits did to records that were there: the change rules, asked of each commit that did more than add."""

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo
from itertools import chain
from typing import Any

from inspection.finding import Words
from inspection.history.caught import Caught, caught
from inspection.history.facts import facts_of
from inspection.history.ledgers import Ledgers
from inspection.history.replay import Pair, Step
from inspection.history.verdict import Verdict
from inspection.history.verdicts import approved
from inspection.history.versions import Version
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.read.parsing import parse
from inspection.rules import changes
from inspection.rules.framework import Context, Rule, Sighting

_CHANGED = tuple(one for one in changes.RULES if one.code in ("CHG02", "CHG03"))
_PUBLIC = tuple(one for one in changes.RULES if one.code == "CHG06")
_TOGETHER = tuple(one for one in changes.RULES if one.code == "CHG05")
_JUDGING = ("policy/", "calendar/", "signers.yaml")


class Altered:
    """Looks at the records a commit changed.

    Args:
        ledgers: Makes small ledgers out of trees.
        zone: The district's time zone.
    """

    def __init__(self, ledgers: Ledgers, zone: tzinfo) -> None:
        """Keep them."""
        self._ledgers = ledgers
        self._approved: dict[str, bool] = {}
        self._units: dict[str, str] = {}
        self._zone = zone

    def look(self, step: Step) -> Iterator[Caught]:
        """Yield what is wrong with the changes of a commit."""
        losing: list[Pair] = []
        merge = len(step.commit.parents) > 1
        for pair, verdict in step.changes:
            if verdict is None:
                yield from _gone(step, pair)
                losing.append(pair)
                continue
            if verdict.mere and not merge:
                continue
            if verdict.broken or verdict.altered or verdict.rewritten:
                yield from self._of_text(step, pair, verdict)
            pair = (pair[0], verdict.readable, pair[2])
            if merge:
                yield from _of_merge(step, pair, verdict)
            if verdict.altered or verdict.lost:
                yield from self._of_facts(step, pair, verdict)
                losing.append(pair)
            elif beside := self._beside(step, verdict):
                yield from self._sighted(step, pair, _PUBLIC, beside)
        yield from self._moved(step, losing)
        yield from self._together(step)

    def _of_text(self, step: Step, pair: Pair, verdict: Verdict) -> Iterator[Caught]:
        path, _, after = pair
        if verdict.broken:
            yield caught("AUD07", step.commit, path, Words(f"{path} 的这一版无法读取", f"{path} cannot be read"))
        elif verdict.altered and any(self._ledgers.record(path, one) is None for one in (*verdict.readable, after)):
            zh, en = f"{path} 不合格式，改动无法逐项核对", f"{path} is not valid, so what changed cannot be judged"
            yield caught("AUD07", step.commit, path, Words(zh, en))
        if verdict.rewritten:
            same = all(self._plain(one) == self._plain(after) for one in verdict.readable)
            zh = "整份重排，内容没有改动" if same else "大半行被改写，夹在其中的改动看不出来"
            en = "written anew, though nothing in it changed" if same else "hardly a line is what it was"
            yield caught("AUD06", step.commit, path, Words(f"{path} {zh}", f"{path}: {en}"))

    def _of_facts(self, step: Step, pair: Pair, verdict: Verdict) -> Iterator[Caught]:
        path, befores, after = pair
        found = list(self._sighted(step, pair, _CHANGED + _PUBLIC, self._beside(step, verdict)))
        yield from found
        if verdict.lost and not found:
            lost = self._lost(path, befores, after)
            if lost and not self._mended(befores, after):
                days_zh, days_en = "、".join(lost), ", ".join(lost)
                said = Words(f"{path} 里已记的事实（{days_zh}）不见了", f"{path}: recorded facts are gone ({days_en})")
                yield caught("CHG03", step.commit, path, said)
        if path.startswith("policy/") and path[7:17] <= str(step.commit.committer.day(self._zone)):
            said = Words(f"{path} 已经生效，内容被改动", f"{path} was in force already and was changed")
            yield caught("AUD11", step.commit, path, said)

    def _lost(self, path: str, befores: Iterable[str], after: str) -> list[str]:
        place = kind_at(path)
        assert place is not None
        held = {one.content for one in facts_of(place[0], self._plain(after))}
        old = [one for blob in befores for one in facts_of(place[0], self._plain(blob))]
        return sorted({f"{one.day} {one.pointer}" for one in old if one.content not in held})

    def _mended(self, befores: Iterable[str], after: str) -> bool:
        """Return whether the new version brought corrections; what they explain the rules know."""
        new = self._plain(after).get("corrections")
        return bool(new) and all(self._plain(one).get("corrections") != new for one in befores)

    def _sighted(self, step: Step, pair: Pair, rules: tuple[Rule, ...], beside: Iterable[str]) -> Iterator[Caught]:
        path, befores, after = pair
        new = self._ledgers.record(path, after)
        if new is None:
            return
        day = step.commit.committer.day(self._zone) or date.max
        paths = [path, *beside]
        head = self._ledgers.at(step.after, paths)
        seen: dict[Sighting, str] = {}
        for blob in befores or ("",):
            old = self._ledgers.record(path, blob)
            if old is not None or not befores:
                base = self._ledgers.at(step.before, paths, (path, blob) if blob else None)
                context = Context(head, day, base=base)
                seen |= {one: rule.code for rule in rules for one in rule.look(context) if one.path == path}
        for one, code in seen.items():
            yield caught(code, step.commit, path, one.message, one.pointer)

    def _beside(self, step: Step, verdict: Verdict) -> list[str]:
        """Return the problems whose texts were approved together with those that changed."""
        version = step.before.get(verdict.public) if verdict.public else None
        if version is None or not self._is_approved(version):
            return []
        _, folder, unit = verdict.public.removesuffix(".yaml").split("/")
        problems = step.after.folders.get(f"problems/{folder}", {})
        return [path for path, one in problems.items() if one.blob and self._unit(one) == unit]

    def _is_approved(self, inspection: Version) -> bool:
        blob, verdict = inspection.blob, inspection.verdict
        if verdict is not None:
            return verdict.approved
        if blob and blob not in self._approved:
            self._approved[blob] = approved(self._plain(blob))
        return bool(blob) and self._approved[blob]

    def _unit(self, problem: Version) -> str:
        """Return the unit a problem was found in."""
        blob, verdict = problem.blob, problem.verdict
        if verdict is not None:
            return verdict.unit
        if blob not in self._units:
            self._units[blob] = str(self._plain(blob).get("unit", ""))
        return self._units[blob]

    def _moved(self, step: Step, losing: list[Pair]) -> Iterator[Caught]:
        gone = {fact: path for path, befores, after in losing for fact in self._said(befores) - self._said([after])}
        for (path, befores, after), _ in step.changes if gone else ():
            come = self._said([after]) & gone.keys()
            for fact in come - self._said(befores) if come else ():
                if gone[fact] != path:
                    said = Words(
                        f"一条事实由 {gone[fact]} 移到 {path}", f"a fact was moved from {gone[fact]} to {path}"
                    )
                    yield caught("AUD03", step.commit, path, said)
                    break

    def _said(self, blobs: Iterable[str]) -> set[str]:
        """Return what the entries of some contents say, wherever they stand."""
        return set(chain.from_iterable(_entries(self._plain(blob)) for blob in blobs if blob))

    def _plain(self, blob: str) -> dict[str, Any]:
        return parse(self._ledgers.bytes(blob)).data or {}

    def _together(self, step: Step) -> Iterator[Caught]:
        judging = step.commit.elsewhere or any(path.startswith(_JUDGING) for (path, _, _), _ in step.changes)
        if not step.commit.parents or not judging:
            return
        paths = [path for (path, _, after), _ in step.changes if after]
        head, base = (self._ledgers.at(tree, paths) for tree in (step.after, step.before))
        if head.district is None or not head.policies:
            return
        context = Context(
            _only(head, paths), date.max, base=_only(base, paths), outside=frozenset(step.commit.elsewhere)
        )
        for rule in _TOGETHER:
            for one in rule.look(context):
                yield caught(rule.code, step.commit, one.path, one.message)


def _only(ledger: Ledger, paths: list[str]) -> Ledger:
    return ledger.only({*paths, "district.yaml"})


def _gone(step: Step, pair: Pair) -> Iterator[Caught]:
    path, befores, _ = pair
    renamed = next((new for (new, old, blob), _ in step.changes if not old and blob in befores), "")
    said = Words(f"{path} 改名为 {renamed}", f"{path} was renamed to {renamed}") if renamed else None
    yield caught("CHG01", step.commit, path, said or Words(f"{path} 被删除", f"{path} was deleted"))
    if len(step.commit.parents) > 1:
        yield caught("AUD02", step.commit, path, Words(f"合并丢掉了 {path}", f"the merge dropped {path}"))


def _of_merge(step: Step, pair: Pair, verdict: Verdict) -> Iterator[Caught]:
    path, befores, after = pair
    dropped = verdict.lost or step.before.blob(path) == after
    if verdict.foreign or verdict.fresh or not (dropped or len(befores) > 1):
        said = Words(f"合并后的 {path} 有各方都没有的内容", f"the merged {path} says what no parent says")
        yield caught("AUD01", step.commit, path, said)
    if dropped:
        said = Words(f"合并后的 {path} 丢掉了一方的内容", f"the merged {path} lost what a parent had")
        yield caught("AUD02", step.commit, path, said)


def _entries(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "date" in value and len(value) > 1:
            yield repr(sorted(value.items(), key=lambda one: one[0]))
        for inner in value.values():
            yield from _entries(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _entries(inner)
