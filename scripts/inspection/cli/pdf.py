"""A Word document as PDF, by the LibreOffice of this machine: the same layout, so that a template is edited once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from inspection.errors import CannotRunError

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "LibreOffice/program/soffice.exe",
)
LONGEST = 600
"""Seconds after which it is not waited for any longer."""

STAND_IN = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋": "Noto Serif CJK SC",
    "楷体": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}
"""What stands in for a font of official papers where it is not installed; LibreOffice leaves that to fontconfig."""


def to_pdf(*documents: bytes) -> list[bytes]:
    """Return Word documents as PDF, in their order.

    Raises:
        CannotRunError: There is no LibreOffice or no Chinese font here, or a PDF was not made.
    """
    program = _program()
    _refuse_without_font()
    with TemporaryDirectory(prefix="inspection-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        papers = [folder / f"paper-{number}.docx" for number in range(len(documents))]
        for paper, document in zip(papers, documents, strict=True):
            paper.write_bytes(document)
        fonts = folder / "fonts.conf"
        fonts.write_text(_fonts(), encoding="utf-8")
        environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)} if _has_fontconfig() else None
        command = [
            program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *map(str, papers),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=LONGEST, check=False, env=environment)
            return [paper.with_suffix(".pdf").read_bytes() for paper in papers]
        except (subprocess.TimeoutExpired, FileNotFoundError) as error:
            raise CannotRunError(
                "LibreOffice 没有生成 PDF；请先生成 Word 文档（去掉 --format pdf），用 Word 或 WPS 另存为 PDF",
                "LibreOffice made no PDF: make the Word document (without --format pdf) and save it as PDF there",
            ) from error


def _program() -> str:
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    found = found or next((str(path) for path in PLACES if path.is_file()), None)
    if found is None:
        raise CannotRunError(
            "生成 PDF 需要 LibreOffice，这台机器上没有。可以先生成 Word 文档（去掉 --format pdf），"
            "用 Word 或 WPS 另存为 PDF；"
            "或者安装：apt-get install libreoffice-writer-nogui",
            "a PDF needs LibreOffice, which is not on this machine: make the Word document (without --format pdf)"
            " and save it as PDF there, or install libreoffice-writer-nogui",
        )
    return found


def _has_fontconfig() -> bool:
    return sys.platform.startswith("linux") and shutil.which("fc-list") is not None


def _refuse_without_font() -> None:
    """Stop where fontconfig knows no Chinese font: the PDF would hold boxes."""
    if not _has_fontconfig():
        return
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    if fonts.returncode == 0 and not fonts.stdout.strip():
        raise CannotRunError(
            "这台机器没有中文字体，PDF 里的汉字会变成方框；请先安装，例如 apt-get install fonts-noto-cjk",
            "this machine has no Chinese font, so a PDF would show boxes: install one, such as fonts-noto-cjk",
        )


def _fonts() -> str:
    """Return a configuration of fontconfig: the machine's own, and what stands in for a font that is missing."""
    pairs = "".join(
        f'<match target="pattern"><test name="family"><string>{font}</string></test>'
        f'<edit name="family" mode="append" binding="strong"><string>{other}</string></edit></match>'
        for font, other in STAND_IN.items()
    )
    own = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">{own}</include>{pairs}</fontconfig>'
    )
