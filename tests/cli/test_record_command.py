"""`inspection record` and `inspection new`, as they are typed, in a copy of the demonstration ledger."""

import hashlib
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspection.cli import main

HOME = Path(__file__).resolve().parents[2]
ITEM, FILE = "R13-07-0001/1", "ledger/problems/R13-07/R13-07-0001.yaml"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("read")
    shutil.copytree(HOME / "ledger", folder / "ledger")
    main(["check", "--ledger", str(folder)])
    return folder


class Office:
    """A copy of the ledger, and what commands print there."""

    def __init__(self, folder, capsys):
        self.folder, self._capsys = folder, capsys

    def run(self, *typed, language="zh"):
        self._capsys.readouterr()
        code = main([*typed, "--ledger", str(self.folder), "--language", language])
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err

    def text(self, path=FILE):
        return (self.folder / path).read_bytes().decode()


@pytest.fixture
def office(read_once, tmp_path, capsys):
    shutil.copytree(read_once, tmp_path / "office")
    return Office(tmp_path / "office", capsys)


def test_a_fact_is_written_and_told_in_a_sentence(office):
    old = office.text()

    code, out, _ = office.run("record", ITEM, "start", "--by", "责任单位", "--note", "已成立专班")

    new = office.text()
    line = next(number for number, line in enumerate(new.splitlines(), 1) if "已成立专班" in line)
    assert code == 0
    assert out.splitlines()[0] == f"{ITEM} 启动整改：已写入 {FILE} 第 {line} 行。"
    assert "现在是「正在整改」" in out
    assert "整改期限 2025-02-14" in out
    assert [one for one in new.splitlines() if one not in old.splitlines()] == [
        "      - {date: 2024-12-31, action: start, by: unit, note: 已成立专班}",
    ]  # fmt: skip


def test_without_an_action_it_says_what_may_be_recorded_now(office):
    code, out, _ = office.run("record", ITEM)

    assert code == 0
    assert "现在是「未整改」" in out
    assert "start         启动整改（由责任单位、上级党组织、巡察组办理）" in out
    assert " close " not in out


def test_it_says_so_in_english_too(office):
    _, listed, _ = office.run("record", ITEM, language="en")
    code, out, _ = office.run("record", ITEM, "start", "--by", "unit", language="en")

    assert "is not started; may be recorded now:" in listed
    assert (code, out.splitlines()[0]) == (0, f"{ITEM}: start, written to {FILE}:27")


def test_an_illegal_move_writes_nothing_and_names_the_legal_ones(office):
    old = office.text()

    code, out, _ = office.run("record", ITEM, "close", "--by", "office")

    assert code == 1
    assert out.splitlines()[0] == "没有写入：事项 1 第 1 条（2024-12-31 销号）：此时是「未整改」，不能销号"
    assert "启动整改（start，责任单位、上级党组织、巡察组办理）" in out
    assert office.text() == old


def test_a_private_text_is_not_written_and_not_repeated(office):
    old = office.text()

    code, out, err = office.run("record", ITEM, "start", "--by", "unit", "--note", "电话 13800138000")

    assert code == 1
    assert "手机号码" in out
    assert "13800138000" not in out + err
    assert office.text() == old


def test_a_dry_run_shows_the_difference_and_writes_nothing(office):
    old = office.text()

    code, out, _ = office.run("record", ITEM, "start", "--by", "unit", "--dry-run")

    assert code == 0
    assert f"+++ {FILE}" in out
    assert "+      - {date: 2024-12-31, action: start, by: unit}" in out
    assert office.text() == old


