"""Ways to cheat, each caught with the commit that did it; and an honest history, of which nothing is said."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from tests.history.district import DAY, LAST, Cheat, District, made, public_key

from inspection.history.revisions import Revisions
from inspection.history.seal import seal_of

P = "problems/R13-01/R13-01-0001.yaml"
P2 = "problems/R13-01/R13-01-0002.yaml"
OPEN = "problems/R13-05/R13-05-0001.yaml"
R = "rounds/R13-01/lanting.yaml"
LETTER = "letters/2024/L2024-001.yaml"
POLICY = "policy/2024-01-01.yaml"
MEASURES = "    measures:\n      - {id: M9, text: 补}\n"
CORRECTED = f"""amount: 1080.00
corrections: [{{date: {DAY}, path: /amount, was: 999.00, is: 1080.00, why: 笔误, by: office}}]
"""


@pytest.fixture(scope="session")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's repository, audited once: later audits go on from there."""
    from inspection.cli import main

    folder = made(tmp_path_factory.mktemp("district"))
    assert main(["audit", "--ledger", str(folder)]) == 0
    return folder


@pytest.fixture
def district(honest: Path, tmp_path: Path) -> District:
    return District(honest, tmp_path / "district")


def line(text: str) -> str:
    return f"      - {{{text}}}"


def edited(path: str, old: str, new: str, by: str = "office") -> Cheat:
    def cheat(one: District) -> str:
        one.edit(path, old, new)
        return one.commit(by)

    return cheat


def said(path: str, text: str, by: str = "office") -> Cheat:
    def cheat(one: District) -> str:
        one.add(path, line(text))
        return one.commit(by)

    return cheat


def deleted(one: District) -> str:
    (one.ledger / P).unlink()
    return one.commit()


def renamed(one: District) -> str:
    one.git("mv", f"ledger/{P}", f"ledger/{P.replace('0001', '0901')}")
    return one.commit()


def renamed_letter(one: District) -> str:
    one.git("mv", f"ledger/{LETTER}", "ledger/letters/2024/L2024-901.yaml")
    return one.commit()


def deleted_and_put_back(one: District) -> str:
    text = one.text(P)
    commit = deleted(one)
    one.write(P, text)
    one.commit()
    return commit


def deleted_and_put_back_changed(one: District) -> str:
    text = one.text(P)
    deleted(one)
    one.write(P, text.replace("2022-07-11, action: agree", "2022-07-10, action: agree"))
    return one.commit()


def moved_between_files(one: District) -> str:
    entry = line("date: 2022-07-11, action: agree, by: discipline, how: documents") + "\n"
    one.edit(P, entry, "")
    one.add(OPEN, entry.rstrip("\n"))
    return one.commit("discipline")


def swapped(one: District) -> str:
    lines = one.text(P).splitlines(keepends=True)
    place = next(n for n, each in enumerate(lines) if "action: start" in each)
    lines[place : place + 2] = reversed(lines[place : place + 2])
    one.write(P, "".join(lines))
    return one.commit()


def item_gone(one: District) -> str:
    one.write(P, one.text(P)[: one.text(P).index("items:")])
    return one.commit()


def reformatted(one: District) -> str:
    one.write(P, one.text(P).replace("\n  ", "\n    "))
    return one.commit()


def hidden_in_a_reformatting(one: District) -> str:
    one.write(P, one.text(P).replace("\n  ", "\n    ").replace("due: 2022-07-29", "due: 2022-08-29"))
    return one.commit()


def made_unreadable(one: District) -> str:
    one.write(P, "items: [\n")
    return one.commit()


def changed_behind_an_unreadable_version(one: District) -> str:
    text = one.text(P)
    made_unreadable(one)
    one.write(P, text.replace("by: discipline, how: documents", "by: organization, how: documents"))
    return one.commit()


def made_a_link(one: District) -> str:
    (one.ledger / P).unlink()
    (one.ledger / P).symlink_to("R13-01-0002.yaml")
    return one.commit()


def made_good_afterwards(one: District) -> str:
    one.add(OPEN, line(f"date: {DAY}, action: close, by: office, how: documents"))
    one.commit()
    one.add(OPEN, line("date: 2024-12-30, action: agree, by: discipline, how: documents"))
    return one.commit("discipline")


