"""Plainly written files: what is read without a parser is read exactly as the parsers read it."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.odd_documents import odd_documents
from tests.read.test_odd_documents import typed

from inspection.read import document, plain

HOME = Path(__file__).resolve().parents[2]
LEDGER = [path.read_text(encoding="utf-8") for path in sorted((HOME / "ledger").rglob("*.yaml"))]
DOCUMENTS = [data for _, data in odd_documents()]
SIGNS = [*"&*!%@`|>?:-,[]{}#'\"\\~<=\t\r\n .+019aeExo_/", "\u0085", "\u2028", "\ufeff", "\u3000", "\u200b", "\u202e"]
PIECES = [
    *("a: ", "b: ", "a:\n", "b:\n  ", "- ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", ": ", ", ", "[", "]", "{", "}"),
    *("|\n  ", "|\n    ", "|-\n  ", ">\n  ", "  ", " #", "# c\n", "\n# c\n", "\n\n", "---\n", "...\n", "<<: ", "? "),
    *('"x"', "'y'", '"a, b"', "'a]'", "[a, b]", "{a: 1, b: [c]}", "[{a: 1}, {b: 2}]", "[]", "{}", '""', "''", "\\"),
    *("1", "-1", "+1", "007", "0o7", "0x1f", "1.50", "1e3", "1_0", ".inf", "12:30", "2024-03-18", "9" * 1001),
    *(
        "true",
        "null",
        "~",
        "yes",
        "y",
        "=",
        "中文",
        "，",
        "：",
        "１",
        "é",
        "😀",
        "a b",
        "&a ",
        "*a",
        "!t ",
        "\r\n",
        "\t",
    ),
]


NAMES = st.text("abenuly_-中1 ", min_size=1, max_size=5)
LEAVES = st.booleans() | st.none() | st.integers(-(10**9), 10**9) | st.text("ab 1.0-:,#[]{}'\"\\\n中，|>", max_size=9)
TREES = st.dictionaries(
    NAMES,
    st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)),
    min_size=1,
    max_size=4,
)


def read_alike(text: str) -> bool:
    """Check that what is read without a parser is what the parsers read, and say whether it was."""
    data = text.encode("utf-8", "surrogatepass")
    found = plain.read(data)
    if found is None:
        return False
    judged = document.judged(data)
    assert judged.faults == (), text
    assert typed(found) == typed(judged.data), text
    return True


def slipped(text: str, rng: random.Random) -> str:
    """Return a file after one or a few slips of the hand."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice((1, 1, 2, 8)))
        lines = text.splitlines(keepends=True) or [""]
        line, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        slip = rng.randrange(7)
        if slip < 4:
            put = (rng.choice(SIGNS), rng.choice(PIECES), "", text[start:end] * 2)[slip]
            text = text[:start] + put + text[start if slip < 2 else end :]
            continue
        if slip == 4:
            lines.insert(other, lines.pop(line))
        elif slip == 5:
            lines.insert(other, lines[line])
        else:
            lines[line] = rng.choice((" ", "  ", "- ", "")) + lines[line].removeprefix(rng.choice((" ", "  ", "    ")))
        text = "".join(lines)
    return text


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 8))])
def test_a_file_with_slips_is_read_as_the_parsers_read_it_or_left_to_them(seed):
    rng = random.Random(seed)
    beginnings = [
        "".join(text.splitlines(keepends=True)[: rng.randrange(4, 30)]) for text in rng.choices(LEDGER, k=2000)
    ]

    read = [read_alike(slipped(text, rng)) for text in beginnings]

    assert 0.1 < sum(read) / len(read) < 0.9


def test_nearly_every_file_of_the_ledger_is_read_without_a_parser():
    read = [read_alike(text) for text in LEDGER]

    assert sum(read) / len(read) >= 0.99


def test_an_odd_document_is_read_as_the_parsers_read_it_or_left_to_them():
    rng = random.Random(0)
    texts = [data.decode("utf-8", "surrogatepass") for data in DOCUMENTS if is_utf8(data)]

    read = [read_alike(text) for text in texts]
    read += [read_alike(slipped(text, rng)) for text in texts * 5 if len(text) < 3000]

    assert 100 < sum(read) < len(read) - 1000


