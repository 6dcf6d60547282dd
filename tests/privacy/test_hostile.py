import random
import time

import pytest

from inspection.rules.privacy.detect import detected
from inspection.rules.privacy.likeness import nearly_equal

LENGTH = 60_000
PIECES = {
    "digits": "1",
    "spaced digits": "1 ",
    "identity numbers": "110105207403180001 ",
    "names": "王小明",
    "holders": "村民王",
    "nicknames": "老李",
    "addresses": "住1",
    "rooms": "12号楼3",
    "calls": "电话1",
    "countries": "+86 ",
    "marks": "秘   密 ",
    "lists": "王小明、",
    "blanks": "村民     ",
    "sounds": "阿力·",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_long_monotonous_text_is_read_in_no_time(piece):
    began = time.process_time()
    for _ in detected(piece * (LENGTH // len(piece)), public=True):
        pass

    assert time.process_time() - began < 5


def test_two_long_texts_of_the_same_characters_are_compared_in_no_time():
    characters = [chr(0x4E00 + place % 50) for place in range(20_000)]
    other = random.Random(1).sample(characters, len(characters))
    began = time.process_time()

    assert not nearly_equal("".join(characters), "".join(other))
    assert time.process_time() - began < 5


def test_a_statement_without_words_is_like_nothing():
    assert not nearly_equal("集体房产出租未公开招租", "……")
    assert not nearly_equal("集体房产出租未公开招租", "张某")