def stamped(**times: str) -> Cheat:
    def cheat(one: District) -> str:
        one.add(OPEN, line(f"date: {DAY}, action: supervise, by: office, how: liaison, note: 已对接"))
        return one.commit(**times)

    return cheat


def reported(by: str = "lanting", **how: object) -> Cheat:
    def cheat(one: District) -> str:
        one.add(OPEN, line(f"date: {DAY}, action: report, by: unit, note: 已开展比选"))
        return one.commit(by, **how)

    return cheat


def with_a_key_of_its_own(one: District) -> str:
    one.add("signers.yaml", f"  - {{role: discipline, key: {public_key('thief')}, from: 2024-01-01}}")
    one.add(OPEN, line(f"date: {DAY}, action: supervise, by: discipline, how: urging, note: 已督办"))
    return one.commit("discipline", key="thief")


def with_a_key_of_the_same_request(one: District) -> str:
    one.git("checkout", "-q", "-b", "request")
    one.add("signers.yaml", f"  - {{role: discipline, key: {public_key('thief')}, from: 2024-01-01}}")
    one.commit()
    one.add(OPEN, line(f"date: {DAY}, action: supervise, by: discipline, how: urging, note: 已督办"))
    commit = one.commit("discipline", key="thief")
    one.git("checkout", "-q", "main")
    one.merge("request")
    return commit


def keys_added_by_a_unit(one: District) -> str:
    one.add("signers.yaml", f"  - {{role: discipline, key: {public_key('thief')}, from: 2024-01-01}}")
    return one.commit("lanting")


def forged(one: District, armour: str | None = None) -> str:
    """Write the head commit anew with other words under the old signature, or with another signature."""
    reported()(one)
    raw = subprocess.run(["git", "cat-file", "commit", "HEAD"], cwd=one.folder, check=True, capture_output=True).stdout
    raw = raw.replace(b"data: A", b"data: B") if armour is None else raw.replace(b"SSH SIGNATURE", armour.encode())
    commit = one.git("hash-object", "-t", "commit", "-w", "--stdin", input=raw)
    one.git("reset", "-q", "--hard", commit)
    return commit


def signed_otherwise(one: District) -> str:
    return forged(one, "PGP SIGNATURE")


def branch(one: District) -> None:
    """Leave a branch `other` with an honest report, and `main` with something else."""
    one.git("checkout", "-q", "-b", "other")
    one.add(OPEN, line(f"date: {DAY}, action: report, by: unit, note: 已开展比选"))
    one.commit("lanting")
    one.git("checkout", "-q", "main")
    one.write("papers/new-paper.yaml", one.text("papers/talent-rules.yaml"))
    one.commit()


def evil_merge(one: District) -> str:
    branch(one)
    one.merge("other", "--no-commit")
    one.add(OPEN, line(f"date: {DAY}, action: supervise, by: office, how: liaison, note: 已对接"))
    return one.commit()


def evil_merge_of_something_else(one: District) -> str:
    branch(one)
    one.merge("other", "--no-commit")
    one.edit(P, "2022-07-11, action: agree", "2022-07-10, action: agree")
    return one.commit()


def evil_merge_of_words(one: District) -> str:
    branch(one)
    one.merge("other", "--no-commit")
    one.edit(OPEN, "note: 已开展比选", "note: 已全部完成")
    return one.commit()


def merge_with_a_new_record(one: District) -> str:
    branch(one)
    one.merge("other", "--no-commit")
    one.write("papers/another-paper.yaml", one.text("papers/talent-rules.yaml"))
    return one.commit()


def merge_that_drops_a_side(one: District) -> str:
    branch(one)
    one.merge("-s", "ours", "other")
    return one.head()


def merge_that_drops_a_record(one: District) -> str:
    one.git("checkout", "-q", "-b", "other")
    one.write("papers/new-paper.yaml", one.text("papers/talent-rules.yaml"))
    one.commit()
    one.git("checkout", "-q", "main")
    reported()(one)
    one.merge("-s", "ours", "other")
    return one.head()


def cheated_on_a_branch(one: District) -> str:
    one.git("checkout", "-q", "-b", "other")
    one.edit(P, "2022-07-11, action: agree", "2022-07-10, action: agree")
    commit = one.commit("discipline")
    one.git("checkout", "-q", "main")
    reported()(one)
    one.merge("other")
    return commit


