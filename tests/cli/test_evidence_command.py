"""`inspection evidence`, as it is typed, with files as an archive has them."""

import hashlib
import json
from pathlib import Path

import pytest

from inspection.cli import main

PROBLEM = """unit: village
category: finance
nature: individual
source: documents
found: 2024-06-20
in_feedback: true
names_person: false
statement: 账目不清
items:
  - id: 1
    kind: phased
    task: 规范账目
    due: 2024-08-30
    lead: village
    responsible: 村书记
    measures:
      - {id: M1, text: 建立台账, due: 2024-08-30, type: other}
    evidence:
      - {id: E1, kind: minutes, title: 会议纪要, date: 2024-07-01, sha256: "%s", kept_at: 档案室 2024-001}
      - {id: E2, kind: photo, title: 现场照片, date: 2024-07-02, sha256: "%s"}
      - {id: E3, kind: other, title: 说明, date: 2024-07-03}
"""


class Archive:
    """A ledger that cites two pinned files and one that is not, and the folder they are kept in."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder / "archive"
        self.folder.mkdir()
        self._ledger, self._capsys = folder / "ledger", capsys
        self.problem = self._ledger / "problems" / "R13-05" / "R13-05-0001.yaml"
        self.problem.parent.mkdir(parents=True)
        digests = tuple(hashlib.sha256(text.encode()).hexdigest() for text in ("纪要", "照片"))
        self.problem.write_text(PROBLEM % digests, encoding="utf-8")

    def put(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def compare(self, *words: str) -> tuple[int, str]:
        code = main(["evidence", str(self.folder), "--ledger", str(self._ledger), "--language", "zh", *words])
        return code, self._capsys.readouterr().out


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Archive:
    return Archive(tmp_path, capsys)


def test_a_file_is_known_by_its_content_whatever_it_is_called(archive: Archive) -> None:
    archive.put("2024/扫描件0001.pdf", "纪要")
    archive.put("DSC_0042.jpg", "照片")
    code, out = archive.compare()

    assert code == 0
    assert out == "相符 2 份，被改动 0 份，缺失 0 份，未登记 SHA-256 的 1 份，未引用的文件 0 个\n"


def test_a_file_that_is_not_there_is_missing_with_the_place_it_should_be(archive: Archive) -> None:
    archive.put("DSC_0042.jpg", "照片")
    code, out = archive.compare()

    assert code == 1
    assert out.startswith("缺失 R13-05-0001/1/E1《会议纪要》，登记存放于档案室 2024-001\n")


@pytest.mark.parametrize("name", ["R13-05-0001-1-E1.pdf", "R13-05-0001/1/E1 会议纪要.pdf", "r13-05-0001_1_e1.PDF"])
def test_a_file_called_like_the_evidence_that_holds_something_else_was_changed(archive: Archive, name: str) -> None:
    archive.put(name, "纪要，后来改过")
    archive.put("DSC_0042.jpg", "照片")
    code, out = archive.compare()

    assert code == 1
    assert out.startswith(f"被改动 R13-05-0001/1/E1《会议纪要》：{name}\n")
    assert "缺失 1" not in out


def test_a_file_nobody_cites_is_told_and_is_no_fault(archive: Archive) -> None:
    for name, text in (("a", "纪要"), ("b", "照片"), ("R13-05-0001-1-E10.pdf", "别的"), (".DS_Store", "x")):
        archive.put(name, text)
    code, out = archive.compare()

    assert code == 0
    assert out.startswith("未引用 R13-05-0001-1-E10.pdf\n相符 2 份")


def test_programs_read_the_same(archive: Archive) -> None:
    archive.put("R13-05-0001-1-E2.jpg", "换过的照片")
    _, out = archive.compare("--format", "json")
    told = json.loads(out)

    assert told["kept"] == 0
    assert [one["name"] for one in told["missing"]] == ["R13-05-0001/1/E1"]
    assert [(one["name"], one["file"]) for one in told["changed"]] == [("R13-05-0001/1/E2", "R13-05-0001-1-E2.jpg")]
    assert [one["name"] for one in told["unpinned"]] == ["R13-05-0001/1/E3"]


def test_a_record_that_cannot_be_read_is_told(archive: Archive) -> None:
    archive.put("a", "纪要")
    archive.put("b", "照片")
    archive.problem.with_name("R13-05-0002.yaml").write_text("unit: [", encoding="utf-8")
    code, out = archive.compare()

    assert code == 1
    assert "记录读不了，没有核对：problems/R13-05/R13-05-0002.yaml" in out
