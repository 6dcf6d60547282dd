import ast

import pytest
from tests.house.tree import code_lines, definitions, modules, public, text_of, tracked

MOST_LINES_OF_A_MODULE = 250
MOST_LINES_OF_A_FUNCTION = 39
VAGUE_NAMES = {"utils", "helpers", "manager", "common", "misc"}
PURE_ROOMS = ("model", "derive", "rules", "workdays", "finding", "change", "report")
IMPURE_CALLS = {"open", "print", "input", "today", "now", "read_text", "read_bytes", "write_text", "write_bytes"}


def test_a_module_past_250_lines_is_two_modules():
    long = {path: text_of(path).count("\n") for path in modules()}

    assert {path: lines for path, lines in long.items() if lines > MOST_LINES_OF_A_MODULE} == {}


def test_functions_stay_under_40_lines():
    long = [
        f"{path}:{node.lineno} {node.name}: {code_lines(node)} lines"
        for path in modules()
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef) and code_lines(node) > MOST_LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_everything_public_says_what_it_is():
    silent = [f"{path}:{node.lineno} {node.name}" for path in modules() for node in public(path) if not said(node)]
    silent += [path for path in modules() if ast.get_docstring(ast.parse(text_of(path))) is None]

    assert silent == []


def said(node):
    return ast.get_docstring(node) is not None


def test_modules_are_named_for_what_they_hold():
    stems = {path: path.rsplit("/", 1)[-1].removesuffix(".py") for path in modules()}

    assert [path for path, stem in stems.items() if stem in VAGUE_NAMES] == []


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_opens_no_file_prints_nothing_and_never_asks_the_time(room):
    prefixes = (f"scripts/inspection/{room}/", f"scripts/inspection/{room}.py")
    calls = [
        f"{path}:{node.lineno} {name}"
        for path in modules()
        if path.startswith(prefixes)
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.Call) and (name := called(node)) in IMPURE_CALLS
    ]

    assert calls == []


def called(node):
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_no_work_is_left_undone_in_the_code():
    words = (
        "TO" + "DO",
        "FIX" + "ME",
        "NotImplemented" + "Error",
        "pytest." + "skip",
        "mark." + "skip",
        "mark." + "xfail",
    )
    undone = [
        f"{path}: {word}" for path in tracked() if path.endswith(".py") for word in words if word in text_of(path)
    ]

    assert undone == []
