"""The border on disk: what was built for the office is never published, and never lands where it could be.

The office's output says so three times: in a file at the top of each of its folders, in the head of every page, and in
the banner every page begins with. What is to be published passes `refuse_office_output` first.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from inspection.errors import CannotRunError

MARK = 'data-audience="office"'
"""Stands in every page and calendar of the office. No text of the ledger can bring it into a page of the public: pages
write quotation marks as references, JSON and CSV double or escape them."""

MARKER = "OFFICE-ONLY.txt"
"""The file at the top of each folder of the office's output."""

OFFICE_FILES = frozenset({".doc", ".docx", ".xls", ".xlsx", ".wps", ".et", ".pdf"})
"""How the office's documents end. A public site holds none, and once saved again they carry no mark of ours."""

WARNING = f"""内部工作资料，不得公开、转载或上传到公共网络。
For the office and its auditors only: not for publication.
{MARK}
"""
"""What that file says."""


def refuse_office_output(folder: Path) -> None:
    """Let a folder pass that holds nothing built for the office.

    Args:
        folder: What is to be published.

    Raises:
        CannotRunError: It is no folder, or it is, holds or lies in something built for the office.
    """
    if not folder.is_dir():
        raise CannotRunError(f"{folder} 不是目录", f"{folder} is no folder")
    refuse_marked(folder)
    found = next(_marked_files(folder), None)
    if found is not None:
        raise CannotRunError(
            f"{found} 是内部看板的内容，不能发布；请发布 inspection site 生成的公开网站",
            f"{found} was built for the office and is never published; publish what `inspection site` builds",
        )


def refuse_marked(folder: Path) -> None:
    """Let a place pass that is not part of the office's output, by the files that mark it; nothing is read.

    Raises:
        CannotRunError: It is, or lies in, such a folder.
    """
    whole = folder.resolve()
    place = next((one for one in (whole, *whole.parents) if (one / MARKER).exists()), None)
    if place is not None:
        raise CannotRunError(
            f"{place} 是内部看板的目录，公开网站不能建在里面，也不能从里面发布",
            f"{place} holds the office's board; nothing public is built in it or published from it",
        )


def open_office_folder(target: Path, public: Path) -> None:
    """Make, mark and close a folder for the office's output: only its owner may look in, and Git ignores it.

    Args:
        target: The folder; one that is there must be empty or have been made by this function.
        public: Where the public site is built.

    Raises:
        CannotRunError: It lies in `public` or in a built site, or holds something else.
    """
    refuse_public_place(target, public)
    if target.exists() and not (target / MARKER).exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotRunError(
            f"{target} 里有别的文件，内部看板没有写入；请换一个空目录",
            f"{target} holds other files; name an empty folder for the office's board",
        )
    target.mkdir(parents=True, exist_ok=True)
    os.chmod(target, 0o700)
    (target / MARKER).write_text(WARNING, encoding="utf-8")
    (target / ".gitignore").write_text("*\n", encoding="utf-8")


def refuse_public_place(target: Path, public: Path) -> None:
    """Let a place pass for the office's output that is not where something public is built.

    Args:
        target: A folder or a file, whether it is there or not.
        public: Where the public site is built.

    Raises:
        CannotRunError: It lies in `public` or in a built site.
    """
    if target == public or public in target.parents:
        raise CannotRunError(
            f"内部的内容不能放在 {public} 里，那里的内容会公开",
            f"what is the office's is not put in {public}, which is public",
        )
    site = next((one for one in target.parents if (one / "index.html").exists()), None)
    if site is not None and not (site / MARKER).exists():
        raise CannotRunError(
            f"内部的内容不能放在网站 {site} 里", f"what is the office's is not put inside the site {site}"
        )


def _marked_files(folder: Path) -> Iterator[Path]:
    mark_ = MARK.encode()
    for path in sorted(folder.rglob("*")):
        if (
            path.name == MARKER
            or path.suffix.lower() in OFFICE_FILES
            or (path.is_file() and mark_ in path.read_bytes())
        ):
            yield path
