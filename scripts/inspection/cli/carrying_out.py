"""Acts from a command to the disk: judged, shown or written, and told in a sentence."""

import difflib
from collections.abc import Iterator, Sequence

import click

from inspection.cli.check import context_of
from inspection.cli.session import SCHEMAS, Options, Session, open_session, say
from inspection.cli.writing import ChangedMeanwhileError, locked, write_files
from inspection.errors import CannotRunError
from inspection.finding import Finding, Words
from inspection.labels import Labels
from inspection.office.writing import Act, Before, Written, write
from inspection.office.writing.following import following
from inspection.read.document import positions
from inspection.rules.framework import Context

_TRIES = 5
_MOST_WARNINGS = 10


def carried_out(options: Options, session: Session, acts: Sequence[Act], words: str, *, dry_run: bool) -> int:
    """Write acts into the ledger and tell it; return the exit code.

    Where somebody else wrote into the same file meanwhile, the acts are judged and written again upon what stands then.

    Args:
        options: As the command got them.
        session: The ledger as it was read.
        acts: What is to be written.
        words: What was done, for the sentence that tells it.
        dry_run: Whether to show the difference and write nothing.
    """
    for _ in range(_TRIES):
        written = write(before(session), acts)
        if not written.ok:
            return _refused(written, options.language)
        if dry_run:
            say("\n".join(differences(written)))
            return 0
        try:
            with locked(session.root):
                write_files(session.root, written.files, written.old)
        except ChangedMeanwhileError:
            session = open_session(options)
            continue
        _told(session, written, words)
        return 0
    raise CannotRunError("这份文件一直有人在写，请稍后再试", "somebody keeps writing this file; try again later")


def before(session: Session) -> Before:
    """Return what acts are written into: the ledger as it was read, judged as far as it is remembered."""
    return Before(context_of(session), session.schemas, session.source.read, session.cache)


def differences(written: Written) -> Iterator[str]:
    """Yield what would change, as a unified diff."""
    for path, data in written.files.items():
        was, now = (one.decode("utf-8").splitlines() for one in (written.old[path], data))
        name = f"ledger/{path}"
        yield from difflib.unified_diff(was, now, name if was else "/dev/null", name, lineterm="")


def _refused(written: Written, language: str) -> int:
    for one in written.refused:
        click.echo(Words(f"没有写入：{one.said.zh}", f"not written: {one.said.en}").in_language(language))
        if one.mend.zh:
            click.echo(f"  {one.mend.in_language(language)}")
    for finding in written.errors:
        said = Words(f"没有写入：{finding.message.zh}", f"not written: {finding.message.en}").in_language(language)
        click.echo(f"{said}（{finding.code}）" if language != "en" else f"{said} ({finding.code})")
        click.echo(f"  {finding.help.in_language(language)}")
    return 1


def _told(session: Session, written: Written, words: str) -> None:
    english = session.language == "en"
    for one in written.done:
        place = f"ledger/{one.target.path}"
        mark = positions(written.files[one.target.path]).values.get(one.pointer) if one.pointer else None
        if english:
            say(f"{one.target.name}: {words}, written to {place}" + (f":{mark.line}" if mark else ""))
        else:
            say(f"{one.target.name} {words}：已写入 {place}" + (f" 第 {mark.line} 行" if mark else "") + "。")
        context = Context(written.ledger, session.today)
        for sentence in following(context, one.target, _clocks()):
            say(f"  {sentence.in_language(session.language)}{'' if english else '。'}")
    for finding in written.warnings[:_MOST_WARNINGS]:
        say(_warning(finding, written, session.language))
    if (more := len(written.warnings) - _MOST_WARNINGS) > 0:
        say(f"... and {more} more: inspection check" if english else f"另有 {more} 条提示，见 inspection check。")


def _warning(finding: Finding, written: Written, language: str) -> str:
    """Return what the rules would look at again; the file is named where it is none of those just written."""
    place = "" if finding.path in written.files else f"ledger/{finding.path}"
    if language == "en":
        return f"note: {finding.message.en} ({', '.join(one for one in (finding.code, place) if one)})"
    return f"提示：{finding.message.zh}（{'，'.join(one for one in (finding.code, place) if one)}）"


def _clocks() -> dict[str, Words]:
    from inspection.labelling import load

    labels: Labels = load(SCHEMAS)
    return {
        place.removeprefix("deadlines."): Words(*field.label)
        for place, field in labels.by_place["policy"].items()
        if place.startswith("deadlines.")
    }
