"""What Git knows of the facts a change brings, for the rules that ask when they were recorded and who signed."""

from inspection.cli.past import verifying, zone_of
from inspection.cli.session import Session
from inspection.derive.provenance import Provenance, Recorded
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
    memory = Memory(session.root.parent / ".cache", "signatures")
    signatures.verify([fact.commit for _, fact in found], memory, verifying(session.language))
    known = ((path, fact, fact.commit.committer.day(zone)) for path, fact in found)
    return {
        (path, fact.fact.pointer): Recorded(min(day, session.today), signatures.of(fact.commit).bodies, fact.commit.id)
        for path, fact, day in known
        if day is not None
    }
