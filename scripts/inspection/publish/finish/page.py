"""A built page gets its content security policy, and what else belongs into its head."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from functools import cache
from hashlib import sha256

_WAY = re.compile(rb'new URL\("(?!//)[A-Za-z0-9._~/-]*",location\)')
_FIRST = b'<meta charset="utf-8">'
_LAST = b"</head>"
_POLICY_TAG = b'<meta http-equiv="Content-Security-Policy"'

# Nothing but the site's own files. The theme draws its icons as masks with `data:` addresses.
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def inline_scripts(page: bytes) -> frozenset[bytes]:
    """Return the scripts inside a page, apart from the way from it to the root of the site.

    Args:
        page: A page without a text of the ledger, such as that for addresses that are not there: its scripts are the
            theme's, and no others are ever allowed to run.
    """
    return frozenset(map(_anywhere, _scripts(page)))


def finish(page: bytes, trusted: Collection[bytes], extra_head: bytes = b"") -> bytes:
    """Return a built page with its policy, which allows the trusted scripts by their hashes, and more in its head.

    A page that has its policy already stays as it is.

    Args:
        page: The page as the site generator made it.
        trusted: What `inline_scripts` returned for a page of the same build.
        extra_head: HTML for the end of the head, such as links to feeds.

    Raises:
        ValueError: The page has no head of the form the generator writes.
    """
    before, first, rest = page.partition(_FIRST)
    inside, last, after = rest.partition(_LAST)
    if not last:
        raise ValueError("no head of the form the site generator writes")
    if inside.lstrip().startswith(_POLICY_TAG):
        return page
    policy = _policy(tuple(script for script in _scripts(page) if _anywhere(script) in trusted))
    return b"".join((before, first, b"\n      ", policy, inside, extra_head, last, after))


def _scripts(page: bytes) -> Iterator[bytes]:
    """Yield what stands inside a page between the tags of a script without attributes."""
    for part in page.split(b"<script>")[1:]:
        script, end, _ = part.partition(b"</script>")
        if end:
            yield script


@cache
def _anywhere(script: bytes) -> bytes:
    """Return a script without the way to the root of the site."""
    return _WAY.sub(b"", script)


@cache
def _policy(scripts: tuple[bytes, ...]) -> bytes:
    digests = [b64encode(sha256(script).digest()).decode() for script in dict.fromkeys(scripts)]
    content = _POLICY.format(hashes="".join(f" 'sha256-{digest}'" for digest in digests))
    return b'%s content="%s">' % (_POLICY_TAG, content.encode())
