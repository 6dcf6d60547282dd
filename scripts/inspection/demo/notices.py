"""The letters a round gives rise to: immediate notices, and letters of every other kind."""

from collections.abc import Iterator
from datetime import date

from inspection.demo.books import Sheet
from inspection.demo.days import after
from inspection.demo.desk import Desk
from inspection.demo.items import Ground
from inspection.demo.places import Place, Record
from inspection.demo.schedule import Visited
from inspection.demo.themes import filled


def immediate_notice(desk: Desk, ground: Ground, issued: date, each: Visited) -> Sheet:
    """Write the notice that asks a unit to put a problem right at once."""
    number = ground.problem.rsplit("-", 1)[1]
    record: Record = {
        "kind": "immediate_notice",
        "number": f"云巡即〔{issued.year}〕{each.id[-2:]}{number}号",
        "from": "office",
        "to": ground.place.id,
        "subject": f"关于立即整改“{ground.theme.name}”有关问题的通知",
        "origin": f"区委第{int(each.id[-2:])}轮巡察",
        "problems": [ground.problem],
        "items": [f"{ground.problem}/1"],
        "suggestions": [filled(ground.wording.task.public, ground.values)],
    }
    return desk.letter(
        issued,
        record,
        [
            (issued, "issue", "office", None),
            (after(issued, 1), "receive", "unit", None),
            (after(issued, 9), "reply", "unit", "已立即整改到位"),
            (after(issued, 12), "accept", "office", None),
        ],
    )


def suggestions(desk: Desk, each: Visited, day: date, suggest: dict[str, list[str]]) -> None:
    """Write to the competent departments about the problems that are more than one unit's."""
    for index, (owner, problems) in enumerate(sorted(suggest.items())):
        kind, body, mark = (
            ("supervisory_suggestion", "discipline", "云监建")
            if index % 4 == 2
            else ("inspection_suggestion", "office", "云巡建")
        )
        issued = after(day, index % 6)
        record = {
            "kind": kind,
            "number": f"{mark}〔{issued.year}〕{each.id[-2:]}{index + 1:02d}号",
            "from": body,
            "to": owner,
            "copies": ["office" if body == "discipline" else "discipline"],
            "subject": "关于加强行业监管、解决系统性问题的建议",
            "origin": f"区委第{int(each.id[-2:])}轮巡察",
            "problems": problems,
            "causes": "行业监管不到位，制度执行缺少检查",
            "suggestions": ["开展行业自查", "完善监管制度", "对反馈的问题跟踪督办"],
        }
        log = [
            (issued, "issue", body, None),
            (after(issued, 2), "receive", "unit", None),
            (after(issued, 20), "reply", "unit", "已部署行业自查"),
            (after(issued, 26), "accept", body, None),
        ]
        if index == 1:
            log[3:] = [
                (after(issued, 24), "return", body, "只说明了部署情况，请补充成效"),
                (after(issued, 28), "reply", "unit", "已补充自查结果和整改情况"),
                (after(issued, 33), "accept", body, None),
            ]
        desk.letter(issued, record, log)
    suggest.clear()


def others(desk: Desk, each: Visited, day: date, places: list[Place]) -> None:
    """Write an assignment, a reminder, a discipline suggestion; now and then an admonition or a withdrawn letter."""
    for index, (whom, kind, body, mark, subject, wishes) in enumerate(_kinds(each)):
        if whom >= len(places):
            continue
        place = places[whom]
        issued = after(day, 8 + 12 * index)
        record: Record = {
            "kind": kind,
            "number": f"{mark}〔{issued.year}〕{each.id[-2:]}{index + 71}号",
            "from": body,
            "to": place.id,
            "copies": ["office" if body == "discipline" else "discipline"],
            "subject": subject,
            "origin": f"区委第{int(each.id[-2:])}轮巡察",
            "causes": "责任压得不实，跟踪督办不够",
            "suggestions": list(wishes),
        }
        log: list[tuple[date, str, str, str | None]] = [(issued, "issue", body, None)]
        if kind == "reminder" and each.id.endswith("3"):
            log.append((after(issued, 1), "withdraw", body, "收文单位有误，另行发文"))
        else:
            log += [
                (after(issued, 2), "receive", "unit", None),
                (after(issued, 18), "reply", "unit", "已按要求落实"),
                (after(issued, 23), "accept", body, None),
            ]
        desk.letter(issued, record, log)


def under_way(desk: Desk, each: Visited, places: list[Place]) -> None:
    """Write the letters of the last weeks: issued, received, answered, returned."""
    steps: tuple[tuple[date, str, str, str | None], ...] = (
        (date(2024, 12, 3), "issue", "office", None),
        (date(2024, 12, 5), "receive", "unit", None),
        (date(2024, 12, 19), "reply", "unit", "已安排专人跟进"),
        (date(2024, 12, 25), "return", "office", "请补充完成时限和责任人"),
    )
    for count, place in zip((4, 3, 2, 1), places, strict=False):
        late = 24 if count < 3 else 0
        record: Record = {
            "kind": "reminder",
            "number": f"云巡提〔2024〕{each.id[-2:]}{90 + count}号",
            "from": "office",
            "to": place.id,
            "copies": ["discipline"],
            "subject": "关于做好年底前整改事项收尾工作的提醒函",
            "origin": f"区委第{int(each.id[-2:])}轮巡察",
            "causes": "部分事项临近期限",
            "suggestions": ["逐项核对完成情况", "提前准备佐证材料"],
        }
        log = [(after(day, late), action, body, note) for day, action, body, note in steps[:count]]
        desk.letter(log[0][0], record, log)


_Letter = tuple[int, str, str, str, str, tuple[str, ...]]


def _kinds(each: Visited) -> Iterator[_Letter]:
    """Yield which of the round's units gets which letter; an admonition follows an urging."""
    yield 0, "assignment", "office", "云巡交", "关于交办巡察发现有关事项的函", ("明确专人办理", "按期反馈结果")
    yield 1, "reminder", "office", "云巡提", "关于做好巡察整改的提醒函", ("对照清单查漏补缺",)
    yield (
        2,
        "discipline_suggestion",
        "discipline",
        "云纪建",
        "关于加强干部日常监督的建议",
        ("开展警示教育", "完善监督制度"),
    )
    if each.kind in {"regular", "special"}:
        yield 3, "urging", "office", "云巡督", "关于加快巡察整改进度的催办函", ("倒排时间、挂图作战",)
        yield 3, "admonition", "office", "云巡诫", "关于巡察整改推进迟缓的诫勉函", ("说明原因、限期整改",)
        yield 4, "accountability", "discipline", "云纪责", "关于对整改不力启动问责程序的函", ("核实责任、提出处理意见",)
