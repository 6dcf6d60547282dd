import os
import subprocess
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from tests.history.repositories import PATH, PROBLEM, REPORT, UNIT, Repository, trails_of

from inspection.errors import CannotRunError
from inspection.history.ancestry import Ancestry
from inspection.history.commits import Stamp
from inspection.history.revisions import Revisions

SHANGHAI = ZoneInfo("Asia/Shanghai")


def commits(repository, rev="HEAD"):
    return list(Revisions(repository.ledger, rev).commits())


def test_a_commit_tells_who_when_and_what(repository):
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "log.showRoot", "false")
    (repository.folder / "schemas").mkdir()
    (repository.folder / "schemas" / "单位.json").write_text("{}")
    first = repository.commit({"units/a.yaml": "a: 1\n"}, "2024-06-21T23:30:00-0730", message="单位: 新增\n\ncommit x")
    second = repository.commit({"units/a.yaml": None, "units/古山.yaml": "b"}, who="discipline")
    one, two = commits(repository)

    assert (one.id, one.parents, two.id, two.parents) == (first, (), second, (first,))
    assert (one.subject, one.signed, one.elsewhere) == ("单位: 新增", False, ("schemas/单位.json",))
    assert one.author == Stamp("office", "office@yunzhu.example", 1719039600, -450)
    assert one.committer.day(SHANGHAI) == date(2024, 6, 22)
    assert [(c.path, c.before, c.after[:7]) for c in one.changes] == [("units/a.yaml", ("",), "a8926a5")]
    assert [(c.path, len(c.before[0]), len(c.after)) for c in two.changes] == [
        ("units/a.yaml", 40, 0),
        ("units/古山.yaml", 0, 40),
    ]
    assert two.author.name == "discipline"


def test_a_merge_lists_what_no_parent_had(repository):
    repository.commit({"units/a.yaml": "a: 1\n"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"units/b.yaml": "b: 1\n"})
    repository.git("checkout", "-q", "main")
    repository.commit({"units/c.yaml": "c: 1\n"})
    repository.git("merge", "-q", "--no-commit", "side")
    repository.commit({"units/evil.yaml": "e: 1\n"})
    merge = commits(repository)[-1]

    assert len(merge.parents) == 2
    assert [(one.path, one.before) for one in merge.changes] == [("units/evil.yaml", ("", ""))]


def test_an_octopus_is_a_merge(repository):
    repository.commit({"units/a.yaml": "a: 1\n"})
    for name in ("x", "y", "z"):
        repository.git("checkout", "-q", "-b", name, "main")
        repository.commit({f"units/{name}.yaml": "b: 1\n"})
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-edit", "x", "y", "z")

    assert [len(one.parents) for one in commits(repository)] == [0, 1, 1, 1, 3]


def test_links_and_nested_repositories_hold_no_record(repository):
    repository.commit({"units/a.yaml": UNIT})
    (repository.ledger / "units" / "link.yaml").symlink_to("a.yaml")
    inner = Repository(repository.ledger / "inner")
    inner.committed()
    repository.commit({})
    (change, nested) = commits(repository)[-1].changes

    assert {(change.path, change.after), (nested.path, nested.after)} == {("inner", ""), ("units/link.yaml", "")}
    assert Revisions(repository.ledger).files().keys() == {"units/a.yaml"}


def test_a_merge_tells_of_each_parent_whether_it_held_a_file(repository):
    repository.commit({"units/a.yaml": "a: 1\n"})
    repository.git("checkout", "-q", "-b", "side")
    (repository.ledger / "units" / "a.yaml").unlink()
    (repository.ledger / "units" / "a.yaml").symlink_to("b.yaml")
    repository.commit({})
    repository.git("checkout", "-q", "main")
    repository.commit({"units/a.yaml": "a: 2\n"})
    repository.git("merge", "-q", "--no-commit", "-s", "ours", "side")
    repository.commit({"units/a.yaml": "a: 3\n"})
    *_, written, linked, merge = (one.changes[0] for one in commits(repository))

    assert (linked.after, merge.path, merge.before) == ("", "units/a.yaml", (written.after, ""))
    assert "" not in (merge.after, written.after)


def test_a_name_that_is_no_utf8_is_shown(repository):
    repository.ledger.mkdir()
    path = os.fsencode(repository.ledger) + b"/\xff\n.yaml"
    with open(path, "wb") as out:
        out.write(b"a: 1\n")
    repository.commit({})

    assert [one.path for one in commits(repository)[0].changes] == ["\\xff\\n.yaml"]


@pytest.mark.parametrize(
    ("author", "stamp"),
    [
        (b"<> 99999999999999999 +9999", Stamp("", "", 99999999999999999, 6039)),
        (b"A <a@example>", Stamp("A", "a@example", None, 0)),
        (b"A <a@example> soon", Stamp("A", "a@example", None, 0)),
        (b"nobody", Stamp("nobody", "", None, 0)),
        (b"\xff <x> -5 -0030", Stamp("\\xff", "x", -5, -30)),
        (b"A <a> <b> 5 +0000", Stamp("A", "a", 5, 0)),
    ],
)
def test_a_weird_author_is_told_as_far_as_it_goes(repository, author, stamp):
    tree = repository.git("mktree", input=b"")
    raw = b"tree %b\nauthor %b\ncommitter %b\n\nA\n" % (tree.encode(), author, author)
    made = repository.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", input=raw)
    (commit,) = commits(repository, made)

    assert (commit.author, commit.committer) == (stamp, stamp)
    assert commit.author.day(SHANGHAI) in (None, date(1970, 1, 1))


