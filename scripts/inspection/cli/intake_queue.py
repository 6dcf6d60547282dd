"""The forms that lie in an intake repository, one after the other: each answered once, and again when it was edited."""

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from inspection.cli.branches import Author, Branches
from inspection.cli.forge import Forge, Posted, forge_in
from inspection.cli.marked import key_of, one_comment, our_comment
from inspection.cli.session import Session, say
from inspection.finding import Words
from inspection.office.forms.replies import not_taken, taken, waiting
from inspection.office.forms.speaking import accounts
from inspection.office.forms.taking import Submitted, Taken, taken_in
from inspection.office.writing import Before
from inspection.read.schema import Schemas

KIND = "intake"
TAKEN, REFUSED, WAITING, STRANGER = "taken", "refused", "waiting", "stranger"
_NUMBER = re.compile(r"/(?:pulls?|merge_requests)/(\d+)\s")
DONE = "巡察办已经合并入账，本单关闭。有疑问请联系巡察办；要再报送请另开一张。"
DROPPED = "巡察办没有采纳这一张，没有登记入账，本单关闭。原因请问巡察办；要再报送请另开一张。"


class Queue(NamedTuple):
    """What forms are answered with.

    Attributes:
        session: The ledger as it was read at HEAD.
        before: The same, for whatever is written into it.
        repository: The intake repository, `owner/name` on the forge of the ledger.
        into: The branch the pull requests are to enter.
    """

    session: Session
    before: Before
    schemas: Schemas
    repository: str
    into: str


def answered(queue: Queue, environment: Mapping[str, str], *, dry_run: bool) -> int:
    """Answer every open form; return the exit code: a form that is refused is answered too.

    Args:
        queue: What they are answered with.
        environment: Where continuous integration says where the ledger's repository lies.
        dry_run: Whether to say what would happen and write nothing.
    """
    ledger, intake = forge_in(environment), forge_in(environment, queue.repository)
    branches = Branches(queue.session.root, environment.get("INSPECTION_TOKEN", ""))
    units = accounts(queue.before.context.head)
    busy = {branch for _, branch, _ in ledger.pulls() if branch.startswith(f"{KIND}/")}
    for issue in sorted(intake.issues(), key=lambda one: one.number):
        told, digest = our_comment(intake, issue.number, KIND, units), _digest(issue)
        state = key_of(KIND, told) if told is not None else ""
        mine = next((one for one in busy if one.rpartition("/")[2] == str(issue.number)), None)
        if state == f"{TAKEN}-{digest}":
            if mine is None and not dry_run:
                intake.comment(issue.number, DONE if _merged(ledger, told) else DROPPED)
                intake.close_issue(issue.number)
            continue
        if state == f"{REFUSED}-{digest}":
            continue
        found = taken_in(queue.before, queue.schemas, Submitted(issue.author, issue.body))
        said, reply, key = _answer(found, issue, busy, known=issue.author.lower() in units)
        say(f"#{issue.number} {said.in_language(queue.session.language)}")
        if dry_run:
            continue
        if isinstance(found, Taken) and key == TAKEN:
            branch = f"{KIND}/{found.record}/{issue.number}"
            reply = _asked(queue, branches, ledger, issue, found, branch, open_already=branch in busy)
            busy.add(branch)
        one_comment(intake, issue.number, KIND, f"{key}-{digest}", reply, units)
    return 0


def _answer(found: object, issue: Posted, busy: set[str], *, known: bool) -> tuple[Words, str, str]:
    """Return what is said here, what is said below the form, and how it stands.

    A form of an account that nobody has registered yet is looked at again each time, others when they were edited.
    """
    if not isinstance(found, Taken):
        complaints = found if isinstance(found, tuple) else ()
        state = REFUSED if known else STRANGER
        return Words(f"没有登记（{len(complaints)} 处要改）", "refused"), not_taken(complaints), state
    before = f"{KIND}/{found.record}/"
    if any(one.startswith(before) and one != f"{before}{issue.number}" for one in busy):
        return Words("等前一张办完", "waits for another form"), waiting(found.record), WAITING
    return Words(f"已转办：{found.words.zh}", f"taken: {found.words.en}"), "", TAKEN


def _asked(
    queue: Queue, branches: Branches, ledger: Forge, issue: Posted, found: Taken, branch: str, *, open_already: bool
) -> str:
    """Push the branch and ask that it be taken in; return what the unit is told."""
    home = f"{queue.repository}#{issue.number}"
    message = f"ledger: {found.words.en}\n\nSubmitted by form: {home}\nSubmitted-by: {issue.author}\n"
    author = Author(issue.author, f"{issue.author}@intake.invalid")
    branches.push(branches.commit(found.files, message, author), branch)
    if open_already:
        url = next((one.url for one, name, _ in ledger.pulls() if name == branch), "")
    else:
        body = f"由报送单 {home} 生成（账号 {issue.author}）。核对无误即可合并；不同意请退回并写明意见。\n"
        url = ledger.open_pull(found.words.zh, body, branch, queue.into).url
    return taken(found.words.zh, url, found.warnings)


def _merged(ledger: Forge, told: Posted | None) -> bool:
    """Return whether the pull request that our own comment names was merged."""
    found = _NUMBER.search(told.body) if told is not None else None
    return found is not None and ledger.was_merged(int(found[1]))


def _digest(issue: Posted) -> str:
    return hashlib.sha256(f"{issue.author}\n{issue.body}".encode()).hexdigest()[:16]
