import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.odd_documents import GOOD
from tests.read.reference import read

from inspection.read import document
from inspection.read.document import judged, positions
from inspection.read.parsing import parse

GOOD_BYTES = GOOD.encode()
PLACES = st.integers(0, len(GOOD_BYTES) - 1)
REFUSED = "\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters=REFUSED))
LEAVES = st.booleans() | st.integers(-(10**12), 10**12) | TEXT
BRANCHES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)
TREES = st.dictionaries(TEXT, BRANCHES, min_size=1, max_size=5)
PIECES = (
    "a",
    "b",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\n",
    "\n  ",
    "\n    ",
    "'",
    '"',
    "|",
    ">-",
    "#",
    " # ",
    "&a ",
    "*a",
    "!t ",
    "<<",
    "~",
    "1",
    "0o7",
    "1.5",
    "true",
    "%",
    "@",
    "\\",
    "\t",
    "---",
    "...",
    "\n---\n",
    "中",
    "\r\n",
    "=",
    "`",
    " ",
)


class Quoting(yaml.SafeDumper):
    """Writes all text in quotes, so that YAML 1.1 and 1.2 read it alike."""

    def ignore_aliases(self, _data):
        return True


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PLACES, st.binary(max_size=4), st.integers(0, 3)), min_size=1, max_size=6))
def test_no_change_of_bytes_makes_the_reader_stop(changes):
    data = bytearray(GOOD_BYTES)
    for place, inserted, removed in changes:
        data[place : place + removed] = inserted

    check(bytes(data))


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_pieces_of_yaml_are_read_as_the_reference_reads_them_or_refused(text):
    check(text.encode())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    check(data)


def check(data):
    """Either the reference's data or a fault; never an exception, and positions never fail either."""
    parsed = parse(data)
    positions(data)
    assert (parsed.data is None) == bool(parsed.faults)
    if parsed.data is not None:
        assert repr(parsed.data) == repr(read(data))


@settings(max_examples=200, deadline=None)
@given(TREES, st.sampled_from([True, False]), st.integers(1, 6))
def test_what_a_yaml_writer_writes_is_read_back(tree, flow, indent):
    text = yaml.dump(tree, Dumper=Quoting, allow_unicode=True, default_flow_style=flow, indent=indent, sort_keys=False)

    parsed = parse(text.encode())

    assert parsed.faults == ()
    assert repr(parsed.data) == repr(tree)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_both_parsers_give_the_same(text):
    fast = judged(text.encode())
    kept, document._FAST = document._FAST, None
    try:
        slow = judged(text.encode())
    finally:
        document._FAST = kept

    assert kept is not None
    assert repr(fast.data) == repr(slow.data)
    assert bool(fast.faults) == bool(slow.faults)