def another_root(one: District) -> str:
    one.git("checkout", "-q", "--orphan", "root")
    commit = one.commit()
    one.git("checkout", "-q", "main")
    one.merge("--allow-unrelated-histories", "-s", "ours", "root")
    return commit


def policy_with_records(one: District) -> str:
    one.edit("district.yaml", "demonstration:.*\n", "")
    one.commit()
    one.edit("calendar/2027.yaml", "status: provisional", "status: official")
    one.add(OPEN, line(f"date: {DAY}, action: report, by: unit, note: 已开展比选"))
    return one.commit("lanting")


CHEATS: dict[str, tuple[str, Cheat]] = {
    "an old entry reads otherwise": ("CHG02", edited(P, "note: 已明确责任人和时限", "note: 已明确")),
    "an old entry has another day": ("CHG02", edited(P, "2022-07-11, action: agree", "2022-07-10, action: agree")),
    "an old entry speaks for another": ("CHG02", edited(P, "agree, by: discipline", "agree, by: organization")),
    "an old entry gains a word": ("CHG02", edited(P, "agree, by: discipline", "agree, note: 已核, by: discipline")),
    "an entry is taken out": ("CHG02", edited(P, "      - .*2022-07-11.*\n", "")),
    "entries change their order": ("CHG02", swapped),
    "a letter's entry is changed": ("CHG02", edited(LETTER, "action: issue, by: office", "action: issue, by: audit")),
    "an item is taken out with its log": ("CHG02", item_gone),
    "an item gets another number": ("CHG02", edited(P, "- id: 1\n", "- id: 9\n")),
    "a record is deleted": ("CHG01", deleted),
    "a record is renamed": ("CHG01", renamed),
    "a record is deleted and put back": ("CHG01", deleted_and_put_back),
    "a record is deleted and comes back changed": ("CHG02", deleted_and_put_back_changed),
    "a record becomes a link": ("CHG01", made_a_link),
    "an entry is moved to another record": ("AUD03", moved_between_files),
    "the deadline is another": ("CHG03", edited(P, "due: 2022-07-29", "due: 2022-09-29")),
    "the task is another": ("CHG03", edited(P, "task: 请第三方", "task: 请")),
    "the lead is another": ("CHG03", edited(P, "lead: lanting", "lead: housing-bureau")),
    "the statement is another": ("CHG03", edited(P, "工程量6处", "工程量1处")),
    "the problem is another unit's": ("CHG03", edited(P, "unit: lanting", "unit: zhiting")),
    "the amount is another": ("CHG03", edited(P, "amount: 108000.00", "amount: 1080.00")),
    "a measure comes after the plan": ("CHG03", edited(P, "    measures:\n", MEASURES)),
    "a measure goes after the plan": ("CHG03", edited(P, "      - {id: M2.*\n", "")),
    "the evidence is another": ("CHG03", edited(P, '0d3d1cb5', "1d3d1cb5")),
    "money is counted otherwise": ("CHG03", edited(P, "yuan: 86400", "yuan: 96400")),
    "ballots are counted otherwise": ("CHG03", edited(R, "dissatisfied: 2", "dissatisfied: 0")),
    "a score is another": ("CHG03", edited(R, "score: 18.6", "score: 19.6")),
    "a signature has another day": ("CHG03", edited(R, "signed: {unit: 2022-05-20", "signed: {unit: 2022-05-21")),
    "a signature is gone": ("CHG03", edited(R, ", leader_in_charge: 2022-05-23", "")),
    "a review decided otherwise": ("CHG03", edited(R, "decision: accept", "decision: return")),
    "the day on site is another": ("CHG03", edited(R, "to: 2022-04-25", "to: 2022-05-05")),
    "a correction names another old value": (
        "CHG03",
        edited(P, "amount: 108000.00\n", CORRECTED),
    ),
    "a public text is changed after approval": ("CHG06", edited(P, "title: 工程变更未", "title: 个别工程变更未")),
    "a record is only set anew": ("AUD06", reformatted),
    "a change hides in white space": ("AUD06", hidden_in_a_reformatting),
    "a change in white space is seen all the same": ("CHG03", hidden_in_a_reformatting),
    "a record is made unreadable": ("AUD07", made_unreadable),
    "a change hides behind a version nobody can read": ("CHG02", changed_behind_an_unreadable_version),
    "an entry is voided without a reason": (
        "LIF01", said(OPEN, f"date: {DAY}, action: correct, by: office, entry: 1, void: true"),
    ),
    "an item is closed on nobody's agreement": (
        "LIF01", said(OPEN, f"date: {DAY}, action: close, by: office, how: documents"),
    ),
    "a move is made good afterwards": ("LIF01", made_good_afterwards),
    "an extension answers no ask": ("LIF07", said(OPEN, f"date: {DAY}, action: extend, by: office, until: 2025-06-30")),
    "an entry is of a day to come": (
        "LIF02", said(OPEN, "date: 2025-03-01, action: report, by: unit, note: 已完成", "lanting"),
    ),
    "an entry comes months later": (
        "CHG04",
        edited(
            "problems/R13-04/R13-04-0001.yaml",
            "    log:\n",
            "    log:\n" + line("date: 2024-06-03, action: supervise, by: office, how: urging, note: 已督办") + "\n",
        ),
    ),
    "the author's day is long ago": ("AUD05", stamped(written="2024-06-01T10:00:00+0800")),
    "the author's day is to come": ("AUD05", stamped(written="2025-06-01T10:00:00+0800")),
    "the commit's day is long ago": ("AUD04", stamped(when="2024-06-01T10:00:00+0800", written=LAST)),
    "both days are long ago": ("AUD04", stamped(when="2024-06-01T10:00:00+0800")),
    "nobody signs": ("CHG07", reported(signed=False)),
    "another body signs": ("CHG07", reported("discipline")),
    "another unit signs": ("CHG07", reported("zhiting")),
    "an old key signs": ("CHG07", reported(key="lanting")),
    "a key nobody knows signs": ("CHG07", reported(key="thief")),
    "a key comes with what it signs": ("CHG07", with_a_key_of_its_own),
    "a key comes in the same request": ("CHG07", with_a_key_of_the_same_request),
    "a unit adds a key": ("AUD10", keys_added_by_a_unit),
    "a key becomes another body's": ("AUD10", edited("signers.yaml", "role: audit,", "role: discipline,")),
    "a key is taken out": ("AUD10", edited("signers.yaml", "  - {role: audit,.*\n", "")),
    "a key is valid again": ("AUD10", edited("signers.yaml", "until: 2022-12-30", "until: 2029-12-30")),
    "a commit is forged": ("AUD09", forged),
    "a signature cannot be checked": ("CHG07", signed_otherwise),
    "a merge adds an entry": ("AUD01", evil_merge),
    "a merge changes a record neither side touched": ("CHG02", evil_merge_of_something_else),
    "a merge changes words": ("AUD01", evil_merge_of_words),
    "a merge adds a record": ("AUD01", merge_with_a_new_record),
    "a merge drops a side": ("AUD02", merge_that_drops_a_side),
    "a merge drops a record": ("AUD02", merge_that_drops_a_record),
    "a branch is merged that cheated": ("CHG02", cheated_on_a_branch),
    "a history without a beginning is joined": ("AUD08", another_root),
    "a policy in force is changed": ("AUD11", edited(POLICY, 'backdating: "30d"', 'backdating: "300d"')),
    "rules and records change together": ("CHG05", policy_with_records),
}  # fmt: skip


