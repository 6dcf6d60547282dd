"""Findings with everything in them that an output could stumble over, and what each output must make of them.

`python -m tests.report.samples` writes `tests/golden/check.*` again; read the difference before committing.
"""

from pathlib import Path

from inspection.finding import Finding, Mark, Severity, Words
from inspection.report import as_json, github, sarif, terminal, text
from inspection.report.located import Located, summary

GOLDEN = Path(__file__).parents[1] / "golden"
TODAY = "2024-12-31"
NASTY = "100%: 甲,乙\r\n::error file=x::假的"

RULES = [
    sarif.RulePage(
        "LIF05",
        "judged_by_who_rectified",
        Severity.ERROR,
        False,
        Words("自己给自己销号。", "A unit closes its own item."),
        Words("等于没有审核。", "nobody looked."),
        Words("由其他主体销号。", "let another body close it."),
    ),
    sarif.RulePage(
        "DUE01",
        "overdue",
        Severity.WARNING,
        True,
        Words("逾期。", "An item is overdue."),
        Words("群众在等。", "people wait."),
        Words("抓紧整改。", "mend it."),
    ),
]

SOURCE = {
    ("problems/R13-05/R13-05-0001.yaml", 26): "      - {date: 2024-09-18, note: 老街社区, by: unit}",
    ("problems/R13-05/R13-05-0001.yaml", 40): "\tdue: 2024-07-31",
    ("problems/R13-05/R13-05-0002.yaml", 3): "unit: \x1b[31mgushan\x07",
}


def finding(code, severity, path, **rest):
    said = {"message": Words("不对", "wrong"), "help": Words("改正", "mend it")} | rest
    return Finding(code=code, severity=severity, path=path, **said)


def located(one, line, column, folder="ledger/"):
    return Located(one, folder + one.path, Mark(line, column))


FINDINGS = [
    located(finding("LIF05", Severity.ERROR, "problems/R13-05/R13-05-0001.yaml", pointer="/items/0/log/3/by"), 26, 40),
    located(
        finding(
            "DUE01",
            Severity.WARNING,
            "problems/R13-05/R13-05-0001.yaml",
            pointer="/items/0/due",
            message=Words("逾期 153 天", "153 days overdue"),
            timed=True,
        ),
        40,
        7,
    ),
    located(
        finding("DUE01", Severity.NOTE, "problems/R13-05/R13-05-0002.yaml", acknowledged=True, pointer="/unit"), 3, 7
    ),
    located(
        finding(
            "YML05", Severity.ERROR, "units/甲 乙:a,b%.yaml", message=Words(NASTY, NASTY), help=Words(NASTY, NASTY)
        ),
        1,
        1,
    ),
    located(finding("PRV01", Severity.ERROR, "units/old-street.yaml", pointer="/contact"), 5, 10),
]


def excerpt(one):
    return SOURCE.get((one.finding.path, one.mark.line))


def _joined(lines):
    return "".join(f"{line}\n" for line in lines)


def made():
    """Every form of the sample findings, by the name of its golden file."""
    counts = summary([one.finding for one in FINDINGS], records=3)
    return {
        "check.zh.txt": _joined(text.lines(FINDINGS[:3], "zh")),
        "check.terminal.zh.txt": _joined(terminal.lines(FINDINGS[:3], "zh", excerpt, 80)),
        "check.terminal.en.txt": _joined(terminal.lines(FINDINGS[:3], "en", excerpt, 40)),
        "check.github.zh.txt": _joined(github.lines(FINDINGS, "zh")),
        "check.github.en.txt": _joined(github.lines(FINDINGS, "en")),
        "check.zh.sarif": sarif.document(FINDINGS, RULES, "0.1.0", TODAY, "zh") + "\n",
        "check.en.sarif": sarif.document(FINDINGS, RULES, "0.1.0", TODAY, "en") + "\n",
        "check.json": as_json.document(FINDINGS, counts, TODAY) + "\n",
    }


if __name__ == "__main__":
    for name, said in made().items():
        (GOLDEN / name).write_text(said, encoding="utf-8", newline="")
