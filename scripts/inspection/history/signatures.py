"""Who signed the commits: each signature is verified once and remembered, and judged by the keys known beforehand."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import tzinfo
from typing import NamedTuple

from inspection import sshsig
from inspection.history.commits import Commit
from inspection.history.memory import Memory
from inspection.history.revisions import Revisions
from inspection.history.signers import BAD, ELSEWHERE, PATH, UNSIGNED, Attested, Keyring, bases, keyring

_HEADER = b"gpgsig"
_EVERY = 100


class Mark(NamedTuple):
    """What a commit's signature is worth by itself.

    Attributes:
        state: `good`, `bad`, `other` (a signature that is no SSH signature) or `none`.
        key: The public key that made a good one, as OpenSSH writes it without a comment.
    """

    state: str
    key: str = ""


class Signatures:
    """For whom each commit of a history is signed.

    Args:
        revisions: The history.
        commits: All of it, or all that came after some commits of the main line; each after its parents, the head last.
        zone: The district's time zone: keys are valid by its days.
        before: Those commits.
    """

    def __init__(
        self, revisions: Revisions, commits: Sequence[Commit], zone: tzinfo, before: Collection[str] = ()
    ) -> None:
        """Verify nothing yet."""
        self._revisions = revisions
        self._zone = zone
        self._bases = bases(commits, before)
        self._marks: dict[str, Mark] = {}
        self._rings: dict[str, Keyring] = {}

    def verify(self, some: Iterable[Commit], memory: Memory, told: Callable[[int, int], None]) -> None:
        """Verify the signatures of some commits that the memory does not know yet, and look up the keys of then.

        Args:
            some: The commits that will be asked for.
            memory: Verdicts of earlier runs: a commit's id names its bytes, so they never change.
            told: Told now and then how many are verified, and how many there are.
        """
        wanted = {one.id: one for one in some}
        known = memory.recall(dict) or {}
        self._marks |= {one: Mark(*known[one]) for one in wanted if one in known}
        fresh = [one.id for one in wanted.values() if one.signed and one.id not in self._marks]
        for done, (one, raw) in enumerate(self._revisions.contents(fresh), 1):
            self._marks[one] = mark_of(raw)
            if done % _EVERY == 0 or done == len(fresh):
                told(done, len(fresh))
        if fresh:
            memory.keep({**known, **{one: self._marks[one] for one in fresh}})
        files = self._revisions.versions(list(dict.fromkeys(self._bases[one] for one in wanted)), PATH)
        held = dict(self._revisions.contents(list({one: "" for one in files.values() if one})))
        rings = {one: keyring(content) for one, content in held.items()}
        self._rings |= {base: rings.get(one) or Keyring(None) for base, one in files.items()}

    def of(self, commit: Commit) -> Attested:
        """Return for whom a commit is signed; it was among those verified."""
        mark = self.mark(commit)
        if mark.state != "good":
            return Attested((), {"bad": BAD, "other": ELSEWHERE}.get(mark.state, UNSIGNED))
        return self._rings[self._bases[commit.id]].attested(mark.key, commit.committer.day(self._zone))

    def mark(self, commit: Commit) -> Mark:
        """Return what a commit's signature is worth by itself."""
        return self._marks.get(commit.id, Mark("none"))


def mark_of(raw: bytes) -> Mark:
    """Return what the signature in the bytes of a commit is worth by itself."""
    armoured, signed = parted(raw)
    if not armoured:
        return Mark("none")
    if "SSH SIGNATURE" not in armoured:
        return Mark("other")
    signature = sshsig.read(armoured)
    if signature is None or not sshsig.verified(signature, signed):
        return Mark("bad")
    return Mark("good", signature.public)


def parted(raw: bytes) -> tuple[str, bytes]:
    """Return a commit's signature, `""` without one, and the bytes it is a signature of."""
    header, _, message = raw.partition(b"\n\n")
    kept: list[bytes] = []
    taken: list[bytes] = []
    inside = first = False
    for line in header.split(b"\n"):
        if not line.startswith(b" "):
            name, _, line_rest = line.partition(b" ")
            inside = name in (_HEADER, _HEADER + b"-sha256")
            first = name == _HEADER
            rest = line_rest
        else:
            rest = line[1:]
        if not inside:
            kept.append(line)
        elif first:
            taken.append(rest)
    return b"\n".join(taken).decode("ascii", "replace"), b"\n".join(kept) + b"\n\n" + message
