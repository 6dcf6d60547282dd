"""Run `inspection history` without installing the project: `python scripts/history.py`."""

from inspection.cli import run

run("history")
