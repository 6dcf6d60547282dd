"""The checklists: a common one of 13 aspects and 99 items, and the individual, talk, document and finance lists."""

from collections.abc import Iterator

from inspection.demo.checklist_items import AGRICULTURAL, COMMON, DOCUMENTS, FINANCE, TALK, TOWN, URBAN, VILLAGE, Aspect
from inspection.demo.places import Record

_EVERY = ["department", "township", "subdistrict", "community", "village", "state_enterprise", "school", "hospital"]
ALL_KINDS = [*_EVERY, "institution", "stock_cooperative", "park", "other"]


def _aspects(aspects: tuple[Aspect, ...], letter: str) -> list[Record]:
    rows: list[Record] = []
    number = 0
    for name, category, texts in aspects:
        items = []
        for text in texts:
            number += 1
            items.append({"code": f"{letter}{number:02d}", "text": text})
        rows.append({"name": name, "category": category, "items": items})
    return rows


def _checklist(kind: str, title: str, kinds: list[str], effective: str, rows: list[Record], **more: object) -> Record:
    applies: Record = {"kinds": kinds}
    if "classes" in more:
        applies["classes"] = more["classes"]
    record: Record = {"kind": kind, "title": title, "applies_to": applies, "effective": effective}
    if "replaces" in more:
        record["replaces"] = more["replaces"]
    return record | {"aspects": rows}


def checklist_records() -> Iterator[tuple[str, Record]]:
    """Yield the checklists: those of 2022, and those of 2024 that replace them."""
    below = ["community"]
    single = (
        ("agricultural", "涉农社区个性监督清单", below, AGRICULTURAL, "B", ["agricultural"]),
        ("urban", "城市社区个性监督清单", below, URBAN, "C", ["urban"]),
        ("village", "村党组织个性监督清单", ["village"], VILLAGE, "D", None),
        ("town", "镇街党（工）委个性监督清单", ["township", "subdistrict"], TOWN, "E", None),
    )
    beside = (
        ("talk", "谈话清单（八类对象）", TALK, "T"),
        ("documents", "查阅资料清单（二十项）", DOCUMENTS, "W"),
        ("finance", "财务审查清单（十六项）", FINANCE, "F"),
    )
    for year, day in (("2022", "2022-01-10"), ("2024", "2024-01-15")):
        rows, earlier = _aspects(COMMON, "A"), _replacing("common", year)
        yield f"checklists/common-{year}.yaml", _checklist("common", "共性监督清单", ALL_KINDS, day, rows, **earlier)
        for name, title, kinds, aspects, letter, classes in single:
            more = _replacing(name, year) | ({"classes": classes} if classes else {})
            rows = _aspects(aspects, letter)
            yield f"checklists/{name}-{year}.yaml", _checklist("individual", title, kinds, day, rows, **more)
        for name, title, aspects, letter in beside:
            rows, earlier = _aspects(aspects, letter), _replacing(name, year)
            yield f"checklists/{name}-{year}.yaml", _checklist(name, title, ALL_KINDS, day, rows, **earlier)


def _replacing(name: str, year: str) -> dict[str, object]:
    return {"replaces": f"{name}-2022"} if year == "2024" else {}
