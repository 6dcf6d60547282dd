"""The gallery of the docs."""

import re

from tests.house.tree import HOME, text_of


def test_every_picture_of_the_gallery_is_shown_and_together_they_are_small():
    pictures = {path.name: path.stat().st_size for path in (HOME / "docs" / "images" / "gallery").iterdir()}
    shown = re.findall(r'<img src="images/gallery/([^"]+)"', text_of("docs/gallery.md"))

    assert sorted(shown) == sorted(pictures)
    assert sum(pictures.values()) < 3_000_000
