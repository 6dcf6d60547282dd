"""`inspection check --staged`: what the next commit would keep, before Git keeps it."""

from collections import defaultdict
from collections.abc import Callable

from inspection.cli.findings import Outcome, printed
from inspection.cli.memory_folder import memory_folder
from inspection.cli.session import SCHEMAS, Options, Session, find_ledger, say, today_in
from inspection.finding import Finding, Words
from inspection.read.cache import Cache
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.staged import Staged
from inspection.rules import privacy
from inspection.rules.framework import Context
from inspection.rules.judge import failing, judge
from inspection.rules.privacy.lines import in_lines

MEND = Words(
    "暂存的内容不能提交：先改正上面的错误，再重新暂存（git add）",
    "what is staged must not be committed: mend the errors above and stage the files again (git add)",
)


def check_staged(
    options: Options,
    within: Callable[[Session, list[Finding]], list[Finding]],
    form: str,
    *,
    strict: bool,
    everything: bool,
) -> int:
    """Print what is wrong with the staged files, nothing where nothing is, and return the exit code.

    Args:
        options: What every command takes.
        within: Limits the findings to the paths asked for.
        form: One of `FORMS`.
        strict: Whether warnings fail too.
        everything: Whether a terminal is to show every finding.
    """
    session = open_staged(options)
    everywhere = found_staged(session)
    findings = within(session, everywhere)
    if form == "text" and not findings:
        return 0
    for line in printed(Outcome(session, findings, everywhere), form, everything=everything):
        say(line)
    fails = bool(failing(findings, strict=strict))
    if form == "text" and fails:
        say(MEND.in_language(options.language))
    return 1 if fails else 0


def open_staged(options: Options) -> Session:
    """Load the files the next commit adds or changes, as they are staged, and nothing else.

    Raises:
        CannotRunError: There is no ledger, or it lies in no Git repository.
    """
    root = find_ledger(options)
    source, schemas = Staged(root), Schemas.in_folder(SCHEMAS)
    loaded = load(source, schemas)
    cache = Cache(memory_folder(root), schemas.digest)
    return Session(root, source, loaded, options.today or today_in(loaded.ledger), options.language, None, cache)


def found_staged(session: Session) -> list[Finding]:
    """Return what is wrong with the form of the staged files and what the privacy rules find in them.

    The rules that compare records need the whole ledger and are left to `check`; PRV08 needs the unit's own file.
    """
    context = Context(session.ledger, session.today, broken=session.loaded.broken)
    findings = [*session.loaded.findings, *judge(context, privacy.RULES)]
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for one in findings:
        codes[one.path].add(one.code)
    for path in session.loaded.contents:
        findings += in_lines(path, session.source.read(path), frozenset(codes[path]))
    return sorted(findings, key=lambda one: one.order)
