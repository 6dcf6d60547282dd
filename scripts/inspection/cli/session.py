"""One run of a command: which ledger, which day, which language."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from inspection.cli.ending import kept
from inspection.cli.memory_folder import memory_folder
from inspection.cli.progress import Count
from inspection.cli.writing import settled
from inspection.errors import CannotRunError
from inspection.finding import Finding
from inspection.model.ledger import Ledger
from inspection.read.cache import Cache
from inspection.read.loader import Loaded, load
from inspection.read.places import Places
from inspection.read.schema import Schemas
from inspection.read.source import Revision, Source, WorkingTree, locate, locate_around
from inspection.report.located import Located, in_order
from inspection.rules.judge import can_judge

PROGRAM = Path(__file__).resolve().parents[3]
SCHEMAS = PROGRAM / "schemas"
ZONE = "Asia/Shanghai"


class Options(NamedTuple):
    """What every command takes."""

    ledger: Path | None
    today: date | None
    language: str


class Session(NamedTuple):
    """A loaded ledger and the day it is looked at.

    Attributes:
        root: The `ledger/` folder.
        source: Where its bytes come from.
        loaded: The ledger and what the reader found.
        today: The day in the district's time zone.
        commit: The full commit id it was read at, or nothing for the working tree.
        cache: What is remembered of the ledger.
    """

    root: Path
    source: Source
    loaded: Loaded
    today: date
    language: str
    commit: str | None
    cache: Cache

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self.loaded.ledger

    def judged(self) -> Ledger:
        """Return the ledger for commands that compute from it.

        Raises:
            CannotRunError: Nothing can be computed without a district and a policy.
        """
        if not can_judge(self.ledger):
            raise CannotRunError(
                "台账缺少可用的 district.yaml 或 policy/*.yaml，无法计算；请先运行 inspection check 并改正",
                "the ledger has no readable district.yaml or policy/*.yaml; run `inspection check` and mend it first",
            )
        return self.ledger

    def revision(self) -> str | None:
        """Return the commit the ledger was read at, else the head when it holds just what is here, else nothing."""
        if self.commit is not None:
            return self.commit
        try:
            head = Revision(self.root, "HEAD")
        except CannotRunError:
            return None
        here = dict(self.loaded.contents)
        return head.commit if here == {file.path: file.content_id for file in head.files()} else None

    def located(self, findings: list[Finding]) -> list[Located]:
        """Return the findings with the places their pointers stand at, reading each file with findings once more."""
        prefix, places = _prefix(self.root), Places(self.source, self.loaded.contents, self.cache)
        marks = places.of_all(findings)
        return in_order(Located(one, prefix + one.path, mark) for one, mark in zip(findings, marks, strict=True))


def _prefix(root: Path) -> str:
    here = Path.cwd()
    shown = root.relative_to(here) if root.is_relative_to(here) else root
    return "" if shown == Path() else f"{shown.as_posix()}/"


def open_session(options: Options, at: str | None = None) -> Session:
    """Load the ledger the options name.

    Args:
        options: What every command takes.
        at: A Git revision, or nothing for the working tree.

    Raises:
        CannotRunError: There is no ledger, or no such revision.
    """
    root = find_ledger(options)
    settled(root)
    source: Source = WorkingTree(root) if at is None else Revision(root, at)
    schemas = Schemas.in_folder(SCHEMAS)
    cache = Cache(memory_folder(root), schemas.digest)
    told = Count("已读取 {} / {} 份文件", "{} of {} files read", options.language)
    loaded = load(source, schemas, cache, told)
    cache.save()
    today = options.today or today_in(loaded.ledger)
    return kept(Session(root, source, loaded, today, options.language, getattr(source, "commit", None), cache))


def find_ledger(options: Options) -> Path:
    """Return the `ledger/` folder the options name, else the one around the working directory.

    Raises:
        CannotRunError: There is none.
    """
    return (locate_around(Path.cwd()) if options.ledger is None else locate(options.ledger)).resolve()


def today_in(ledger: Ledger) -> date:
    """Return the day commands take as today: the demonstration's, else the day in the district's zone."""
    district = ledger.district
    if district is not None and district.demonstration is not None:
        return district.demonstration.today
    try:
        zone = ZoneInfo(district.timezone if district is not None else ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        zone = ZoneInfo(ZONE)
    return datetime.now(zone).date()


def say(text: str) -> None:
    """Print a line for people; a closed pipe ends the run quietly."""
    click.echo(text)


def dump(value: object) -> str:
    """Return JSON as people and programs both read it."""
    return json.dumps(value, ensure_ascii=False, indent=2)