def test_a_signature_is_seen_whether_good_or_bad(repository):
    tree = repository.git("mktree", input=b"")
    who = b"A <a> 5 +0000"
    raw = b"tree %b\nauthor %b\ncommitter %b\ngpgsig -----BEGIN\n x\n \n author B <b> 6 +0000\n\nA\n" % (
        tree.encode(),
        who,
        who,
    )
    made = repository.git("hash-object", "-t", "commit", "-w", "--stdin", input=raw)
    (commit,) = commits(repository, made)

    assert (commit.signed, commit.author.name) == (True, "A")


def test_what_was_replaced_on_one_machine_is_told_as_recorded(repository):
    real = repository.commit({"units/a.yaml": "a: 1\n"})
    other = repository.commit({"units/a.yaml": "a: 2\n"})
    repository.git("replace", other, real)

    assert [one.id for one in commits(repository)] == [real, other]


def test_a_repository_without_a_commit_says_so(repository):
    with pytest.raises(CannotRunError) as caught:
        Revisions(repository.ledger)

    assert caught.value.en == "this Git repository has no commit yet"


def test_a_shallow_clone_knows_where_it_is_cut(repository, tmp_path):
    repository.commit({"units/a.yaml": UNIT})
    last = repository.commit({PATH: PROBLEM})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(clone))
    revisions = Revisions(clone / "ledger")

    assert revisions.cut == {last}
    assert [(one.id, len(one.changes)) for one in revisions.commits()] == [(last, 2)]


def test_a_clone_without_contents_says_how_to_mend_it(repository, tmp_path):
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.commit({PATH: PROBLEM})
    repository.commit({PATH: PROBLEM + REPORT})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--filter=blob:none", f"file://{repository.folder}", str(clone))
    repository.folder.rename(tmp_path / "away")
    revisions = Revisions(clone / "ledger")

    with pytest.raises(CannotRunError) as caught:
        trails_of(revisions)
    assert caught.value.en.endswith("clone it whole, without --filter")


def test_a_bare_repository_with_sha256_is_read_alike(tmp_path):
    made = Repository(tmp_path / "a", "--object-format=sha256")
    made.commit({PATH: PROBLEM})
    bare = tmp_path / "b.git"
    made.git("clone", "-q", "--bare", str(made.folder), str(bare))

    assert trails_of(Revisions(bare)) == made.trails()
    assert len(made.trails()[PATH].commits[0].id) == 64


def test_contents_come_in_the_order_asked_for_and_long_ones_cut(repository):
    repository.commit({"units/a.yaml": b"x" * 3_000_000, "units/b.yaml": b"", "units/c.yaml": b"c\n"})
    files = Revisions(repository.ledger).files()
    ids = [files[f"units/{name}.yaml"] for name in "cabc"]
    read = list(Revisions(repository.ledger).contents(ids))

    assert [one for one, _ in read] == ids
    assert [len(data) for _, data in read] == [2, 256 * 1024 + 1, 0, 2]


def test_whoever_has_heard_enough_may_stop(repository):
    repository.commit({f"units/u{n}.yaml": f"a: {n}\n" for n in range(50)})
    revisions = Revisions(repository.ledger)
    ids = [*revisions.files().values()] * 500

    assert next(revisions.contents(ids))[1].startswith(b"a: ")
    assert next(revisions.commits()).parents == ()


def test_ten_thousand_commits_are_one_pass(repository):
    lines = [b"reset refs/heads/main\n"]
    for number in range(10_000):
        who = b"A <a@example> %d +0800" % (1_700_000_000 - number)
        text = b"a: %d\n" % number
        lines.append(b"commit refs/heads/main\ncommitter %b\ndata 1\nA\n" % who)
        lines.append(b"M 100644 inline ledger/units/a.yaml\ndata %d\n%b\n" % (len(text), text))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository.folder, input=b"".join(lines), check=True)
    found = commits(repository)
    ancestry = Ancestry(found)

    assert len(found) == 10_000
    assert ancestry.descends(found[-1].id, found[0].id)
    assert not ancestry.descends(found[0].id, found[-1].id)


def test_descent_is_that_of_the_graph(repository):
    base = repository.commit({"units/a.yaml": "a: 1\n"})
    left = [repository.commit({"units/l.yaml": f"{n}"}) for n in range(2)]
    repository.git("checkout", "-q", "-b", "side", base)
    right = [repository.commit({"units/r.yaml": f"{n}"}) for n in range(2)]
    repository.git("merge", "-q", "--no-edit", left[0])
    merge = repository.git("rev-parse", "HEAD")
    repository.git("merge", "-q", "--no-edit", "main")
    found = commits(repository, "side")
    ancestry = Ancestry(found)
    pairs = {(one.id, other.id) for one in found for other in found if ancestry.descends(one.id, other.id)}
    real = {(one.id, other) for one in found for other in repository.git("rev-list", one.id).split()}

    assert {base, merge, *left, *right} < {one.id for one in found}
    assert pairs == real
