"""Run `inspection assessment` without installing the project: `python scripts/assessment.py`."""

from inspection.cli import run

run("assessment")
