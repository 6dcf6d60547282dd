"""Whether a public text repeats the statement of a problem.

The measure is a reading aid, not a policy: `RATIO` is the share of characters two texts have in common (difflib), with
punctuation and blanks left out. At 0.75 the public text repeats about three quarters of the words; a title of half the
statement's length, made of its words, stays below, and so does a text written anew. Lower it, and honest short titles
are refused; raise it, and a statement with two words changed passes.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

RATIO = 0.75
SHORTEST = 6
LONGEST = 1000
"""Of longer texts the beginnings are compared, because the time grows with the square."""

_WORDLESS = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]+")
_SENTENCE = re.compile(r"[。；;！？!?\n]+")
_CLAUSE = re.compile(r"[。；;！？!?\n，,]+")


def nearly_equal(public: str, statement: str) -> bool:
    """Return whether a public text is equal or nearly equal to a statement or a sentence of it naming somebody."""
    words = plain(public)
    if len(words) < SHORTEST:
        return False
    whole = plain(statement)
    if (len(whole) >= SHORTEST and whole in words) or alike(words, whole):
        return True
    if any(alike(words, one) for one in _naming(_SENTENCE, statement)):
        return True
    return "某" in words and any(alike(words, one) for one in _naming(_CLAUSE, statement))


@lru_cache(maxsize=256)
def _naming(ends: re.Pattern[str], statement: str) -> tuple[str, ...]:
    """Return the sentences or clauses of a statement that name somebody, plain."""
    return tuple(plain(one) for one in ends.split(statement) if "某" in one)


def alike(one: str, other: str) -> bool:
    """Return whether two plain texts share at least `RATIO` of their characters, in order."""
    if len(one) < SHORTEST or len(other) < SHORTEST:
        return False
    if 2 * min(len(one), len(other)) < RATIO * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one[:LONGEST], other[:LONGEST], autojunk=False)
    return matcher.quick_ratio() >= RATIO and matcher.ratio() >= RATIO


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Return a text without punctuation and blanks."""
    return _WORDLESS.sub("", text)
