"""What the commands that read history share: the district's zone as the history ends, and progress."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inspection.cli.progress import Count
from inspection.cli.session import ZONE
from inspection.history.revisions import Revisions
from inspection.read.document import parse

_DISTRICT = "district.yaml"


def zone_of(revisions: Revisions) -> ZoneInfo:
    """Return the time zone the district names at the end of a history, else that of the country."""
    held = [one for one in revisions.versions([revisions.head], _DISTRICT).values() if one]
    data = next((parse(content).data for _, content in revisions.contents(held)), None)
    try:
        return ZoneInfo(str((data or {}).get("timezone", ZONE)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(ZONE)


def verifying(language: str) -> Count:
    """Return the progress of signatures being verified."""
    return Count("已核验 {} / {} 个签名", "{} of {} signatures verified", language)
