"""What the commands that read history share: the district's zone as the history ends, the seal, and progress."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inspection.cli.progress import Count
from inspection.cli.session import ZONE, Session
from inspection.history.revisions import Revisions
from inspection.history.seal import seal_of, written
from inspection.read.parsing import parse

SEAL = "data/v1/seal.json"
"""Where a site keeps its seal; the address is stable."""

_DISTRICT = "district.yaml"


def zone_of(revisions: Revisions) -> ZoneInfo:
    """Return the time zone the district names at the end of a history, else that of the country."""
    held = [one for one in revisions.versions([revisions.head], _DISTRICT).values() if one]
    data = next((parse(content).data for _, content in revisions.contents(held)), None)
    try:
        return ZoneInfo(str((data or {}).get("timezone", ZONE)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(ZONE)


def write_seal(session: Session, head: str, pages: Path) -> None:
    """Write the seal of a commit among the pages of a site, where the history has days that can be read."""
    revisions = Revisions(session.root, head)
    seal = seal_of(list(revisions.commits()), zone_of(revisions))
    if seal is not None and not revisions.cut:
        place = pages / SEAL
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(written(seal))


def verifying(language: str) -> Count:
    """Return the progress of signatures being verified."""
    return Count("已核验 {} / {} 个签名", "{} of {} signatures verified", language)
