"""QR codes as a camera sees them."""

import re

import pytest
import zxingcpp

from inspection.publish import qr

RUN = re.compile(r"M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z")
SCALE = 4


def drawn(code):
    """The path as a picture: so many grey rows, dark where the path covers a square."""
    side = code.size * SCALE
    rows = [bytearray(b"\xff" * side) for _ in range(side)]
    for x, y, width, back in (map(int, run) for run in RUN.findall(code.path)):
        assert width == back
        for row in rows[y * SCALE : (y + 1) * SCALE]:
            row[x * SCALE : (x + width) * SCALE] = bytes(width * SCALE)
    return memoryview(b"".join(rows)).cast("B", shape=[side, side])


@pytest.mark.parametrize("number", range(40))
def test_a_code_leads_to_the_address_it_was_made_of(number):
    address = f"https://yunzhu.example/notices/r13-{number:02}-{'gushan-' * (number % 5)}village-{number}/index.html"
    (read,) = zxingcpp.read_barcodes(drawn(qr.code(address)))

    assert read.text == address


def test_a_code_has_a_light_border_and_nothing_but_its_squares():
    code = qr.code("https://yunzhu.example/")
    runs = [tuple(map(int, run)) for run in RUN.findall(code.path)]

    assert "".join(f"M{x} {y}h{width}v1h-{width}z" for x, y, width, _ in runs) == code.path
    assert min(min(x, y) for x, y, _, _ in runs) == qr.QUIET
    assert max(max(x + width, y + 1) for x, y, width, _ in runs) == code.size - qr.QUIET


def test_the_same_address_has_the_same_code():
    assert qr.code("https://yunzhu.example/") == qr.code("https://yunzhu.example/")
