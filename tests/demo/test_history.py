"""The demonstration's own history: honest, signed, and at every commit a ledger without errors."""

import subprocess
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from tests.demo.seeded_keys import seeded_key

from inspection.demo import generate
from inspection.demo.digest import digest_of
from inspection.demo.findings import Found
from inspection.demo.history import replay
from inspection.demo.history.acts import acts
from inspection.demo.history.births import birth
from inspection.demo.history.states import Growth
from inspection.emit import emit
from inspection.finding import Severity
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import Revision
from inspection.rules.framework import Context
from inspection.rules.judge import judge

ROOT = Path(__file__).parents[2]
UNITS, PROBLEMS = 30, 40
Leaf = tuple[str | int, ...]


class Commit(NamedTuple):
    """A commit of the history under test."""

    id: str
    parents: tuple[str, ...]
    author: str
    authored: datetime
    committer: str
    committed: datetime
    subject: str

    @property
    def day(self) -> date:
        return self.committed.date()


class History(NamedTuple):
    """A small district's repository, oldest commit first, and what each commit changed against its first parent."""

    folder: Path
    commits: list[Commit]
    changed: dict[str, list[tuple[str, str, str]]]


def git(folder: Path, *words: str, given: str | None = None) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *words], input=given, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    folder = tmp_path_factory.mktemp("history")
    replay(folder, UNITS, PROBLEMS, maker=seeded_key)
    rows = git(folder, "log", "--reverse", "--topo-order", "--format=%H%x1f%P%x1f%ae%x1f%aI%x1f%ce%x1f%cI%x1f%s")
    commits = []
    for row in rows.splitlines():
        identity, parents, author, authored, committer, committed, subject = row.split("\x1f")
        times = datetime.fromisoformat(authored), datetime.fromisoformat(committed)
        commits.append(Commit(identity, tuple(parents.split()), author, times[0], committer, times[1], subject))
    return History(folder, commits, dict(changes(folder)))