@pytest.mark.parametrize("name", CHEATS)
def test_it_is_caught_and_its_commit_is_named(
    name: str, district: District, capsys: pytest.CaptureFixture[str]
) -> None:
    code, cheat = CHEATS[name]
    commit = cheat(district)

    assert (code, commit) in district.found(capsys)


@pytest.fixture
def published(district: District, tmp_path: Path) -> Path:
    """The seal of the honest history, as it was published once."""
    commits = list(Revisions(district.ledger).commits())
    seal = seal_of(commits, ZoneInfo("Asia/Shanghai"))
    (tmp_path / "seal.json").write_bytes(msgspec.json.encode(seal))
    return tmp_path / "seal.json"


def amended(one: District) -> None:
    one.edit(OPEN, "note: 已成立专班", "note: 已成立工作专班")
    one.amend()


def squashed(one: District) -> None:
    one.git("reset", "-q", "--soft", "HEAD~8")
    one.commit()


def pushed_by_force(one: District) -> None:
    one.git("reset", "-q", "--hard", "HEAD~3")
    one.write("papers/new-paper.yaml", one.text("papers/talent-rules.yaml"))
    one.commit()


def begun_anew(one: District) -> None:
    one.git("checkout", "-q", "--orphan", "anew")
    one.commit()
    one.git("branch", "-q", "-M", "anew", "main")


