"""Versions that only add lines: what the last tells of all of them is what each two of them tell."""

import random

import pytest
from tests.read.growing_texts import grown

from inspection.history.added import added
from inspection.history.facts import found
from inspection.history.runs import runs
from inspection.history.verdicts import Followed
from inspection.model.kinds import KINDS
from inspection.read.layers import NotLayeredError
from inspection.read.parsing import parse

_BY_NAME = {kind.name: kind for kind in KINDS}
_TRIES = 600


def changes(count):
    """The changes of a record that is made and then changed so often."""
    return [((), "0"), *(((str(number),), str(number + 1)) for number in range(count - 1))]


def verdicts(kind, texts, *, alone=False):
    """What each change is by itself, many told at once or each from the two versions alone."""
    record = Followed(f"{kind}s/R01/x.yaml", _BY_NAME[kind], texts, "")
    told = changes(len(texts))
    return [record.verdict(*one) for one in told] if alone else list(record.verdicts(told))


def said(facts):
    return [raw.fact(content) for content, raw in facts.items()]


@pytest.mark.parametrize("kind", sorted(_BY_NAME))
def test_facts_and_verdicts_are_those_each_two_versions_tell(kind):
    rng = random.Random(kind)
    told = judged = 0
    for _ in range(_TRIES):
        texts = {str(number): text for number, text in enumerate(grown(rng))}
        whole = b"---\n".join(texts.values()).decode()
        for run in runs(changes(len(texts)), texts):
            one = run.told(_BY_NAME[kind])
            for number, blob in enumerate(run.blobs if one else ()):
                assert said(one.facts_at(number)) == said(found(_BY_NAME[kind], parse(texts[blob]).data)), whole
            told += one is not None
            judged += one is not None and bool(added(run.blobs, one, _BY_NAME[kind], ""))
        assert verdicts(kind, texts) == verdicts(kind, texts, alone=True), whole

    assert told > _TRIES / 10
    assert judged > _TRIES / 20


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (
            "letter",
            b"items:\n  - log:\n      - {date: 2024-06-20}\n",
            b"items:\n  - log:\n      - {date: 2024-06-20}\n      - {date: 2024-06-19}\n    id: 1\n",
        ),
        (
            "letter",
            b"items:\n- id:\n    a: 1\n  log:\n  - {date: 2024-06-20}\n",
            b"items:\n- id:\n    a: 1\n    b: 2\n  log:\n  - {date: 2024-06-20}\n  - {date: 2024-06-19}\n",
        ),
        ("problem", b"unit: a\npublic: {}\n", b"unit: a\npublic: {}\ndisclosure: {}\n"),
        ("problem", b"unit:\n  a: 1\n", b"unit:\n  a: 1\n  b: 2\n"),
        ("problem", b"unit: a\n", b"unit: a\nitems: []\n"),
        ("problem", b"unit: a\n", b"unit: a\nitems: 7\n"),
        ("problem", b"unit: a\n", b"unit: a\nitems:\n  b: 7\n"),
        (
            "letter",
            b"items:\n  - id: None\n    log:\n      - {date: 2024-06-20}\n  - task: b\n",
            b"items:\n  - id: None\n    log:\n      - {date: 2024-06-20}\n      - {date: 2024-06-19}\n"
            b"  - task: b\n    id: 5\n",
        ),
        ("problem", b"unit: a\nitems:\n  - 1\n", b"unit: a\nitems:\n  - 1\n  - 2\n"),
        ("problem", b"unit: a\nitems:\n  - id: 1\n", b"unit: a\nitems:\n  - id: 1\n  - id: 2\n"),
    ],
)
def test_odd_records_are_judged_as_each_two_versions_tell(kind, before, after):
    texts = {"0": before, "1": after}

    assert verdicts(kind, texts) == verdicts(kind, texts, alone=True)


def test_a_change_from_the_same_unreadable_content_answers_for_what_stood_before_it_each_time():
    texts = {"a": b"unit: a\n", "b": b"unit: b\n", "c": b"unit: c\n", "bad": b"unit: [\n"}
    told = [((), "a"), (("a",), "bad"), (("bad",), "c"), (("c",), "b"), (("b",), "bad"), (("bad",), "c")]
    record = Followed("problems/R01/x.yaml", _BY_NAME["problem"], texts, "")

    assert [one.readable for one in record.verdicts(told)] == [(), ("a",), ("a",), ("c",), ("b",), ("b",)]


def test_what_becomes_a_run():
    texts = {
        "a": b"x: 1\n",
        "b": b"x: 1\ny: 2\n",
        "c": b"x: 1\ny: 3\n",
        "d": b"w: 0\nx: 1\ny: 3\n",
        "e": b"w: 0\nx: 1\ny: 3\nz: 9\n",
    }
    told = [((), "a"), (("a",), "b"), (("b",), "c"), (("c",), "d"), (("d",), ""), (("a",), "e"), (("d", "e"), "d")]

    assert [run.blobs for run in runs(told, texts)] == [["a", "b"], ["c", "d"], ["a", "e"]]


@pytest.mark.parametrize(
    ("data", "came"),
    [
        ({"items": [{"due": "2024-06-20", "id": 1}]}, {"items": [{"due": 0, "id": 1}]}),
        (
            {"items": [{"name": "a", "log": [{"date": "2024-06-20"}], "id": ""}]},
            {"items": [{"name": 0, "log": 0, "id": 1}]},
        ),
        ({"found": "2024-06-20", "by": "group", "items": []}, {"found": 0, "by": 1, "items": 0}),
        ({"feedback": {"date": "2024-06-20", "by": "group"}}, {"feedback": {"date": 0, "by": 1}}),
        ({"feedback": {"date": "2024-06-20", "by": ["group"]}}, {"feedback": {"date": 1, "by": [0, 1]}}),
    ],
)
def test_a_fact_that_was_told_in_another_way_before_is_not_told_from_the_last(data, came):
    kind = _BY_NAME["inspection" if "feedback" in data else "problem"]

    assert found(kind, data)
    with pytest.raises(NotLayeredError):
        found(kind, data, came)


def test_of_two_facts_that_say_the_same_the_first_must_have_come_first():
    entry = {"date": "2024-06-20", "action": "start"}
    items = [{"kind": "phased", "log": [entry]}, {"kind": "phased", "log": [entry]}]
    came = [{"kind": 0, "log": 1}, 0]

    assert [raw.came for raw in found(_BY_NAME["problem"], {"items": items}, {"items": came[::-1]}).values()] == [0, 1]
    with pytest.raises(NotLayeredError):
        found(_BY_NAME["problem"], {"items": items}, {"items": came})
