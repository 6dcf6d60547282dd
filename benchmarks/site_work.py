"""What is ours of a site: everything but the runs of the site generator. Run by its own Python.

`made` keeps what the generator made; `ours` takes it from there instead of running the generator again, which also
empties the folder it builds in. The process ends as that of the command does.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from inspection.cli import building, ending
from inspection.cli.entry import CANNOT_RUN, main

MADE, STAGED = "made", "staged"


def made(ledger: str, out: Path) -> int:
    """Build the site, and keep what the generator made beside it."""
    generate = building.generate

    def kept(*given: Any, **_: Any) -> str:
        said = generate(*given)
        shutil.copytree(given[2], out / MADE / given[2].name)
        return said

    building.generate = kept
    return _site(ledger, out)


def ours(ledger: str, out: Path) -> int:
    """Build the site with what lies in `staged` in the place of what the generator would make."""

    def staged(*given: Any, **_: Any) -> str:
        if given[2].exists():
            given[2].rename(out / STAGED / f"emptied{given[2].name}")
        (out / STAGED / given[2].name).rename(given[2])
        return ""

    building.generate = staged
    return _site(ledger, out)


def _site(ledger: str, out: Path) -> int:
    return main(["site", "--ledger", ledger, "--out", str(out)])


if __name__ == "__main__":
    work, ledger_, out_ = sys.argv[1:]
    ending.ends_at_once()
    ending.end({"made": made, "ours": ours}[work](ledger_, Path(out_)), CANNOT_RUN)
