"""What the district has once: its facts, calendar, signers, purges and papers."""

from collections.abc import Iterable, Iterator
from datetime import date

from inspection.demo.days import TODAY, iso
from inspection.demo.places import Record
from inspection.emit import Number

_PAPERS = (
    ("rectification-measures", "云渚区委巡察整改工作办法", "云巡〔2021〕2号", "2021-09-20", "rule", 200),
    ("term-plan", "云渚区委巡察工作规划（2021—2026 年）", "云巡〔2021〕5号", "2021-11-30", "plan", 120),
    ("talent-rules", "云渚区巡察干部抽调办法", "云巡〔2021〕7号", "2021-12-15", "rule", 80),
    ("handbook-2022", "云渚区委巡察工作手册", None, "2022-02-10", "handbook", 200),
    ("common-problem-rules", "云渚区巡察发现共性问题整改办法", "云巡〔2022〕6号", "2022-06-10", "rule", 150),
    ("village-guideline", "关于推进巡察向村（社区）延伸的工作指引", "云巡〔2022〕8号", "2022-08-05", "guideline", 300),
    (
        "life-meeting-rules",
        "云渚区巡察整改专题民主生活会、组织生活会规定",
        "云巡〔2023〕3号",
        "2023-02-01",
        "rule",
        150,
    ),
    ("roving-guideline", "云渚区镇街巡回驻点监督工作指引", "云巡〔2023〕9号", "2023-10-16", "guideline", 150),
    (
        "rectification-measures-2024",
        "云渚区委巡察整改工作办法（2024 年修订）",
        "云巡〔2023〕12号",
        "2023-12-20",
        "rule",
        240,
    ),
    ("annual-report-2023", "2023 年度云渚区委巡察工作情况报告", "云巡〔2024〕1号", "2024-01-12", "report", 60),
)
_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"


def district_record() -> Record:
    """Return the district's record. Its telephone numbers and addresses are made up, as it is."""
    return {
        "name": {"zh": "云渚区", "en": "Yunzhu District"},
        "office": {"zh": "云渚区委巡察工作领导小组办公室", "en": "Yunzhu District Inspection Office"},
        "timezone": "Asia/Shanghai",
        "site": {"url": "https://yunzhu.example/", "licence": "CC-BY-4.0"},
        "contact": {
            "telephone": "000-5550-0100",
            "post": "云渚区政务中心 3 号信箱",
            "email": "office@yunzhu.example",
        },
        "bodies": {
            "office": "inspection-office",
            "discipline": "district-discipline",
            "organization": "organization-department",
            "publicity": "publicity-department",
            "audit": "audit-bureau",
            "petition": "petition-bureau",
            "finance": "finance-bureau",
            "rectification_office": "district-discipline",
        },
        "terms": [
            {
                "number": 13,
                "began": "2021-09-28",
                "ends": "2026-09-27",
                "base_frozen": "2021-12-31",
                "target": Number("1.00"),
                "plan": "term-plan",
            }
        ],
        "establishment": [
            {"date": "2021-12-31", "discipline_cadres": 88},
            {"date": "2022-12-31", "discipline_cadres": 92},
            {"date": "2023-12-31", "discipline_cadres": 96},
        ],
        "demonstration": {"today": iso(TODAY)},
    }


def single_records(units: Iterable[str]) -> Iterator[tuple[str, Record]]:
    """Yield the district, the provisional calendar of 2027, the signers and the purges.

    Args:
        units: Two units that sign for themselves.
    """
    yield "district.yaml", district_record()
    yield (
        "calendar/2027.yaml",
        {
            "notice": "国务院办公厅关于 2027 年部分节假日安排的通知（示例）",
            "status": "provisional",
            "off": ["2027-01-01"],
            "work": ["2027-01-02"],
        },
    )
    roles = ("office", "discipline", "organization", "leading_group")
    keys: list[Record] = [
        {"role": role, "key": f"{_KEY}Example{index:02d}", "from": "2024-01-01", "account": f"yz-{role}"}
        for index, role in enumerate(roles, 1)
    ]
    for index, unit in enumerate(units, len(roles) + 1):
        key = f"{_KEY}Example{index:02d}"
        keys.append({"role": "unit", "unit": unit, "key": key, "from": "2024-01-01", "until": "2025-12-31"})
    yield "signers.yaml", {"keys": keys}
    yield "purges.yaml", {"purges": []}


def paper_records() -> Iterator[tuple[str, Record]]:
    """Yield the standing papers."""
    for paper, title, number, day, kind, copies in _PAPERS:
        yield f"papers/{paper}.yaml", _paper(title, number, day, kind) | {"copies": copies}


def decision_paper(title: str, number: str, day: date) -> Record:
    """Return a decision of the leading group."""
    return _paper(title, number, iso(day), "decision")


def _paper(title: str, number: str | None, day: str, kind: str) -> Record:
    record: Record = {"title": title}
    if number is not None:
        record["number"] = number
    return record | {"date": day, "kind": kind, "issuer": "leading_group"}
