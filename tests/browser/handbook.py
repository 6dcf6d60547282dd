"""Takes the pictures of the handbooks: pages of both sites, and what a terminal shows (`make handbook`)."""

import html
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.browser.demonstration import build_demonstration
from tests.browser.gallery import quantized
from tests.browser.kinds import Kind, office_kinds, public_kinds
from tests.browser.visiting import Site, Visit, launch, served
from tests.publish.building import HOME

PICTURES = HOME / "docs" / "images" / "handbook"
WIDE, HIGH, HIGHER = 1000, 620, 1150
IDENTITY = "110105207403180001"
PAGES = {
    "public": {
        "public-units": "units",
        "public-unit": "unit",
        "public-problem": "problem-closed",
        "public-figures": "figures",
    },
    "office": {"board": "board", "item": "item"},
}
"""The kinds of pages of each site, by the name of the picture."""
UNIT = "units/luxi-community/index.html"
LOOKED_FOR = "渌溪"
LIST = """单位名称,单位类别,上级单位
北洲街道党工委,街道,
古山社区党总支,社区,北洲街道
青石镇党委,乡镇,
古山村党支部,村,青石镇
"""
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; }}
pre {{ margin: 0; padding: 16px 20px; width: {wide}px; box-sizing: border-box; background: #1f2430; color: #e6e6e6;
  font: 15px/1.5 "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }}
b {{ color: #9fd0a0; }}
</style><pre>{text}</pre>"""


def typed(folder: Path, *lines: str, most: int = 14) -> str:
    """Run what a person types in a folder; return it as the terminal shows it, long answers cut."""
    commands = folder / ".commands"
    commands.mkdir(exist_ok=True)
    program = commands / "inspection"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{HOME}/scripts" exec "{sys.executable}" -m inspection "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}", "LC_ALL": "", "LANG": "zh_CN.UTF-8"}
    shown = []
    for line in lines:
        done = subprocess.run(
            shlex.split(line), cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        said = [one for one in (done.stdout + done.stderr).splitlines() if not one.startswith("[")]
        cut = [*said[: most - 1], "…", *said[-1:]] if len(said) > most else said
        shown += [f"<b>$ {html.escape(line)}</b>", *map(html.escape, cut)]
    return "\n".join(shown)


def overdue(folder: Path) -> str:
    shutil.copytree(HOME / "ledger", folder / "ledger")
    return typed(folder, "inspection overdue --within 10", most=16)


def founded(folder: Path) -> str:
    (folder / "单位清单.csv").write_text(LIST, encoding="utf-8")
    line = "inspection init 云山区台账 --name 云山区 --term 14 --began 2026-09-20 --units 单位清单.csv"
    return typed(folder, line, "ls -C -w 60 云山区台账").replace("ls -C -w 60", "ls")


def refused(folder: Path) -> str:
    founded(folder)
    office = folder / "云山区台账"
    (office / "ledger" / "units" / "beizhou.yaml").write_text(
        "name: 北洲街道党工委\nkind: subdistrict\nbody: working_committee\njoined: 2026-09-20\nin_base: true\n"
        f"leader_in_charge: 分管领导，身份证 {IDENTITY}\n",
        encoding="utf-8",
    )
    return typed(office, "git -c user.name=office -c user.email=office@example.test commit -am 登记分管领导").replace(
        "-c user.name=office -c user.email=office@example.test ", ""
    )


def audited(folder: Path) -> str:
    typed(folder, "inspection demo 台账 --history")
    return typed(folder / "台账", "inspection audit", "inspection audit --departures", most=10)


def trailed(folder: Path) -> str:
    typed(folder, "inspection demo 台账 --history")
    return typed(folder / "台账", "inspection history R13-05-0096", most=14)


TERMINALS: dict[str, Callable[[Path], str]] = {
    "terminal-overdue": overdue,
    "terminal-init": founded,
    "terminal-hook": refused,
    "terminal-audit": audited,
    "terminal-history": trailed,
}


def page_taken(browser: Browser, site: Site, name: str, kind: Kind) -> None:
    visit = Visit(browser, site, WIDE, "light", height=HIGHER if name == "item" else HIGH)
    page = visit.open(UNIT if name == "public-unit" else kind.path)
    page.wait_for_load_state("networkidle")
    if name == "public-units":
        page.locator("#explorer-q").fill(LOOKED_FOR)
        page.wait_for_timeout(500)
    (PICTURES / f"{name}.png").write_bytes(quantized(page.screenshot()))
    visit.close()


def terminal_taken(browser: Browser, name: str, text: str) -> None:
    page = browser.new_page(viewport={"width": WIDE, "height": 200})
    page.set_content(TERMINAL.format(wide=WIDE, text=text))
    (PICTURES / f"{name}.png").write_bytes(quantized(page.locator("pre").screenshot()))
    page.close()


def main() -> None:
    """Build both sites, run the commands and take every picture."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, said in TERMINALS.items():
            place = Path(folder) / name
            place.mkdir()
            terminal_taken(browser, name, said(place))
        for audience, kinds in (("public", public_kinds), ("office", office_kinds)):
            with served(build_demonstration(Path(folder) / audience, audience)) as site:
                known = {kind.name: kind for kind in kinds(site.folder)}
                for name, kind in PAGES[audience].items():
                    page_taken(browser, site, name, known[kind])
        browser.close()


if __name__ == "__main__":
    main()
