"""Common problems: what several units share, its competent department, and everybody's self-check."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from inspection.demo.books import Shelf
from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, iso
from inspection.demo.places import Place, Record, Register
from inspection.demo.themes import Theme


@dataclass(slots=True)
class Shared:
    """A common problem.

    Attributes:
        id: Its id.
        title: Its title.
        themes: Keys of the themes that belong to it.
        owner: The competent department.
        nature: systemic, industry or field.
        since: Problems fed back from this day on belong to it.
        issued: The day it was issued.
        everyone: Whether every unit of the base examines itself.
        campaign: The campaign it set off.
        problems: The problems that name it.
    """

    id: str
    title: str
    themes: frozenset[str]
    owner: str
    nature: str
    since: date
    issued: date
    everyone: bool
    campaign: str
    problems: list[str] = field(default_factory=list)


def shared_problems() -> list[Shared]:
    """Return the term's common problems."""
    lease = frozenset({"asset_lease", "rent_arrears"})
    works = frozenset({"contractor_choice", "project_change", "acceptance"})
    grants = frozenset({"low_income", "disability", "farm_subsidy", "public_posts"})
    books = frozenset({"disclosure", "white_slips", "off_book"})
    first, second, third, fourth = date(2022, 7, 11), date(2022, 12, 5), date(2023, 6, 12), date(2024, 6, 17)
    begin = date(2021, 9, 28)
    rows = (
        ("集体资产出租管理不规范", lease, "agriculture-bureau", "industry", begin, first, "集体资产清理行动"),
        ("小微工程管理不规范", works, "housing-bureau", "systemic", begin, second, "小微工程规范提升行动"),
        ("惠民补贴动态管理不到位", grants, "civil-affairs-bureau", "industry", second, third, "惠民补贴核查行动"),
        ("财务公开和票据管理不规范", books, "finance-bureau", "field", third, fourth, "基层财务规范年行动"),
    )
    return [
        Shared(f"C13-{number:02d}", title, themes, owner, nature, since, issued, number == 1, campaign)
        for number, (title, themes, owner, nature, since, issued, campaign) in enumerate(rows, 1)
    ]


def common_of(shared: list[Shared], theme: Theme, feedback: date) -> Shared | None:
    """Return the common problem that a problem of a theme, fed back on a day, belongs to."""
    return next((each for each in shared if theme.key in each.themes and each.since <= feedback < each.issued), None)


def common_records(
    shared: list[Shared], places: Register, letters: Shelf, chance: Chance
) -> Iterator[tuple[str, Record]]:
    """Yield the common problems that at least one problem names, and the self-checks; put the letters on the shelf."""
    units = [place for place in places.places if place.record["in_base"] and "base_reason" not in place.record]
    for each in shared:
        if not each.problems:
            continue
        kept = [place for place in units if not place.left_by(after(each.issued, 90))]
        there = [place for place in kept if place.id != each.owner]
        addressed = there if each.everyone else _addressed(there, chance)
        yield f"common/{each.id}/common.yaml", _common(each, addressed)
        _suggest(each, letters)
        for place in kept if each.everyone else addressed:
            yield f"common/{each.id}/{place.id}.yaml", _self_check(each, place, chance)


def _addressed(there: list[Place], chance: Chance) -> list[Place]:
    fitting = [place for place in there if place.grassroots or place.kind in {"township", "subdistrict"}]
    return chance.some(fitting, max(4, min(len(fitting), 16 + len(fitting) // 20)))


def _common(each: Shared, addressed: list[Place]) -> Record:
    record: Record = {"title": each.title, "nature": each.nature, "owner": each.owner, "issued": iso(each.issued)}
    if not each.everyone:
        record["addressees"] = [place.id for place in addressed]
    posts = sorted({place.leader for place in addressed})[:3]
    told, back = after(each.issued, 2), after(each.issued, 4)
    record["notified"] = [{"post": post, "date": iso(told), "received": iso(back)} for post in posts]
    approved = after(each.issued, 15)
    record["publication"] = {
        "approved": iso(approved),
        "by": "leading_group",
        "published": iso(after(approved, 4)),
    }
    return record


def _suggest(each: Shared, letters: Shelf) -> None:
    day = after(each.issued, 3)
    log = [
        {"date": iso(day), "action": "issue", "by": "office"},
        {"date": iso(after(day, 2)), "action": "receive", "by": "unit"},
        {"date": iso(after(day, 24)), "action": "reply", "by": "unit", "note": f"已开展{each.campaign}"},
        {"date": iso(after(day, 31)), "action": "accept", "by": "office"},
    ]
    letters.put(
        day,
        {
            "kind": "inspection_suggestion",
            "number": f"云巡建〔{day.year}〕{int(each.id[-2:]) + 10}号",
            "from": "office",
            "to": each.owner,
            "copies": ["discipline"],
            "subject": f"关于治理“{each.title}”共性问题的建议",
            "origin": "区委巡察综合分析",
            "problems": each.problems[:60],
            "common": each.id,
            "causes": "行业监管制度缺失，日常检查不够",
            "suggestions": ["开展专项治理", "修订行业管理制度", "对照检查情况纳入年度考核"],
            "campaign": {"title": each.campaign, "from": iso(after(day, 10)), "to": iso(after(day, 130))},
            "log": log,
        },
    )


def _self_check(each: Shared, place: Place, chance: Chance) -> Record:
    submitted = after(each.issued, chance.whole(35, 52))
    found = chance.whole(0, 4) if place.kind == "department" else chance.whole(1, 7)
    measures = found + chance.whole(0, 4) + (found == 0)
    institutions = int(chance.share(0.4)) + int(chance.share(0.1))
    cases = int(chance.share(0.02))
    record: Record = {"submitted": iso(submitted), "found": found, "measures": measures, "institutions": institutions}
    record["cases"] = {"pieces": cases, "persons": cases}
    if found:
        half = after(submitted, chance.whole(20, 35))
        whole = after(half, chance.whole(30, 60))
        steps = [(half, found * 2 // 3, measures // 2), (whole, found, measures)]
        record["progress"] = [
            {"date": iso(day), "rectified": done, "measures_done": taken} for day, done, taken in steps if day <= TODAY
        ]
    proof = {"id": "E1", "kind": "document", "title": "自查情况报告", "date": iso(after(submitted, -2))}
    proof |= {"sha256": chance.hexadecimal(64), "kept_at": f"档案室 {submitted.year}-{chance.whole(1, 480):03d}"}
    record["evidence"] = [proof]
    review = {"date": iso(after(submitted, 6)), "decision": "accept", "deviations": 0, "opinions": 0}
    record["reviews"] = [{"by": ["office"], **review}]
    if chance.share(0.15):
        early = {"date": iso(after(submitted, 2)), "decision": "return", "deviations": 1, "opinions": 1}
        record["reviews"].insert(0, {"by": ["office"], **early})
    return record
