"""The forms: made from the schemas, and read back as the forge hands them on."""

import json
from pathlib import Path

import pytest
from tests.workflows.forms import SCHEMAS, SIGNERS, filled, form

from inspection.cli import main
from inspection.office.forms.drawn import issue_forms, templates
from inspection.office.forms.questions import FORMS, questions

REPORT = {"record": "R13-02-0002/1", "date": "2024-12-28", "note": "居民代表会议已经召开", "done": "M1"}
DIGEST = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"
PROBLEM = "ledger/problems/R13-02/R13-02-0002.yaml"


@pytest.fixture
def town(ledger: Path) -> Path:
    """A ledger whose units have accounts."""
    (ledger / "ledger" / "signers.yaml").write_text(SIGNERS, encoding="utf-8")
    return ledger


@pytest.fixture
def submit(town: Path, capsys: pytest.CaptureFixture[str]):
    """Submit a form as an account; get the exit code and what was printed."""

    def submitted(name: str, account: str, **given: str) -> tuple[int, str]:
        capsys.readouterr()
        issue = {"issue": {"number": 5, "user": {"login": account}, "body": filled(name, **given)}}
        file = town / "issue.json"
        file.write_text(json.dumps(issue), encoding="utf-8")
        code = main(["intake", str(file), "--ledger", str(town), "--language", "zh"])
        return code, capsys.readouterr().out

    return submitted


def test_the_forms_are_whole_issue_forms_in_chinese() -> None:
    paths = [path for path, _ in issue_forms(SCHEMAS)]

    assert [Path(path).stem for path in paths] == ["report", "ask", "submit", "self-check", "config"]
    for one in FORMS:
        parts = [part for part in form(one.file)["body"] if part["type"] != "markdown"]
        ids = [part["id"] for part in parts]
        assert len(set(ids)) == len(ids)
        assert all(any("一" <= char <= "鿿" for char in part["attributes"]["label"]) for part in parts)


def test_a_form_asks_with_the_words_and_the_codes_of_the_schemas() -> None:
    reason = next(part for part in form("ask")["body"] if part.get("id") == "reason")

    assert reason["attributes"]["label"] == "理由"
    assert "第三方原因" in reason["attributes"]["options"]
    assert reason["validations"] == {"required": True}
    assert [one.name for one in questions(FORMS[3], SCHEMAS)][:2] == ["submitted", "found"]


def test_gitlab_has_the_same_headings_to_write_below() -> None:
    made = dict(templates(SCHEMAS))[".gitlab/issue_templates/申请延期.md"]

    headings = [part["attributes"]["label"] for part in form("ask")["body"] if part["type"] != "markdown"]
    assert [line[4:] for line in made.splitlines() if line.startswith("### ")] == headings


def test_forms_are_not_written_beside_a_ledger(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms", str(town), "--language", "zh"]) == 2
    assert "不能当报送仓库" in capsys.readouterr().err


def test_a_report_becomes_an_entry_of_the_log_and_changes_no_other_byte(town: Path, submit) -> None:
    before = (town / PROBLEM).read_text(encoding="utf-8")

    code, said = submit("report", "yz-qinglan", **REPORT)

    assert (code, said) == (0, f"已登记：R13-02-0002/1 报告进展（青岚社区党总支）\n  {PROBLEM}\n")
    after = (town / PROBLEM).read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).strip() == (
        "- {date: 2024-12-28, action: report, by: unit, note: 居民代表会议已经召开, done: [M1]}"
    )


def test_an_ask_takes_the_reason_by_its_label(town: Path, submit) -> None:
    code, _ = submit(
        "ask", "YZ-Qinglan", record="R13-02-0002/1", date="2024-12-28", reason="第三方原因", until="2025-09-20"
    )

    assert code == 0
    assert "action: ask, by: unit, until: 2025-09-20, reason: third_party}" in (town / PROBLEM).read_text("utf-8")


def test_a_submit_brings_its_evidence_with_it(town: Path, submit) -> None:
    code, said = submit(
        "submit",
        "yz-qinglan",
        record="R13-02-0002/1",
        date="2024-12-30",
        vouched="社区党总支书记",
        done="M1、M2",
        evidence="E1",
        new_evidence="\n".join(
            [
                f"会议记录；居民代表会议记录；2024-12-27；{DIGEST}；档案室 2024-40",
                f"文件资料；合同管理办法；2024-12-28；{DIGEST}",
            ]
        ),
    )

    assert code == 0, said
    text = (town / PROBLEM).read_text("utf-8")
    line = f'- {{id: E2, kind: minutes, title: 居民代表会议记录, date: 2024-12-27, sha256: "{DIGEST}", kept_at: '
    assert f"{line}档案室 2024-40}}" in text
    assert "evidence: [E1, E2, E3]" in text


def test_the_return_of_a_self_check_may_be_the_first_thing_its_file_holds(town: Path, submit) -> None:
    file = town / "ledger" / "common" / "C13-01" / "wutong-village.yaml"
    file.unlink()

    code, said = submit(
        "self-check", "yz-wutong", record="C13-01", submitted="2024-12-20", found="2", measures="3", institutions="1",
        cases_pieces="0", cases_persons="0",
    )  # fmt: skip

    assert code == 0, said
    assert "found: 2\n" in file.read_text("utf-8")
    assert "cases: {pieces: 0, persons: 0}" in file.read_text("utf-8")


