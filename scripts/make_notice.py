"""Run `inspection notice` without installing the project: `python scripts/make_notice.py`."""

from inspection.cli import run

run("notice")
