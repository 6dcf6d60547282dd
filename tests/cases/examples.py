"""Write the examples of the rules' pages from the failing cases: `python -m tests.cases.examples`."""

import json
import re
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Any

from tests.cases.cases import Case, cases, check_case

FILE = Path(__file__).parents[2] / "site" / "examples.json"
AROUND, WIDTH = 2, 100
"""What an example shows of a file: lines before and after that which is pointed at, letters of a line."""

_PLACE = re.compile(r"([^:]+):([0-9]+):")


def example(case: Case) -> dict[str, Any]:
    """Return the first finding of a failing case, as `check` prints it, and the lines it points at.

    What the rules of privacy point at is not shown, as it is not in their findings.
    """
    with tempfile.TemporaryDirectory() as target:
        checked = check_case(case, Path(target))
        said = {language: _first(checked.printed(case.code, language)) for language in ("zh", "en")}
        place = _PLACE.match(said["zh"][0])
        assert place is not None
        lines = [] if case.code.startswith("PRV") else _lines(Path(target, place[1]), int(place[2]))
    return {"lines": lines, **said}


def first_failing() -> dict[str, Case]:
    """Return the first failing case of each rule."""
    return {case.code: case for case in reversed(cases()) if case.fails}


def _first(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines()[:2]]


def _lines(file: Path, pointed: int) -> list[str]:
    if not file.is_file():
        return []
    lines = file.read_bytes().decode("utf-8", "replace").splitlines()[max(pointed - AROUND - 1, 0) : pointed + AROUND]
    short = (f"{line[:WIDTH]}…" if len(line) > WIDTH else line for line in lines)
    return textwrap.dedent("\n".join(short)).split("\n")


def main() -> None:
    found = {code: example(case) for code, case in sorted(first_failing().items())}
    FILE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{FILE.name}: {len(found)}\n")


if __name__ == "__main__":
    main()
