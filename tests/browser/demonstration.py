"""The demonstration ledger as both sites show it, for the tests and for the pictures of the gallery."""

import shutil
from pathlib import Path

from tests.publish.building import HOME

from inspection.cli import main

NOTICE = "rounds/R13-01/aian-community.yaml"
PUBLISHED = "channels: [website, new_media]}"
TAKEN_BACK = "retracted: {date: 2024-11-20, by: leading_group, reason: 个别表述不准确，撤回核实}}"


def build_demonstration(folder: Path, audience: str) -> Path:
    """Build the site for an audience from a copy of the ledger; return the site's folder.

    One notice of the copy is taken back: in the ledger itself each one that was has been published again.
    """
    ledger = shutil.copytree(HOME / "ledger", folder / "ledger")
    notice = ledger / NOTICE
    text = notice.read_text(encoding="utf-8")
    assert text.count(PUBLISHED) == 1
    notice.write_text(text.replace(PUBLISHED, f"{PUBLISHED[:-1]}, {TAKEN_BACK}"), encoding="utf-8")
    out = folder / audience
    assert main(["site", "--audience", audience, "--ledger", str(ledger), "--out", str(out)]) == 0
    return out / "site"