def is_utf8(data):
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_pieces_of_yaml_are_read_as_the_parsers_read_them_or_left_to_them(text):
    read_alike(f"a: {text}\n")
    read_alike(f"a:\n  {text}\n")


@settings(max_examples=300, deadline=None)
@given(TREES, st.sampled_from([None, True, False]), st.sampled_from([None, '"', "'", "|", ">"]), st.integers(2, 4))
def test_a_record_in_any_style_is_read_as_the_parsers_read_it_or_left_to_them(tree, flow, quotes, indent):
    read_alike(
        yaml.safe_dump(
            tree, allow_unicode=True, sort_keys=False, width=10**6,
            default_flow_style=flow, default_style=quotes, indent=indent,
        )
    )  # fmt: skip


def test_what_is_written_plainly_is_read_with_the_types_it_has():
    assert plain.read(PLAIN.encode()) == {
        "found": "2024-03-18",
        "count": 7,
        "amount": "86400.00",
        "code": "0777",
        "in_feedback": True,
        "statement": "村集体 3 处经营性房产出租：未公开招租，\n\n  合同到期。\n",
        "sent": {"unit": "on", "leader": None},
        "items": [
            {"id": 1, "log": [{"by": "unit", "done": ["M1", "M2"]}, "a - b"]},
            {"id": -2, "papers": [{"a": 15, "b": "c; d]"}, {}, {"e": [[]]}]},
        ],
    }


PLAIN = """\
# a comment
found: 2024-03-18
count: 007
amount: 86400.00
code: '0777'

in_feedback: true
statement: |
  村集体 3 处经营性房产出租：未公开招租，

    合同到期。

sent: {unit: on, leader: ~}
items:
- id: 1
  log:
    # another
    - {by: unit, done: [M1, M2]}
    - a - b
- id: -2
  papers: [{a: 0xf, b: "c; d]"}, {}, {e: [[]]}]
"""


@pytest.mark.parametrize(
    "text",
    [
        *("\ufeffa: 1\n", "a: b\x07\n", "a: b\x85\n", "a: b\u2028\n", "a: b\u202e\n", "a: \ud800\n"),
        *("a: b\r\n", "a:\tb\n", "", "\n", "# a\n", "- a\n", "a\n", "a: 1", "a:\n", "a: b #c\n"),
        *("a: 1\na: 2\n", "x: {a: 1, a: 2}\n", "x:\n  - a: 1\n    a: 2\n", "x: {a: [1], b: 2, a: [3]}\n"),
        *("a: &b 1\n", "a: *b\n", "a: !t 1\n", "a: [&b 1]\n", "a: {b: *c}\n", "<<: {a: 1}\n", "a: {<<: {b: 1}}\n"),
        *("a: 1\n---\nb: 2\n", "---\na: 1\n", "a: 1\n...\n", "%YAML 1.2\n---\na: 1\n"),
        *("1: a\n", "1.5: a\n", "true: a\n", "null: a\n", "~: a\n", ": a\n", "? a\n: b\n"),
        *("a: {null: 1}\n", "a: {True: [b]}\n", "a: {b}\n", "a: {b:c}\n", "a: [b: c]\n", "a: [b,c]\n", "a: [b\n]\n"),
        *("a: [{b: 1}{c: 2}]\n", "a: [b]]\n", "a: [[b]\n", "a: [b] c\n", "a: [\n", "a: {b: [c}]\n"),
        *("a: b\n  c\n", "a: 'b\nc'\n", "a: b: c\n", "a: 1\n b: 2\n", "a: |\nb: 1\n", "a: |\n    b\n  c\n"),
        *(f"a: {'[' * 32}{']' * 32}\n", "".join(f"{' ' * depth}a:\n" for depth in range(32)) + f"{' ' * 32}a: 1\n"),
        *(f"a: {'9' * 1001}\n", f"a: {'b' * 65_536}\n", "a: 1\n" + "# c\n" * 16_384, 'a: "\\0"\n', 'a: "\\x41"\n'),
    ],
)  # fmt: skip
def test_what_could_be_wrong_or_read_in_another_way_is_left_to_the_parsers(text):
    assert plain.read(text.encode("utf-8", "surrogatepass")) is None
