"""What belongs to the repository: its tracked files, and the modules and functions of the program."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

HOME = Path(__file__).resolve().parents[2]
PROGRAM = HOME / "scripts" / "inspection"

Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@cache
def tracked() -> tuple[str, ...]:
    """Return the paths Git tracks, below the home, that are there."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, check=True, capture_output=True).stdout.decode()
    return tuple(path for path in listing.split("\0") if path and (HOME / path).is_file())


def text_of(path: str) -> str:
    """Return the text of a tracked file; bytes that are no UTF-8 become replacement characters."""
    return (HOME / path).read_text(encoding="utf-8", errors="replace")


def modules() -> list[str]:
    """Return the tracked modules of the program, the task files beside it and the benchmarks."""
    return [path for path in tracked() if path.startswith(("scripts/", "benchmarks/")) and path.endswith(".py")]


def definitions(path: str) -> Iterator[Definition]:
    """Yield every function and class of a module, nested ones too."""
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def public(path: str) -> list[Definition]:
    """Return the functions and classes of a module that others may use, and the methods of those classes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    outer = [node for node in ast.parse(text_of(path)).body if isinstance(node, kinds) and node.name[0] != "_"]
    inner = [node for cls in outer if isinstance(cls, ast.ClassDef) for node in cls.body if isinstance(node, kinds)]
    return [*outer, *(node for node in inner if node.name[0] != "_")]


def code_lines(node: Definition) -> int:
    """Return a definition's length in lines; its docstring does not count."""
    first = node.body[0]
    documented = ast.get_docstring(node, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring
