"""What the site generator is told from outside: mkdocs.yml reads it from the environment.

The generator's templates print these values without escaping, so they are made harmless here.
"""

import re
from datetime import UTC, datetime, time

from inspection.publish.editions import EDITIONS
from inspection.publish.view import PublicView
from inspection.templates import inert

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?")


def environment(view: PublicView, language: str) -> dict[str, str]:
    """Return the environment variables of one build: the site's name and address, and the day it is of.

    The same view gives the same site to the byte; an address of another form than `https://host/path` is left out.

    Args:
        view: The public view.
        language: `zh` or `en`: which edition is built.
    """
    district = view.district
    name = f"{district.name}巡察整改"
    if language == "en":
        name = f"{district.name_en or district.name}: inspection and rectification"
    day = datetime.combine(view.as_of, time(), UTC)
    return {
        "INSPECTION_SITE_NAME": str(inert(name)),
        "INSPECTION_SITE_URL": _address(district.url or "", EDITIONS[language].site),
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }


def _address(url: str, folder: str) -> str:
    """Return the address of an edition, empty where the site has none that can be printed."""
    if _ADDRESS.fullmatch(url) is None:
        return ""
    return f"{url.removesuffix('/')}/{folder}/" if folder else url