def test_without_a_terminal_one_sentence_names_what_is_missing(office):
    code, out, err = office.run("record", ITEM, "ask", "--by", "unit")

    assert (code, out) == (2, "")
    assert err == "inspection: 还缺：延期至（--until）、理由（--reason）\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["record", "R13-07-0001/9", "start"], "没有事项 9"),
        (["record", "R99-01"], "台账里没有 R99-01"),
        (["record", ITEM, "dance"], "没有「dance」这个动作"),
        (["record", ITEM, "start", "--by", "unit", "--date", "昨天"], "「日期」要写成 2024-03-18 这样的日期"),
        (
            ["record", "R13-05/civil-affairs-bureau", "review", "--by", "office"],
            "用 --of 写明是哪一项：整改方案（plan）",
        ),
        (["record", "R13-05/civil-affairs-bureau", "review", "--of", "plan", "--by", "office"], "还缺：审核结论"),
        (["record", "nobody-knows"], "台账里没有「nobody-knows」"),
        (["record", ITEM, "start", "--colour", "red"], "没有选项 --colour"),
        (["new", "ship"], "没有「ship」这类记录"),
        (["new", "unit"], "写明编号或属于哪里"),
        (["new", "unit", "Gushan"], "不能作编号"),
        (["record", ITEM, "start", "--body", "nowhere.yaml"], "打不开 nowhere.yaml"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(office, typed, said):
    code, out, err = office.run(*typed)

    assert code in (1, 2)
    assert said in out + err


def test_evidence_is_pinned_by_the_file_it_is(office):
    photo = office.folder / "公示照片.jpg"
    photo.write_bytes(b"light")

    code, _, _ = office.run("record", ITEM, "evidence", "--kind", "照片", "--file", str(photo))

    digest = hashlib.sha256(b"light").hexdigest()
    assert code == 0
    assert f'- {{id: E1, kind: photo, title: 公示照片, date: 2024-12-31, sha256: "{digest}"}}' in office.text()


def test_days_are_told_body_by_body(office):
    target = "R13-05/civil-affairs-bureau"

    code, _, _ = office.run("record", target, "sign", "--by", "secretary,纪检监察机关", "--date", "2024/5/21")

    assert code == 0
    assert "leader_in_charge: 2024-05-20, secretary: 2024-05-21, discipline: 2024-05-21}" in office.text(
        f"ledger/rounds/{target}.yaml"
    )


def test_a_new_record_gets_its_number_and_may_come_as_json(office):
    body = office.folder / "letter.json"
    fields = {"kind": "督办函", "from": "巡察办", "to": "区民政局", "subject": "关于催办的函"}
    body.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    (code, out, _), known = office.run("new", "letter", "--kind", "提醒"), office.run("new", "letter", "--help")[1]
    assert code == 2
    assert out == ""
    assert "reminder" in known

    code, out, _ = office.run("new", "letter", "--body", str(body), "--kind", "reminder")

    assert code == 0, out
    assert "L2024-032 新建函件：已写入 ledger/letters/2024/L2024-032.yaml" in out
    assert office.text("ledger/letters/2024/L2024-032.yaml") == (
        "kind: reminder\nfrom: office\nto: civil-affairs-bureau\nsubject: 关于催办的函\n"
    )


def test_every_action_and_every_kind_has_a_help_of_its_own(office):
    for typed in (
        ["record"],
        ["new"],
        ["new", "problem", "R13-07"],
        ["record", ITEM, "ask"],
        ["record", "R13-05", "clue"],
    ):
        code, out, _ = office.run(*typed, "--help")

        assert code == 0
        assert "Usage: inspection" in out


def test_on_a_terminal_it_asks_for_what_is_missing(office):
    command = [
        sys.executable,
        "-m",
        "inspection",
        "record",
        ITEM,
        "ask",
        "--by",
        "unit",
        "--ledger",
        str(office.folder),
    ]
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(HOME / "scripts"), "LANG": "zh_CN.UTF-8", "LC_ALL": ""}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        os.write(ours, b"\n2025-01-10\n4\n\n")
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # the other end hung up
            pass
        assert process.wait() == 0, shown.decode()

    assert "第三方原因" in shown.decode()
    assert "- {date: 2024-12-31, action: ask, by: unit, until: 2025-01-10, reason: third_party}" in office.text()
