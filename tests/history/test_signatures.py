"""Signatures as Git and OpenSSH make them, and for whom they stand."""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.demo.seeded_keys import seeded_key
from tests.history.repositories import UNIT, Repository

from inspection import sshsig
from inspection.demo.history.signing import pen
from inspection.history import signatures
from inspection.history.memory import Memory
from inspection.history.revisions import Revisions
from inspection.history.signatures import Signatures, mark_of
from inspection.history.signers import BAD, EARLY, ELSEWHERE, LATE, UNKNOWN, UNSIGNED, Keyring

ZONE = ZoneInfo("Asia/Shanghai")
PLACE = "units/gushan-community.yaml"


def key(folder: Path, sort: str, *more: str) -> Path:
    file = folder / f"key-{'-'.join((sort, *more)).strip('-')}"
    subprocess.run(["ssh-keygen", "-q", "-t", sort, *more, "-N", "", "-f", str(file)], check=True)
    return file


def signed(repository: Repository, file: Path, when: str = "2024-06-21T10:00:00+0800") -> str:
    repository.write(
        {PLACE: UNIT + f"left: {len(repository.git('log', '--all', '--format=%h').split()) + 2020}-01-01\n"}
    )
    repository.git("add", "-A")
    settings = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={file}"]
    repository.git(*settings, "commit", "-q", "-S", "-m", "data: 中文\n\nA body.", when=when)
    return repository.git("rev-parse", "HEAD")


def raw(repository: Repository, commit: str) -> bytes:
    return dict(Revisions(repository.ledger).contents([commit]))[commit]


def good(repository: Repository, file: Path, commit: str) -> bool:
    """Ask Git itself."""
    allowed = repository.folder.parent / "allowed"
    allowed.write_text(f"office {file.with_name(file.name + '.pub').read_text()}")
    return (
        subprocess.run(
            ["git", "-c", f"gpg.ssh.allowedSignersFile={allowed}", "verify-commit", commit],
            cwd=repository.folder, capture_output=True, check=False,
        ).returncode
        == 0
    )  # fmt: skip


@pytest.mark.parametrize(
    "sort",
    [("ed25519",), ("rsa", "-b", "2048"), ("ecdsa", "-b", "256"), ("ecdsa", "-b", "384"), ("ecdsa", "-b", "521")],
    ids="-".join,
)
def test_git_and_the_audit_agree_on_every_sort_of_key(
    sort: tuple[str, ...], repository: Repository, tmp_path: Path
) -> None:
    file = key(tmp_path, *sort)
    commit = signed(repository, file)
    forged = repository.git("hash-object", "-t", "commit", "-w", "--stdin", input=raw(repository, commit) + b"x")
    public = " ".join(file.with_name(file.name + ".pub").read_text().split()[:2])

    assert good(repository, file, commit)
    assert mark_of(raw(repository, commit)) == ("good", public)
    assert not good(repository, file, forged)
    assert mark_of(raw(repository, forged)).state == "bad"


def test_a_signature_for_another_purpose_or_in_pieces_is_not_good() -> None:
    data = b"tree 1\n\nx\n"
    whole = sshsig.sign(seeded_key("office"), data)
    elsewhere = sshsig.read(sshsig.sign(seeded_key("office"), data, "file"))
    signature = sshsig.read(whole)

    assert signature is not None
    assert sshsig.verified(signature, data)
    assert elsewhere is not None
    assert not sshsig.verified(elsewhere, data)
    assert signature.public == pen(seeded_key("office")).public
    for place in range(0, len(whole), 7):
        broken = sshsig.read(whole[:place] + "A" + whole[place + 1 :])
        assert broken is None or not sshsig.verified(broken, data) or broken == signature


def test_a_signature_by_other_means_is_said_to_be_there_and_not_checkable() -> None:
    armour = "-----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"

    assert mark_of(f"tree 1\ngpgsig {armour}\n\nx\n".encode()).state == "other"
    assert mark_of(b"tree 1\nauthor a\n\ngpgsig x\n").state == "none"


