"""Run `inspection check` without installing the project: `python scripts/check.py`."""

from inspection.cli import run

run("check")
