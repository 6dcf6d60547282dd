import random
from datetime import date

import pytest
from tests.cases.cases import lay_out
from tests.office.desks import desk_with, templates
from tests.office.test_office_pages import dead_links
from tests.rules.test_odd_ledgers import DAY, DAYS, NAME, NAMES, altered

from inspection.cli.session import SCHEMAS
from inspection.office.pages import office_pages
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree


@pytest.mark.parametrize("seed", range(4))
def test_no_day_and_no_name_stops_a_page_or_breaks_a_link(seed, tmp_path):
    chance = random.Random(seed)
    ledger = lay_out(None, tmp_path)
    for path in sorted(ledger.rglob("*.yaml")):
        share = 0.0 if path.name in ("district.yaml", "2021-09-28.yaml") else chance.choice((0.0, 0.1, 0.5))
        text = altered(path.read_text(encoding="utf-8"), DAY, DAYS, share, chance)
        path.write_text(altered(text, NAME, NAMES, share / 5, chance), encoding="utf-8")
    loaded = load(WorkingTree(ledger), Schemas.in_folder(SCHEMAS)).ledger

    for today in (date.min, date(2024, 12, 31), date.max):
        pages = dict(office_pages(desk_with(loaded, today), templates()))
        assert "index.md" in pages
        assert dead_links(pages) == []
