"""A new district's repository, made and used."""

import io
import os
import pty
import re
import subprocess
import sys

import pytest
import xlsxwriter
from tests.house.tree import HOME

from inspection.cli import main

IDENTITY = "110105207403180001"
FLAGS = ["--name", "样板区", "--term", "14", "--began", "2026-09-20", "--today", "2026-11-22", "--language", "zh"]
LIST = """序号,单位名称,单位类别,上级单位,社区分类,联系人
1,北洲街道党工委,街道,,,甲
2,古山社区党总支,社区,北洲街道,涉农社区,乙
3,青石镇党委,镇,,,丙
4,古山村党支部,村,青石镇党委,,丁
5,区审计局党组,区直部门,,,戊
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A repository made once, with the program standing in for the one `make setup` puts into .venv."""
    home = tmp_path_factory.mktemp("district")
    (home / "units.csv").write_bytes(LIST.encode("gb18030"))
    code = main(
        ["init", str(home / "office"), *FLAGS, "--url", "https://example.test", "--units", str(home / "units.csv")]
    )
    program = home / "office" / ".venv" / "bin" / "inspection"
    program.parent.mkdir(parents=True)
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{home}/office/scripts" exec "{sys.executable}" -m inspection "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    assert code == 0
    return home / "office"


def git(folder, *arguments):
    who = ["-c", "user.name=office", "-c", "user.email=office@example.test", "-c", "commit.gpgsign=false"]
    environment = {**os.environ, "LC_ALL": "", "LANG": "zh_CN.UTF-8"}
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def own(folder, *arguments):
    """The office's own program, run in its folder."""
    environment = {**os.environ, "LC_ALL": "", "LANG": "zh_CN.UTF-8", "PYTHONPATH": ""}
    return subprocess.run(
        [".venv/bin/inspection", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def listed(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_repository_holds_one_commit_and_nothing_beside_it(office):
    log = git(office, "log", "--format=%s").stdout

    assert log == "建立样板区巡察台账\n"
    assert git(office, "status", "--short").stdout == ""
    assert git(office, "branch", "--show-current").stdout == "main\n"


def test_a_check_finds_no_error_and_warns_only_of_units_in_no_plan(office):
    done, strict = own(office, "check"), own(office, "check", "--strict", "--base", "HEAD")

    assert (done.returncode, strict.returncode, done.stderr + strict.stderr) == (0, 0, "")
    assert set(re.findall(r" (?:错误|警告|提示) ([A-Z]{3}[0-9]{2}) ", done.stdout)) == {"COV03"}
    assert "错误 0，警告 9，提示 0" in done.stdout


def test_units_of_the_list_stand_in_the_register_and_the_audit_bureau_is_the_offices_own(office):
    units = listed(office / "ledger" / "units")

    assert units == [
        "beizhou.yaml", "district-discipline.yaml", "gushan-community.yaml", "gushan-village.yaml",
        "inspection-office.yaml", "organization-department.yaml", "petition-bureau.yaml", "qingshi.yaml",
        "shenjiju.yaml",
    ]  # fmt: skip
    assert "audit: shenjiju" in (office / "ledger" / "district.yaml").read_text(encoding="utf-8")


def test_what_the_office_must_still_replace_says_so(office):
    (paper,) = (office / "ledger" / "papers").iterdir()
    (policy,) = (office / "ledger" / "policy").iterdir()
    (year,) = (office / "ledger" / "calendar").iterdir()

    assert paper.read_text(encoding="utf-8").startswith("title: （待替换）样板区")
    assert policy.read_text(encoding="utf-8").startswith("# 这里的期限、人数、比例是给出的起点")
    assert "status: provisional" in year.read_text(encoding="utf-8")


def test_the_repository_has_the_program_and_none_of_what_made_it(office):
    there = set(listed(office))

    assert {"README.md", "Makefile", "schemas", "scripts", "site", "ledger", ".vscode", ".github"} <= there
    assert there & {"tests", "benchmarks", "ARCHITECTURE.md", "requirements-dev.lock"} == set()
    assert [path for path in git(office, "ls-files").stdout.splitlines() if "__pycache__" in path] == []


def test_editors_find_a_schema_for_every_kind_of_record(office):
    settings = (office / ".vscode" / "settings.json").read_text(encoding="utf-8")
    named = set(re.findall(r'"\./schemas/([a-z_]+\.schema\.json)"', settings))

    assert named == {path.name for path in (office / "schemas").glob("*.schema.json")}


def test_links_of_the_readme_and_of_the_documents_lead_somewhere(office):
    pages = [office / "README.md", *(office / "docs").glob("*.md")]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(
            r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
        )
        if not re.match(r"[a-z]+:|#", target)
    ]

    assert links
    assert [
        f"{page.name}: {target}" for page, target in links if not (page.parent / target.partition("#")[0]).exists()
    ] == []


def test_workflows_call_nothing_the_repository_lacks(office):
    texts = [path.read_text(encoding="utf-8") for path in office.glob(".git[a-z]*/**/*.yml")]
    run = [
        word for text in texts for word in re.findall(r"(?<![\w./])(\.ci/\w+|tests?/\w+|make (?:test|bench)\b)", text)
    ]

    assert run == []


def test_the_makefile_names_what_can_be_done(office):
    said = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=office, capture_output=True, text=True, check=True
    ).stdout

    assert re.findall(r"^  (\w+)", said, re.M) == [
        "help",
        "check",
        "overdue",
        "board",
        "site",
        "serve",
        "documents",
        "setup",
        "clean",
    ]


def test_what_the_documents_tell_to_make_can_be_made(office):
    pages = {office / "README.md", *(office / "docs").glob("*.md")} - {office / "docs" / "data-dictionary.md"}
    named = {target for page in pages for target in re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))}

    assert named - set(re.findall(r"^([a-z-]+):", (office / "Makefile").read_text(encoding="utf-8"), re.M)) == set()