def changes(folder: Path) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield each commit with (path, old blob, new blob) against its first parent."""
    raw = git(
        folder, "log", "--raw", "--no-abbrev", "--no-renames", "-m", "--first-parent", "--root", "--format=%x1e%H"
    )
    raw += git(folder, "log", "--raw", "--no-abbrev", "--no-renames", "--no-merges", "--root", "--format=%x1e%H")
    for block in raw.split("\x1e")[1:]:
        identity, *lines = block.split("\n")
        rows = [line.split() for line in lines if line]
        yield identity, [(row[5], row[2], row[3]) for row in rows]


@pytest.fixture(scope="module")
def contents(history: History) -> dict[str, Any]:
    """Every version of every file, as plain data by its id."""
    blobs = sorted({blob for rows in history.changed.values() for _, _, blob in rows})
    done = subprocess.run(
        ["git", "-C", str(history.folder), "cat-file", "--batch"],
        input="\n".join(blobs).encode(), check=True, capture_output=True,
    ).stdout  # fmt: skip
    found = {}
    for blob in blobs:
        head, _, done = done.partition(b"\n")
        size = int(head.split()[2])
        found[blob] = yaml.load(done[:size], yaml.CBaseLoader)
        done = done[size + 1 :]
    return found


def leaves(value: Any, pointer: Leaf = ()) -> Iterator[tuple[Leaf, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*pointer, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*pointer, place))
    else:
        yield pointer, value


def test_the_last_commit_is_the_demonstration_ledger_byte_for_byte(history: History) -> None:
    there = {
        path.relative_to(history.folder).as_posix(): path.read_bytes()
        for path in history.folder.glob("ledger/**/*.yaml")
    }
    told = {f"ledger/{path}": emit(record).encode() for path, record in generate(UNITS, PROBLEMS)}

    assert there.keys() == told.keys()
    assert [path for path in told if there[path] != told[path]] == ["ledger/signers.yaml"]
    assert git(history.folder, "status", "--porcelain", "--ignored") == ""
    assert git(history.folder, "ls-files").split() == sorted(there)


def test_the_same_keys_give_the_same_commits_and_fresh_keys_others(history: History, tmp_path: Path) -> None:
    for name in ("same", "other"):
        (tmp_path / name).mkdir()
    replay(tmp_path / "same", UNITS, PROBLEMS, maker=seeded_key)
    replay(tmp_path / "other", UNITS, PROBLEMS)

    assert git(tmp_path / "same", "rev-parse", "HEAD").strip() == history.commits[-1].id
    assert git(tmp_path / "other", "rev-parse", "HEAD").strip() != history.commits[-1].id


def test_the_repository_is_sound_and_has_many_commits_and_merges(history: History) -> None:
    merges = [commit for commit in history.commits if len(commit.parents) == 2]

    git(history.folder, "fsck", "--strict", "--no-dangling")
    assert git(history.folder, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/main"]
    assert len(history.commits) > 1000
    assert len(merges) > 80
    assert all(len(commit.parents) <= 2 for commit in history.commits)
    assert [commit for commit in history.commits if not commit.parents] == history.commits[:1]


def test_the_standard_district_has_more_than_three_thousand_acts_and_some_days_with_many() -> None:
    records = {path: record for path, record in generate() if path != "signers.yaml"}
    some = acts(records, {path: birth(path, records) for path in records}, 13)

    assert len(some) > 3000
    assert [act.day for act in some] == sorted(act.day for act in some)


def test_dates_never_run_backwards_and_lie_in_working_hours(history: History) -> None:
    by_id = {commit.id: commit for commit in history.commits}

    assert [one.id for one in history.commits if any(by_id[up].committed > one.committed for up in one.parents)] == []
    assert all((commit.author, commit.authored) == (commit.committer, commit.committed) for commit in history.commits)
    assert all(commit.committed.utcoffset() == timedelta(hours=8) for commit in history.commits)
    assert all(8 <= commit.committed.hour < 18 for commit in history.commits)
    assert history.commits[0].day == date(2021, 9, 28)
    assert history.commits[-1].day == date(2024, 12, 31)


def test_every_state_is_a_ledger_without_errors(history: History) -> None:
    schemas = Schemas.in_folder(ROOT / "schemas")
    wrong = []
    for commit in [*history.commits[:5], *history.commits[5::25], history.commits[-1]]:
        loaded = load(Revision(history.folder / "ledger", commit.id), schemas)
        found = [*loaded.findings, *judge(Context(loaded.ledger, commit.day))]
        wrong += [(commit.subject, one.code, one.path) for one in found if one.severity is Severity.ERROR]

    assert wrong == []


def test_nothing_recorded_is_altered_or_removed_but_by_a_correction(history: History, contents: dict[str, Any]) -> None:
    lost = []
    for identity, rows in history.changed.items():
        for path, old, new in rows:
            if not old.strip("0"):
                continue
            before, after = dict(leaves(contents[old])), dict(leaves(contents[new]))
            mended = {
                tuple(row["path"].split("/")[1:]): (row["was"], row["is"])
                for row in contents[new].get("corrections", [])[len(contents[old].get("corrections", [])) :]
            }
            changed = {pointer for pointer, value in before.items() if after.get(pointer) != value}
            assert {pointer: (before[pointer], after[pointer]) for pointer in mended} == mended
            lost += [(identity, path, pointer) for pointer in changed - mended.keys() - {("public", "title")}]

    assert lost == []
    assert any("corrections" in each for each in contents.values())


def test_merges_bring_in_nothing_of_their_own(history: History) -> None:
    own = git(history.folder, "log", "--merges", "--cc", "--raw", "--format=%x1e%s")
    merges = [commit for commit in history.commits if len(commit.parents) == 2]

    assert [block for block in own.split("\x1e") if len(block.strip().splitlines()) > 1] == []
    assert {commit.author for commit in merges} == {"office@yunzhu.example"}
    assert all(history.changed[commit.id] for commit in merges)


def test_policy_calendar_and_signers_change_apart_from_records(history: History) -> None:
    kinds = defaultdict(set)
    for identity, rows in history.changed.items():
        for path, _, _ in rows:
            kinds[identity].add(
                path.split("/")[1] if path.split("/")[1] in {"policy", "calendar", "signers.yaml"} else "records"
            )
    mixed = [identity for identity, some in kinds.items() if len(some) > 1]

    assert mixed == [history.commits[0].id]
    assert {"policy", "calendar", "signers.yaml"} <= set.union(*kinds.values())


def test_every_entry_is_recorded_within_days_by_the_body_it_speaks_for(
    history: History, contents: dict[str, Any]
) -> None:
    words = {"office", "discipline", "organization", "group", "leading_group", "five_person_group"}
    late, wrong, seen = [], [], 0
    for commit in history.commits:
        for path, old, new in history.changed[commit.id] if len(commit.parents) < 2 else ():
            if path.startswith("ledger/people/"):
                continue
            before = {pointer for pointer, _ in leaves(contents.get(old, {}))}
            for pointer, value in leaves(contents[new]):
                if pointer in before or pointer[-1] != "date" or "evidence" in pointer:
                    continue
                entry: Any = contents[new]
                for key in pointer[:-1]:
                    entry = entry[key]
                seen += 1
                if not 0 <= (commit.day - date.fromisoformat(value)).days <= 14:
                    late.append((commit.day, path, pointer, value))
                if isinstance(entry.get("by"), str) and entry["by"] in words and "training" not in pointer:
                    wrong += [(path, pointer, commit.author)] * (commit.author != f"{entry['by']}@yunzhu.example")

    assert seen == sum(
        pointer[-1] == "date" and "evidence" not in pointer
        for path, record in generate(UNITS, PROBLEMS)
        if not path.startswith("people/")
        for pointer, _ in leaves(record)
    )
    assert late == []
    assert wrong == []


def test_units_write_for_themselves(history: History, contents: dict[str, Any]) -> None:
    writers = set()
    for commit in history.commits:
        for path, old, new in history.changed[commit.id] if len(commit.parents) < 2 else ():
            if path.startswith("ledger/problems/") and old in contents and "log" in contents[new].get("items", [{}])[0]:
                log, there = contents[new]["items"][0]["log"], contents[old]["items"][0].get("log", [])
                added = {entry["by"] for entry in log[len(there) :]}
                moved = any("lead" in entry for entry in log)
                if added == {"unit"} and not moved:
                    writers.add((contents[new]["unit"], commit.author.split("@")[0]))

    assert len(writers) > 15
    assert {unit for unit, writer in writers if unit != writer} <= {"audit-bureau", "petition-bureau", "finance-bureau"}


def test_git_itself_accepts_the_signatures(history: History, tmp_path: Path) -> None:
    signers = yaml.load((history.folder / "ledger/signers.yaml").read_bytes(), yaml.BaseLoader)
    allowed = tmp_path / "allowed"
    allowed.write_text("".join(f"{row}\n" for row in map(allowed_signer, signers["keys"])), encoding="utf-8")
    around = [one for one in history.commits if one.author.startswith("discipline@") and one.day.year == 2023]
    some = [*history.commits[::40], *around[::8], history.commits[-1]]
    rows = git(
        history.folder, "-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={allowed}",
        "log", "--no-walk", "--stdin", "--format=%G? %GS %ae", given="".join(f"{one.id}\n" for one in some),
    )  # fmt: skip

    assert len(rows.splitlines()) == len({one.id for one in some})
    assert [row for row in rows.splitlines() if row.split()[0] != "G" or row.split()[1] != row.split()[2]] == []


def allowed_signer(row: dict[str, str]) -> str:
    days = f'valid-after="{row["from"].replace("-", "")}0000"'
    if "until" in row:
        days += f',valid-before="{row["until"].replace("-", "")}2359"'
    return f'{row.get("unit", row["role"])}@yunzhu.example namespaces="git",{days} {row["key"]}'


def test_keys_are_replaced_without_a_gap_and_no_private_half_is_kept(history: History) -> None:
    signers = yaml.load((history.folder / "ledger/signers.yaml").read_bytes(), yaml.BaseLoader)
    rings = defaultdict(list)
    for row in signers["keys"]:
        rings[row.get("unit", row["role"])].append(row)
    replaced = {body: rows for body, rows in rings.items() if len(rows) > 1}
    objects = git(history.folder, "cat-file", "--batch-all-objects", "--batch-check=%(objecttype)").split()

    assert {"office", "discipline"} <= replaced.keys()
    for rows in replaced.values():
        for old, new in pairwise(rows):
            assert date.fromisoformat(new["from"]) - date.fromisoformat(old["until"]) == timedelta(days=1)
    assert len({row["key"] for row in signers["keys"]}) == len(signers["keys"])
    assert objects.count("commit") == len(history.commits)
    assert objects.count("blob") == len({blob for rows in history.changed.values() for _, _, blob in rows})
    assert not [path for path in history.folder.rglob("*") if "key" in path.name or path.suffix in {".pub", ".pem"}]


def test_a_notice_taken_back_had_the_digest_of_the_words_it_had() -> None:
    records = {path: record for path, record in generate() if path != "signers.yaml"}
    births = {path: birth(path, records) for path in records}
    growths = {path: Growth(record, births[path].before) for path, record in records.items()}
    renewed = [path for path, each in records.items() if len(each.get("publication", {}).get("society", [])) > 1]
    approved: dict[str, int] = {}
    for number, act in enumerate(acts(records, births, 13), 1):
        for part in act.parts:
            growths[part.path].step(part.pointer, number)
            if part.path in renewed and part.pointer == ("publication", "society", 0):
                approved[part.path] = number

    assert renewed
    assert approved.keys() == set(renewed)
    for path in renewed:
        _, round_, unit = path.removesuffix(".yaml").split("/")
        of_unit = [
            name for name, one in records.items() if name.startswith(f"problems/{round_}/") and one["unit"] == unit
        ]
        shown = [growths[name].at(approved[path]) for name in of_unit]
        rows = [
            Found(name.split("/")[-1].removesuffix(".yaml"), one, "", "")
            for name, one in zip(of_unit, shown, strict=True)
        ]
        assert digest_of(rows) == records[path]["publication"]["society"][0]["digest"]
