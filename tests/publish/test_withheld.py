import random
import re

import pytest
from tests.publish.building import build, pages_of
from tests.publish.small import AS_OF, CLOSING, ROUND, UNIT, approve, item, ledger_of, problem, records

TOTALS = {"index.md", "figures/index.md"}
MONEY = {"money": [{"date": "2024-08-01", "kind": "recovered", "yuan": 12000}]}


def withheld(seed):
    """A ledger, and the same with some problems more that society does not see, each a little different."""
    rng = random.Random(seed)
    data = records()
    hidden = {
        f"problems/{ROUND}/R13-05-{number:04}.yaml": problem(
            number,
            item(1, *CLOSING[: rng.randrange(5)], outcome=MONEY),
            shown=False,
            unit=rng.choice([UNIT, "lianhu"]),
            category=rng.choice(["collective_assets", "engineering"]),
            **rng.choice([{}, {"public": None}]),
        )
        for number in rng.sample(range(10, 99), 3)
    }
    return approve(data), approve({**data, **hidden})


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(8))
def test_withheld_problems_change_no_byte_but_in_the_district_totals(seed, language):
    without, with_ = withheld(seed)
    bare, full = (pages_of(ledger_of(data), AS_OF, language) for data in (without, with_))

    assert set(bare) == set(full)
    assert {path for path in bare if bare[path] != full[path]} == TOTALS


def test_on_the_overview_only_the_totals_of_the_district_differ():
    without, with_ = withheld(1)
    bare, full = (pages_of(ledger_of(data), AS_OF)["index.md"].splitlines() for data in (without, with_))
    differ = {first for first, second in zip(bare, full, strict=True) if first != second}

    assert len(bare) == len(full)
    assert [line for line in differ if "已公开" in line or "problems/r" in line or "rounds/r" in line] == []
    assert [
        line for line in differ if not re.search(r"^description|lead|trend|tile|rect|status|全区|完成 \|", line)
    ] == []


@pytest.mark.slow
def test_the_built_sites_are_the_same_bytes_but_for_the_totals(tmp_path):
    sites = []
    for name, data in zip(("without", "with"), withheld(2), strict=True):
        folder = tmp_path / name
        folder.mkdir()
        sites.append(build(ledger_of(data), AS_OF, folder))
    files = [{path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
             for site in sites]  # fmt: skip

    assert set(files[0]) == set(files[1])
    differ = {path for path in files[0] if files[0][path] != files[1][path]}
    pages = {f"{edition}{page}" for edition in ("", "en/") for page in ("index.html", "figures/index.html")}
    sums = {f"data/v1/figures.{form}" for form in ("csv", "json", "parquet")}
    assert differ == pages | sums | {"data/v1/datapackage.json", "data/index.html", "en/data/index.html"}
