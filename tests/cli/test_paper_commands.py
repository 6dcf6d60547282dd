"""The commands that make papers, as they are typed: where a document goes, and what stops one."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.office.desks import HOME
from tests.office.paper_desks import text_of

from inspection.cli import main, paperwork, pdf
from inspection.cli.border import MARKER, OFFICE_FILES, refuse_office_output
from inspection.errors import CannotRunError

Run = Callable[..., tuple[int, str, str]]
COMMANDS = [
    ("letter", "L2024-015"),
    ("notice", "R13-01", "conggang-community"),
    ("feedback", "R13-01", "conggang-community"),
    ("dossier", "conggang-community"),
    ("form", "closeout", "R13-01-0040"),
    ("form", "handover", "R13-01/conggang-community"),
    ("report", "half-year"),
    ("report", "year", "2023"),
    ("report", "round", "R13-05"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration ledger."""
    folder = tmp_path_factory.mktemp("papers")
    shutil.copytree(HOME / "ledger", folder / "ledger")
    return folder


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command in that folder; get its exit code, what it printed and what it complained of."""
    monkeypatch.chdir(home)

    def typed(*arguments: str, language: str = "zh") -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*arguments, "--language", language])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_says_where_the_document_is(run: Run, home: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command)

    assert (code, err) == (0, "")
    written = home / out.removeprefix("已写入 ").strip()
    assert (written.parent, written.suffix) == (home / "private" / "documents", ".docx")
    assert text_of(written.read_bytes())


def test_the_folder_of_the_documents_is_marked_closed_and_unknown_to_git(run: Run, home: Path) -> None:
    run("letter", "L2024-016")

    for folder in (home / "private", home / "private" / "documents"):
        assert (folder / MARKER).is_file()
        assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with pytest.raises(CannotRunError, match="内部"):
        refuse_office_output(home / "private" / "documents")


def test_a_document_that_is_there_is_not_replaced(run: Run, home: Path) -> None:
    first = home / run("letter", "L2024-017")[1].removeprefix("已写入 ").strip()
    first.write_text("改过", encoding="utf-8")
    second = run("letter", "L2024-017")[1]

    assert first.read_text(encoding="utf-8") == "改过"
    assert second.strip().endswith("（2）.docx")


def test_a_file_that_is_named_is_written_and_a_folder_too(run: Run, tmp_path: Path) -> None:
    named = tmp_path / "督办.docx"

    assert [run("letter", "L2024-015", "--out", str(place))[0] for place in (named, named, tmp_path)] == [0, 0, 0]
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".docx"]


def test_a_folder_that_is_not_there_is_made(run: Run, tmp_path: Path) -> None:
    assert run("letter", "L2024-015", "--out", f"{tmp_path / '八月督办'}/")[0] == 0
    assert [path.suffix for path in (tmp_path / "八月督办").iterdir()] == [".docx"]


def test_english_is_said_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("letter", "L2024-015", "--out", str(tmp_path / "a.docx"), language="en")[1].startswith("written to ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("letter", "L1999-001"), "台账里没有函件 L1999-001"),
        (("notice", "R13-05", "nowhere"), "台账里没有巡察单位 R13-05/nowhere"),
        (("feedback", "R99-01", "nowhere"), "台账里没有巡察单位 R99-01/nowhere"),
        (("dossier", "nowhere"), "台账里没有单位 nowhere"),
        (("form", "closeout", "R13-01-0040/9"), "问题 R13-01-0040 没有整改事项 9"),
        (("form", "closeout", "R13-01-9999"), "台账里没有问题 R13-01-9999"),
        (("form", "handover", "R13-01"), "台账里没有巡察单位 R13-01/"),
        (("report", "half-year", "2024-07"), "「2024-07」不是期间，请写成 2024H1"),
        (("report", "year", "2031"), "2031年还没有到（今天是 2024-12-31）"),
        (("report", "round", "R99-01"), "台账里没有轮次 R99-01"),
        (
            ("letter", "L2024-015", "--out", "督办.pdf"),
            "--out 要写成以 .docx 结尾的文件，或目录；现在是",
        ),
        (("letter", "L2024-015", "--out", "没有/a.docx"), "没有 不存在"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_a_notice_that_may_not_be_public_is_refused(run: Run) -> None:
    code, _, err = run("notice", "R13-07", sorted((HOME / "ledger/rounds/R13-07").glob("*-*.yaml"))[0].stem)

    assert code == 2
    assert "没有可以公开的通报" in err


def test_nothing_is_written_where_the_public_site_is(run: Run, home: Path, tmp_path: Path) -> None:
    (home / "build").mkdir(exist_ok=True)
    (tmp_path / "index.html").write_text("网站", encoding="utf-8")
    (tmp_path / "files").mkdir()
    places = [home / "build" / "a.docx", home / "build", tmp_path / "files" / "a.docx"]
    answers = [run("letter", "L2024-015", "--out", str(place)) for place in places]

    assert [code for code, _, _ in answers] == [2, 2, 2]
    assert ["那里的内容会公开" in err for _, _, err in answers] == [True, True, False]
    assert "不能放在网站" in answers[2][2]


@pytest.mark.parametrize("ending", sorted(OFFICE_FILES))
def test_a_document_of_the_office_is_never_publishable_even_without_a_mark(tmp_path: Path, ending: str) -> None:
    (tmp_path / "index.html").write_text("网站", encoding="utf-8")
    refuse_office_output(tmp_path)
    (tmp_path / f"附件{ending.upper()}").write_bytes(b"x")

    with pytest.raises(CannotRunError, match="不能发布"):
        refuse_office_output(tmp_path)


def test_a_template_that_is_missing_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paperwork, "TEMPLATES", tmp_path)

    code, _, err = run("letter", "L2024-015")
    assert (code, "没有模板" in err, "letter-urging.docx" in err) == (2, True, True)


def test_a_template_an_office_broke_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paperwork, "TEMPLATES", tmp_path)
    (tmp_path / "letter-urging.docx").write_bytes((HOME / "site/documents/notice.docx").read_bytes())

    code, _, err = run("letter", "L2024-015", "--out", str(tmp_path / "a.docx"))
    assert (code, "没有对应的内容" in err, (tmp_path / "a.docx").exists()) == (2, True, False)


def test_a_full_disk_leaves_the_old_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def full(_: object, __: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        paperwork.write_whole(target, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.docx", b"old")]


def test_without_libreoffice_a_pdf_is_refused_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "PROGRAMS", ())
    monkeypatch.setattr(pdf, "PLACES", ())

    code, _, err = run("letter", "L2024-015", "--format", "pdf", "--out", str(tmp_path / "a.pdf"))
    assert code == 2
    assert err.startswith("inspection: 生成 PDF 需要 LibreOffice，这台机器上没有。可以先生成 Word 文档")


@pytest.mark.parametrize(
    ("program", "fonts", "sentence"), [("exit 0", "", "没有中文字体"), ("exit 1", "echo font", "没有生成 PDF")]
)
def test_a_machine_that_cannot_make_a_pdf_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, fonts: str, sentence: str
) -> None:
    for name, body in (("soffice", program), ("fc-list", fonts)):
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    with pytest.raises(CannotRunError, match=sentence):
        pdf.to_pdf(b"")


@pytest.mark.parametrize("command", ["letter", "notice", "feedback", "dossier", "form", "report"])
def test_help_is_in_both_languages(run: Run, capsys: pytest.CaptureFixture[str], command: str) -> None:
    del run
    assert main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert ("private/documents/" in said, "Make" in said, "LibreOffice" in said) == (True, True, True)
