"""Run `inspection explain` without installing the project: `python scripts/explain.py`."""

from inspection.cli import run

run("explain")
