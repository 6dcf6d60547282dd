"""YML, SCH and EXC: a file that is no record, or no good one."""

from tests.mutations.town import Changes, Town, first

from inspection.read.text import MOST_BYTES


def _unread(town: Town) -> str:
    """Return the path of a paper nobody names, so that nothing else is missed when it cannot be read."""
    return first(paper.path for paper in town.ledger.papers.values() if town.named_nowhere(paper.path))


def byte_order_mark(town: Town) -> Changes:
    path = _unread(town)
    return {path: b"\xef\xbb\xbf" + town.bytes_of(path)}


def key_twice(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.bytes_of(path) + town.bytes_of(path).splitlines(keepends=True)[0]}


def anchor(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.bytes_of(path).replace(b"title: ", b"title: &here ", 1)}


def second_document(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.bytes_of(path) + b"---\n" + town.bytes_of(path)}


def number_as_key(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.bytes_of(path) + b"2024: 1\n"}


def too_large(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.bytes_of(path) + b"# " + b"x" * MOST_BYTES + b"\n"}


def day_in_words(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.data(path) | {"date": "soon"}}


def no_title(town: Town) -> Changes:
    path = _unread(town)
    data = town.data(path)
    del data["title"]
    return {path: data}


def misspelt_key(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.data(path) | {"titel": "x"}}


def unknown_kind(town: Town) -> Changes:
    path = _unread(town)
    return {path: town.data(path) | {"kind": "novel"}}


def file_in_no_place(town: Town) -> Changes:
    path = _unread(town)
    return {f"archive/{path}": town.data(path)}


def acknowledged_rule_that_is_none(town: Town) -> Changes:
    path = _unread(town)
    said = {"rule": "DUE99", "date": town.today.isoformat(), "by": "office", "reason": "x"}
    return {path: town.data(path) | {"acknowledged": [said]}}
