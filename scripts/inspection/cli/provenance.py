"""What Git knows of the facts a change brings, for the rules that ask when they were recorded and who signed."""

from inspection.cli.memory_folder import memory_folder
from inspection.cli.past import verifying, zone_of
from inspection.cli.session import Session
from inspection.derive.provenance import Place, Provenance, Recorded
from inspection.errors import CannotRunError
from inspection.history.ancestry import Ancestry
from inspection.history.lineage import lineages
from inspection.history.memory import Memory
from inspection.history.revisions import Revisions
from inspection.history.signatures import Signatures
from inspection.history.trail import trails


def provenance_of(session: Session, before: Session) -> Provenance:
    """Return when each fact that came after a commit was recorded, and for whom its commit is signed.

    Records that are not as they were committed are left out, for Git knows nothing of them yet; so is what may have
    been recorded before the history in hand begins. Nothing is recorded after today, which in a demonstration is a day
    of its own.

    Args:
        session: The ledger that is looked at.
        before: The ledger at the commit it is compared with.

    Raises:
        CannotRunError: Part of the repository is missing.
    """
    revisions = Revisions(session.root, session.commit or "HEAD")
    committed, old = revisions.files(), before.loaded.contents
    changed = {
        path
        for path, content in session.loaded.contents.items()
        if content != old.get(path) and content == committed.get(path)
    }
    if not changed or before.commit is None:
        return {}
    commits = list(revisions.commits())
    ancestry, zone = Ancestry(commits), zone_of(revisions)
    wanted = [one for one in lineages(revisions, commits) if changed.intersection(one.paths)]
    found = [
        (trail.path, fact)
        for trail in trails(revisions, wanted, ancestry)
        for fact in trail.facts
        if fact.held and fact.commit.id not in revisions.cut and not ancestry.descends(before.commit, fact.commit.id)
    ]
    signatures = Signatures(revisions, commits, zone)
    memory = Memory(memory_folder(session.root), "signatures")
    signatures.verify([fact.commit for _, fact in found], memory, verifying(session.language))
    known = ((path, fact, fact.commit.committer.day(zone)) for path, fact in found)
    return {
        (path, fact.fact.pointer): Recorded(min(day, session.today), signatures.of(fact.commit).bodies, fact.commit.id)
        for path, fact, day in known
        if day is not None
    }


def recorded_in(session: Session) -> Provenance | None:
    """Return when each fact of a ledger was recorded, without a look at signatures; nothing where Git does not know.

    Left out are facts of records that are not as they were committed, what the history begins with, and what was
    committed after the session's day: on that day it was not recorded yet.

    Raises:
        CannotRunError: Part of the repository is missing.
    """
    try:
        revisions = Revisions(session.root, session.commit or "HEAD")
    except CannotRunError:
        return None
    committed = revisions.files()
    same = {path for path, content in session.loaded.contents.items() if content == committed.get(path)}
    commits = list(revisions.commits())
    zone = zone_of(revisions)
    began = revisions.cut | {commit.id for commit in commits if not commit.parents}
    wanted = [one for one in lineages(revisions, commits) if same.intersection(one.paths)]
    recorded: dict[Place, Recorded] = {}
    for trail in trails(revisions, wanted, Ancestry(commits)):
        for fact in trail.facts if trail.path in same else ():
            day = fact.commit.committer.day(zone)
            if fact.held and day is not None and day <= session.today and fact.commit.id not in began:
                recorded[trail.path, fact.fact.pointer] = Recorded(day, None, fact.commit.id)
    return recorded or None
