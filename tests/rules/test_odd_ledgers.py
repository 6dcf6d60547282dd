import random
import re
from datetime import date

import pytest
from tests.cases.cases import check, lay_out

DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
NAME = re.compile(r"\b(R13-0[12]-000[0-9]|lanpu|qinglan-community|wutong-village|E[12]|M[12]|office|discipline|unit)\b")
DAYS = ("0001-01-01", "0001-01-31", "2000-02-29", "2024-12-31", "2025-02-28", "9999-12-01", "9999-12-31")
NAMES = ("R13-02-0001", "R13-01-0001", "lanpu", "qinglan-community", "office", "group", "unit", "E1", "M1")


@pytest.mark.parametrize("seed", range(8))
def test_no_day_and_no_name_stops_a_rule(seed, tmp_path):
    chance = random.Random(seed)
    ledger = lay_out(None, tmp_path)
    for path in sorted(ledger.rglob("*.yaml")):
        share = 0.0 if path.name in ("district.yaml", "2021-09-28.yaml") else chance.choice((0.0, 0.1, 0.5))
        text = altered(path.read_text(encoding="utf-8"), DAY, DAYS, share, chance)
        path.write_text(altered(text, NAME, NAMES, share / 5, chance), encoding="utf-8")
    for year in ("0000", "9999"):
        (ledger / f"plan/{year}.yaml").write_bytes((ledger / "plan/2025.yaml").read_bytes())

    for today in (date.min, date(2024, 12, 31), date.max):
        checked = check(ledger, today)
        assert {one.code[:3] for one in checked.findings} & {"REF", "LIF", "DUE", "SCH"}
        assert checked.findings == check(ledger, today).findings


def altered(text, pattern, values, share, chance):
    return pattern.sub(lambda found: chance.choice(values) if chance.random() < share else found[0], text)
