"""Scripts and styles of the theme: what the site does not need is left out, and none names another host.

The policy of every page forbids such addresses anyway; leaving them out shows it to whoever searches the files.
"""

import re

_UNUSED = re.compile(r"(?:.*/)?assets/javascripts/(?:lunr|workers)/.*|.*\.map")
_SOURCE_MAP = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\s*]+(?: ?\*/)?")
_NAMESPACE = rb"(?!www\.w3\.org/)"  # the name of a vocabulary: nothing is ever fetched from it
_HOST = re.compile(rb"https?://" + _NAMESPACE + rb"[A-Za-z0-9.-]+(?::[0-9]+)?")
_SCHEME = re.compile(rb"https?://" + _NAMESPACE)


def shipped(path: str, content: bytes) -> bytes | None:
    """Return a built file as it is published, nothing where it is not: search in other languages, source maps.

    In a script an address of another host becomes one of the site itself; in a style, where only notices of licence
    name hosts, the name stays and is an address no more.

    Args:
        path: Its place in the site, with `/`.
        content: What the site generator wrote.
    """
    if _UNUSED.fullmatch(path):
        return None
    if path.endswith(".js"):
        return _HOST.sub(b"", _SOURCE_MAP.sub(b"", content))
    if path.endswith(".css"):
        return _SCHEME.sub(b"", _SOURCE_MAP.sub(b"", content))
    return content
