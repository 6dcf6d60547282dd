"""The examples of the rules: the failing cases, as `site/examples.json` keeps them."""

import json
from functools import cache
from typing import Any

from inspection.cli.building import SITE
from inspection.labels import Wording
from inspection.publish.pages import Example


def example_of(code: str) -> Example | None:
    """Return a record that breaks a rule and what `check` says of it, nothing where no ledger alone can."""
    found = _examples().get(code)
    if found is None:
        return None
    said = tuple(Wording(zh, en) for zh, en in zip(found["zh"], found["en"], strict=True))
    return Example(said, tuple(found["lines"]))


@cache
def _examples() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SITE / "examples.json").read_text(encoding="utf-8"))
    return found
