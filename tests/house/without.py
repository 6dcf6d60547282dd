"""A plugin of pytest that runs tests with one thing taken out of the program at a time, to see which nobody misses.

    python -m pytest -p tests.house.without --rows ROWS --unmissed FILE TESTS

`ROWS` is a JSON file: a list of rows, each with what it is called, what is taken out (`[[kind, name], ...]`, see
`tests.house.removal`) and the tests one of which must then fail. `FILE` gets the list of what none of them missed, each
as `[row, kind, name]`. Every run is a process of its own, so that nothing taken out stays out.
"""

import gc
import json
import os
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from unittest.mock import ANY

import pytest
from _pytest.runner import runtestprotocol
from tests.house.removal import REMOVALS

_CASES = (
    "tests/cases/test_cases.py::test_a_failing_case_prints_its_lines_and_breaks_nothing_else",
    "tests/cases/test_cases.py::test_a_passing_case_has_no_finding_of_its_code",
)
"""What a folder of cases is held to."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the two files."""
    parser.addoption("--rows", type=Path)
    parser.addoption("--unmissed", type=Path)


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the tests of each row without each thing it names, instead of all tests once."""
    items = named(session.items)
    rows = json.loads(session.config.getoption("rows").read_text(encoding="utf-8"))

    @cache
    def missed(kind: str, name: str, tests: tuple[str, ...]) -> bool:
        return one_fails([item for test in tests for item in items[test]], kind, name)

    gc.freeze()
    unmissed = [
        (row["called"], kind, name)
        for row in rows
        for kind, name in row["takes"]
        if not missed(kind, name, asked(kind, name, row["tests"]))
    ]
    session.config.getoption("unmissed").write_text(json.dumps(unmissed), encoding="utf-8")
    return True


def named(items: list[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """Return the tests by the names tables give them: of a test all its parameters, of a folder of cases each case."""
    found: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        name = item.nodeid.partition("[")[0]
        found[name].append(item)
        if name in _CASES:
            found[f"tests/cases/{item.callspec.params['case'].code}"].append(item)
    return found


def asked(kind: str, name: str, tests: list[str]) -> tuple[str, ...]:
    """Return the tests that can tell, cases last: they print what one rule says, and no figure."""
    cases = [test for test in tests if test.startswith("tests/cases/")]
    others = [test for test in tests if test not in cases]
    if kind == "rule":
        return (f"tests/cases/{name}",) if f"tests/cases/{name}" in cases else tuple(others)
    return tuple(others if kind == "figure" else [*others, *cases])


def one_fails(items: list[pytest.Item], kind: str, name: str) -> bool:
    """Return whether one of some tests fails in a process in which something was taken out."""
    child = os.fork()
    if not child:
        os._exit(_run_without(kind, name, items))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 1), f"without {name}: {code}"
    return code == 1


def _run_without(kind: str, name: str, items: list[pytest.Item]) -> int:
    try:
        gc.disable()
        REMOVALS[kind](name)
        _count_once()
        return int(any(report.failed for item in items for report in runtestprotocol(item, log=False)))
    except BaseException:
        return 2


def _count_once() -> None:
    """Leave out the second count, from the files: it would miss anything at all, whatever a test is about."""
    small = sys.modules.get("tests.statistics.small")
    if small is not None:
        small.count = lambda *_: ANY
