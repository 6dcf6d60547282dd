"""Versions of a record: what is remembered from one changes nothing in the next."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.odd_documents import odd_documents
from tests.read.test_odd_documents import typed
from tests.read.test_plain import LEDGER, PIECES

from inspection.read.document import judged
from inspection.read.parsing import parse
from inspection.read.successive import Successive

_PROBLEMS = [text for text in LEDGER if "\nitems:\n" in text]
_INDENTS = [f"{' ' * deep}{what}" for deep in range(0, 9, 2) for what in ("", "- ", "a: ", "b:\n", "# c\n", "a: |\n")]


def same(reader: Successive, data: bytes) -> bool:
    return typed(reader.read(data)) == typed(parse(data).data)


def test_versions_of_the_ledgers_records_with_lines_lost_moved_and_added_are_read_as_if_each_were_the_first():
    rng = random.Random(20241231)
    for text in rng.sample(_PROBLEMS, 60):
        reader, lines = Successive(), text.splitlines(keepends=True)
        for _ in range(30):
            assert same(reader, "".join(lines).encode())
            place, other = rng.randrange(len(lines)), rng.randrange(len(lines))
            match rng.randrange(5):
                case 0 if len(lines) > 2:
                    del lines[place]
                case 1:
                    lines.insert(place, lines[other])
                case 2:
                    lines.insert(place, rng.choice(_INDENTS) + rng.choice(PIECES).strip("\n") + "\n")
                case 3:
                    lines[place] = rng.choice(["", "  "]) + lines[place].removeprefix(rng.choice(["", "  "]))
                case _:
                    lines = text.splitlines(keepends=True)


def test_odd_documents_are_read_as_anywhere_else():
    reader = Successive()
    assert all(same(reader, data) for _, data in odd_documents() for _ in range(2))


@settings(max_examples=600, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_INDENTS + PIECES), max_size=12), min_size=1, max_size=4))
def test_any_texts_one_after_the_other_are_read_alike(texts):
    reader = Successive()
    for pieces in texts:
        data = ("a:\n" + "".join(f"{piece}\n" for piece in pieces)).encode()
        assert typed(reader.read(data)) == typed(judged(data).data)


def test_an_entry_added_leaves_the_others_the_very_same():
    reader = Successive()
    one = reader.read(b"items:\n  - id: 1\n    log:\n      - {date: 2024-06-20}\n")
    two = reader.read(b"items:\n  - id: 1\n    log:\n      - {date: 2024-06-20}\n      - {date: 2024-06-21}\n")

    assert two["items"][0]["log"][0] is one["items"][0]["log"][0]
    assert two == {"items": [{"id": 1, "log": [{"date": "2024-06-20"}, {"date": "2024-06-21"}]}]}
