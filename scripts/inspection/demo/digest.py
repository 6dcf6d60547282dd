"""The digest of a notice's texts, for problems that are not in a ledger yet."""

from dataclasses import replace

from msgspec import convert

from inspection.demo.findings import Found
from inspection.derive.digest import society_digest
from inspection.model.problems import Problem


def digest_of(rows: list[Found]) -> str:
    """Return the digest of an inspection's public texts, as `inspection.derive.digest` defines it."""
    shown = [row for row in rows if "public" in row.record]
    problems = [convert({**row.record, "path": "", "id": row.id}, Problem, strict=False) for row in shown]
    withdrawn = {
        row.id: [
            each["id"] for each in row.record["items"] if any(e["action"] == "withdraw" for e in each.get("log", []))
        ]
        for row in shown
    }
    return society_digest(problems, withdrawn)


def first_wording(title: str) -> str:
    """Return a public title as it was worded before it was taken back."""
    return f"{title}等问题"


def first_digest_of(rows: list[Found]) -> str:
    """Return the digest of the texts of a notice that was taken back: the first title was worded otherwise."""
    return digest_of([_first_worded(row) for row in rows])


def _first_worded(row: Found) -> Found:
    public = row.record.get("public", {})
    if public.get("number") != 1:
        return row
    return replace(row, record=row.record | {"public": public | {"title": first_wording(public["title"])}})
