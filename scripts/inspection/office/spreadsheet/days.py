"""A day as people type it into a cell."""

import re
from datetime import date

_FORMS = (
    re.compile(r"([0-9]{4})\s*[-/.．年－]\s*([0-9]{1,2})\s*[-/.．月－]\s*([0-9]{1,2})\s*日?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(:00(\.0+)?)?$")


def day_in(text: str) -> date | None:
    """Return the day a text writes, or nothing: `2024-03-18`, `2024/3/18`, `2024.3.18`, `2024年3月18日`, `20240318`."""
    plain = _MIDNIGHT.sub("", text.strip())
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return None
    return None
