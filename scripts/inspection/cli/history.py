"""`inspection history`: when each fact of a record happened, and when it was recorded."""

from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

import click

from inspection.cli.fact_words import FactWords
from inspection.cli.memory_folder import memory_folder
from inspection.cli.options import command_options
from inspection.cli.past import verifying, zone_of
from inspection.cli.progress import tell
from inspection.cli.session import SCHEMAS, Options, find_ledger, say
from inspection.errors import UsageError
from inspection.finding import Words
from inspection.history.ancestry import Ancestry
from inspection.history.lineage import Lineage, lineages
from inspection.history.memory import Memory
from inspection.history.revisions import Revisions
from inspection.history.signatures import Signatures
from inspection.history.trail import Recorded, Trail, trails
from inspection.labelling import load as load_labels
from inspection.model.kinds import kind_at
from inspection.read.suggest import Option, nearest
from inspection.report import history as report
from inspection.report.history import Moved, Row, Told
from inspection.workers import uncollected

_OF_A_FOLDER = {"inspection", "self_check"}


@click.command("history")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--at", metavar="REV", default="HEAD", help="看到哪个 Git 版本为止 / the history up to a Git revision")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="输出格式 / form"
)
@command_options
@uncollected()
def history_command(options: Options, ids: tuple[str, ...], at: str, form: str) -> int:
    """一份记录的来历：每件事何时发生、何时记入、由谁提交。When each fact of a record happened and was recorded.

    ID 是记录编号（R13-05-0137、gushan-community）、整改事项（R13-05-0137/1）、「轮次/单位」（R13-05/gushan-community）
    或文件路径。
    """
    folder = find_ledger(options)
    revisions = Revisions(folder, at)
    tell("正在读取历史……", "reading the history ...", options.language)
    commits = list(revisions.commits())
    wanted = _wanted(lineages(revisions, commits), ids)
    zone = zone_of(revisions)
    found = [
        trail.of_item(one.item) if one.item else trail
        for one, trail in zip(wanted, trails(revisions, [one.record for one in wanted], Ancestry(commits)), strict=True)
    ]
    signatures = Signatures(revisions, commits, zone)
    first = [fact.commit for trail in found for fact in trail.facts]
    signatures.verify(first, Memory(memory_folder(folder), "signatures"), verifying(options.language))
    teller = _Teller(FactWords(load_labels(SCHEMAS), options.language), zone, revisions.cut, signatures)
    told = [teller.told(trail) for trail in found]
    whole = not revisions.cut
    if form == "json":
        say(report.document(told, revisions.head, whole=whole))
    else:
        for line in (report.text if form == "text" else report.markdown)(told, options.language, whole=whole):
            say(line)
    return 0


class _Teller(NamedTuple):
    """Puts trails into words."""

    words: FactWords
    zone: ZoneInfo
    cut: frozenset[str]
    signatures: Signatures

    def told(self, trail: Trail) -> Told:
        return Told(
            id=_names(trail.path)[0],
            kind=trail.kind,
            label=self.words.kind(trail.kind),
            path=trail.path,
            commits=len(trail.commits),
            moves=tuple(Moved(move.commit.id, move.was, move.now) for move in trail.moves),
            deleted=trail.deleted.id if trail.deleted is not None else None,
            broken=tuple(commit.id for commit in trail.broken),
            rows=tuple(self._row(one, trail) for one in trail.facts),
        )

    def _row(self, one: Recorded, trail: Trail) -> Row:
        commit = one.commit
        return Row(
            happened=one.fact.day,
            recorded=commit.committer.day(self.zone),
            delay=one.delay(self.zone),
            commit=commit.id,
            at_latest=commit.id in self.cut,
            author=commit.author.name,
            signed=commit.signed,
            body="+".join(self.signatures.of(commit).bodies) or None,
            pointer=one.fact.pointer,
            by=one.fact.by,
            who=self.words.who(one.fact),
            what=self.words.what(trail.kind, one.fact),
            state=_state(one, trail),
            ended=one.removed.id if one.removed is not None else None,
        )


def _state(one: Recorded, trail: Trail) -> str:
    if one.held:
        return "voided" if any(fact.voids for fact in one.mended_by) else "corrected" if one.mended_by else "held"
    if one.removed is None:
        return "dropped"
    return "deleted" if one.removed is trail.deleted else "removed"


class _Wanted(NamedTuple):
    """A record, or one rectification item of it."""

    record: Lineage
    item: str = ""


def _wanted(records: Sequence[Lineage], ids: Sequence[str]) -> list[_Wanted]:
    """Return what is or once was called so.

    Raises:
        UsageError: There never was one; the nearest name is told.
    """
    by_name: dict[str, list[Lineage]] = {}
    for record in records:
        for path in record.paths:
            for name in _names(path):
                by_name.setdefault(name, []).append(record)
    found: dict[tuple[int, str], _Wanted] = {}
    for typed in ids:
        name = typed.strip().removeprefix("./").removeprefix("ledger/")
        problem, _, number = name.rpartition("/")
        item = number if name not in by_name and number.isdecimal() else ""
        called = by_name.get(problem if item else name, ())
        if not called:
            raise _unknown(typed, by_name)
        found |= {(id(record), item): _Wanted(record, item) for record in called}
    return list(found.values())


def _unknown(typed: str, by_name: dict[str, list[Lineage]]) -> UsageError:
    near = nearest(typed, [Option(name, Words("", "")) for name in by_name])
    zh, en = (f"，是不是 {near.word}？", f"; did you mean {near.word}?") if near is not None else ("", "")
    return UsageError(f"历史里没有「{typed}」这份记录{zh}", f"no record {typed} in the history{en}")


def _names(path: str) -> tuple[str, ...]:
    """Return what people call the record at a path: its id (a unit's id within its folder), and the path itself."""
    place = kind_at(path)
    if place is None:
        return (path,)
    kind, identity = place
    return (f"{path.split('/')[1]}/{identity}" if kind.name in _OF_A_FOLDER else identity, path)
