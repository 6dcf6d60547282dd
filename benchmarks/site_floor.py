"""The floor of a site: the site generator with its theme over two folders of plain pages, side by side.

Run by its own Python. `plain` writes such pages: as many as a site has, at the same addresses, each of the same size.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

EDITIONS = ("pages", "pages-en")
CONFIGURATION = {
    "site_name": "plain",
    "docs_dir": "pages",
    "site_dir": "site",
    "strict": True,
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False},
    "plugins": [],
    "nav": [{"index": "index.md"}],
    "not_in_nav": "/*/",
}
"""As bare as it gets: no plugin, no search, nothing but the first page in the navigation."""

_HEAD = "# 一页\n\n问题逐项整改，由责任单位以外的单位到现场核验。\n\n| 问题 | 单位 | 期限 | 状态 |\n|---|---|---|---|\n"
_ROW = "| 会议记录不规范、未落实末位表态 | 第三社区党委 | 2024年8月 | 已完成 |\n"


def plain(site: Path, folder: Path) -> tuple[int, int]:
    """Write plain pages in the place of a site's; return how many there are and how many bytes they hold."""
    count = size = 0
    for edition in EDITIONS:
        for page in sorted((site / edition).rglob("*.md")):
            target = folder / edition / "pages" / page.relative_to(site / edition)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = _of_size(page.stat().st_size)
            target.write_bytes(text)
            count, size = count + 1, size + len(text)
        (folder / edition / "mkdocs.yml").write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    return count, size


def _of_size(size: int) -> bytes:
    """Return a heading, a sentence and a table of so many rows that they are of that size."""
    text = (_HEAD + _ROW * (size // len(_ROW.encode()) + 1)).encode()
    return text[:size].decode("utf-8", "ignore").encode().ljust(size, b"\n")


def build(folder: Path) -> int:
    """Run the generator over both folders at once; return the worst code it ended with."""
    words = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    runs = [subprocess.Popen(words, cwd=folder / edition, env=told) for edition in EDITIONS]
    return max([run.wait() for run in runs])


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1])))