@pytest.mark.parametrize("rewrite", [amended, squashed, pushed_by_force, begun_anew])
def test_no_sealed_commit_is_rewritten_unseen(
    rewrite: Callable[[District], None], district: District, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = district.head()
    assert district.found(capsys, "--published", str(published)) == set()

    rewrite(district)

    assert ("CHG08", sealed) in district.found(capsys, "--published", str(published))


def test_a_rewriting_the_leading_group_decided_is_accepted_and_told(
    district: District, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = district.head()
    pushed_by_force(district)
    new = district.head()
    row = f'{{date: {DAY}, by: leading_group, reason: 误录举报人信息, old: "{old}", new: "{new}"}}'
    district.write("purges.yaml", f"purges:\n  - {row}\n")
    district.commit("leading_group")

    told = district.audit(capsys, "--published", str(published), "--departures")

    assert told["findings"] == []
    assert [one["reason"] for one in told["departures"] if one["sort"] == "purged"] == ["误录举报人信息"]


def test_a_purge_in_another_bodys_name_explains_nothing(
    district: District, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = district.head()
    pushed_by_force(district)
    row = f'{{date: {DAY}, by: leading_group, reason: 误录举报人信息, old: "{old}", new: "{district.head()}"}}'
    district.write("purges.yaml", f"purges:\n  - {row}\n")
    commit = district.commit("office")

    assert ("CHG07", commit) in district.found(capsys, "--published", str(published))


def test_an_honest_history_gives_no_finding(district: District, capsys: pytest.CaptureFixture[str]) -> None:
    told = district.audit(capsys)

    assert told["findings"] == []
    assert told["signing"]
    assert told["commits"] == int(district.git("rev-list", "--count", "HEAD"))


def test_what_an_audit_remembers_never_changes_what_it_finds(
    district: District, capsys: pytest.CaptureFixture[str]
) -> None:
    for cheat in (made_unreadable, stamped(when="2024-06-01T10:00:00+0800"), deleted):
        cheat(district)
        district.found(capsys)
    district.write(P, "unit: lanting\n")
    district.commit(signed=False)
    remembered = district.audit(capsys)

    for file in (district.folder / ".cache").rglob("audit-*"):
        file.write_bytes(file.read_bytes()[:-9] + b"damaged!!")
    damaged = district.audit(capsys)
    shutil.rmtree(district.folder / ".cache")

    assert damaged == remembered
    assert district.audit(capsys) == remembered
    assert len(remembered["findings"]) > 4


def test_only_what_came_after_a_commit_is_told(district: District, capsys: pytest.CaptureFixture[str]) -> None:
    early = deleted(district)
    late = renamed_letter(district)

    assert {commit for _, commit in district.found(capsys)} == {early, late}
    assert {commit for _, commit in district.found(capsys, "--since", early)} == {late}
    assert {commit for _, commit in district.found(capsys, "--at", early)} == {early}


@pytest.mark.parametrize("old", ["HEAD~1", "HEAD~4", "HEAD^2"])
def test_a_branch_older_than_the_last_audit_is_judged_as_if_there_had_been_none(
    old: str, district: District, capsys: pytest.CaptureFixture[str]
) -> None:
    district.git("checkout", "-q", "-b", "other", old)
    district.edit(P, "2022-07-11, action: agree", "2022-07-10, action: agree")
    cheated = district.commit("discipline")
    district.add(P2, line(f"date: {DAY}, action: supervise, by: office, how: urging, note: 已督办"))
    district.commit()
    district.git("checkout", "-q", "main")
    district.write("papers/new-paper.yaml", district.text("papers/talent-rules.yaml"))
    district.commit()
    district.merge("other", "--no-commit")
    district.edit(LETTER, "action: receive", "action: withdraw")
    evil = district.commit()
    remembered = district.audit(capsys)
    shutil.rmtree(district.folder / ".cache")

    assert {("CHG02", cheated), ("CHG02", evil), ("AUD01", evil)} <= {
        (one["code"], one["commit"]) for one in remembered["findings"]
    }
    assert district.audit(capsys) == remembered
