"""`inspection changes`: what a pull request does, in plain words."""

import os

import click
import msgspec

from inspection.change import TOPICS, Change
from inspection.cli.base import base_commit
from inspection.cli.options import command_options
from inspection.cli.session import SCHEMAS, Options, Session, find_ledger, open_before, open_session, say
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.statistics import statistics
from inspection.errors import CannotRunError
from inspection.history.changes import changes
from inspection.labelling import load as load_labels
from inspection.labels import Labels
from inspection.report import changes as report
from inspection.report import comment
from inspection.report.figures import Moved, moved
from inspection.rules.judge import can_judge


@click.command("changes")
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="输出格式 / form"
)
@command_options
def changes_command(options: Options, base: str, head: str | None, form: str) -> int:
    """说明一次修改做了什么。Say what a change does, in plain words.

    与 BASE 和 HEAD 的共同祖先比较；不写 HEAD 就看工作区；BASE 写 auto 时自动查找。

    It is compared with the merge base of BASE and HEAD, by default the working tree; `auto` finds BASE by itself.
    """
    after = open_session(options, head)
    commit = base_commit(find_ledger(options), base, head, os.environ)
    if commit is None:
        raise CannotRunError(
            "之前没有提交，没有可比较的版本", "no commit came before; there is nothing to compare with"
        )
    before = open_before(after, commit)
    labels = load_labels(SCHEMAS)
    found = changes(before.ledger, after.ledger, labels, after.loaded.broken)
    language = "zh" if form == "json" else options.language
    summary = _summary(before, after, found, labels, language)
    if form == "json":
        say(report.document(summary, [msgspec.to_builtins(one) for one in found]))
    elif form == "markdown":
        click.echo(comment.markdown(summary, language), nl=False)
    else:
        for line in report.text(summary, language):
            say(line)
    return 0


def _summary(before: Session, after: Session, found: list[Change], labels: Labels, language: str) -> report.Summary:
    names = {unit.id: unit.name for ledger in (before.ledger, after.ledger) for unit in ledger.units.values()}
    return report.Summary(
        base=before.commit or "",
        head=after.commit,
        told=found,
        topics={topic: said[1 if language == "en" else 0] for topic, said in TOPICS.items()},
        units=names,
        figures=_figures(before, after, labels, language) if found else (),
        today=after.today.isoformat(),
        unread=sorted(after.loaded.broken),
    )


def _figures(before: Session, after: Session, labels: Labels, language: str) -> tuple[Moved, ...]:
    """Return the figures that differ on one and the same day; none where one of the ledgers has no policy yet."""
    if not (can_judge(before.ledger) and can_judge(after.ledger)):
        return ()
    old, new = (statistics(one.ledger, after.today).plain() for one in (before, after))
    return tuple(
        moved(old, new, CATALOGUE, language, lambda codes, code: str(getattr(labels.code(codes, code), language)))
    )
