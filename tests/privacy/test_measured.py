import re

import pytest
from stdnum import luhn
from tests.house.tree import HOME
from tests.privacy.measure import CODES, pairs, score, tables, texts

from inspection.rules.privacy.detect import DETECTIONS
from inspection.rules.privacy.folding import folded
from inspection.rules.privacy.numbers import is_identity_number

LEAST = {
    "PRV01": (1.0, 1.0), "PRV02": (1.0, 1.0), "PRV02L": (1.0, 1.0), "PRV03": (1.0, 1.0), "PRV04": (1.0, 1.0),
    "PRV05": (1.0, 1.0), "PRV06": (0.99, 0.94), "PRV07": (1.0, 1.0), "PRV08": (1.0, 0.97),
}  # fmt: skip
"""Precision and recall that may not fall."""


def test_the_corpus_is_large_enough():
    rows = texts()

    assert len([row for row in rows if row.expected]) >= 200
    assert len([row for row in rows if not row.expected]) >= 200
    assert len({row.said for row in rows}) == len(rows)
    assert [sum(alike for alike, _, _ in pairs()), sum(not alike for alike, _, _ in pairs())] == [25, 27]


@pytest.mark.parametrize("code", CODES)
def test_precision_and_recall_do_not_fall(code):
    one = score(code)

    assert (one.precision >= LEAST[code][0], one.recall >= LEAST[code][1]) == (True, True)


def test_texts_never_tuned_on_keep_their_score():
    one = score("PRV06", "held_out")

    assert (one.found, one.missed, one.false, one.quiet) == (27, 8, 0, 70)


def test_the_document_says_what_is_measured():
    said = (HOME / "docs" / "privacy.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- measured -->\n(.*)<!-- /measured -->", said, re.S)

    assert found is not None
    assert found.group(1) == tables()


@pytest.mark.parametrize("one", DETECTIONS, ids=lambda one: one.name)
def test_what_a_detector_finds_was_worth_its_time(one):
    found = [row.said for row in texts() if any(one.detector(folded(row.said)))]

    assert found != []
    assert [said for said in found if not one.may_find(folded(said))] == []


def test_nobody_has_the_identity_numbers_of_the_corpus():
    numbers = {
        found
        for row in texts()
        for found in re.findall(r"(?<![0-9])[1-8][0-9]{16}[0-9Xx](?![0-9])", folded(row.said))
        if is_identity_number(found.upper())
    }
    living = {found for found in numbers if "1920" <= found[6:10] <= "2059"}

    assert len(numbers) > 20
    assert living == set()


def test_the_cards_of_the_corpus_pass_their_checksum():
    cards = [row.said for row in texts() if "PRV03" in row.expected]

    assert [said for said in cards if not any(map(luhn.is_valid, runs_of_digits(said)))] == []


def runs_of_digits(said):
    return [re.sub("[ -]", "", run) for run in re.findall(r"[0-9](?:[ -]?[0-9]){15,18}", folded(said))]
