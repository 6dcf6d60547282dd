"""What we posted on a forge, found again: a mark nobody sees, so that it is brought up to date and never repeated."""

import re
from collections.abc import Collection, Iterable, Mapping

from inspection.cli.forge import Forge, Posted

_MARK = re.compile(r"<!-- inspection:([a-z]+):([A-Za-z0-9_./-]+) -->")


def marked(kind: str, key: str, body: str) -> str:
    """Return a text with our mark: what it is, and whose."""
    return f"<!-- inspection:{kind}:{key} -->\n{body}"


def key_of(kind: str, one: Posted) -> str:
    """Return the key our mark names at the head of a text, empty where there is none of this kind."""
    found = _MARK.match(one.body)
    return found[2] if found is not None and found[1] == kind else ""


def our_comment(forge: Forge, number: int, kind: str, strangers: Collection[str] = ()) -> Posted | None:
    """Return our comment of a kind below an issue or pull request.

    Args:
        forge: Where.
        number: Of the issue or pull request.
        kind: Of the comment.
        strangers: Accounts in small letters that are not ours, whatever mark they write.
    """
    listed = forge.comments(number)
    return next((one for one in listed if key_of(kind, one) and one.author.lower() not in strangers), None)


def one_comment(forge: Forge, number: int, kind: str, key: str, body: str, strangers: Collection[str] = ()) -> bool:
    """Let a text be the one comment of its kind; return whether anything was written. See `our_comment`."""
    text = marked(kind, key, body)
    mine = our_comment(forge, number, kind, strangers)
    if mine is None:
        forge.comment(number, text)
    elif _settled(mine.body) != _settled(text):
        forge.change_comment(number, mine.number, text)
    else:
        return False
    return True


def one_issue_each(forge: Forge, kind: str, wanted: Mapping[str, tuple[str, str]], done: str) -> Iterable[str]:
    """Let there be just one open issue for each key, with its title and text; yield what was done in each case.

    Args:
        forge: Where.
        kind: Of the issues.
        wanted: Title and text by key; an open issue of another key is closed.
        done: What is written below an issue before it is closed.
    """
    seen: set[str] = set()
    for one in forge.issues():
        key = key_of(kind, one)
        if not key:
            continue
        if key in seen or key not in wanted:
            forge.comment(one.number, done)
            forge.close_issue(one.number)
            yield f"closed {key}"
            continue
        seen.add(key)
        title, text = wanted[key][0], marked(kind, key, wanted[key][1])
        if (one.title, _settled(one.body)) != (title, _settled(text)):
            forge.change_issue(one.number, title, text)
            yield f"updated {key}"
    for key in [one for one in wanted if one not in seen]:
        title, body = wanted[key]
        forge.open_issue(title, marked(kind, key, body))
        yield f"opened {key}"


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").rstrip()
