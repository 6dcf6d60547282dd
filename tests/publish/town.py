"""A district of some size, for what shows only on full pages: long tables, deep trees, every status."""

import random
from typing import Any

from tests.publish.small import CLOSING, approve, inspection, item, ledger_of, problem, records, unit

from inspection.model.ledger import Ledger

Plain = dict[str, Any]

TITLES = (
    "集体房产出租未公开招租", "工程变更未按程序报批，先施工后补手续", "惠民补贴发放名单公示不完整，个别名单重复",
    "村务公开栏长期未更新", "“三会一课”记录不规范", "合同管理台账缺失，部分合同到期后未及时续签且未收取租金",
    "窗口服务一次性告知不到位", "议事决策未执行“四议两公开”", "低保动态管理不及时", "食堂采购票据不齐全",
)  # fmt: skip
CATEGORIES = ("collective_assets", "engineering", "subsidies", "contracts", "meeting_procedure", "party_building")
LATER = [
    {"date": "2024-10-08", "action": "reopen", "by": "office", "order": "x", "due": "2025-03-01",
     "add": [{"id": "M9", "text": "新措施"}]},
]  # fmt: skip
SUSTAIN = {
    "date": "2024-08-01", "action": "sustain", "by": "office", "reason": "historic", "check": "2025-03-01",
    "evidence": ["E1"], "agreed": ["discipline"],
}  # fmt: skip
ACHIEVE = {"date": "2024-08-01", "action": "achieve", "by": "unit", "note": "已办", "next": "2025-02-01"}
LOGS: tuple[tuple[Plain, ...], ...] = (
    CLOSING, CLOSING, CLOSING, CLOSING, CLOSING[:1], CLOSING[:2], (), (CLOSING[0], SUSTAIN), (CLOSING[0], ACHIEVE),
    (*CLOSING, *LATER),
)  # fmt: skip


def town(communities: int, problems: int, seed: int = 7) -> Ledger:
    """Return a ledger of one district, four rounds, so many communities under every eighth's subdistrict."""
    rng = random.Random(seed)
    data = {path: one for path, one in records().items() if not path.startswith(("rounds/", "problems/"))}
    ids = [f"community-{number}" for number in range(communities)]
    for number in range(0, communities, 8):
        data[f"units/street-{number // 8}.yaml"] = unit(f"第{number // 8 + 1}街道党工委", "subdistrict")
    for number, id_ in enumerate(ids):
        parent, classes = f"street-{number // 8}", rng.choice([{"class": "agricultural"}, {"class": "urban"}])
        data[f"units/{id_}.yaml"] = unit(f"第{number + 1}社区党总支", "community", parent=parent, **classes)
    counts: dict[tuple[str, str], int] = {}
    for number in range(problems):
        round_, id_ = f"R13-0{rng.randrange(1, 5)}", rng.choice(ids)
        counts[round_, id_] = counts.get((round_, id_), 0) + 1
        made = _problem(rng, counts[round_, id_], id_)
        data[f"problems/{round_}/{round_}-{number + 1:04}.yaml"] = made
    for round_, id_ in counts:
        data.setdefault(f"rounds/{round_}/round.yaml", _round(int(round_[-1])))
        data[f"rounds/{round_}/{id_}.yaml"] = _inspection(rng)
    return ledger_of(approve(data))


def _round(number: int) -> Plain:
    onsite = {"from": f"2024-0{number}-04", "to": f"2024-0{number}-28"}
    return {"kind": "regular", "organizer": "office", "announced": f"2024-0{number}-01", "onsite": onsite}


def _inspection(rng: random.Random) -> Plain:
    score = [{"name": "责任落实", "weight": "100", "score": str(rng.randrange(80, 100))}]
    return inspection(evaluation={"date": "2024-10-01", "anonymous": True, "indicators": score})


def _problem(rng: random.Random, number: int, unit_: str) -> Plain:
    items = [item(place + 1, *rng.choice(LOGS), lead=unit_) for place in range(rng.randrange(1, 4))]
    items[0]["outcome"] = {"money": [{"date": "2024-09-01", "kind": "recovered", "yuan": rng.randrange(100, 90000)}]}
    title = rng.choice(TITLES)
    texts = {"number": number, "title": title, "result": f"已对“{title}”逐项核实并整改"}
    return problem(number, *items, unit=unit_, shown=True, public=texts, category=rng.choice(CATEGORIES))
