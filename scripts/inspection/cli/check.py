"""`inspection check`: the rules."""

import os
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from inspection.cli.base import base_commit
from inspection.cli.findings import FORMS, Outcome, printed
from inspection.cli.options import command_options
from inspection.cli.session import SCHEMAS, Options, Session, find_ledger, open_before, open_session, say
from inspection.cli.staged import check_staged
from inspection.derive.provenance import Provenance
from inspection.errors import CannotRunError
from inspection.finding import Finding, Mark, Severity, Words
from inspection.read.source import WorkingTree, changed_outside
from inspection.rules.framework import Context
from inspection.rules.judge import can_judge, failing, judge, new_since
from inspection.rules.privacy.lines import in_lines

if TYPE_CHECKING:
    from inspection.labels import Code


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--base",
    metavar="REV",
    help="与这个版本比较，只算新出现的问题；auto 自动查找 / count only what is new since REV; auto finds it",
)
@click.option("--at", metavar="REV", help="检查某个 Git 版本 / check a Git revision")
@click.option("--staged", is_flag=True, help="只看暂存待提交的文件：格式和隐私 / staged files alone: form and privacy")
@click.option("--strict", is_flag=True, help="警告也算不通过（随日期变化的除外）/ warnings fail too, timed ones apart")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="输出格式 / form of the output")
@click.option("--all", "everything", is_flag=True, help="在终端上也全部列出 / leave nothing out on a terminal either")
@command_options
def check(
    options: Options,
    paths: tuple[Path, ...],
    base: str | None,
    at: str | None,
    staged: bool,
    strict: bool,
    form: str,
    everything: bool,
) -> int:
    """按规则检查台账。Check the ledger against the rules.

    PATH 只看这些文件或文件夹的问题（仍读全部台账）。PATH limits what is shown; the whole ledger is read all the same.
    """
    if staged:
        if base is not None or at is not None:
            raise CannotRunError("--staged 不能和 --base、--at 同时用", "--staged goes with neither --base nor --at")
        return check_staged(options, partial(_within, paths=paths), form, strict=strict, everything=everything)
    session = open_session(options, at)
    commit = base_commit(find_ledger(options), base, at, os.environ) if base is not None else None
    before = open_before(session, commit) if commit is not None else None
    everywhere = found(session, before)
    findings = _within(session, everywhere, paths)
    if before is not None:
        findings = new_since(findings, found(before))
    for line in printed(Outcome(session, findings, everywhere), form, everything=everything):
        say(line)
    session.cache.save(tidy=True)
    skipped = strict and before is None
    if skipped:
        click.echo(f"inspection: {SKIPPED.in_language(options.language)}", err=True)
    return 1 if skipped or failing(findings, strict=strict) else 0


SKIPPED = Words(
    "没有比较的版本，变更规则（CHG）未检查，--strict 因此不通过；写上 --base（CI 里用 --base auto）",
    "nothing to compare with: the change rules (CHG) were skipped, which fails --strict; give --base (`auto` in CI)",
)


def found(session: Session, before: Session | None = None) -> list[Finding]:
    """Return everything the reader and the rules find; without a district or a policy what can be said all the same.

    Args:
        session: The ledger to be judged.
        before: What it is compared with; without it the change rules find nothing.
    """
    findings = [*session.loaded.findings, *judge(context_of(session, before), memory=session.cache)]
    for path in sorted(session.loaded.broken):
        findings += in_lines(path, session.source.read(path))
    if not can_judge(session.ledger):
        findings.append(_nothing_to_judge_by(session))
    return sorted(findings, key=lambda one: one.order)


def context_of(session: Session, before: Session | None = None) -> Context:
    """Return what the rules look at, with the words of the schemas."""
    return Context(
        session.ledger,
        session.today,
        base=before.ledger if before is not None else None,
        broken=session.loaded.broken,
        named=_category,
        contents=session.loaded.contents,
        provenance=_provenance(session, before),
        outside=_outside(session, before),
    )


def _provenance(session: Session, before: Session | None) -> Provenance | None:
    if before is None:
        return None
    from inspection.cli.provenance import provenance_of

    return provenance_of(session, before)


def _category(code: str) -> Words | None:
    named = _categories().get(code)
    return Words(*named.label) if named is not None else None


@cache
def _categories() -> Mapping[str, "Code"]:
    from inspection.labelling import codes_in

    return codes_in("category", SCHEMAS)


def _outside(session: Session, before: Session | None) -> frozenset[str]:
    if before is None or before.commit is None:
        return frozenset()
    return changed_outside(session.root, before.commit, session.commit)


def _nothing_to_judge_by(session: Session) -> Finding:
    missing = "district.yaml" if session.ledger.district is None else "policy/2021-09-28.yaml"
    return Finding(
        code="SCH02",
        severity=Severity.ERROR,
        path=missing,
        mark=Mark(1, 1),
        message=Words(
            f"台账没有可用的 {missing.split('/')[0]}，依据它的规则都没有检查",
            f"no readable {missing.split('/')[0]}; the rules that rest on it were not checked",
        ),
        help=Words("补上这份文件，或先改正其中的错误", "add this file, or mend what is wrong in it first"),
    )


def _within(session: Session, findings: list[Finding], paths: tuple[Path, ...]) -> list[Finding]:
    if not paths:
        return findings
    wanted = [_relative(session.root, path) for path in paths]
    shown = [one for one in findings if any(PurePosixPath(one.path).is_relative_to(place) for place in wanted)]
    for path, place in zip(paths, wanted, strict=True):
        told = any(PurePosixPath(one.path).is_relative_to(place) for one in shown)
        if isinstance(session.source, WorkingTree) and not told and not (session.root / place).exists():
            raise CannotRunError(f"台账里没有「{path}」", f"there is no {path} in the ledger")
    return shown


def _relative(root: Path, path: Path) -> str:
    places = [candidate.resolve() for candidate in (path, root / path, root.parent / path)]
    inside = [place for place in places if place.is_relative_to(root)]
    if not inside:
        raise CannotRunError(f"「{path}」不在台账 {root} 里", f"{path} is not in the ledger {root}")
    return next((place for place in inside if place.exists()), inside[0]).relative_to(root).as_posix()
