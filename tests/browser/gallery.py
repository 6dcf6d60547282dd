"""Writes `docs/gallery.md` and its pictures: every kind of page of the demonstration ledger (`make gallery`)."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from tests.browser.demonstration import build_demonstration
from tests.browser.kinds import Kind, office_kinds, public_kinds
from tests.browser.visiting import SCHEMES, Site, Visit, launch, served
from tests.publish.building import HOME

PAGE = HOME / "docs" / "gallery.md"
PICTURES = HOME / "docs" / "images" / "gallery"
MOST = 3_000_000
"""Bytes that all pictures together may take."""
SIZES = {1280: 720, 360: 660}
COLOURS = 40

HEAD = """# 图集 Gallery

演示台账的每一种页面：左为电脑（1280 像素），右为手机（360 像素），深色浅色、中文英文相间。
公开网站由 `inspection site` 生成，内部看板由 `inspection site --audience office` 生成；图由 `make gallery` 重画。

Every kind of page of the demonstration ledger, on a desk (1280 px) and on a telephone (360 px), by turns light and
dark, Chinese and English. `make gallery` makes this page and its pictures again.
"""
SITES = (
    ("public", "公开网站", "The public site", public_kinds),
    ("office", "内部看板", "The office's board", office_kinds),
)


def taken(browser: Browser, site: Site, path: str, width: int, scheme: str) -> bytes:
    """Return the picture of the top of a page, in few colours."""
    visit = Visit(browser, site, width, scheme, height=SIZES[width])
    visit.open(path).wait_for_load_state("networkidle")
    shot = visit.page.screenshot()
    visit.close()
    return quantized(shot)


def quantized(shot: bytes) -> bytes:
    """Return a picture in few colours; the octree keeps the rare ones, which mean something."""
    small = io.BytesIO()
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def pictured(browser: Browser, site: Site, kind: Kind, turn: int, english: bool) -> Iterator[str]:
    """Take the pictures of one kind of page; yield its lines of the gallery."""
    shown = []
    for place, (width, share) in enumerate(((1280, 72), (360, 23))):
        name = f"{kind.name}-{width}.png"
        picture = taken(browser, site, "en/" * english + kind.path, width, SCHEMES[(turn + place) % 2])
        (PICTURES / name).write_bytes(picture)
        shown.append(f'<img src="images/gallery/{name}" alt="{kind.name}, {width} px" width="{share}%">')
    yield f"**{kind.zh}**。 {kind.en[0].upper()}{kind.en[1:]}.\n\n{' '.join(shown)}\n"


def main() -> None:
    """Build both sites, take every picture and write the page."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    lines = [HEAD]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for audience, zh, en, kinds in SITES:
            lines.append(f"## {zh} {en}\n")
            with served(build_demonstration(Path(folder) / audience, audience)) as site:
                for turn, kind in enumerate(kinds(site.folder)):
                    lines += pictured(browser, site, kind, turn, english=audience == "public" and turn % 4 == 3)
        browser.close()
    PAGE.write_text("\n".join(lines), encoding="utf-8")
    size = sum(picture.stat().st_size for picture in PICTURES.iterdir())
    if size > MOST:
        raise SystemExit(f"the pictures take {size} bytes, more than {MOST}")


if __name__ == "__main__":
    main()
