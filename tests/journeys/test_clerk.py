"""A clerk takes an office's sheet of 200 problems in, hands out workbooks, takes two back and opens a pull request."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.journeys.desk import HOME, Desk, begun
from tests.office.workbooks import Lines, a_workbook, resaved

pytestmark = pytest.mark.slow

INSPECTED = {"lanting": ("街道", 70, 1), "chetan-community": ("澈滩", 70, 2), "xungang-community": ("浔港", 60, 1)}
"""The units of round R13-06: what the sheet calls them, problems in the sheet, problems the ledger has."""
HEADS = [
    "序号", "被巡察单位", "反馈问题", "问题类别", "整改措施", "责任领导", "责任单位", "责任人", "完成时限", "整改进展",
    "完成情况", "备注",
]  # fmt: skip
SHEET, MAPPING = "整改台账.xlsx", "own-sheet.yaml"
_CHANGED = {
    "  反馈问题: problem.statement\n": "  被巡察单位: problem.unit\n  反馈问题: problem.statement\n",
    "  problem.unit: luze-community\n": "",
    "2024-09-20": "2024-10-28",
    "in_feedback: 否": "in_feedback: 是",
    "  社区: luze-community\n": "".join(f"  {short}: {unit}\n" for unit, (short, _, _) in INSPECTED.items()),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A repository whose round R13-06 was fed back on paper; its problems are not recorded yet."""
    folder = tmp_path / "云渚"
    folder.mkdir()
    Desk(folder).done("demo", folder, "--units", "40", "--problems", "60")
    for unit, (_, new, held) in INSPECTED.items():
        path = folder / "ledger" / "rounds" / "R13-06" / f"{unit}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"    problems: {held}\n", f"    problems: {new + held}\n"), encoding="utf-8")
    Desk(folder).done("codeowners")
    (folder.parent / SHEET).write_bytes(the_sheet())
    (folder.parent / MAPPING).write_text(the_mapping(), encoding="utf-8")
    return begun(folder)


def the_sheet() -> bytes:
    rows: list[list[object]] = []
    for short, count, _ in INSPECTED.values():
        for _ in range(count):
            number = len(rows) + 1
            said = f"抽查{2000 + number}号凭证，附件不全{number % 9 + 2}处。"
            measures = "1.补齐附件；\n2.修订报销办法。"
            rows.append([number, short, said, ("财务", "工程")[number % 2], measures, "党组织书记", short, "张某"])
            rows[-1] += ["2025年2月14日", "", "未整改", ""]
    return a_workbook({"整改台账": [["云渚区巡察整改台账"], ["填报单位：区委巡察办"], HEADS, *rows]})


def the_mapping() -> str:
    """The example of the documentation, changed where this office's sheet is another."""
    text = (HOME / "docs" / "examples" / "own-sheet.yaml").read_text(encoding="utf-8")
    for old, new in _CHANGED.items():
        assert old in text
        text = text.replace(old, new)
    return text


def steps_of_the_workflow() -> list[list[str]]:
    """What the workflow types for a pull request, but for the preview, which builds the pages."""
    workflow = yaml.safe_load((HOME / ".github" / "workflows" / "ledger.yml").read_text(encoding="utf-8"))
    typed = [step.get("run", "") for step in workflow["jobs"]["judge"]["steps"]]
    words = [re.match(r"\.\./\.venv/bin/inspection ([^>|]*)", line) for line in typed]
    return [found[1].split() for found in words if found and not found[1].startswith("preview")]


def test_a_clerk_takes_a_sheet_in_hands_out_workbooks_and_opens_a_pull_request(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.git("checkout", "-q", "-b", "round-six")
    looked = desk.done("import", f"../{SHEET}", "--map", f"../{MAPPING}", "--dry-run")
    assert "新增问题 200 个：\n" in looked
    assert desk.git("status", "--porcelain") == ""
    assert desk.done("import", f"../{SHEET}", "--map", f"../{MAPPING}", "--yes").endswith("已写入 200 个文件\n")
    assert desk.commit("ledger: 录入第六轮反馈问题")

    folder = desk.folder / "下发"
    desk.done("export", "--per-unit", folder)
    assert desk.git("status", "--porcelain") == ""
    for unit, note in (("chetan-community", "已成立专班"), ("xungang-community", "已列出补正清单")):
        desk.done("import", _filled_in(folder, unit, note), "--yes")
        assert len(desk.git("status", "--porcelain").splitlines()) == 5
        desk.commit(f"ledger: {unit} 交回的进展")

    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert len(steps_of_the_workflow()) == 4
    told = {tuple(step[:1]): desk.done(*step) for step in steps_of_the_workflow()}
    assert "错误 0，警告 0" in desk.done("check", "--base", "main", "--strict")
    assert told[("changes",)].startswith("## 本次变更\n")
    said = desk.done("changes", "main")
    assert "涉及 3 个单位" in said
    assert "  整改事项 · 合计  95 → 295\n" in said
    assert said.count("：新问题（") == 200
    assert said.count("第1项：启动整改\n") == 10


def _filled_in(folder: Path, unit: str, note: str) -> Path:
    """A unit's workbook as it comes back: it says of five of its items that they were begun."""
    (book,) = folder.glob(f"{unit}-*.xlsx")
    data = book.read_bytes()
    tasks = Lines(data, "任务清单")
    rows = [row for row in range(2, len(tasks.rows)) if tasks.at(row, "整改状态") == "未整改"][:5]
    cells: dict[tuple[str, int, int], object] = {}
    for row in rows:
        cells |= tasks.typed(row, 填报·动作="启动整改", 填报·日期=date(2024, 12, 30), 填报·说明=note)
    back = folder.parent.parent / book.name
    back.write_bytes(resaved(data, cells))
    return Path(os.path.relpath(back, folder.parent))
