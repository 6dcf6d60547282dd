"""An audit for a command: what the history holds, and the words for it."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from inspection.cli.fact_words import FactWords
from inspection.cli.memory_folder import memory_folder
from inspection.cli.past import verifying, zone_of
from inspection.cli.progress import Count
from inspection.cli.session import SCHEMAS, Session
from inspection.derive.departed import departures
from inspection.derive.lives import Lives
from inspection.errors import CannotRunError
from inspection.finding import Finding, Words
from inspection.history import moves
from inspection.history.ancestry import Ancestry
from inspection.history.audit import Desk, audit
from inspection.history.caught import AUDIT, Caught
from inspection.history.commits import Commit
from inspection.history.lineage import lineages
from inspection.history.memory import Memory
from inspection.history.resumed import Audited
from inspection.history.revisions import Revisions
from inspection.history.seal import broken, read_seal
from inspection.history.trail import trails
from inspection.labelling import load as load_labels
from inspection.read.schema import Schemas
from inspection.report.audit import Departed, Row
from inspection.rules.framework import Context
from inspection.rules.judge import acknowledged, can_judge, judge
from inspection.rules.registry import RULES

LATE = "CHG04"
"""The rule a record may acknowledge."""


class Auditor:
    """Audits the history a session ends.

    Args:
        session: The ledger at the head.
        revisions: Its history.
    """

    def __init__(self, session: Session, revisions: Revisions) -> None:
        """Look at nothing yet."""
        self._session = session
        self._revisions = revisions
        self._folder = memory_folder(session.root)

    def audited(self) -> Audited:
        """Return what the replay of every commit finds."""
        language = self._session.language
        schemas, zone = Schemas.in_folder(SCHEMAS), zone_of(self._revisions)
        desk = Desk(
            schemas,
            zone,
            Memory(self._folder, "audit", f"{schemas.digest} {zone}"),
            Memory(self._folder, "signatures"),
            Count("已核对 {} / {} 份记录", "{} of {} records replayed", language),
            verifying(language),
        )
        return audit(self._revisions, desk)

    def standing(self) -> list[Caught]:
        """Return the moves in the head that are not legal, each with the commit that made it."""
        if not can_judge(self._session.ledger):
            return []
        context = Context(self._session.ledger, self._session.today, contents=self._session.loaded.contents)
        found = judge(context, moves.RULES, self._session.cache)
        self._session.cache.save()
        return list(moves.standing(found, _Blame(self._revisions, self.commits, found).of)) if found else []

    def rewritten(self, file: Path) -> list[Caught]:
        """Return the sealed commits of a published file that are gone.

        Raises:
            CannotRunError: The file is no seal.
        """
        seal = read_seal(file.read_bytes())
        if seal is None:
            raise CannotRunError(f"「{file}」不是公开过的封印（seal.json）", f"{file} is no published seal.json")
        return broken(seal, self.commits, self._session.ledger.purges)

    @cached_property
    def commits(self) -> list[Commit]:
        """The whole graph."""
        return list(self._revisions.commits())

    def rows(self, found: Sequence[Caught]) -> tuple[Row, ...]:
        """Return findings as they are told, in the order of their commits; what a record acknowledges is left out."""
        records = {one.path: one for one in self._session.ledger.records()}
        today = self._session.today
        left = [one for one in found if not (one.code == LATE and acknowledged(records.get(one.path), LATE, today))]
        by_id = {one.id: (place, one) for place, one in enumerate(self.commits)} if left else {}
        left.sort(key=lambda one: by_id[one.commit][0] if one.commit in by_id else -1)
        zone = zone_of(self._revisions) if left else None
        rows = []
        for one in left:
            commit = by_id[one.commit][1] if one.commit in by_id else None
            day = commit.committer.day(zone) if commit is not None and zone is not None else None
            author = commit.author.name if commit is not None else ""
            said = Words(one.zh, one.en)
            rows.append(Row(one.code, _what(one.code), one.commit, day, author, one.path, one.pointer, said))
        return tuple(rows)

    def departed(self) -> tuple[Departed, ...]:
        """Return the departures the head has on record."""
        words = FactWords(load_labels(SCHEMAS), self._session.language)
        made = departures(Lives(self._session.judged(), self._session.today))
        return tuple(Departed(*one[:5], words.body(one.by), *one[5:]) for one in made)


class _Blame:
    """Finds the commits that brought what a few findings point at."""

    def __init__(self, revisions: Revisions, commits: Sequence[Commit], findings: Sequence[Finding]) -> None:
        paths = {one.path for one in findings}
        wanted = [one for one in lineages(revisions, commits) if paths & set(one.paths)]
        self._trails = {one.path: one for one in trails(revisions, wanted, Ancestry(commits))}

    def of(self, path: str, pointer: str) -> str:
        """Return the first commit with the fact that stands at a pointer, else the last that changed the record."""
        trail = self._trails[path]
        facts = [one for one in trail.facts if one.held and f"{pointer}/".startswith(f"{one.fact.pointer}/")]
        return facts[-1].commit.id if facts else trail.commits[-1].id


def _what(code: str) -> Words:
    if code in AUDIT:
        return Words(*AUDIT[code])
    return next(Words(one.zh.what, one.en.what) for one in RULES if one.code == code)