def test_a_key_stands_for_its_body_on_its_days_alone() -> None:
    mine, other = pen(seeded_key("office")).public, pen(seeded_key("thief")).public
    row = {"role": "unit", "unit": "gushan-community", "key": f"{mine} a comment"}
    ring = Keyring({"keys": [row | {"from": "2024-01-01", "until": "2024-12-31"}]})

    assert ring.attested(mine, date(2024, 1, 1)).bodies == ("gushan-community",)
    assert ring.attested(mine, date(2024, 12, 31)).bodies == ("gushan-community",)
    assert ring.attested(mine, date(2023, 12, 31)) == ((), EARLY)
    assert ring.attested(mine, date(2025, 1, 1)) == ((), LATE)
    assert ring.attested(other, date(2024, 6, 1)) == ((), UNKNOWN)
    assert Keyring(None).attested(mine, date(2024, 6, 1)) == ((), UNKNOWN)


def test_a_day_is_a_day_in_the_districts_zone(repository: Repository, tmp_path: Path) -> None:
    file = key(tmp_path, "ed25519")
    public = file.with_name(file.name + ".pub").read_text().strip()
    keys = f'keys:\n  - {{role: office, key: "{public}", from: 2024-06-22}}\n'
    repository.commit({"signers.yaml": keys})
    early = signed(repository, file, when="2024-06-21T15:59:00+0000")
    just = signed(repository, file, when="2024-06-21T16:01:00+0000")
    bodies = who(repository, tmp_path)

    assert bodies[early] == ((), EARLY)
    assert bodies[just].bodies == ("office",)


def who(repository: Repository, folder: Path) -> dict[str, signatures.Attested]:
    revisions = Revisions(repository.ledger)
    commits = list(revisions.commits())
    found = Signatures(revisions, commits, ZONE)
    found.verify(commits, Memory(folder / "cache", "signatures"), lambda _done, _all: None)
    return {one.id: found.of(one) for one in commits}


def test_no_change_brings_the_key_it_is_signed_with(repository: Repository, tmp_path: Path) -> None:
    file = key(tmp_path, "ed25519")
    public = file.with_name(file.name + ".pub").read_text().strip()
    keys = f'keys:\n  - {{role: office, key: "{public}", from: 2020-01-01}}\n'
    repository.commit({PLACE: UNIT})
    repository.git("checkout", "-q", "-b", "request")
    repository.write({"signers.yaml": keys})
    own = signed(repository, file)
    same = signed(repository, file)
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "data: Merge", "request")
    later = signed(repository, file)
    bodies = who(repository, tmp_path)

    assert bodies[own] == ((), UNKNOWN)
    assert bodies[same] == ((), UNKNOWN)
    assert bodies[later].bodies == ("office",)
    assert bodies[repository.git("rev-parse", "HEAD~2")].why is UNSIGNED


def test_the_first_commit_of_all_vouches_for_itself(repository: Repository, tmp_path: Path) -> None:
    file = key(tmp_path, "ed25519")
    public = file.with_name(file.name + ".pub").read_text().strip()
    repository.write({"signers.yaml": f'keys:\n  - {{role: office, key: "{public}", from: 2020-01-01}}\n'})
    first = signed(repository, file)

    assert who(repository, tmp_path)[first].bodies == ("office",)


def test_each_commit_is_verified_once(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = key(tmp_path, "ed25519")
    for _ in range(3):
        signed(repository, file)
    first = who(repository, tmp_path)
    asked: list[bytes] = []
    verify = mark_of
    monkeypatch.setattr(signatures, "mark_of", lambda data: asked.append(data) or verify(data))

    assert who(repository, tmp_path) == first
    assert asked == []
    signed(repository, file)
    who(repository, tmp_path)
    assert len(asked) == 1
    shutil.rmtree(tmp_path / "cache")
    assert len(who(repository, tmp_path)) == 4
    assert len(asked) == 5
    assert {one.why for one in first.values()} == {UNKNOWN}
    assert BAD != ELSEWHERE