def test_a_township_speaks_for_its_village_as_the_body_above(town: Path, submit) -> None:
    code, said = submit("report", "yz-lanpu", **REPORT)

    assert code == 0, said
    assert "action: report, by: parent, note:" in (town / PROBLEM).read_text("utf-8")


@pytest.mark.parametrize(
    ("account", "change", "said"),
    [
        ("yz-wutong", {}, "没有「R13-02-0002/1」，或者它不归这个账号的单位办理。怎么改：核对编号"),
        ("yz-qinglan", {"record": "R13-02-0999/1"}, "没有「R13-02-0999/1」，或者它不归这个账号的单位办理"),
        ("somebody", {}, "账号 somebody 没有登记，不知道是哪个单位。怎么改：请联系巡察办登记账号（000-5550-0100）"),
        ("yz-old", {}, "账号 yz-old 没有登记"),
        ("yz-qinglan", {"note": ""}, "「说明」没有填"),
        ("yz-qinglan", {"promise": "- [ ] 以上"}, "没有勾选承诺"),
        ("yz-qinglan", {"date": "上周三"}, "「日期」要写成 2024-03-18 这样的日期"),
        ("yz-qinglan", {"date": "2025-03-01"}, "日期 2025-03-01 还没有到"),
        ("yz-qinglan", {"done": "M9"}, "M9"),
        (
            "yz-qinglan",
            {"note": "请联系居民身份证 11010519491231002X"},
            "「说明」里有居民身份证号码（内容不予显示）。怎么改：删去这些内容再保存；编辑历史里还有，请告诉巡察办清除。\n",
        ),
        ("yz-qinglan", {"note": "已办\u202e完"}, "含有控制字符 U+202E。怎么改：删去这个看不见的字符。\n"),
    ],
)
def test_a_form_that_is_not_taken_says_what_is_wrong_and_how_to_mend_it(
    town: Path, submit, account: str, change: dict[str, str], said: str
) -> None:
    before = (town / PROBLEM).read_bytes()

    code, answer = submit("report", account, **{**REPORT, **change})

    assert code == 1
    assert said in answer
    assert answer.startswith("**还没有登记。**\n\n- ")
    assert "请点本单右上角的「编辑」改好后保存" in answer
    assert "11010519491231002X" not in answer
    assert (town / PROBLEM).read_bytes() == before


ASK = {"record": "R13-02-0002/1", "date": "2024-12-28", "reason": "资金原因", "until": "2025-09-20"}
SUBMIT = {"record": "R13-02-0002/1", "date": "2024-12-30", "vouched": "社区党总支书记", "done": "M1、M2"}


@pytest.mark.parametrize(
    ("name", "given", "complaints"),
    [
        ("ask", {**ASK, "until": "2025-06-30"}, ["延期至 2025-06-30 不晚于现行期限 2025-06-30。怎么改：写一个晚于"]),
        ("submit", SUBMIT, ["没有写佐证。怎么改：填「所附佐证」"]),
        ("submit", {**SUBMIT, "new_evidence": "照片；公示"}, ["「新增佐证」第 1 行看不懂"]),
        ("submit", {**SUBMIT, "new_evidence": "照片；公示；2024-12-01；xyz"},
         ["「校验值」形式不对：xyz。怎么改：文件的 SHA-256 校验值，64 位小写十六进制。"]),
    ],
)  # fmt: skip
def test_each_mistake_is_told_once_in_the_words_of_the_form(
    submit, name: str, given: dict[str, str], complaints: list[str]
) -> None:
    code, said = submit(name, "yz-qinglan", **given)
    told = [line.removeprefix("- ") for line in said.splitlines() if line.startswith("- ")]

    assert code == 1
    assert (len(told), [told[place].startswith(one) for place, one in enumerate(complaints)]) == (
        len(complaints), [True] * len(complaints)
    ), said  # fmt: skip


def test_a_heading_within_an_answer_is_part_of_it_and_a_second_answer_is_refused(town: Path, submit) -> None:
    code, _ = submit("report", "yz-qinglan", **{**REPORT, "note": "已办\n### 小结\n办完"})
    assert code == 0
    assert 'note: "已办 ### 小结 办完"' in (town / PROBLEM).read_text("utf-8")

    code, said = submit("report", "yz-qinglan", **{**REPORT, "note": "已办\n### 整改事项编号\nR13-02-0004/1"})
    assert code == 1
    assert "「整改事项编号」出现了两次" in said


def test_what_is_no_form_is_told_which_there_are(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = town / "issue.json"
    file.write_text(json.dumps({"user": {"login": "yz-qinglan"}, "body": "请问怎么销号？"}), encoding="utf-8")

    assert main(["intake", str(file), "--ledger", str(town), "--language", "zh"]) == 1
    assert "选一张表：报告进展、申请延期、申请销号、报送自查" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["no json", "[]", '{"body": "x"}', '{"issue": 3}'])
def test_what_is_no_issue_of_a_forge_is_told_in_a_sentence(
    town: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file = town / "issue.json"
    file.write_text(text, encoding="utf-8")

    assert main(["intake", str(file), "--ledger", str(town), "--language", "zh"]) == 2
    assert "不是平台给的工单" in capsys.readouterr().err
