"""Versions that only add lines: the last, without what came later, is what each of them holds."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.growing_texts import grown, versions
from tests.read.test_odd_documents import typed
from tests.read.test_plain import LEDGER, PIECES

from inspection.read.layers import Layers, NotLayeredError, first, since
from inspection.read.parsing import parse

_TRIES = 3000
_LINES = [f"{' ' * deep}{what}" for deep in range(0, 7, 2) for what in ("- 1", "a: 1", "b:", "- c:", "# d", "a: |", "")]


def layered(*texts):
    layers = Layers(texts[0])
    if not all(map(layers.add, texts[1:])):
        raise NotLayeredError
    return layers.read()


def at(value, came, number):
    """What of a value is there in a version."""
    if isinstance(came, int):
        return value
    if isinstance(value, dict):
        there = {key: one for key, one in value.items() if first(since(came, key)) <= number}
        return {key: at(one, since(came, key), number) for key, one in there.items()}
    there = [place for place in range(len(value)) if first(since(came, place)) <= number]
    return [at(value[place], since(came, place), number) for place in there]


def told_alike(texts):
    """Check that what the last version tells of each is what that one holds, and say whether it tells anything."""
    try:
        data, came = layered(*texts)
    except NotLayeredError:
        return False
    for number, text in enumerate(texts):
        assert typed(at(data, came, number)) == typed(parse(text).data), text.decode()
    return True


def test_records_of_the_ledger_with_lines_coming_one_after_the_other_are_told_from_the_last():
    rng = random.Random(20241231)
    told = [told_alike(versions(rng, text.splitlines(keepends=True))) for text in rng.sample(LEDGER, 200)]

    assert told.count(True) > len(told) / 4


def test_records_nobody_would_accept_are_told_from_the_last():
    rng = random.Random(20240318)
    told = [told_alike(grown(rng)) for _ in range(_TRIES)]

    assert told.count(True) > len(told) / 10


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_LINES + PIECES), st.integers(0, 2)), min_size=1, max_size=12))
def test_any_lines_that_come_one_after_the_other_are_told_from_the_last_or_not_at_all(lines):
    texts = ["z: 0\n" + "".join(f"{line}\n" for line, came in lines if came <= number) for number in range(3)]
    told_alike([text.encode() for text in dict.fromkeys(texts)])


def test_what_came_with_later_lines_is_told_apart():
    data, came = layered(
        b"items:\n  - id: 1\n    log:\n      - {date: 2024-06-20}\n",
        b"items:\n  - id: 1\n    log:\n      - {date: 2024-06-20}\n      - {date: 2024-06-21}\n",
        b"unit: a\nitems:\n  - id: 1\n    log:\n      - {date: 2024-06-20}\n      - {date: 2024-06-21}\n  - id: 2\n",
    )

    assert data["items"][1] == {"id": 2}
    assert came == {"unit": 2, "items": [{"id": 0, "log": [0, 1]}, 2]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a: 1\n", b"a: 2\n"),
        (b"a: 1\nb: 2\n", b"a: 1\n"),
        (b"a: 1\n", b"xa: 1\n"),
        (b"a: |\n  one", b"a: |\n  one\nb: 2\n"),
        (b"a: |\n  one\n", b"a: |\n  one\n  two\n"),
        (b"# nothing yet\n", b"# nothing yet\na: 1\n"),
        (b"a:\nb: 2\n", b"a:\n  - 1\nb: 2\n"),
        (b"a:\n  b: 1\n", b"a:\n  c:\n    d: 2\n  b: 1\ne: [\n"),
        (b"a:\n  - 2\n", b"a:\n  - 1\n  - 2\n"),
        (b"a:\n  - id: 1\n    b: 2\n", b"a:\n  - id: 1\n  - id: 3\n    b: 2\n"),
    ],
)
def test_what_is_more_than_added_lines_is_not_told(before, after):
    with pytest.raises(NotLayeredError):
        layered(before, after)
