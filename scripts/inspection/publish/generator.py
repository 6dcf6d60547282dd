"""What the site generator is told from outside: mkdocs.yml reads it from the environment.

The generator's templates print these values without escaping, so they are made harmless here.
"""

from datetime import UTC, datetime, time

from inspection.publish.addresses import home
from inspection.publish.editions import EDITIONS
from inspection.publish.view import PublicView
from inspection.templates import inert


def environment(view: PublicView, language: str) -> dict[str, str]:
    """Return the environment variables of one build: the site's name and address, and the day it is of.

    The same view gives the same site to the byte; an address of another form than `https://host/path` is left out.

    Args:
        view: The public view.
        language: `zh` or `en`: which edition is built.
    """
    day = datetime.combine(view.as_of, time(), UTC)
    return {
        "INSPECTION_SITE_NAME": str(inert(site_name(view, language))),
        "INSPECTION_SITE_URL": site_address(view, language),
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }


def site_name(view: PublicView, language: str) -> str:
    """Return what an edition of the site is called."""
    district = view.district
    if language == "en":
        return f"{district.name_en or district.name}: inspection and rectification"
    return f"{district.name}巡察整改"


def site_address(view: PublicView, language: str) -> str:
    """Return the address of an edition with a slash at its end, empty where the site has none that can be printed."""
    root, folder = home(view), EDITIONS[language].site
    return f"{root}{folder}/" if root and folder else root
