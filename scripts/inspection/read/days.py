"""Days and months as people type them, and how they are written here."""

import datetime
import re
from typing import Any

_DAY = re.compile(r"([0-9]{4})\s*[-/.年]?\s*([0-9]{1,2})\s*[-/.月]?\s*([0-9]{1,2})\s*日?(?:[T ][0-9:.Z+-]*)?")
_PACKED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})\s*[-/.年]?\s*([0-9]{1,2})\s*月?")


def is_day(text: str) -> bool:
    """Return whether a text is a day of the calendar as it is written here, `2024-03-08`."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def mended_day(typed: Any) -> str | None:
    """Return `2024-03-08` for `2024/3/8`, `2024年3月8日`, `20240308` or `2024-3-8`; nothing where no day is meant."""
    match = _PACKED.fullmatch(str(typed)) or _DAY.fullmatch(str(typed))
    if match is None or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return None
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"


def mended_month(typed: Any) -> str | None:
    """Return `2024-03` for `2024/3` or `2024年3月`; nothing where no month is meant."""
    match = _MONTH.fullmatch(str(typed))
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    return f"{match[1]}-{int(match[2]):02d}"
