"""What the site generator is told from outside: mkdocs.yml reads it from the environment.

The generator's templates print these values without escaping, so they are made harmless here.
"""

import re
from datetime import UTC, datetime, time

from inspection.publish.view import PublicView
from inspection.templates import inert

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?")


def environment(view: PublicView) -> dict[str, str]:
    """Return the environment variables of one build: the site's name and address, and the day it is of.

    The same view gives the same site to the byte; an address of another form than `https://host/path` is left out.
    """
    url = view.district.url or ""
    day = datetime.combine(view.as_of, time(), UTC)
    return {
        "INSPECTION_SITE_NAME": str(inert(f"{view.district.name}巡察整改")),
        "INSPECTION_SITE_URL": url if _ADDRESS.fullmatch(url) else "",
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
