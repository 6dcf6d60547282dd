"""Whose key is whose, and on which days: `signers.yaml` as it stood where a change set out from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from inspection.finding import Words
from inspection.history.commits import Commit
from inspection.model.district import Key, Signers
from inspection.model.record import Body
from inspection.read.parsing import parse

PATH = "signers.yaml"

UNSIGNED = Words("没有签名", "not signed")
BAD = Words("签名无效", "the signature is not good")
ELSEWHERE = Words("有 GPG 等其他签名，无法核验", "signed otherwise (GPG), which cannot be checked")
UNKNOWN = Words("签名所用的密钥未登记", "signed with a key nobody registered")
EARLY = Words("签名所用的密钥当天尚未生效", "signed with a key not valid yet on that day")
LATE = Words("签名所用的密钥当天已经失效", "signed with a key no longer valid on that day")


class Attested(NamedTuple):
    """For whom a commit's signature stands.

    Attributes:
        bodies: The bodies of the key, each as the key names it: its unit where it names one, else its role.
        why: Where there is none, why.
    """

    bodies: tuple[Body, ...]
    why: Words | None = None


class Keyring:
    """The keys of one version of `signers.yaml`.

    Args:
        data: Its plain data, or nothing where there is none that could be read.
    """

    def __init__(self, data: Mapping[str, Any] | None) -> None:
        """Sort the entries by their keys."""
        self._keys: dict[str, list[Key]] = {}
        for one in _signers(data).keys:
            if one.key is not None:
                self._keys.setdefault(bare(one.key), []).append(one)

    def __contains__(self, key: str) -> bool:
        """Whether the key is anybody's, on whatever day."""
        return bare(key) in self._keys

    def attested(self, key: str, day: date | None) -> Attested:
        """Return for whom a key stands on a day, the day in the district's zone."""
        known = self._keys.get(bare(key), ())
        valid = [one for one in known if day is not None and _valid(one, day)]
        if valid:
            return Attested(tuple(dict.fromkeys(one.unit or one.role for one in valid)))
        if not known or day is None:
            return Attested((), UNKNOWN)
        return Attested((), EARLY if all(day < one.from_ for one in known) else LATE)


def keyring(content: bytes) -> Keyring:
    """Return the keys in the bytes of a `signers.yaml`."""
    return Keyring(parse(content).data)


def bare(key: str) -> str:
    """Return a public key without its comment."""
    return " ".join(key.split()[:2])


def bases(commits: Sequence[Commit], before: Collection[str] = ()) -> dict[str, str]:
    """Return by commit the one whose `signers.yaml` it is judged by: where its change set out from the main line.

    The main line is the head and its first parents. A commit beside it, whatever came before it on its branch, is
    judged by the main line it last left or took in, so that no pull request brings the key it is signed with. The
    first commit of all vouches for itself.

    Args:
        commits: The whole graph, or all that came after some commits of the main line; each after its parents, the
            head last.
        before: Those commits.
    """
    known = {one.id: one for one in commits}
    line = set(before)
    at = commits[-1].id if commits else ""
    while at in known:
        line.add(at)
        at = next(iter(known[at].parents), "")
    found: dict[str, str] = {}
    for one in commits:
        parents = [each for each in one.parents if each in known or each in before]
        left = next((each for each in parents if each in line), None)
        found[one.id] = left or (found[parents[0]] if parents else one.id)
    return found


def _valid(one: Key, day: date) -> bool:
    return one.from_ <= day and (one.until is None or day <= one.until)


def _signers(data: Mapping[str, Any] | None) -> Signers:
    try:
        return msgspec.convert({**(data or {}), "path": PATH, "id": "signers"}, Signers)
    except msgspec.ValidationError:
        return Signers(path=PATH, id="signers")
