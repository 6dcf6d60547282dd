"""The colours of the dark scheme hold where no script runs, too."""

import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "site"
CHOSEN = '[data-md-color-scheme="slate"]'
WITHOUT_SCRIPT = ".no-js body:not([data-md-color-media])"


def colours(sheet: str, selector: str) -> dict[str, str]:
    block = sheet.partition(f"{selector} {{")[2].partition("}")[0]
    return dict(re.findall(r"(--[a-z-]+): ([^;]+);", block))


@pytest.mark.parametrize("sheet", ["assets/tokens.css", "office/assets/office.css"])
def test_a_reader_who_prefers_dark_gets_the_dark_colours_without_a_script(sheet):
    text = (SITE / sheet).read_text(encoding="utf-8")
    before, dark, after = text.partition("@media screen and (prefers-color-scheme: dark) {")
    chosen, preferred = colours(before, CHOSEN), colours(after, WITHOUT_SCRIPT)

    assert dark
    assert chosen
    assert {name: preferred.get(name) for name in chosen} == chosen