def test_make_checks_the_ledger_tells_what_is_due_and_switches_the_hook_on(office):
    made = office / ".venv" / ".made"
    made.mkdir()
    (made / "venv").touch()
    (made / "runtime").touch()
    git(office, "config", "--unset", "core.hooksPath")
    environment = {**os.environ, "LC_ALL": "", "LANG": "zh_CN.UTF-8", "PYTHONPATH": ""}
    said = [
        subprocess.run(
            ["make", "--no-print-directory", target],
            cwd=office,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for target in ("check", "overdue")
    ]

    assert "错误 0，警告 9，提示 0" in said[0]
    assert said[1] == "逾期 0 项，共列 0 项\n"
    assert git(office, "config", "core.hooksPath").stdout == "scripts/hooks\n"


def test_the_hook_refuses_an_identity_number_and_lets_a_clean_commit_through(office):
    unit = office / "ledger" / "units" / "beizhou.yaml"
    before = unit.read_text(encoding="utf-8")
    unit.write_text(f"{before}leader_in_charge: 分管领导，身份证 {IDENTITY}\n", encoding="utf-8")
    refused = git(office, "commit", "-am", "记一笔")
    unit.write_text(f"{before}leader_in_charge: 分管城建的副区长\n", encoding="utf-8")
    taken = git(office, "commit", "-am", "记一笔")

    assert refused.returncode == 1
    assert "PRV01" in refused.stdout + refused.stderr
    assert IDENTITY not in refused.stdout + refused.stderr
    assert (taken.returncode, git(office, "rev-list", "--count", "HEAD").stdout) == (0, "2\n")


def test_without_the_program_the_hook_says_what_to_run(office):
    program = office / ".venv" / "bin" / "inspection"
    environment = {"PATH": "/usr/bin:/bin"}
    program.rename(program.with_name("elsewhere"))
    done = subprocess.run(
        ["sh", "scripts/hooks/pre-commit"],
        cwd=office,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    program.with_name("elsewhere").rename(program)

    assert done.returncode == 1
    assert "先运行 make setup" in done.stderr


@pytest.mark.slow
def test_the_public_site_and_the_board_of_the_empty_ledger_can_be_built(office):
    public, board = own(office, "site"), own(office, "site", "--audience", "office")

    assert (public.returncode, board.returncode) == (0, 0), public.stderr + board.stderr
    assert "样板区" in (office / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert (office / "private" / "site" / "index.html").is_file()
    assert git(office, "status", "--short").stdout == ""


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("旧文件", encoding="utf-8")

    assert main(["init", str(tmp_path), *FLAGS]) == 2
    assert capsys.readouterr().err == f"inspection: {tmp_path} 不是空目录，没有改动；请换一个新目录\n"
    assert listed(tmp_path) == ["letter.txt"]


def test_an_empty_folder_is_taken(tmp_path):
    assert main(["init", str(tmp_path), *FLAGS]) == 0
    assert (tmp_path / "ledger" / "district.yaml").is_file()


def test_the_programs_own_folder_is_no_place_for_a_district(capsys):
    assert main(["init", str(HOME / "new"), *FLAGS]) == 2
    assert "在程序自己的目录里" in capsys.readouterr().err


def test_without_a_terminal_what_is_missing_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO())

    assert main(["init", str(tmp_path / "new"), "--name", "样板区", "--language", "zh"]) == 2
    assert (
        capsys.readouterr().err
        == "inspection: 还缺：--term 区委届次（如 13）；--began 本届开始的日期（如 2021-09-28）\n"
    )
    assert listed(tmp_path) == []


def test_a_term_that_ends_before_it_began_is_refused(tmp_path, capsys):
    assert main(["init", str(tmp_path / "new"), *FLAGS, "--ends", "2026-01-01"]) == 2
    assert capsys.readouterr().err == "inspection: 本届届满（2026-01-01）要晚于开始（2026-09-20）\n"


def test_rows_that_cannot_be_taken_are_named_and_nothing_is_made(tmp_path, capsys):
    wrong = LIST.replace("青石镇党委,镇", "青石镇党委,陈").replace("村,青石镇党委", "村,白石镇")
    (tmp_path / "units.csv").write_text(wrong, encoding="utf-8")

    assert main(["init", str(tmp_path / "new"), *FLAGS, "--units", str(tmp_path / "units.csv")]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("「units.csv」第 4 行 C 列：单位类别只能是 区直部门（department）")
    assert said[1:] == [
        "「units.csv」第 5 行 D 列：表里没有叫「白石镇」的单位，上级要先在表里有一行",
        "有 2 处要改，没有建立任何东西；改好清单再运行一次",
    ]
    assert listed(tmp_path) == ["units.csv"]


def test_what_the_rules_refuse_is_told_by_the_row_it_came_from(tmp_path, capsys):
    (tmp_path / "units.csv").write_text(LIST.replace("村,青石镇党委", "村,"), encoding="utf-8")

    assert main(["init", str(tmp_path / "new"), *FLAGS, "--units", str(tmp_path / "units.csv")]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "「units.csv」第 5 行 C 列：单位「古山村党支部（gushan-village）」是村，没有写上级，不在任何乡镇、街道之下；"
        "在 `parent` 里写明所属的乡镇或街道"
    )
    assert listed(tmp_path) == ["units.csv"]


def test_a_failing_git_leaves_nothing_behind(tmp_path, monkeypatch, capsys):
    commands = tmp_path / "commands"
    commands.mkdir()
    (commands / "git").write_text("#!/bin/sh\necho 'fatal: no space left on device' >&2\nexit 128\n", encoding="utf-8")
    (commands / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}:/usr/bin:/bin")

    assert main(["init", str(tmp_path / "new"), *FLAGS]) == 2
    assert capsys.readouterr().err == "inspection: git init 没有成功：fatal: no space left on device\n"
    assert listed(tmp_path) == ["commands"]


def test_units_come_from_a_workbook_with_merged_cells_too(tmp_path, capsys):
    book = xlsxwriter.Workbook(str(tmp_path / "units.xlsx"))
    sheet = book.add_worksheet("单位")
    sheet.write_row(0, 0, ["样板区基层党组织一览表"])
    sheet.write_row(1, 0, ["上级", "名称", "类型"])
    sheet.write_row(2, 0, ["", "青石镇党委", "乡镇"])
    sheet.merge_range(3, 0, 4, 0, "青石镇")
    sheet.write_row(3, 1, ["古山村党支部", "村"])
    sheet.write_row(4, 1, ["白马村党总支", "村"])
    book.close()

    assert main(["init", str(tmp_path / "new"), *FLAGS, "--units", str(tmp_path / "units.xlsx")]) == 0
    assert "读入单位 3 个" in capsys.readouterr().out
    assert "parent: qingshi" in (tmp_path / "new/ledger/units/baima-village.yaml").read_text(encoding="utf-8")


def test_on_a_terminal_what_is_missing_is_asked_for(tmp_path):
    leader, follower = pty.openpty()
    answers = ["样板区", "", "14", "2026-09-20", "", "", "", "", "", ""]
    program = subprocess.Popen(
        [sys.executable, "-m", "inspection", "init", "new", "--today", "2026-11-22", "--language", "zh"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HOME / "scripts")},
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.write(leader, "".join(f"{answer}\n" for answer in answers).encode())
    said, _ = program.communicate()
    os.close(follower)
    os.close(leader)

    assert program.returncode == 0
    assert "巡察机构全称 [样板区委巡察工作领导小组办公室]" in said.decode()
    assert "ends: 2031-09-19" in (tmp_path / "new/ledger/district.yaml").read_text(encoding="utf-8")
