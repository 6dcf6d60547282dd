"""Whether anybody may read the repository the ledger lies in; a real district's is private to the office."""

import json
from collections.abc import Mapping
from pathlib import Path

from inspection.cli.forge import forge_in
from inspection.errors import CannotRunError
from inspection.model.ledger import Ledger


def refuse_public_ledger(ledger: Ledger, environment: Mapping[str, str]) -> None:
    """Let a demonstration pass, and a ledger in a repository that is not public.

    Args:
        ledger: The ledger.
        environment: Where continuous integration says where it runs; elsewhere nothing is refused.

    Raises:
        CannotRunError: The ledger of a district lies where anybody reads it, or whether it does cannot be found out.
    """
    district = ledger.district
    if district is not None and district.demonstration is not None:
        return
    if _is_public(environment):
        raise CannotRunError(
            "这个仓库不是私有的，里面却不是演示台账：已经停下，没有发布。请马上把仓库改为私有，再查谁看过、复制过",
            "this repository is not private and holds no demonstration: nothing was published. Make it private at once",
        )


def _is_public(environment: Mapping[str, str]) -> bool:
    if environment.get("CI_PROJECT_VISIBILITY"):
        return environment["CI_PROJECT_VISIBILITY"] != "private"
    if not environment.get("GITHUB_REPOSITORY"):
        return False
    said = _event(environment).get("repository") or {}
    if isinstance(said.get("private"), bool):
        return not said["private"]
    return forge_in(environment).is_public()


def _event(environment: Mapping[str, str]) -> dict[str, dict[str, object]]:
    place = environment.get("GITHUB_EVENT_PATH")
    try:
        event = json.loads(Path(place).read_bytes()) if place else {}
    except (OSError, ValueError):
        return {}
    return event if isinstance(event, dict) else {}
