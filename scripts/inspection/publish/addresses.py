"""Addresses of the whole site, for what must name itself in full: feeds, the map of the site, what is shared."""

import re
from urllib.parse import quote, urlsplit

from inspection.publish.view import PublicView

_HOME = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?")


def home(view: PublicView) -> str:
    """Return the address of the site's root, with a slash at its end; empty where none of the plain form is known.

    The form is `https://host/path`: nothing that would have to be escaped anywhere.
    """
    url = view.district.url or ""
    return f"{url.rstrip('/')}/" if _HOME.fullmatch(url) else ""


def under(root: str, path: str) -> str:
    """Return the full address of a path below the root, such as `units/gushan/index.html`."""
    return root + quote(path)


def tag(root: str, name: str) -> str:
    """Return a tag URI (RFC 4151): an id for ever, of the authority whose host is in the address of the root.

    The year is that in which the names after it were laid down.
    """
    return f"tag:{urlsplit(root).hostname},2026:v1/{quote(name)}"
