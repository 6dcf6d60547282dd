"""Findings as JSON for programs."""

import json
from collections.abc import Iterable

from inspection.report.located import Located, Summary


def document(findings: Iterable[Located], counts: Summary, today: str) -> str:
    """Return one JSON document: `today`, `summary`, and `findings` with place, pointer and both languages."""
    rows = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "file": file,
            "line": mark.line,
            "column": mark.column,
            "pointer": finding.pointer,
            "message": finding.message._asdict(),
            "help": finding.help._asdict(),
            "timed": finding.timed,
            "acknowledged": finding.acknowledged,
        }
        for finding, file, mark in findings
    ]
    return json.dumps({"today": today, "summary": counts._asdict(), "findings": rows}, ensure_ascii=False, indent=2)
