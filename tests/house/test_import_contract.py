import ast
import sys
import tomllib

import grimp
import pytest
from tests.house.rooms import problems
from tests.house.tree import HOME, modules, text_of


def contract():
    options = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    return options["tool"]["importlinter"]["contracts"][0]


def broken(graph):
    table = contract()
    return sorted(problems(graph, table["rooms"], table["doors"], table["apart"]))


def imports(importer, imported):
    """A graph with one import, everything else of the program left out."""
    graph = grimp.ImportGraph()
    for module in ("inspection", importer, imported):
        graph.add_module(module, is_squashed=not module.startswith("inspection"))
    graph.add_import(importer=importer, imported=imported)
    return graph


def test_every_module_of_the_program_lies_in_a_room_and_imports_only_what_its_row_allows():
    graph = grimp.build_graph("inspection", include_external_packages=True, cache_dir=None)

    assert broken(graph) == []


def test_the_contract_sees_every_module():
    graph = grimp.build_graph("inspection", cache_dir=None)
    files = [path.removeprefix("scripts/") for path in modules() if path.startswith("scripts/inspection/")]

    assert {
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in files
    } - graph.modules == set()


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("inspection.model.ledger", "inspection.read.loader"),
        ("inspection.derive.lifecycle", "inspection.rules.lifecycle"),
        ("inspection.rules.deadlines", "inspection.rules.lifecycle"),
        ("inspection.rules.framework", "inspection.rules.lifecycle"),
        ("inspection.publish.pages", "inspection.model.ledger"),
        ("inspection.publish.view", "inspection.publish.pages"),
        ("inspection.report.text", "inspection.model.ledger"),
        ("inspection.read.loader", "inspection.cli"),
        ("inspection.model.ledger", "yaml"),
        ("inspection.read.loader", "jsonschema"),
        ("inspection.read.source", "requests"),
        ("inspection.derive.clocks", "chinese_calendar"),
        ("inspection.publish.pages", "jinja2"),
    ],
)
def test_an_import_the_table_does_not_allow_is_named(importer, imported):
    assert broken(imports(importer, imported)) == [f"{importer} imports {imported}"]


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("inspection.rules.registry", "inspection.rules.lifecycle"),
        ("inspection.rules.lifecycle", "inspection.rules.framework"),
        ("inspection.rules.lifecycle.moves", "inspection.rules.lifecycle.log"),
        ("inspection.publish.pages", "inspection.publish.view"),
        ("inspection.publish.view.gate", "inspection.model.ledger"),
        ("inspection.cli.check", "inspection.read.loader"),
        ("inspection.read.document", "yaml"),
        ("inspection.model.ledger", "decimal"),
    ],
)
def test_an_import_the_table_allows_is_passed_over(importer, imported):
    assert broken(imports(importer, imported)) == []


def test_a_module_in_no_room_is_named():
    graph = imports("inspection.lounge", "decimal")

    assert broken(graph) == ["inspection.lounge is in no room"]


def tasks():
    return [path for path in modules() if path.startswith("scripts/") and path.count("/") == 1]


def test_a_task_file_is_one_call_into_the_command_line():
    strangers = [
        f"{path} imports {name}"
        for path in tasks()
        for node in ast.walk(ast.parse(text_of(path)))
        for name in imported_by(node)
        if name not in {"inspection.cli", "sys"}
    ]

    assert strangers == []
    assert [path for path in tasks() if text_of(path).count("\n") > 15] == []


def imported_by(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "."] if isinstance(node, ast.ImportFrom) else []


def test_no_task_file_replaces_a_standard_module_or_a_folder_of_data():
    names = {path.split("/")[1].removesuffix(".py") for path in modules()}

    assert names & (sys.stdlib_module_names | {"ledger", "schemas"}) == set()
