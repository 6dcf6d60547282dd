"""The table of the practices holds: its fields, rules, figures, pages, commands and tests are there."""

import re

import pytest
from tests.house.practices import rows
from tests.house.tree import HOME, text_of, tracked
from tests.office.register_books import TODAY, demonstration, desk_of
from tests.replays.test_replays import PUBLISHED

from inspection.cli.entry import inspection
from inspection.derive.statistics import statistics
from inspection.labelling import load as load_labels
from inspection.office import pages
from inspection.rules.registry import BY_CODE

SHARED = "各区共有"
ROWS = rows()


def named(column):
    return [(mechanism, one) for _, mechanism, row in ROWS for one in row[column]]


def missing(column, there):
    return [(mechanism, one) for mechanism, one in named(column) if not there(one)]


def test_each_practice_and_what_they_share_has_its_table():
    assert list(dict.fromkeys(row.practice for row in ROWS)) == ["S0", "S1", "S2", "S3", "S4", SHARED]
    assert len(ROWS) >= 80


def test_every_mechanism_is_recorded_shown_and_tested():
    assert [mechanism for _, mechanism, row in ROWS if not (row["record"] and row["page"] and row["test"])] == []


def test_every_field_is_in_the_schemas():
    places = load_labels().by_place

    assert missing("record", lambda one: one.partition(".")[2] in places.get(one.partition(".")[0], {})) == []


def test_every_rule_is_in_the_registry_and_every_rule_of_a_practice_in_its_table():
    assert missing("rule", BY_CODE.__contains__) == []
    of_practices = {(practice, code) for code, rule in BY_CODE.items() for practice in rule.practice}
    told = {(practice, code) for practice, _, row in ROWS for code in row["rule"]}
    assert {(practice, code) for practice, code in of_practices - told if (SHARED, code) not in told} == set()


def test_every_figure_is_one_of_the_statistics_and_every_figure_is_carried_by_a_mechanism():
    figures = statistics(demonstration(), TODAY).plain()

    def there(key):
        found = figures
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                return False
            found = found[part]
        return True

    assert missing("figure", there) == []
    carried = {key.split(".")[0] for _, key in named("figure")}
    days_and_exceptions = {"as_of", "from", "to", "revision", "departures"}
    assert figures.keys() - carried == days_and_exceptions


def test_every_published_figure_is_carried_by_a_mechanism_of_its_practice():
    carried = {(row.practice, key) for row in ROWS for key in row.named["figure"]}
    keys = [(practice, key) for practice, days in PUBLISHED.items() for asked in days.values() for key in asked]

    def told(practice, key):
        parts = key.split(".")
        above = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
        below = {one for where, one in carried if where in (practice, SHARED) and one.startswith(f"{key}.")}
        return below or any((where, one) in carried for where in (practice, SHARED) for one in above)

    assert [one for one in keys if not told(*one)] == []


def test_every_page_is_built_and_every_command_is_there():
    desk = desk_of(demonstration(), TODAY)
    built = {page.path for maker in pages.MAKERS for page in maker(desk)}
    folders = {"/".join(path.split("/")[:end]) for path in built for end in range(1, path.count("/") + 1)}
    commands = set(inspection.list_commands(None))

    def there(one):
        if one.startswith("inspection "):
            return one.removeprefix("inspection ") in commands
        return one in tracked() if one.startswith("site/") else one in folders

    assert missing("page", there) == []


@pytest.mark.parametrize(("mechanism", "test"), named("test"))
def test_every_test_is_there(mechanism, test):
    path, _, name = test.partition("::")

    assert (HOME / path).exists(), mechanism
    assert name or (HOME / path / "failing").exists() or list((HOME / path).glob("failing*")), mechanism
    assert not name or re.search(rf"^def {name}\(", text_of(path), re.M), mechanism
